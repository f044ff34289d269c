"""What the Print page knows of a kind of papers: everything that differs between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.printing.refusals import Only, Unprintable
from ui.common.files import FileKind
from ui.printing.calls import Feed, PaperCalls
from ui.printing.words import left_off

if TYPE_CHECKING:
    from app.printing.recipients import Recipient


class Who(StrEnum):
    """Which of those who may have a paper get one."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"
    NOT_HERE = "not_here"
    CHOSEN = "chosen"


class Days(StrEnum):
    """Which days a paper is for: it does not ask, all of them or one, or always one."""

    UNASKED = "unasked"
    ANY = "any"
    ONE = "one"


ONLY: Mapping[Who, Only] = {Who.ALL: Only.ALL, Who.NEW: Only.NEW, Who.CHANGED: Only.CHANGED}
"""The choices that papers know by themselves."""


@dataclass(frozen=True, slots=True)
class PaperStock:
    """What a kind of papers may be printed on, and what stands beside its picture."""

    name: str
    title: str
    note: str
    icon: str
    feed: Feed
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page asks for. Without ``delegates``: whoever fits ``only``, as it is then."""

    stock: str
    only: Only
    delegates: tuple[UUID, ...]
    day: date | None


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper of the page. ``key`` is the word of the ``print`` command for it.

    Args:
        who: The choices that it has, the usual one first; none for what no person gets.
        recipients: Gives who may have one, for a day or for all.
        counts_sheets: Whether a preview knows the pages of all of them, not of the first alone.
        missing: What is said where nobody is left who needs one.
    """

    key: str
    title: str
    icon: str
    counted: Callable[[int], str]
    files: FileKind
    office: PaperCalls[Any]
    stocks: Sequence[PaperStock]
    wish: Callable[[Asked], Any]
    missing: str
    who: Mapping[Who, str]
    recipients: Callable[[date | None], tuple[Recipient, ...]] = lambda _day: ()
    days: Days = Days.UNASKED
    counts_sheets: bool = False
    lacking: Callable[[Sequence[Unprintable]], str] = left_off


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which of those who may have a paper are looked at; a blank leaves nobody out."""

    delegation: str = ""
    badge_type: str = ""
    chosen: frozenset[UUID] = frozenset()

    @property
    def leaves_out(self) -> bool:
        """Tell whether it may leave somebody out."""
        return bool(self.delegation or self.badge_type)

    def of(self, who: Who, among: Sequence[Recipient]) -> tuple[UUID, ...]:
        """Give who is meant, in the order they are in."""
        return tuple(each.id for each in among if self._has(each) and self._fits(who, each))

    def _has(self, each: Recipient) -> bool:
        is_there = self.delegation in {"", each.delegation}
        return is_there and self.badge_type in {"", each.badge_type}

    def _fits(self, who: Who, each: Recipient) -> bool:
        if who is Who.NOT_HERE:
            return not each.has_come
        if who is Who.CHOSEN:
            return each.id in self.chosen
        return ONLY[who] in each.fits
