"""Meeting slips as they will be read: values only, with the words that stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass

INTEREST = ("1", "2", "3", "4", "5")


@dataclass(frozen=True, slots=True)
class SideFace:
    """One side of a meeting."""

    organisation: str
    people: str


@dataclass(frozen=True, slots=True)
class MeetingSlipFace:
    """A meeting to tell the outcome of. ``code`` names it, and ``number`` stands beside that."""

    number: str
    table: str
    time: str
    day: str
    host: SideFace
    guest: SideFace
    code: str
