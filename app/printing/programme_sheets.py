"""Papers of the programme: speakers, their order, and who is booked. Light to import."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import DeskError
from app.journal.journal import Journal
from app.printing.prints import Prints
from app.printing.sheets import SheetMaker, SheetWish


@dataclass(eq=False)
class NobodyBooked(DeskError):
    """No session on these days takes bookings, and nobody is booked for any."""


def speaker_card_prints(journal: Journal) -> Prints[SheetWish]:
    """Print cards for those who speak."""

    def maker() -> SheetMaker:
        from app.printing.speaker_cards.maker import speaker_card_document  # noqa: PLC0415

        return SheetMaker(journal, speaker_card_document)

    return Prints(journal, maker)


def running_order_prints(journal: Journal) -> Prints[SheetWish]:
    """Print who speaks in which order."""

    def maker() -> SheetMaker:
        from app.printing.lists.running_order import running_order_document  # noqa: PLC0415

        return SheetMaker(journal, running_order_document)

    return Prints(journal, maker)


def session_list_prints(journal: Journal) -> Prints[SheetWish]:
    """Print who is booked for each session."""

    def maker() -> SheetMaker:
        from app.printing.lists.sessions import session_list_document  # noqa: PLC0415

        return SheetMaker(journal, session_list_document)

    return Prints(journal, maker)
