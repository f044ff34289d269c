"""Reads the running day from the store."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.event.owning import Owner
from app.floor.carrying import with_changed
from app.floor.day import DayMeeting, DaySlot, DayTable, FloorDay, Stretch
from app.floor.losing import losses
from app.floor.people import people_of
from app.meetings.arranged import CANCELLED, COLUMNS
from app.meetings.attendees import Attendees, MeetingKind
from app.meetings.hall import Hall
from app.meetings.setting import Setting
from db.models import Closure, Meeting, Request


def day_read(session: Session, around: Setting, day: date, also: Collection[UUID] = ()) -> FloorDay:
    """Read a day in one state of the event. ``also``: people who are named besides."""
    where, attendees = around.hall, around.attendees
    slots = tuple(slots_of(where, day))
    found = meetings_of(session, around, slots)
    lost = losses(session, around, day, found.lost)
    named = {person for meeting in (*found.of_day, *lost) for person in meeting.people} | set(also)
    return FloorDay(
        date=day,
        zone=where.zone,
        slots=slots,
        tables=tuple(tables_of(session, where, attendees)),
        people=people_of(session, around, named, day),
        meetings=found.of_day,
        elsewhere=found.elsewhere,
        lost=lost,
        far=where.far,
    )


def moved_on(
    session: Session,
    around: Setting,
    day: FloorDay,
    changed: Collection[UUID],
    passed: Collection[UUID],
) -> FloorDay:
    """Read what is new of a day that was read before.

    Args:
        session: Of the state it is to be brought to.
        around: As it is in that state.
        day: What was read then, in these slots and at these tables.
        changed: Meetings that were written to since.
        passed: Delegates who came, left, or let us know when they come, since.
    """
    found = meetings_of(session, around, day.slots, changed)
    gone = [day.meeting[each] for each in changed if each in day.meeting]
    out = set(map(id, gone))
    now = [each for each in day.meetings if id(each) not in out]
    for each in found.of_day:
        insort(now, each, key=_ORDER)
    lost = [each for each in day.lost if id(each) not in out]
    lost = [*lost, *losses(session, around, day.date, found.lost)]
    elsewhere = day.elsewhere
    if found.elsewhere or not elsewhere.keys().isdisjoint(changed):
        elsewhere = {each: row for each, row in elsewhere.items() if each not in changed}
        elsewhere |= found.elsewhere
    named = _Named(day, set(changed), [*found.of_day, *lost])
    moved = {*around.attendees.standing_all(passed)}
    people = day.people
    leaving = [each for each in _people_in(gone) if each not in named and not people[each].stays]
    anew = moved | (named.now - people.keys())
    if anew or leaving:
        out_of_date = {*moved, *leaving}
        stay = {each: who for each, who in people.items() if each not in out_of_date}
        naming = [each for each in anew if each in named]
        people = {**stay, **people_of(session, around, naming, day.date, anew)}
    return with_changed(
        day,
        tuple(now),
        (gone, found.of_day),
        people=people,
        elsewhere=elsewhere,
        lost=tuple(sorted(lost, key=lambda each: (each.starts_at, each.number))),
    )


class _Named:
    """Whom the meetings of a day name, once some were read again; ``now`` are those of these."""

    def __init__(
        self, before: FloorDay, changed: Collection[UUID], anew: Iterable[DayMeeting]
    ) -> None:
        self._before, self._changed = before, changed
        self.now = _people_in(anew)
        self._by_cancelled = _people_in(
            each for each in before.meetings if each.cancelled and each.id not in changed
        )

    def __contains__(self, person: UUID) -> bool:
        if person in self.now or person in self._by_cancelled:
            return True
        theirs = self._before.of_person.get(person, ())
        return any(each.id not in self._changed for each in theirs)


def _people_in(meetings: Iterable[DayMeeting]) -> set[UUID]:
    return {person for meeting in meetings for person in meeting.people}


def tables_of(session: Session, where: Hall, attendees: Attendees) -> Iterator[DayTable]:
    """Yield the tables, with all that closes them."""
    closed: dict[UUID | str, list[Stretch]] = defaultdict(list)
    rows = session.connection().execute(
        select(Closure.table_id, Closure.zone, Closure.starts_at, Closure.ends_at).where(
            Closure.alive
        )
    )
    for table_id, zone, starts_at, ends_at in rows:
        closed[table_id or zone].append(Stretch(starts_at, ends_at))
    for table in where.tables:
        stretches = closed.get(table.id, []) + (closed.get(table.zone, []) if table.zone else [])
        yield DayTable(
            table.id,
            table.label,
            table.zone,
            table.open,
            _owners(attendees, table.owners),
            tuple(stretches),
        )


def _owners(attendees: Attendees, owners: Sequence[Owner]) -> frozenset[UUID]:
    if not owners:
        return frozenset()
    ids = {owner.id for owner in owners}
    return frozenset(
        entry
        for entry, attendee in attendees.entries.items()
        if entry in ids or attendee.organisation_id in ids
    )


def slots_of(where: Hall, day: date) -> Iterator[DaySlot]:
    """Yield the slots of a day."""
    number = 0
    for place, slot in enumerate(where.slots):
        if slot.starts_at.astimezone(where.zone).date() == day:
            number += 1
            yield DaySlot(slot.id, slot.block_id, place, number, slot.starts_at, slot.ends_at)


_ORDER = attrgetter("place", "number")

_MEETINGS = select(
    *COLUMNS,
    Meeting.said,
    Meeting.missing,
    Meeting.called_at,
    Meeting.hosts_seated_at,
    Meeting.guests_seated_at,
    Meeting.planned_slot_id,
    Meeting.planned_table_id,
    Request.kind.label("wished_kind"),
).outerjoin(Request, Request.id == Meeting.request_id)


@dataclass(frozen=True, slots=True)
class Found:
    """Meetings that were read, as in ``FloorDay``."""

    of_day: tuple[DayMeeting, ...]
    elsewhere: Mapping[UUID, UUID]
    lost: tuple[UUID, ...]


def meetings_of(
    session: Session,
    around: Setting,
    slots: Sequence[DaySlot],
    only: Collection[UUID] | None = None,
) -> Found:
    """Find the meetings in these slots, and what is said of the others; all, or some."""
    placing = _Placing(around, slots)
    found: list[DayMeeting] = []
    lost: list[UUID] = []
    elsewhere: dict[UUID, UUID] = {}
    query = _MEETINGS.where(Meeting.alive).order_by(Meeting.id)
    if only is not None:
        query = query.where(Meeting.id.in_(only))
    for row in session.connection().execute(query):
        taken = placing.taken(row)
        if taken is None:
            lost.append(row.id)
        elif taken[0] in placing.places:
            found.append(placing.meeting(row, taken))
            continue
        if row.request_id is not None:
            elsewhere[row.id] = row.request_id
    return Found(tuple(sorted(found, key=_ORDER)), elsewhere, tuple(lost))


class _Placing:
    """Puts meetings into the slots of a day, by their rows."""

    def __init__(self, around: Setting, slots: Sequence[DaySlot]) -> None:
        self.places = {slot.id: slot for slot in slots}
        self._where, self._attendees = around.hall, around.attendees
        self._kinds = _KindsOf(around.attendees)

    def taken(self, row: Row[*tuple[Any, ...]]) -> Sequence[UUID] | None:
        """Give the slots that a meeting takes, of whichever day; nothing if it has no place."""
        is_at_table = row.table_id in self._where.table
        return self._where.taken(row.slot_id, row.length) if is_at_table else None

    def meeting(self, row: Row[*tuple[Any, ...]], taken: Sequence[UUID]) -> DayMeeting:
        """Give a meeting of the day."""
        first = self.places[taken[0]]
        hosts = self._attendees.standing_named(row.hosts)
        guests = self._attendees.standing_named(row.guests)
        return DayMeeting(
            id=row.id,
            number=row.number,
            request=row.request_id,
            hosts=hosts,
            guests=guests,
            place=first.place,
            length=row.length,
            table=row.table_id,
            kind=self._kinds(row.kind or row.wished_kind or "", hosts, guests),
            starts_at=first.starts_at,
            ends_at=self.places[taken[-1]].ends_at,
            cancelled=row.state == CANCELLED,
            locked=row.locked,
            said=row.said,
            missing=row.missing,
            called_at=row.called_at,
            planned_place=self._where.place_of.get(row.planned_slot_id),
            planned_table=row.planned_table_id,
            hosts_seated_at=row.hosts_seated_at,
            guests_seated_at=row.guests_seated_at,
        )


class _KindsOf:
    """Says of what kind a meeting is, and remembers it for organisations that meet often."""

    def __init__(self, attendees: Attendees) -> None:
        self._attendees = attendees
        self._known: dict[tuple[tuple[UUID, ...], tuple[UUID, ...]], MeetingKind] = {}

    def __call__(self, said: str, hosts: tuple[UUID, ...], guests: tuple[UUID, ...]) -> MeetingKind:
        if said:
            return MeetingKind(said)
        sides = (hosts, guests)
        if sides not in self._known:
            self._known[sides] = self._attendees.kind_of(hosts, guests)
        return self._known[sides]
