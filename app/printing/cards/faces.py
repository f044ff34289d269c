"""Table cards as they will be read: values only, with the words that stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardLine:
    """A meeting at the table: when, and the two sides of it."""

    time: str
    host: str
    guest: str


@dataclass(frozen=True, slots=True)
class CardFace:
    """The card of a table for a day. ``zone`` is blank where nobody named the part of the hall.

    The guests of a line may fill so many ``lines_of_guests``.
    """

    table: str
    zone: str
    day: str
    lines: tuple[CardLine, ...]
    edition: str
    lines_of_guests: int = 1
