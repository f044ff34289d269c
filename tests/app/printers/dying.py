"""A desk in a process of its own that ends while it hands papers over."""

from __future__ import annotations

import os
from pathlib import Path

from app.desks import Desks
from app.printers.cups import CupsPrinters
from app.printers.port import Order
from app.printers.queue import PrintQueue, Target
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from tests.building import DESK_1, MovableClock
from tests.ends import die_at_once


class DyingBefore(CupsPrinters):
    """Ends before the print service hears of anything."""

    def hand_over(self, order: Order) -> str:
        del order
        raise SystemExit(_dies())


class DyingAfter(CupsPrinters):
    """Ends when the print service has the papers and the desk does not know it yet."""

    def hand_over(self, order: Order) -> str:
        super().hand_over(order)
        raise SystemExit(_dies())


MOMENTS = {"before": DyingBefore, "after": DyingAfter, "later": CupsPrinters}


def print_and_die(event: Path, prints: Path, server: str, moment: str) -> None:
    """Hand everybody's badge to the slow printer, and end then at the latest."""
    os.environ["CUPS_SERVER"] = server
    opened = Desks(DESK_1, clock=MovableClock()).open(event)
    drawn = PrintOffice(opened.journal).draw(Wish())
    PrintQueue(opened.journal, MOMENTS[moment](), prints).hand_over(drawn, Target("badges", "slow"))
    _dies()


def _dies() -> str:
    die_at_once()
    return "still alive"
