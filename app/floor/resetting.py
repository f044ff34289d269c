"""A day that was read before, in an event whose slots, tables or closures are others since."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.floor.carrying import with_meetings
from app.floor.day import DayMeeting, FloorDay, Participant
from app.floor.reading import slots_of, tables_of
from app.meetings.attendees import Attendees
from app.meetings.setting import Setting
from db.models import Meeting


def reset(
    session: Session, day: FloorDay, before: Setting, around: Setting
) -> tuple[FloorDay, Collection[UUID]]:
    """Give a day in its new setting, and the meetings that have to be read again.

    Args:
        session: Of the state it is to be brought to.
        day: As it was read.
        before: What was around it then.
        around: What is around it in that state, with the same people behind all entries.
    """
    resetting = _Resetting(day, before, around)
    meetings = tuple(map(resetting.meeting, day.meetings))
    again = resetting.again | set(_at_new_places(session, day, before, around))
    if again or not resetting.is_same:
        again |= {each.id for each in day.lost}
    after = with_meetings(
        day,
        meetings,
        slots=resetting.slots,
        tables=tuple(tables_of(session, around.hall, around.attendees)),
        people=dict(resetting.people()),
        far=around.hall.far,
    )
    return after, again


def unlike(before: Attendees, now: Attendees) -> Collection[UUID] | None:
    """Give the entries of which something else is said than before.

    Nothing, if it is otherwise who stands for whom or who is a cluster: no meeting is of just the
    same people then, or of the same kind.
    """
    were, are = before.entries, now.entries
    changed = {entry for entry, found in are.items() if were.get(entry) != found}
    for entry in were:
        if (
            entry not in are
            or before.standing(entry) != now.standing(entry)
            or (before.get(entry) is None) != (now.get(entry) is None)
            or were[entry].is_cluster != are[entry].is_cluster
        ):
            return None
    return changed


def _at_new_places(
    session: Session, day: FloorDay, before: Setting, around: Setting
) -> Iterator[UUID]:
    """Yield the meetings in slots and at tables that were not there before."""
    then = {slot.id for slot in day.slots}
    slots = {slot.id for slot in slots_of(around.hall, day.date)} - then
    slots |= around.hall.place_of.keys() - before.hall.place_of.keys()
    tables = around.hall.table.keys() - before.hall.table.keys()
    if slots or tables:
        yield from session.scalars(
            select(Meeting.id).where(
                Meeting.alive,
                or_(
                    Meeting.slot_id.in_(slots),
                    Meeting.planned_slot_id.in_(slots),
                    Meeting.table_id.in_(tables),
                ),
            )
        )


class _Resetting:
    """Says where meetings are by now; ``again``: those that have no such place any more."""

    def __init__(self, day: FloorDay, before: Setting, around: Setting) -> None:
        self._day, self._before, self._around = day, before.hall, around
        slots = tuple(slots_of(around.hall, day.date))
        self.slots = day.slots if slots == day.slots else slots
        self._tables = around.hall.table
        self.is_same = self.slots is day.slots and before.hall.table.keys() == self._tables.keys()
        self._slot = {slot.id: slot for slot in self.slots}
        self._known: dict[tuple[int, int], tuple[int, datetime, datetime] | None] = {}
        self._planned: dict[int | None, int | None] = {None: None}
        self.again: set[UUID] = set()

    def meeting(self, meeting: DayMeeting) -> DayMeeting:
        there = self._there(meeting.place, meeting.length)
        if there is None or meeting.table not in self._tables:
            self.again.add(meeting.id)
            return meeting
        planned = self._planned_place(meeting.planned_place)
        if (meeting.place, meeting.starts_at, meeting.ends_at) == there and (
            meeting.planned_place == planned
        ):
            return meeting
        place, starts_at, ends_at = there
        return replace(
            meeting, place=place, starts_at=starts_at, ends_at=ends_at, planned_place=planned
        )

    def _there(self, place: int, length: int) -> tuple[int, datetime, datetime] | None:
        """Say where and when that is now which was a place."""
        if (place, length) not in self._known:
            taken = self._around.hall.taken(self._before.slots[place].id, length)
            found = None
            if taken is not None and taken[0] in self._slot:
                first, last = self._slot[taken[0]], self._slot[taken[-1]]
                found = first.place, first.starts_at, last.ends_at
            self._known[place, length] = found
        return self._known[place, length]

    def _planned_place(self, place: int | None) -> int | None:
        if place is not None and place not in self._planned:
            slot = self._before.slots[place].id
            self._planned[place] = self._around.hall.place_of.get(slot)
        return self._planned[place]

    def people(self) -> Iterator[tuple[UUID, Participant]]:
        """Yield everybody with the slots that they are free in."""
        hall, away = self._around.hall, self._around.away
        on_days: Mapping[tuple[str, ...], int] = {}
        for person, someone in self._day.people.items():
            attendee = self._around.attendees.get(person)
            days = attendee.days if attendee is not None else ()
            if days not in on_days:
                on_days = {**on_days, days: hall.on_days(days)}
            free = on_days[days] & ~away.get(person, 0)
            yield person, someone if free == someone.free else replace(someone, free=free)
