"""What came of a day that was played: what was held, who waited, how many tables were used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.floor.crowd import Turnout
from app.floor.day import DayMeeting, FloorDay
from app.floor.playing import Course, is_enough
from app.floor.states import Missing, Word
from app.meetings.attendees import MeetingKind

NO_TABLE = "table"


@dataclass(frozen=True, slots=True)
class Played:
    """The figures of a day that was played.

    ``lost``: meetings of the plan that were not held where they were planned, by the side that was
    missing, or ``NO_TABLE``. ``by_kind``: how many were planned and how many held. ``waits``: the
    minutes of everybody who had to wait at a table, each time. ``tables``: how many were sat at, by
    slot.
    """

    planned: int
    held: int
    lost: Mapping[str, int]
    by_kind: Mapping[MeetingKind, tuple[int, int]]
    told: int
    looked_at: int
    refused: int
    waits: tuple[float, ...]
    tables: tuple[int, ...]


def judged(turnout: Turnout, course: Course) -> Played:
    """Say what came of a day."""
    return _Judging(turnout, course).played()


def is_held(day: FloorDay, meeting: DayMeeting, begins: datetime | None = None) -> bool:
    """Tell whether half of a meeting's time is left when both sides are there, and they stay.

    Args:
        day: With everybody's stays as they were.
        meeting: Of this day.
        begins: When it was agreed upon, if it had not been planned.
    """
    if meeting.cancelled or meeting.said == Word.NO_SHOW or not day.has_table(meeting):
        return False
    since = max(meeting.starts_at, begins or meeting.starts_at)
    sides = [_side_there(day, side, since, meeting.ends_at) for side in _sides(meeting)]
    if any(side is None for side in sides):
        return False
    there = [side for side in sides if side is not None]
    together = min(ends for _, ends in there) - max(starts for starts, _ in there)
    return is_enough(together, meeting.ends_at - meeting.starts_at)


def _sides(meeting: DayMeeting) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
    return meeting.hosts, meeting.guests


def _side_there(
    day: FloorDay, side: Iterable[UUID], since: datetime, until: datetime
) -> tuple[datetime, datetime] | None:
    """Give from when to when one of a side is there: of several, the one who is there longest."""
    stays = [
        (max(stay.since, since), until if stay.until is None else min(stay.until, until))
        for each in side
        for stay in day.people[each].stays
    ]
    there = [(starts, ends) for starts, ends in stays if starts < ends]
    return max(there, key=lambda each: each[1] - each[0], default=None)


def lost_by(day: FloorDay, meeting: DayMeeting) -> str:
    """Say why a meeting that was not held was not."""
    if not day.has_table(meeting):
        return NO_TABLE
    starts, ends = meeting.starts_at, meeting.ends_at
    there = []
    for side in _sides(meeting):
        stay = _side_there(day, side, starts, ends)
        there.append(stay is not None and is_enough(stay[1] - stay[0], ends - starts))
    host, guest = there
    if host == guest:
        return Missing.BOTH
    return Missing.GUEST if host else Missing.HOST


class _Judging:
    def __init__(self, turnout: Turnout, course: Course) -> None:
        self._turnout, self._course, self._day = turnout, course, course.day
        self._held = {
            each.id for each in self._day.meetings if is_held(self._day, each, self._agreed(each))
        }

    def _agreed(self, meeting: DayMeeting) -> datetime | None:
        return self._course.agreed.get(meeting.id)

    def played(self) -> Played:
        plan = [each for each in self._turnout.day.meetings if not each.cancelled]
        kinds: dict[MeetingKind, list[int]] = {kind: [0, 0] for kind in MeetingKind}
        lost: dict[str, int] = defaultdict(int)
        for meeting in plan:
            kinds[meeting.kind][0] += 1
            if not is_held(self._turnout.day, meeting):
                lost[lost_by(self._turnout.day, meeting)] += 1
        for meeting in self._day.meetings:
            kinds[meeting.kind][1] += meeting.id in self._held
        course = self._course
        return Played(
            planned=len(plan),
            held=len(self._held),
            lost=dict(sorted(lost.items())),
            by_kind={kind: (planned, held) for kind, (planned, held) in kinds.items()},
            told=course.told,
            looked_at=course.looked_at,
            refused=course.refused,
            waits=(*course.waited, *self._waits()),
            tables=tuple(self._tables()),
        )

    def _begins(self, meeting: DayMeeting) -> datetime:
        return max(meeting.starts_at, self._agreed(meeting) or meeting.starts_at)

    def _waits(self) -> Iterator[float]:
        """Yield the minutes of everybody who waited for others, or for nothing."""
        ready: dict[UUID, datetime] = {}
        for meeting in sorted(self._day.meetings, key=self._begins):
            if meeting.cancelled:
                continue
            comes = dict(self._comes(meeting, ready))
            if meeting.id in self._held:
                begins = max(min(comes[each] for each in side if each in comes)
                             for side in _sides(meeting))  # fmt: skip
                overrun = self._turnout.overruns.get((meeting.place, meeting.table), 0)
                for person in comes:
                    ready[person] = meeting.ends_at + timedelta(minutes=overrun)
                until = dict.fromkeys(comes, begins)
            else:
                until = {each: self._gives_up(meeting, each) for each in comes}
            for person, since in comes.items():
                if until[person] > since:
                    yield (until[person] - since).total_seconds() / 60

    def _comes(
        self, meeting: DayMeeting, ready: Mapping[UUID, datetime]
    ) -> Iterator[tuple[UUID, datetime]]:
        """Yield who comes to a meeting and when: after the one before it, at the earliest."""
        since = self._begins(meeting)
        for person in meeting.people:
            stay = _side_there(self._day, (person,), since, meeting.ends_at)
            if stay is not None:
                yield person, max(stay[0], ready.get(person, stay[0]))

    def _gives_up(self, meeting: DayMeeting, person: UUID) -> datetime:
        """Say until when somebody waits in vain: until they meet others, or to the end."""
        instead = [
            self._begins(other)
            for other in self._day.of_person.get(person, ())
            if other.id in self._held and not set(other.places).isdisjoint(meeting.places)
        ]
        leaves = [stay.until for stay in self._day.people[person].stays if stay.until is not None]
        return min([meeting.ends_at, *instead, *leaves])

    def _tables(self) -> Iterator[int]:
        for slot in self._day.slots:
            yield len(
                {
                    meeting.table
                    for meeting in self._at(slot.place)
                    if any(self._is_there(each, meeting) for each in meeting.people)
                }
            )

    def _at(self, place: int) -> Iterator[DayMeeting]:
        return (each for each in self._day.meetings if place in each.places and not each.cancelled)

    def _is_there(self, person: UUID, meeting: DayMeeting) -> bool:
        since = self._begins(meeting)
        return _side_there(self._day, (person,), since, meeting.ends_at) is not None
