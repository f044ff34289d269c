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
