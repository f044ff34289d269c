"""Meeting slips as they will be read: values only, with the words that stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass

TOOK_PLACE = ("Held", "Host did not come", "Guest did not come", "Nobody came")
KINDS = ("Joint proposal", "Joint event", "Cooperation agreement", "Business lead", "None")
IN_SHORT = (
    "Insufficient interest",
    "Informative, no cooperation planned",
    "Cooperation possible",
)
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
