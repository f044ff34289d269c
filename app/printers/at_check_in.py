"""A badge for whoever checks in and has none on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from app.printers.choices import badges_for, printer_for
from app.printers.queue import Papers, Target
from app.printers.refusals import CameOutBefore, NoPrinterChosen
from app.printers.runs import PrintRun
from app.printing.office import PrintOffice
from app.settings import Settings

_KIND = "badges"


class Queue(Protocol):
    """What this needs of ``PrintQueue``."""

    def hand_over(self, papers: Papers, target: Target, *, again: bool = False) -> PrintRun:
        """Give papers to a printer, as ``PrintQueue.hand_over`` does."""


@dataclass(frozen=True, slots=True)
class BadgesAtCheckIn:
    """Prints on what this desk printed badges on last, on the printer that it has for them."""

    office: PrintOffice
    queue: Callable[[], Queue]
    settings: Callable[[], Settings]

    def hand_over(self, delegate: UUID) -> PrintRun | None:
        """Draw a delegate's badge and hand it over, unless it is on paper or on its way.

        Raises:
            NoPrinterChosen: Nobody said where badges go.
            DeskError: What drawing badges and handing them over refuse. Nothing comes out.
        """
        (standing,) = self.office.on_paper((delegate,))
        if standing.printed_at is not None and not standing.is_old:
            return None
        settings = self.settings()
        printer = printer_for(settings, _KIND)
        if not printer:
            raise NoPrinterChosen(_KIND, ())
        drawn = self.office.draw(replace(badges_for(settings), delegates=(delegate,)))
        try:
            return self.queue().hand_over(drawn, Target(_KIND, printer, settings.stock))
        except CameOutBefore:
            return None
