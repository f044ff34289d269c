"""What a report is put together of, with the words that stand on it: values only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


class Ink(Enum):
    """How a length is filled. Each is told from the others without colours."""

    FULL = "full"
    """What was reached."""
    HATCHED = "hatched"
    """What was lost."""
    HOLLOW = "hollow"
    """What is open."""
    DOTTED = "dotted"
    """What nobody recorded."""


@dataclass(frozen=True, slots=True)
class Length:
    """A part of a bar."""

    number: int
    ink: Ink = Ink.FULL


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it is of, its parts from the left, what is said at its end, and ``more`` of it.

    ``before`` is an empty length that it begins after.
    """

    label: str
    parts: tuple[Length, ...]
    said: str
    before: int = 0
    more: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """What a filling means."""

    ink: Ink
    words: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars beneath one another. ``title`` says what is seen in them; blank if nothing is."""

    title: str
    bars: tuple[Bar, ...]
    keys: tuple[Key, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """So much of what there was, at a time. Only some columns have a label beneath them."""

    label: str
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """Columns side by side that belong together, and what they are of."""

    label: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns side by side, under what is seen in them."""

    title: str
    groups: tuple[ColumnGroup, ...]
    keys: tuple[Key, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that is read from afar, and of what it is."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Tiles:
    """Numbers side by side."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section; it never stands at the end of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; ``lead`` are those that everybody reads."""

    text: str
    lead: bool = False


Piece = Bars | Columns | Tiles | Heading | Paragraph


@dataclass(frozen=True, slots=True)
class Side:
    """Two pieces side by side, each half as wide as the page."""

    pieces: tuple[Piece, ...]


def side_by_side(pieces: Sequence[Piece]) -> Iterator[Piece | Side]:
    """Put two beside each other; the last of an odd number has the page's width for itself."""
    for at in range(0, len(pieces), 2):
        two = tuple(pieces[at : at + 2])
        yield Side(two) if len(two) > 1 else two[0]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table whose rows go on over pages; widths are shares of the page. It may be a title alone.

    ``more`` says how many rows stand elsewhere, with their number in braces, if not all have room.
    """

    title: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    more: tuple[str, str] = ("", "")
