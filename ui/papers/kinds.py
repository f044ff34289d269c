"""What the Print page knows of a kind of papers: everything that differs between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.printing.refusals import Only, Unprintable
from app.printing.wishes import Back, Sort
from ui.common.files import FileKind
from ui.printing.calls import Feed, PaperCalls
from ui.printing.words import left_off

if TYPE_CHECKING:
    from app.printing.recipients import Recipient
    from app.printing.stock import Stock, StockUnusable


class Who(StrEnum):
    """Which of those who may have a paper get one."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"
    NOT_HERE = "not_here"
    CHOSEN = "chosen"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WAITING = "waiting"


class Help(StrEnum):
    """What helps where there is nothing to print."""

    CHANGED = "changed"
    IMPORT = "import"
    EVENT = "event"


class Days(StrEnum):
    """Which days a paper is for: it does not ask, all of them or one, or always one."""

    UNASKED = "unasked"
    ANY = "any"
    ONE = "one"


ONLY: Mapping[Who, Only] = {Who.ALL: Only.ALL, Who.NEW: Only.NEW, Who.CHANGED: Only.CHANGED}
"""The choices that papers know by themselves."""
DECIDED = frozenset({Who.ACCEPTED, Who.DECLINED, Who.WAITING})
"""The choices by where an application stands, whose words these are."""


@dataclass(frozen=True, slots=True)
class PaperStock:
    """What a kind of papers may be printed on, and what stands beside its picture.

    ``sheet`` says where its labels are, if a part-used one may be used up.
    """

    name: str
    title: str
    note: str
    icon: str
    feed: Feed
    is_cut: bool = False
    sheet: Stock | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to print on, and which described stocks are no use."""

    stocks: tuple[PaperStock, ...]
    unusable: tuple[StockUnusable, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page asks for. Without ``delegates``: whoever fits ``only``, as it is then.

    ``delegation``, ``badge_type`` and ``who`` say how those who are named were found.
    ``from_label`` is the first label of the first sheet that is still there, from 1, and
    ``cut_marks`` are drawn where sheets are to be cut.
    """

    stock: str
    only: Only
    delegates: tuple[UUID, ...]
    day: date | None
    delegation: str = ""
    badge_type: str = ""
    who: Who | None = None
    from_label: int = 1
    back: Back = Back.NONE
    sort: Sort = Sort.FAMILY_NAME
    cut_marks: bool = True


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper of the page. ``key`` is the word of the ``print`` command for it.

    Args:
        group: What it is for, in words; papers of a group follow one another.
        offer: Reads what it may be printed on. Not called on the window's thread.
        options: Gives what the print service is to know of a wish, in its own words.
        has_backs: Whether something may stand on the back.
        is_sorted: Whether somebody may say in which order they come out.
        has_own_stocks: Whether somebody may describe more of that for this desk.
        is_whole: Whether all that comes out is one thing, and goes by its title.
        who: The choices that it has, the usual one first; none for what no person gets.
        recipients: Gives who may have one, for a day or for all.
        tallies: Whether as many come out as there are recipients.
        part: What each part of it is called where it is turned over; blank: it has no name.
        leaves: Counts pages in words, where a preview knows the pages of all of them.
        missing: What is said where nobody is left who needs one.
        nobody: What is said where nobody may have one at all, and what ``helps`` then.
    """

    key: str
    title: str
    group: str
    icon: str
    counted: Callable[[int], str]
    files: FileKind
    office: PaperCalls[Any]
    offer: Callable[[], Offer]
    wish: Callable[[Asked], Any]
    missing: str = ""
    nobody: str = ""
    helps: Help | None = None
    who: Mapping[Who, str] = field(default_factory=dict)
    recipients: Callable[[date | None], tuple[Recipient, ...]] = lambda _day: ()
    days: Days = Days.UNASKED
    leaves: Callable[[int], str] | None = None
    part: str = ""
    lacking: Callable[[Sequence[Unprintable]], str] = left_off
    options: Callable[[Any], Mapping[str, str]] = lambda _wish: {}
    has_backs: bool = False
    is_sorted: bool = False
    has_own_stocks: bool = False
    is_whole: bool = False
    tallies: bool = True

    def named(self, items: int) -> str:
        """Name what comes out."""
        return self.title if self.is_whole else self.counted(items)

    def ordered(self, items: int | None) -> str:
        """Say what is to be printed; ``None``: how many is not known."""
        if self.is_whole:
            return f"Print {self.title.lower()}"
        if items is None:
            _none, _, several = self.counted(0).partition(" ")
            return f"Print {several}"
        return f"Print {self.counted(items)}"
