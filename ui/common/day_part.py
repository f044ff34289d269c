"""A part of the page of the programme: sessions, visits, rounds, speeches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.common.page import Page


@dataclass(frozen=True, slots=True)
class PartOffer:
    """What a part does, for the command box. ``also`` are words that it is found by as well."""

    words: str
    icon: str
    run: Callable[[], object]
    keys: str = ""
    also: str = ""


class DayPart(Page):
    """Shows something of one day of the programme, below the page's head.

    Like a page it tells news, hears what was written, and may hold something unsaved. ``tools_row``
    is shown at the right of the page's head while the part is.
    """

    heard = Signal(bool)
    """A scan was for this part; whether it was noted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools_row = QWidget()
        self.let_go: Callable[[], bool] | None = None
        """Puts back what is carried; false: nothing is."""

    def take_back(self) -> bool:
        return self.let_go is not None and self.let_go()

    def show_day(self, day: date) -> None:
        """Show another day of the event."""

    def show_person(self, person: UUID, at: datetime) -> None:
        """Point to somebody of the day that is shown, as they are at an instant."""

    def begin(self) -> None:
        """Put the focus where work begins."""
        self.arrive()

    def take_scan(self, _text: str) -> bool:
        """Take a scan, from whichever page; false: this part does not wait for one now."""
        return False

    def offers(self) -> Sequence[PartOffer]:
        """Give what can be done here, for the command box."""
        return ()
