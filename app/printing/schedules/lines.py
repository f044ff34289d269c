"""What a schedule says: whom its delegate meets, what else they are at, and what lies between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby, pairwise
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.event.facts import EventFacts, event_facts
from app.event.slots import StandingSlot
from app.icebreaking.of_delegate import RoundOf, RoundsOf, rounds_of
from app.meetings.arranged import CANCELLED, Arranged, arranged, arranged_with
from app.meetings.attendees import Attendees, Someone, entries_of
from app.meetings.hall import Hall, hall
from app.programme.engaged import Engagement, Engagements, How, engagements
from app.visits.of_delegate import VisitOf
from app.visits.outings import Outings, outings
from db.models import Request, Unavailable

Block = Sequence[StandingSlot]
_MINUTE = timedelta(minutes=1)
ROUND = "round"
"""The kind of a line that is a round at mixed tables. Its table has ``TABLE`` before its number."""
TABLE = "Table "


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """A meeting as one of its people reads it. A blank ``table`` was taken out of the event.

    ``partners`` are those on the other side; whoever was taken off the list is not among them.
    A session of the programme or a visit has a ``title``: ``meeting`` is its id, ``table`` its
    room, or where people gather. So has a round (``ROUND``). One that is ``for_all`` makes nobody
    a schedule who has nothing else.
    """

    meeting: UUID
    starts_at: datetime
    ends_at: datetime
    table: str
    kind: str
    partners: tuple[Someone, ...]
    title: str = ""
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """Time without a meeting: ``is_free`` in slots that nobody has taken, else between blocks."""

    starts_at: datetime
    ends_at: datetime
    is_free: bool

    def meets(self, line: ScheduleLine) -> bool:
        """Tell whether something takes place in it."""
        return line.starts_at < self.ends_at and self.starts_at < line.ends_at


@dataclass(frozen=True, slots=True)
class ScheduleDay:
    """A day of somebody who has something on it: ``entries`` are in the order of time.

    ``slot_minutes`` and ``gap_minutes`` are 0 where the blocks of the day differ in them.
    """

    date: date
    entries: tuple[ScheduleLine | Pause, ...]
    slot_minutes: int
    gap_minutes: int

    @property
    def lines(self) -> tuple[ScheduleLine, ...]:
        """Its meetings and sessions."""
        return tuple(each for each in self.entries if isinstance(each, ScheduleLine))


class ScheduleReader:
    """Reads what schedules say in one state of the event: everybody's, or only one delegate's."""

    def __init__(self, session: Session, delegate: UUID | None = None) -> None:
        self._session = session
        self.facts: EventFacts = event_facts(session)
        self._hall: Hall = hall(session)
        self._only = None if delegate is None else entries_of(session, delegate)
        self._known: Sequence[Arranged] | None = None
        if delegate is None:
            self._attendees = Attendees(session)
        else:
            self._attendees, self._known = arranged_with(session, delegate)

    def lines(self, delegate: UUID, day: date | None = None) -> tuple[ScheduleLine, ...]:
        """Give somebody's meetings, sessions, visits and rounds, on all days or one, by time.

        One whose slot was taken out of the event has no time any more, and is none of them.
        """
        told = [self._line(delegate, each) for each in self._of.get(delegate, ())]
        told += self._beside(delegate)
        found = [
            each
            for each in told
            if each is not None and day in (None, self.facts.day_of(each.starts_at))
        ]
        return tuple(sorted(found, key=lambda each: (each.starts_at, each.meeting)))

    def around(self, day: date) -> Mapping[UUID, tuple[ScheduleLine, ...]]:
        """Give everybody's lines of a day that are no meetings."""
        people = {*self._engaged, *self._outings, *self._rounds}
        told = {
            each: [line for line in self._beside(each) if self.facts.day_of(line.starts_at) == day]
            for each in people
        }
        return {
            each: tuple(sorted(lines, key=lambda line: (line.starts_at, line.meeting)))
            for each, lines in told.items()
            if lines
        }

    def are_coming(self, delegate: UUID) -> bool:
        """Tell whether somebody comes to the event."""
        return self._attendees.are_coming([delegate])

    def days(self, delegate: UUID, day: date | None = None) -> tuple[ScheduleDay, ...]:
        """Give the days on which somebody has something, with what lies between."""
        by_day = groupby(
            self.lines(delegate, day), key=lambda each: self.facts.day_of(each.starts_at)
        )
        return tuple(self._day(delegate, each, tuple(lines)) for each, lines in by_day)

    def _line(self, delegate: UUID, meeting: Arranged) -> ScheduleLine | None:
        where = self._hall
        if meeting.slot_id is None or meeting.slot_id not in where.place_of:
            return None
        taken = where.taken(meeting.slot_id, meeting.length) or (meeting.slot_id,)
        first, last = (where.slots[where.place_of[each]] for each in (taken[0], taken[-1]))
        table = None if meeting.table_id is None else where.table.get(meeting.table_id)
        kind = meeting.kind or self._kinds.get(meeting.request_id, "")
        theirs = meeting.hosts if delegate in meeting.guests else meeting.guests
        return ScheduleLine(
            meeting.id,
            first.starts_at,
            last.ends_at,
            table.label if table is not None else "",
            str(kind or self._attendees.kind_of(meeting.hosts, meeting.guests)),
            tuple(each for each in self._attendees.named(theirs) if each.badge_number),
        )

    def _day(self, delegate: UUID, day: date, lines: Sequence[ScheduleLine]) -> ScheduleDay:
        blocks = self._blocks[day]
        busy = [(each.starts_at, each.ends_at) for each in lines] + self._away[delegate]
        free = (pause for block in blocks for pause in _free(block, busy))
        sessions = [each for each in lines if each.title]
        breaks = (each for each in _breaks(blocks) if not any(map(each.meets, sessions)))
        entries: list[ScheduleLine | Pause] = [*lines, *free, *breaks]
        entries.sort(key=lambda each: each.starts_at)
        return ScheduleDay(day, tuple(entries), _only(_lengths(blocks)), _only(_gaps(blocks)))

    def _beside(self, delegate: UUID) -> Iterator[ScheduleLine]:
        yield from map(_session_line, self._engaged.get(delegate, ()))
        yield from map(_visit_line, self._outings.get(delegate, ()))
        yield from map(_round_line, self._rounds.get(delegate, ()))

    @cached_property
    def _of(self) -> Mapping[UUID, Sequence[Arranged]]:
        """Give the meetings of each."""
        known = self._known
        meetings = arranged(self._session, self._attendees) if known is None else known
        found: dict[UUID, list[Arranged]] = defaultdict(list)
        for meeting in meetings:
            if meeting.state != CANCELLED:
                for each in meeting.people:
                    found[each].append(meeting)
        return found

    @cached_property
    def _engaged(self) -> Engagements:
        return engagements(self._session, self._attendees, self._only)

    @cached_property
    def _outings(self) -> Outings:
        return outings(self._session, self._attendees, self._only)

    @cached_property
    def _rounds(self) -> RoundsOf:
        return rounds_of(self._session, self._attendees, self._only)

    @cached_property
    def _blocks(self) -> Mapping[date, Sequence[Block]]:
        """Give the slots of each day, those of a block together, blocks in the order of time."""
        blocks: dict[tuple[date, UUID], list[StandingSlot]] = defaultdict(list)
        for slot in self._hall.slots:
            blocks[self.facts.day_of(slot.starts_at), slot.block_id].append(slot)
        of_day: dict[date, list[Block]] = defaultdict(list)
        for (day, _), slots in blocks.items():
            of_day[day].append(slots)
        return of_day

    @cached_property
    def _kinds(self) -> Mapping[UUID | None, str]:
        asked = {each.request_id for of in self._of.values() for each in of if not each.kind}
        query = select(Request.id, Request.kind).where(Request.alive, Request.kind != "")
        rows = self._session.connection().execute(query)
        return {request: kind for request, kind in rows if request in asked}

    @cached_property
    def _away(self) -> Mapping[UUID, list[tuple[datetime, datetime]]]:
        away: dict[UUID, list[tuple[datetime, datetime]]] = defaultdict(list)
        query = select(Unavailable.delegate_id, Unavailable.starts_at, Unavailable.ends_at)
        rows = self._session.connection().execute(query.where(Unavailable.alive))
        for delegate, starts_at, ends_at in rows:
            if delegate is not None and starts_at is not None and ends_at is not None:
                away[self._attendees.standing(delegate)].append((starts_at, ends_at))
        return away


def _session_line(each: Engagement) -> ScheduleLine:
    for_all = each.how is How.EVERYBODY
    place = (each.starts_at, each.ends_at, each.room)
    return ScheduleLine(each.session, *place, "", (), each.title, for_all)


def _visit_line(each: VisitOf) -> ScheduleLine:
    place = (each.starts_at, each.ends_at, each.meeting_point)
    return ScheduleLine(each.visit, *place, "", (), each.title)


def _round_line(each: RoundOf) -> ScheduleLine:
    times, thing = (each.starts_at, each.ends_at), uuid5(each.rounds, str(each.number))
    title = f"Ice-breaking, round {each.number}"
    return ScheduleLine(thing, *times, f"{TABLE}{each.table}", ROUND, (), title)


def _free(block: Block, busy: Iterable[tuple[datetime, datetime]]) -> Iterator[Pause]:
    """Yield the stretches of a block in which nothing is arranged, each as long as it goes."""
    taken = tuple(busy)

    def is_free(slot: StandingSlot) -> bool:
        return not any(slot.meets(starts, ends) for starts, ends in taken)

    for free, slots in groupby(block, key=is_free):
        if free:
            stretch = tuple(slots)
            yield Pause(stretch[0].starts_at, stretch[-1].ends_at, is_free=True)


def _breaks(blocks: Iterable[Block]) -> Iterator[Pause]:
    for before, after in pairwise(blocks):
        if before[-1].ends_at < after[0].starts_at:
            yield Pause(before[-1].ends_at, after[0].starts_at, is_free=False)


def _lengths(blocks: Iterable[Block]) -> Iterator[timedelta]:
    return (slot.ends_at - slot.starts_at for block in blocks for slot in block)


def _gaps(blocks: Iterable[Block]) -> Iterator[timedelta]:
    pairs = (pair for block in blocks for pair in pairwise(block))
    return (after.starts_at - before.ends_at for before, after in pairs)


def _only(lengths: Iterable[timedelta]) -> int:
    """Give in minutes the one length that there is; 0 if there are several, or none."""
    found = set(lengths)
    return int(found.pop() / _MINUTE) if len(found) == 1 else 0
