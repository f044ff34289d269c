"""Reads the running day from the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from operator import attrgetter
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.event.owning import Owner
from app.floor.day import DayMeeting, DaySlot, DayTable, FloorDay, Participant, Stay, Stretch
from app.meetings.arranged import CANCELLED
from app.meetings.attendees import Attendees, MeetingKind
from app.meetings.hall import Hall
from app.meetings.setting import Setting
from db.models import CheckIn, Closure, Delegate, Lateness, Meeting, Request, Unavailable


def day_read(session: Session, around: Setting, day: date, also: Collection[UUID] = ()) -> FloorDay:
    """Read a day in one state of the event. ``also``: people who are named besides."""
    where, attendees = around.hall, around.attendees
    slots = tuple(_slots_of(where, day))
    found = meetings_of(session, around, slots)
    named = {person for meeting in found.of_day for person in meeting.people} | set(also)
    return FloorDay(
        date=day,
        zone=where.zone,
        slots=slots,
        tables=tuple(_tables(session, where, attendees)),
        people=people_of(session, around, named, day),
        meetings=found.of_day,
        elsewhere=found.elsewhere,
        lost=found.lost,
        far=where.far,
    )


def moved_on(
    session: Session, around: Setting, day: FloorDay, changed: Collection[UUID], *, passed: bool
) -> FloorDay:
    """Read what is new of a day that was read before.

    Args:
        session: Of the state it is to be brought to.
        around: As it was then, and still is.
        day: What was read then.
        changed: Meetings that were written to since.
        passed: Whether somebody came, left, or let us know when they come.
    """
    found = meetings_of(session, around, day.slots, changed)
    stay = [each for each in day.meetings if each.id not in changed]
    now = sorted([*stay, *found.of_day], key=_ORDER)
    others = {each: row for each, row in day.elsewhere.items() if each not in changed}
    named = {person for meeting in now for person in meeting.people}
    people = day.people
    if passed:
        people = people_of(session, around, named, day.date)
    else:
        stay_there = {each: who for each, who in people.items() if each in named or who.stays}
        if not named <= stay_there.keys():
            stay_there |= people_of(session, around, named - stay_there.keys(), day.date)
        people = stay_there
    return replace(
        day,
        people=people,
        meetings=tuple(now),
        elsewhere={**others, **found.elsewhere},
        lost=(*(each for each in day.lost if each not in changed), *found.lost),
    )


def _tables(session: Session, where: Hall, attendees: Attendees) -> Iterator[DayTable]:
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


def _slots_of(where: Hall, day: date) -> Iterator[DaySlot]:
    number = 0
    for place, slot in enumerate(where.slots):
        if slot.starts_at.astimezone(where.zone).date() == day:
            number += 1
            yield DaySlot(slot.id, slot.block_id, place, number, slot.starts_at, slot.ends_at)


_ORDER = attrgetter("place", "number")

_COLUMNS = select(
    Meeting.id,
    Meeting.number,
    Meeting.request_id,
    Meeting.hosts,
    Meeting.guests,
    Meeting.slot_id,
    Meeting.table_id,
    Meeting.length,
    Meeting.kind,
    Meeting.state,
    Meeting.locked,
    Meeting.said,
    Meeting.missing,
    Meeting.called_at,
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
    where, attendees = around.hall, around.attendees
    places = {slot.id: slot for slot in slots}
    kinds = _KindsOf(attendees)
    found: list[DayMeeting] = []
    lost: list[UUID] = []
    elsewhere: dict[UUID, UUID] = {}
    query = _COLUMNS.where(Meeting.alive).order_by(Meeting.id)
    if only is not None:
        query = query.where(Meeting.id.in_(only))
    for row in session.connection().execute(query):
        taken = where.taken(row.slot_id, row.length)
        if taken is None or row.table_id not in where.table:
            if row.state != CANCELLED:
                lost.append(row.id)
            continue
        first = places.get(taken[0])
        if first is None:
            if row.request_id is not None:
                elsewhere[row.id] = row.request_id
            continue
        hosts = attendees.standing_named(row.hosts)
        guests = attendees.standing_named(row.guests)
        found.append(
            DayMeeting(
                id=row.id,
                number=row.number,
                request=row.request_id,
                hosts=hosts,
                guests=guests,
                place=first.place,
                length=row.length,
                table=row.table_id,
                kind=kinds(row.kind or row.wished_kind or "", hosts, guests),
                starts_at=first.starts_at,
                ends_at=places[taken[-1]].ends_at,
                cancelled=row.state == CANCELLED,
                locked=row.locked,
                said=row.said,
                missing=row.missing,
                called_at=row.called_at,
                planned_place=where.place_of.get(row.planned_slot_id),
                planned_table=row.planned_table_id,
            )
        )
    return Found(tuple(sorted(found, key=_ORDER)), elsewhere, tuple(lost))


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


def people_of(
    session: Session, around: Setting, named: Collection[UUID], day: date
) -> Mapping[UUID, Participant]:
    """Give people as they stand on a day: those who are named, and all who came."""
    attendees = around.attendees
    away: dict[UUID, list[Stretch]] = defaultdict(list)
    stretches = select(Unavailable.delegate_id, Unavailable.starts_at, Unavailable.ends_at)
    for delegate, starts_at, ends_at in session.connection().execute(
        stretches.where(Unavailable.alive)
    ):
        if delegate is not None:
            away[attendees.standing(delegate)].append(Stretch(starts_at, ends_at))
    stays, coming_at = _stays(session, attendees, day), _latenesses(session, attendees)
    phones = dict(
        session.connection()
        .execute(select(Delegate.id, Delegate.phone).where(Delegate.alive))
        .all()
    )
    found: dict[UUID, Participant] = {}
    for someone in attendees.named({*named, *stays}):
        attendee = attendees.get(someone.id)
        days = attendee.days if attendee is not None else ()
        found[someone.id] = Participant(
            who=someone,
            phone=phones.get(someone.id, ""),
            stays=stays.get(someone.id, ()),
            comes_at=coming_at.get(someone.id),
            free=around.hall.on_days(days) & ~around.away.get(someone.id, 0),
            away=tuple(away.get(someone.id, ())),
            is_coming=attendee is not None
            and attendee.is_coming
            and (not days or day.isoformat() in days),
        )
    return found


def _stays(session: Session, attendees: Attendees, day: date) -> Mapping[UUID, tuple[Stay, ...]]:
    """Give when each was in the house on a day, from how they passed the desk."""
    passed = (
        select(CheckIn.delegate_id, CheckIn.way, CheckIn.at)
        .where(CheckIn.day == day, CheckIn.alive)
        .order_by(CheckIn.at, CheckIn.hlc)
    )
    stays: dict[UUID, list[Stay]] = defaultdict(list)
    for delegate, way, at in session.connection().execute(passed):
        if delegate is None or at is None:
            continue
        theirs = stays[attendees.standing(delegate)]
        is_here = bool(theirs) and theirs[-1].until is None
        if way == "out" and is_here:
            theirs[-1] = Stay(theirs[-1].since, at)
        elif way != "out" and not is_here:
            theirs.append(Stay(at))
    return {delegate: tuple(each) for delegate, each in stays.items()}


def _latenesses(session: Session, attendees: Attendees) -> Mapping[UUID, datetime]:
    """Give what each said last of when they come."""
    said = (
        select(Lateness.delegate_id, Lateness.comes_at)
        .where(Lateness.alive)
        .order_by(Lateness.stamp)
    )
    return {
        attendees.standing(delegate): comes_at
        for delegate, comes_at in session.connection().execute(said)
        if delegate is not None and comes_at is not None
    }
