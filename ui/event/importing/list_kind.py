"""What the steps of an import are told of what they import."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The command box offers each kind of list, long before anybody imports one.
    from app.delegates.importing.imports import Imported
    from app.delegates.importing.troubles import Trouble
    from app.delegates.reading.preview import Preview


class Of(StrEnum):
    """What a list is of."""

    DELEGATES = "delegates"
    REQUESTS = "requests"
    MEETINGS = "meetings"
    OUTCOMES = "outcomes"
    PROGRAMME = "programme"
    VISITS = "visits"
    SIGN_UPS = "signups"


class Asked(StrEnum):
    """How somebody says what a cell shall say instead."""

    NOTHING = "nothing"
    LINE = "line"
    COUNTRY = "country"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Counted:
    """One of the counts: its icon, its tone, its word, and what that means."""

    icon: str
    tone: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ListWords:
    """What an import says of itself: where it is, and what it wants to be given."""

    title: str
    where: str
    ask: str
    formats: str
    hint: str
    one: str
    many: str
    show: str
    icon: str


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list.

    Attributes:
        of: What it is of.
        words: What is said of it as a whole.
        fields: What a column can be matched to, with its words, in the order it is offered.
        named: Words for fields that only a known export holds.
        several: Fields that several columns may fill together.
        yes_no: Fields of columns that say yes or no.
        kept_as: The name for a matching by hand that got no other.
        lacking: Says what no column is matched to yet, if without it there is no way on.
        counted: What is counted, and ``counts`` how many there are of each; rejected rows last.
        troubles: Gives what is to be mended.
        title: Says of a trouble where it is, and ``text`` what is wrong.
        asked: How it is mended by hand.
        summed: Says what an import has done; ``news`` does so in few words.
    """

    of: Of
    words: ListWords
    fields: Mapping[str, str]
    named: Mapping[str, str]
    several: frozenset[str]
    yes_no: frozenset[str]
    kept_as: str
    lacking: Callable[[Collection[str]], str]
    counted: tuple[Counted, ...]
    counts: Callable[[Imported], Sequence[int]]
    troubles: Callable[[Preview, Mapping[str, str], Imported], Sequence[Trouble]]
    title: Callable[[Trouble], str]
    text: Callable[[Trouble], str]
    asked: Callable[[Trouble], Asked]
    summed: Callable[[Imported], Sequence[str]]
    news: Callable[[Imported], str]

    def field_words(self, field: str) -> str:
        """Name a field."""
        return self.fields.get(field) or self.named.get(field) or field.replace("_", " ")
