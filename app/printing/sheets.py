"""Papers that say what stands in the event, without a version of their own. Light to import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from app.delegates.person import Person
from app.errors import DeskError
from app.event.editing import UnknownDay
from app.event.logo import event_logo
from app.journal.journal import Journal
from app.printing.drawn import Drawn, Preview
from app.printing.prints import Prints
from app.progress import Report, unheard

if TYPE_CHECKING:
    from app.printing.document import Document

A3, A4, A5, ROLL_102 = "a3", "a4", "a5", "102mm-roll"


@dataclass(frozen=True, slots=True)
class SheetWish:
    """On which paper, of which day, for whom; of all days and for everybody if nothing is said.

    Only lists of people look at ``delegation`` and ``not_here``, who did not come on the day,
    only lists of sessions at ``session``, named by number, id or title, and only sheets that are
    cut apart at ``cut_marks``.
    """

    paper: str = A4
    day: date | None = None
    delegates: tuple[UUID, ...] = ()
    delegation: str = ""
    not_here: bool = False
    cut_marks: bool = True
    session: str = ""


@dataclass(eq=False)
class UnknownPaper(DeskError):
    """This does not come on such paper."""

    paper: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NothingPlanned(DeskError):
    """There are no tables, or no slots, that a sheet could show."""


@dataclass(eq=False)
class NoMeeting(DeskError):
    """No meeting stands on these days, or none of those who are named."""


@dataclass(eq=False)
class NoBoxes(DeskError):
    """No badges were printed in a run that is large enough for boxes: ``least`` badges."""

    least: int


@dataclass(eq=False)
class NobodyAccepted(DeskError):
    """Nobody is accepted, so there is nobody to tell of."""


@dataclass(eq=False)
class NobodyToList(DeskError):
    """Nobody is of this ``delegation``, but of those known; if it is blank, all wished are here."""

    delegation: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NobodyCame(DeskError):
    """Nobody was checked in; or of those named, these were not."""

    delegates: tuple[Person, ...]


@dataclass(eq=False)
class NoVisits(DeskError):
    """No visit is offered, or none on the ``day`` that is wished."""

    day: date | None


MakeDocument = Callable[[Journal, SheetWish], "Document"]
"""Puts together what a wish asks for, and refuses what is not there."""


@dataclass(frozen=True, slots=True)
class SheetMaker:
    """Draws what ``document`` puts together."""

    journal: Journal
    document: MakeDocument

    def draw(self, wish: SheetWish, report: Report = unheard) -> Drawn:
        """Draw the papers. Refuses as ``document``.

        Raises:
            Cancelled: ``report`` stopped it.
        """
        from app.printing.press import press  # noqa: PLC0415

        return press(self._with_logo(wish), report)

    def preview(self, wish: SheetWish, at: int = 0) -> Preview:
        """Draw one part of what ``draw`` would. Refuses as ``draw``."""
        from app.printing.press import press  # noqa: PLC0415

        document = self._with_logo(wish)
        parts = tuple(document.parts)
        at = min(at, len(parts) - 1)
        one = press(replace(document, parts=parts[at : at + 1]))
        pages = sum(len(part.pages) for part in parts)
        return Preview(one.pdf, pages, document.items, document.unprintable, len(parts), at)

    def _with_logo(self, wish: SheetWish) -> Document:
        document = self.document(self.journal, wish)
        with self.journal.reading() as session:
            return replace(document, logo=event_logo(session))


def known_paper(wish: SheetWish, *known: str) -> str:
    """Give the paper that is wished.

    Raises:
        UnknownPaper: It is none of those ``known``.
    """
    if wish.paper not in known:
        raise UnknownPaper(wish.paper, known)
    return wish.paper


def wished_days(wish: SheetWish, days: tuple[date, ...]) -> tuple[date, ...]:
    """Give the days that are wished, out of those of the event.

    Raises:
        UnknownDay: The event is not on the day that is wished.
    """
    if wish.day is None:
        return days
    if wish.day not in days:
        raise UnknownDay(wish.day, days)
    return (wish.day,)


def matrix_prints(journal: Journal) -> Prints[SheetWish]:
    """Print which tables are taken by whom, slot by slot."""

    def maker() -> SheetMaker:
        from app.printing.matrix.maker import matrix_document  # noqa: PLC0415

        return SheetMaker(journal, matrix_document)

    return Prints(journal, maker)


def agenda_prints(journal: Journal) -> Prints[SheetWish]:
    """Print what happens when."""

    def maker() -> SheetMaker:
        from app.printing.agenda.maker import agenda_document  # noqa: PLC0415

        return SheetMaker(journal, agenda_document)

    return Prints(journal, maker)


def box_prints(journal: Journal) -> Prints[SheetWish]:
    """Print labels for the boxes of badges."""

    def maker() -> SheetMaker:
        from app.printing.boxes.maker import box_document  # noqa: PLC0415

        return SheetMaker(journal, box_document)

    return Prints(journal, maker)


def certificate_prints(journal: Journal) -> Prints[SheetWish]:
    """Print who was there, for each of them."""

    def maker() -> SheetMaker:
        from app.printing.certificates.maker import certificate_document  # noqa: PLC0415

        return SheetMaker(journal, certificate_document)

    return Prints(journal, maker)


def booklet_prints(journal: Journal) -> Prints[SheetWish]:
    """Print who comes, to hand out."""

    def maker() -> SheetMaker:
        from app.printing.booklet.maker import booklet_document  # noqa: PLC0415

        return SheetMaker(journal, booklet_document)

    return Prints(journal, maker)


def card_prints(journal: Journal) -> Prints[SheetWish]:
    """Print cards that stand on the tables."""

    def maker() -> SheetMaker:
        from app.printing.cards.maker import card_document  # noqa: PLC0415

        return SheetMaker(journal, card_document)

    return Prints(journal, maker)


def outcome_slip_prints(journal: Journal) -> Prints[SheetWish]:
    """Print slips to tick what came of meetings."""

    def maker() -> SheetMaker:
        from app.printing.outcome_slips.maker import outcome_slip_document  # noqa: PLC0415

        return SheetMaker(journal, outcome_slip_document)

    return Prints(journal, maker)


def desk_list_prints(journal: Journal) -> Prints[SheetWish]:
    """Print the alphabetical list of the desk."""

    def maker() -> SheetMaker:
        from app.printing.desk_list.maker import desk_list_document  # noqa: PLC0415

        return SheetMaker(journal, desk_list_document)

    return Prints(journal, maker)


def bus_list_prints(journal: Journal) -> Prints[SheetWish]:
    """Print who comes along on each visit."""

    def maker() -> SheetMaker:
        from app.printing.visits.maker import bus_list_document  # noqa: PLC0415

        return SheetMaker(journal, bus_list_document)

    return Prints(journal, maker)


def sign_prints(journal: Journal) -> Prints[SheetWish]:
    """Print where people gather for each visit, to be read from far."""

    def maker() -> SheetMaker:
        from app.printing.visits.maker import sign_document  # noqa: PLC0415

        return SheetMaker(journal, sign_document)

    return Prints(journal, maker)


def organisation_prints(journal: Journal) -> Prints[SheetWish]:
    """Print the schedules of organisations."""

    def maker() -> SheetMaker:
        from app.printing.organisations.maker import organisation_document  # noqa: PLC0415

        return SheetMaker(journal, organisation_document)

    return Prints(journal, maker)


def round_card_prints(journal: Journal) -> Prints[SheetWish]:
    """Print cards for the tables of rounds."""

    def maker() -> SheetMaker:
        from app.printing.rounds.maker import round_card_document  # noqa: PLC0415

        return SheetMaker(journal, round_card_document)

    return Prints(journal, maker)


def round_list_prints(journal: Journal) -> Prints[SheetWish]:
    """Print by name who sits at which tables in rounds."""

    def maker() -> SheetMaker:
        from app.printing.rounds.maker import round_list_document  # noqa: PLC0415

        return SheetMaker(journal, round_list_document)

    return Prints(journal, maker)
