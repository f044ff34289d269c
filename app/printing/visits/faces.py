"""Papers of visits as they will be read: values only, with the words that stand on them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SectionFace:
    """What stands above those who have a place, and above those who wait."""

    words: str


@dataclass(frozen=True, slots=True)
class RiderFace:
    """Somebody to tick. ``place`` counts those who wait, blank: they have a place."""

    name: str
    number: str
    organisation: str
    phone: str
    place: str
    is_there: bool


Row = SectionFace | RiderFace


@dataclass(frozen=True, slots=True)
class VisitFace:
    """A visit: ``when`` names its day, when it leaves and is back; ``counts`` its places."""

    title: str
    when: str
    meeting_point: str
    counts: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SignFace:
    """What a sign at a meeting point says, largest first."""

    title: str
    meeting_point: str
    leaves: str
    when: str
