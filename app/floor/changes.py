"""What may change about a day at once, and the day as it would be then. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from app.errors import DeskError
from app.floor.day import DayMeeting, DaySlot, DayTable, FloorDay, Participant, Stretch
from app.floor.states import MeetingState, standing


@dataclass(frozen=True, slots=True)
class ClosePlaces:
    """Tables, or all of a zone, are closed from an instant on; until another, if one is said."""

    tables: tuple[UUID, ...] = ()
    zone: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Delay:
    """What starts at ``starts_at`` or later starts ``minutes`` later; earlier if they are negative.

    With ``block`` only that one.
    """

    minutes: int
    starts_at: datetime
    block: UUID | None = None


@dataclass(frozen=True, slots=True)
class Shorten:
    """A block ends earlier: slots that would end after ``ends_at`` are taken out."""

    block: UUID
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Leave:
    """A delegate goes and does not come back today."""

    delegate: UUID


@dataclass(frozen=True, slots=True)
class Repair:
    """Nothing changes, but all that is lost by now is looked at together."""


Change = ClosePlaces | Delay | Shorten | Leave | Repair


@dataclass(eq=False)
class ChangeNotPossible(DeskError):
    """A change makes no sense.

    ``reason``: ``nothing_left`` to change, slots would ``overlap``, it would be ``too_late``, on
    another day, or ``past``, begun already.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The day as it would be.

    ``lost`` meetings can't stay where they are, ``ended`` ones can't be had at all any more;
    ``later`` start at another time than before.
    """

    day: FloorDay
    lost: tuple[DayMeeting, ...]
    ended: tuple[DayMeeting, ...] = ()
    later: tuple[DayMeeting, ...] = ()


def changed(day: FloorDay, change: Change, now: datetime) -> Changed:
    """Give the day as it would be, and the meetings that lose their place or their time.

    Raises:
        ChangeNotPossible: It makes no sense.
    """
    match change:
        case ClosePlaces():
            return _closed(day, change, now)
        case Delay():
            return _delayed(day, change, now)
        case Shorten():
            return _shortened(day, change, now)
        case Leave():
            return _without(day, change, now)
        case Repair():
            gone = [each for each in day.lost if not each.cancelled and not each.said]
            return Changed(day, tuple(_lost(day, [*_ahead(day, now), *gone], now)))


def _ahead(day: FloorDay, now: datetime) -> list[DayMeeting]:
    """Give the meetings that take place and are not over."""
    over = {MeetingState.CANCELLED, MeetingState.HELD}
    return [
        meeting
        for meeting in day.meetings
        if meeting.ends_at > now and standing(day, meeting, now).state not in over
    ]


def _lost(day: FloorDay, meetings: Collection[DayMeeting], now: datetime) -> Iterator[DayMeeting]:
    """Yield those that have no table, or were missed and may be had later."""
    for meeting in meetings:
        is_missed = standing(day, meeting, now).state is MeetingState.NO_SHOW
        if is_missed or not day.has_table(meeting):
            yield meeting


def _closed(day: FloorDay, change: ClosePlaces, now: datetime) -> Changed:
    ends = change.ends_at
    if change.starts_at is not None and ends is not None and ends <= change.starts_at:
        raise ChangeNotPossible("too_late")
    slots = Stretch(change.starts_at, ends).slots(day.slots)
    closing = {
        table.id
        for table in day.tables
        if table.id in change.tables or (change.zone and table.zone == change.zone)
    }
    tables = tuple(
        replace(table, open=table.open & ~slots) if table.id in closing else table
        for table in day.tables
    )
    after = replace(day, tables=tables)
    here = [
        each
        for each in _ahead(day, now)
        if day.has_table(each) and standing(day, each, now).state is not MeetingState.NO_SHOW
    ]
    return Changed(after, tuple(each for each in here if not after.has_table(each)))


def _delayed(day: FloorDay, change: Delay, now: datetime) -> Changed:
    by = timedelta(minutes=change.minutes)
    moving = [
        slot
        for slot in day.slots
        if slot.starts_at >= change.starts_at and change.block in {None, slot.block}
    ]
    if not moving or not change.minutes:
        raise ChangeNotPossible("nothing_left")
    if moving[0].starts_at < now or moving[0].starts_at + by < now:
        raise ChangeNotPossible("past")
    places = {slot.place for slot in moving}
    slots = tuple(
        replace(slot, starts_at=slot.starts_at + by, ends_at=slot.ends_at + by)
        if slot.place in places
        else slot
        for slot in day.slots
    )
    if any(one.ends_at > other.starts_at for one, other in pairwise(slots)):
        raise ChangeNotPossible("overlap")
    if any(slot.ends_at.astimezone(day.zone).date() != day.date for slot in slots):
        raise ChangeNotPossible("too_late")
    shifted = tuple(
        replace(each, starts_at=each.starts_at + by, ends_at=each.ends_at + by)
        if each.place in places
        else each
        for each in day.meetings
    )
    after = replace(
        day,
        slots=slots,
        meetings=shifted,
        people={each: _free_in(someone, day, slots) for each, someone in day.people.items()},
        tables=tuple(_open_in(table, day, slots) for table in day.tables),
    )
    ahead = [each for each in _ahead(after, now) if each.place in places]
    lost = tuple(each for each in ahead if not _can_stay(after, each))
    return Changed(after, lost, later=tuple(each for each in ahead if each not in lost))


def _free_in(someone: Participant, day: FloorDay, slots: Sequence[DaySlot]) -> Participant:
    """Say anew when somebody is free, as the slots lie at other times."""
    if not someone.away:
        return someone
    were, now = (_touched(someone.away, each) for each in (day.slots, slots))
    return replace(someone, free=(someone.free | were) & ~now)


def _open_in(table: DayTable, day: FloorDay, slots: Sequence[DaySlot]) -> DayTable:
    """Say anew when a table is open."""
    if not table.closed:
        return table
    were, now = (_touched(table.closed, each) for each in (day.slots, slots))
    return replace(table, open=(table.open | were) & ~now)


def _touched(stretches: Iterable[Stretch], slots: Sequence[DaySlot]) -> int:
    touched = 0
    for stretch in stretches:
        touched |= stretch.slots(slots)
    return touched


def _can_stay(day: FloorDay, meeting: DayMeeting) -> bool:
    taken = sum(1 << place for place in meeting.places)
    free = all(day.people[each].free & taken == taken for each in meeting.people)
    return free and day.has_table(meeting)


def _shortened(day: FloorDay, change: Shorten, now: datetime) -> Changed:
    gone = [slot for slot in day.slots if slot.block == change.block]
    gone = [slot for slot in gone if slot.ends_at > change.ends_at]
    if not gone:
        raise ChangeNotPossible("nothing_left")
    if gone[0].starts_at <= now:
        raise ChangeNotPossible("past")
    places = {slot.place for slot in gone}
    lost = tuple(each for each in _ahead(day, now) if not places.isdisjoint(each.places))
    closed = sum(1 << place for place in places)
    tables = tuple(replace(table, open=table.open & ~closed) for table in day.tables)
    return Changed(replace(day, tables=tables), lost)


def _without(day: FloorDay, change: Leave, now: datetime) -> Changed:
    """Take somebody out of the day. Where others of their side stay, a meeting goes on."""
    ended = tuple(
        each
        for each in _ahead(day, now)
        if (change.delegate,) in {each.hosts, each.guests}
        and each.starts_at > now
        and standing(day, each, now).state is not MeetingState.NO_SHOW
    )
    people = dict(day.people)
    if change.delegate in people:
        people[change.delegate] = replace(people[change.delegate], free=0, stays=())
    over = {each.id for each in ended}
    meetings = tuple(
        replace(each, cancelled=True) if each.id in over else each for each in day.meetings
    )
    return Changed(replace(day, people=people, meetings=meetings), (), ended=ended)
