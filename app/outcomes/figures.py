"""The figures of a day or an event at an instant: what they are, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from app.outcomes.outcome import OutcomeKind
from app.outcomes.tally import Tally

NOBODY: Final = ""
"""The name of the group of those of whom nobody said which they belong to."""


@dataclass(frozen=True, slots=True)
class Turnout:
    """So many delegates, organisations and countries. A country is one that somebody named."""

    delegates: int
    organisations: int
    countries: int


@dataclass(frozen=True, slots=True)
class Participation:
    """Who is on the list, who of them is accepted, who came, and who met somebody.

    ``absent`` are those who did neither, though they had a place or gave it up: who was declined
    or is waiting is none. An organisation or a country is absent if nobody of it was there.
    """

    applied: Turnout
    accepted: Turnout
    checked_in: Turnout
    met: Turnout
    absent: Turnout


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of so many applications. ``came`` counts all who did, however they stand."""

    applied: int
    accepted: int
    declined: int
    waiting: int
    withdrawn: int
    undecided: int
    came: int


@dataclass(frozen=True, slots=True)
class SlotUse:
    """So many tables at which meetings were held or run, of so many that were open."""

    starts_at: datetime
    used: int
    open: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """People who sat at a table and nobody came: how many times, and how many minutes in all."""

    times: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Share:
    """What a delegate got of their meetings. ``moved`` counts those the running day moved."""

    delegate: UUID
    wanted: int
    held: int
    missed_by_others: int
    moved: int


@dataclass(frozen=True, slots=True)
class Interest:
    """How many answers said 1, 2, … 5; and their mean, if there are any."""

    answers: tuple[int, ...]
    mean: float | None


@dataclass(frozen=True, slots=True)
class Groups:
    """Meetings by what they are, or by who takes part: one counts once in each of its groups.

    ``kinds`` are those of meetings (``MeetingKind``), ``organisations`` names, the rest as people
    say it of themselves; ``NOBODY`` where they do not.
    """

    kinds: Mapping[str, Tally]
    days: Mapping[date, Tally]
    delegations: Mapping[str, Tally]
    countries: Mapping[str, Tally]
    sectors: Mapping[str, Tally]
    organisations: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures. ``requests_met`` of ``requests`` have a meeting that was held.

    ``types`` tells of ``people`` by the sort of organisation that they stand for, a word of
    ``app.delegates.registration.Kind``, or ``NOBODY``; in that order, and only those there are.
    ``applications`` tells of all, and ``applications_by`` of each delegation, ``NOBODY`` for none.
    ``outcomes`` counts meetings by what came of them; one may count for several kinds.
    ``differing`` are meetings whose sides contradict each other.
    """

    at: datetime
    people: Participation
    types: Mapping[str, Participation]
    applications: Applied
    applications_by: Mapping[str, Applied]
    meetings: Tally
    by: Groups
    slots: tuple[SlotUse, ...]
    waiting: Waiting
    requests: int
    requests_met: int
    interest: Interest
    outcomes: Mapping[OutcomeKind, int]
    follow_ups: int
    shares: tuple[Share, ...]
