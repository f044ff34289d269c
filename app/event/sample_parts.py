"""What a sample may have beside its event and lists, as its file says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class AdmissionPart:
    """Places in all, of delegations and of kinds, and until when people apply.

    ``deadline`` is as an organiser says it. ``late`` is what becomes of who applies after it,
    ``rest`` of those who find no place. ``withdrawn`` are the e-mails of who is accepted and then
    can't come.
    """

    places: int | None = None
    delegations: tuple[tuple[str, int], ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()
    deadline: str = ""
    late: str = "waiting"
    rest: str = "waiting"
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OneByOne:
    """What follows one another on a day. ``starts`` is what clocks at the venue show."""

    starts: datetime

    @property
    def day(self) -> date:
        """The day they are on."""
        return self.starts.date()

    def starts_at(self, zone: ZoneInfo) -> datetime:
        """Give when the first begins."""
        return self.starts.replace(tzinfo=zone)


@dataclass(frozen=True, slots=True)
class RoundsPart(OneByOne):
    """Rounds at mixed tables."""

    rounds: int = 4
    size: int = 6
    minutes: int = 10
    pause: int = 2


@dataclass(frozen=True, slots=True)
class SpeechesPart(OneByOne):
    """Speeches of everybody, or of a delegation."""

    minutes: int = 5
    questions: int = 5
    order: str = "mixed"
    delegation: str = ""


@dataclass(frozen=True, slots=True)
class Surprises:
    """What nobody planned: somebody comes unannounced, and somebody instead of another.

    Each is a person by the fields of ``PersonOrder``; ``instead_of`` is a word to find them by.
    """

    walk_in: Mapping[str, Any]
    substitute: Mapping[str, Any]
    instead_of: str


def read_admission(told: Mapping[str, Any]) -> AdmissionPart:
    """Read places and deadline."""
    return AdmissionPart(
        places=told.get("places"),
        delegations=tuple(told.get("delegations", {}).items()),
        kinds=tuple(told.get("kinds", {}).items()),
        deadline=told.get("deadline", ""),
        late=told.get("late", "waiting"),
        rest=told.get("rest", "waiting"),
        withdrawn=tuple(told.get("withdrawn", ())),
    )


def read_rounds(told: Mapping[str, Any]) -> RoundsPart:
    """Read rounds at mixed tables."""
    return RoundsPart(**{**told, "starts": datetime.fromisoformat(told["starts"])})


def read_speeches(told: Mapping[str, Any]) -> SpeechesPart:
    """Read speeches."""
    return SpeechesPart(**{**told, "starts": datetime.fromisoformat(told["starts"])})


def read_surprises(told: Mapping[str, Any]) -> Surprises:
    """Read who comes unannounced."""
    substitute = dict(told["substitute"])
    return Surprises(dict(told["walk_in"]), substitute, substitute.pop("instead_of"))
