"""The list of rounds as it will be read: values only, with the words that stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass

from app.printing.alphabet import LetterFace


@dataclass(frozen=True, slots=True)
class ColumnFace:
    """A round: its number, and when it begins."""

    number: str
    time: str


@dataclass(frozen=True, slots=True)
class SeatsFace:
    """Somebody, and their table in each round; blank where they are not in it."""

    name: str
    organisation: str
    tables: tuple[str, ...]


Row = LetterFace | SeatsFace
