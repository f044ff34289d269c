"""How people behave on a day that is only played: who comes, when, and how long they talk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from statistics import fmean
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay, Participant, Stay
from app.meetings.attendees import MeetingKind

_EARLIEST = 60
"""Minutes before the first slot at which the doors open."""
_MORNING = 120
"""Minutes after it in which the last come who said nothing."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Shares of people and of meetings, from 0 to 1; minutes from the least to the most.

    ``no_shows`` do not come at all; ``by_kind`` says it otherwise for a kind of meeting: whoever
    has meetings of several kinds stays away as often as these on average. ``morning``: come in the
    course of it and tell nobody. ``late``: come after the start of their first meeting, and say
    so. ``leaving``: go in the last third of the day. ``overruns``: meetings that take longer.
    """

    no_shows: float = 0.1
    by_kind: Mapping[MeetingKind, float] = field(default_factory=dict)
    morning: float = 0.05
    late: float = 0.05
    late_minutes: tuple[int, int] = (5, 30)
    leaving: float = 0.03
    overruns: float = 0.1
    overrun_minutes: tuple[int, int] = (2, 8)

    def stays_away(self, meetings: Sequence[DayMeeting]) -> float:
        """Give how likely somebody with these meetings does not come."""
        return fmean(self.by_kind.get(each.kind, self.no_shows) for each in meetings)


@dataclass(frozen=True, slots=True)
class Turnout:
    """What will happen on a day.

    ``day`` is as planned, and everybody's stays are as they will be: whoever looks at it at an
    instant does not see what comes later. ``overruns``: minutes by slot and table.
    """

    day: FloorDay
    overruns: Mapping[tuple[int, UUID], int]


def turnout(day: FloorDay, crowd: Crowd, rng: Random) -> Turnout:
    """Draw what will happen on a day that has slots; nothing of what happened already counts."""
    meetings = tuple(
        replace(
            each, said="", missing="", called_at=None, hosts_seated_at=None, guests_seated_at=None
        )
        for each in day.meetings
    )
    planned = replace(day, meetings=meetings)
    overruns = {
        (slot.place, table.id): rng.randint(*crowd.overrun_minutes)
        for slot in day.slots
        for table in day.tables
        if rng.random() < crowd.overruns
    }
    by_badge = sorted(day.people.values(), key=lambda each: (each.who.badge_number, each.who.id))
    people = {
        each.who.id: _drawn(planned, each, crowd, Random(rng.random()))  # noqa: S311 - it plays a day, and keeps no secrets
        for each in by_badge
    }
    return Turnout(replace(planned, people=people), overruns)


def _drawn(day: FloorDay, someone: Participant, crowd: Crowd, rng: Random) -> Participant:
    """Say when somebody is there. Of an own source, so that one's luck is not another's."""
    meetings = day.of_person.get(someone.who.id, ())
    chance = crowd.stays_away(meetings) if meetings else crowd.no_shows
    nobody = replace(someone, stays=(), comes_at=None)
    if rng.random() < chance or not someone.is_coming:
        return nobody
    first, last = day.slots[0].starts_at, day.slots[-1].ends_at
    leaves = None
    if rng.random() < crowd.leaving:
        leaves = _minute(last - rng.random() * (last - first) / 3)
    how = rng.random()
    if how < crowd.late and meetings:
        comes = meetings[0].starts_at + timedelta(minutes=rng.randint(*crowd.late_minutes))
        return replace(nobody, stays=_stay(comes, leaves), comes_at=comes)
    if how < crowd.late + crowd.morning:
        longest = min(timedelta(minutes=_MORNING), (last - first) / 2)
        return replace(nobody, stays=_stay(_minute(first + rng.random() * longest), leaves))
    return replace(
        nobody, stays=_stay(first - timedelta(minutes=rng.randint(1, _EARLIEST)), leaves)
    )


def _stay(comes: datetime, leaves: datetime | None) -> tuple[Stay, ...]:
    return (Stay(comes, leaves),) if leaves is None or comes < leaves else ()


def _minute(instant: datetime) -> datetime:
    return instant.replace(second=0, microsecond=0)
