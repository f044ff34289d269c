"""What needs somebody on the floor at an instant, most urgent first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.floor.clashing import clashing, torn
from app.floor.day import DayMeeting, FloorDay
from app.floor.rules import FloorRules
from app.floor.states import MeetingState, Missing, Word, people_of, standing

_SETTLED = frozenset({MeetingState.CANCELLED, MeetingState.HELD, MeetingState.NO_SHOW})


class Need(StrEnum):
    """Why somebody should look, in the order of urgency."""

    NO_SHOW = "no_show"
    """It should run. One side did not come, somebody said; the other waits."""
    CLASH = "clash"
    """Two meetings at one table, or of one person, at one time: desks that were cut off."""
    ONE_MISSING = "one_missing"
    """It should run, and one side is not in the house."""
    COMES_LATE = "comes_late"
    """One side let us know that it comes after the start."""
    BOTH_MISSING = "both_missing"
    """It should run, and nobody of it is in the house."""
    SOON_MISSING = "soon_missing"
    """It starts soon, and one side or both have not checked in."""
    NOT_COMING = "not_coming"
    """Somebody in it does not come to the event any more."""
    IN_SESSION = "in_session"
    """Somebody in it has to be in a session of the programme then."""
    TO_CALL = "to_call"
    """Both sides are in the house, it starts soon, and nobody has called them."""
    TABLE_CLOSED = "table_closed"
    """Its table is closed in a slot that it takes."""
    NO_PLACE = "no_place"
    """Its slot or its table was taken out of the event. It is in no slot of the day."""
    PAPER = "paper"
    """What some have on paper is not so any more."""
    IDLE = "idle"
    """Tables stand empty while people who want to meet are free."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to look at.

    ``meetings`` are those it is about; ``missing`` the people who are not there, ``waiting`` those
    who are. ``starts_at`` is when the first of the meetings starts; what began before now waits
    since. ``tables`` are those concerned, or idle; ``wishes`` the requests they could serve.
    ``sessions`` are the titles of those that the ``missing`` have to be in.
    """

    need: Need
    starts_at: datetime
    meetings: tuple[UUID, ...] = ()
    missing: tuple[UUID, ...] = ()
    waiting: tuple[UUID, ...] = ()
    comes_at: datetime | None = None
    tables: tuple[UUID, ...] = ()
    wishes: tuple[UUID, ...] = ()
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenWish:
    """A request that has no meeting. ``places`` has bit ``n`` for a slot where it may begin."""

    id: UUID
    people: tuple[UUID, ...]
    worth: int
    places: int = -1


@dataclass(frozen=True, slots=True)
class Beside:
    """What else the day is looked at with. ``outdated``: people whose paper is not so any more."""

    wishes: Sequence[OpenWish] = ()
    outdated: Mapping[UUID, datetime] = field(default_factory=dict)


def attention(
    day: FloorDay, now: datetime, rules: FloorRules, beside: Beside | None = None
) -> tuple[Item, ...]:
    """Give what needs somebody: by urgency, then by time, then by table."""
    looking = _Looking(day, now, now + timedelta(minutes=rules.soon_minutes))
    others = beside or Beside()
    items = [*looking.at_meetings(), *looking.clashes(), *looking.to_call(), *looking.lost()]
    items += [*looking.in_sessions(), *_paper(others.outdated), *looking.idle(others.wishes)]
    urgency = {need: place for place, need in enumerate(Need)}
    order = {table.id: place for place, table in enumerate(day.tables)}
    return tuple(
        sorted(
            items,
            key=lambda item: (
                urgency[item.need],
                item.starts_at,
                min((order.get(table, -1) for table in item.tables), default=-1),
            ),
        )
    )


def _paper(outdated: Mapping[UUID, datetime]) -> Iterator[Item]:
    if outdated:
        yield Item(Need.PAPER, min(outdated.values()), waiting=tuple(sorted(outdated, key=str)))


class _Looking:
    def __init__(self, day: FloorDay, now: datetime, soon: datetime) -> None:
        self._day, self._now, self._soon = day, now, soon
        self._ahead = [
            meeting for meeting in day.meetings if not meeting.cancelled and meeting.ends_at > now
        ]
        self._soon_ones = [meeting for meeting in self._ahead if meeting.starts_at <= soon]
        self._here = {each for each, someone in day.people.items() if someone.is_here(now)}
        self._not_coming = {each for each, someone in day.people.items() if not someone.is_coming}
        every = sum(1 << slot.place for slot in day.slots)
        self._open = {table.id for table in day.tables if table.open & every == every}

    def at_meetings(self) -> Iterator[Item]:
        for meeting in self._ahead:
            need = self._need(meeting)
            if need is not None:
                yield self._item(need, meeting)

    def _need(self, meeting: DayMeeting) -> Need | None:
        if meeting.starts_at > self._soon:
            return self._later_need(meeting)
        stands = standing(self._day, meeting, self._now)
        if stands.state is MeetingState.NO_SHOW:
            return Need.NO_SHOW if self._somebody_waits(meeting, stands.missing) else None
        if stands.state is MeetingState.HELD:
            return None
        if stands.state is not MeetingState.RUNNING:
            missing = people_of(meeting, stands.missing)
            if stands.missing:
                return self._absence(meeting, missing, stands.missing)
        return self._later_need(meeting)

    def _somebody_waits(self, meeting: DayMeeting, side: Missing | None) -> bool:
        """Tell whether somebody of the other side came, and meets nobody else instead."""
        missing = people_of(meeting, side)
        return any(
            person not in missing
            and self._day.people[person].is_here(self._now)
            and not any(
                other.id != meeting.id and set(other.places) & set(meeting.places)
                for other in self._day.of_person.get(person, ())
            )
            for person in meeting.people
        )

    def _later_need(self, meeting: DayMeeting) -> Need | None:
        """Look only at what can be known long before: that is most of a day's meetings."""
        people = (*meeting.hosts, *meeting.guests)
        if self._not_coming and not self._not_coming.isdisjoint(people):
            return Need.NOT_COMING
        has_table = meeting.table in self._open or self._day.has_table(meeting)
        return None if has_table else Need.TABLE_CLOSED

    def _absence(self, meeting: DayMeeting, missing: Sequence[UUID], side: Missing) -> Need | None:
        comes_at = self._comes_at(missing)
        if comes_at is not None and comes_at > max(meeting.starts_at, self._now):
            return Need.COMES_LATE
        if meeting.starts_at > self._now:
            is_announced = comes_at is not None and comes_at > self._now
            return None if is_announced else Need.SOON_MISSING
        return Need.BOTH_MISSING if side is Missing.BOTH else Need.ONE_MISSING

    def _item(self, need: Need, meeting: DayMeeting) -> Item:
        missing = list(people_of(meeting, standing(self._day, meeting, self._now).missing))
        if need is Need.NOT_COMING:
            missing = [each for each in meeting.people if not self._day.people[each].is_coming]
        waiting = [
            person
            for person in meeting.people
            if person not in missing and self._day.people[person].is_here(self._now)
        ]
        return Item(
            need,
            meeting.starts_at,
            (meeting.id,),
            tuple(missing),
            tuple(waiting),
            self._comes_at(missing),
            (meeting.table,),
        )

    def _comes_at(self, missing: Iterable[UUID]) -> datetime | None:
        """Give when the last of the missing comes, if all of them said so."""
        said = [self._day.people[person].comes_at for person in missing]
        known = [each for each in said if each is not None]
        return max(known) if known and len(known) == len(said) else None

    def lost(self) -> Iterator[Item]:
        """Give what was taken out under its people, until somebody says what becomes of it.

        If its slot still stands, what nobody has said by its end is over like any other.
        """
        for meeting in self._day.lost:
            stands = standing(self._day, meeting, self._now)
            runs = stands.state is MeetingState.RUNNING
            is_over = meeting.ends_at <= self._now if meeting.has_slot else runs
            if not is_over and stands.state not in _SETTLED:
                here = tuple(e for e in meeting.people if self._day.people[e].is_here(self._now))
                yield Item(
                    Need.NO_PLACE,
                    meeting.starts_at,
                    (meeting.id,),
                    waiting=here,
                    tables=(meeting.table,),
                )

    def clashes(self) -> Iterator[Item]:
        ahead = {meeting.id for meeting in self._ahead if meeting.said != Word.NO_SHOW}
        for one, other in clashing(self._day, ahead):
            people = set(one.people) & set(other.people)
            yield Item(
                Need.CLASH,
                min(one.starts_at, other.starts_at),
                (one.id, other.id),
                waiting=tuple(sorted(people, key=str)),
                tables=tuple(dict.fromkeys((one.table, other.table))),
            )

    def in_sessions(self) -> Iterator[Item]:
        for each in torn(self._day, self._ahead):
            meeting = each.meeting
            if standing(self._day, meeting, self._now).state not in _SETTLED:
                about = (Need.IN_SESSION, meeting.starts_at, (meeting.id,), each.people)
                yield Item(*about, tables=(meeting.table,), sessions=each.sessions)

    def to_call(self) -> Iterator[Item]:
        """Give what can be called, one item a slot: people are called together."""
        slots: dict[datetime, list[DayMeeting]] = defaultdict(list)
        for meeting in self._soon_ones:
            stands = standing(self._day, meeting, self._now)
            if stands.state is MeetingState.PLANNED and not stands.missing:
                slots[meeting.starts_at].append(meeting)
        for starts_at, meetings in slots.items():
            yield Item(
                Need.TO_CALL,
                starts_at,
                tuple(meeting.id for meeting in meetings),
                tables=tuple(meeting.table for meeting in meetings),
            )

    def idle(self, wishes: Sequence[OpenWish]) -> Iterator[Item]:
        """Give tables that could be used in the slot that runs or starts soon, one item a slot."""
        for slot in self._day.slots:
            if slot.ends_at <= self._now or slot.starts_at > self._soon:
                continue
            free = self._here - self._busy(slot.place)
            tables = tuple(
                table.id
                for table in self._day.tables
                if table.open >> slot.place & 1
                and not table.owners
                and not any(map(self._is_sat_at, self._day.at.get((table.id, slot.place), ())))
            )
            could = [
                wish
                for wish in wishes
                if wish.places >> slot.place & 1 and free.issuperset(wish.people)
            ]
            if tables and could:
                yield Item(
                    Need.IDLE, slot.starts_at, tables=tables, wishes=tuple(w.id for w in could)
                )

    def _is_sat_at(self, meeting: DayMeeting) -> bool:
        """Tell whether the people of a meeting sit at its table, or will, or one of them waits."""
        if meeting.cancelled:
            return False
        stands = standing(self._day, meeting, self._now)
        is_missed = stands.is_said and stands.state is MeetingState.NO_SHOW
        return not is_missed or self._somebody_waits(meeting, stands.missing)

    def _busy(self, place: int) -> set[UUID]:
        """Give whoever sits in a meeting in a slot, or will."""
        return {
            person
            for meeting in self._soon_ones
            if meeting.place <= place < meeting.place + meeting.length
            and standing(self._day, meeting, self._now).state is not MeetingState.NO_SHOW
            for person in meeting.people
        }
