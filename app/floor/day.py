"""The running day as it stands: frozen values that states and attention are worked out from.

A place in time is the number of a slot, counted from 0 over all days of the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from app.meetings.attendees import MeetingKind, Someone
from app.programme.engaged import Engagement


@dataclass(frozen=True, slots=True)
class DaySlot:
    """A slot. ``number`` counts from 1 on its day; ``place`` over all days."""

    id: UUID
    block: UUID
    place: int
    number: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class DayTable:
    """A table. ``open`` has bit ``n`` for the slot of place ``n``, unless it is ``closed`` then.

    ``owners``: only meetings with one of these people take place there; none is anybody's.
    """

    id: UUID
    label: str
    zone: str
    open: int = -1
    owners: frozenset[UUID] = frozenset()
    closed: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody is in the house from one instant to another; nothing for an end: they are there.

    ``hlc`` is where the log has that they came.
    """

    since: datetime
    until: datetime | None = None
    hlc: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one instant to another; nothing for an end means: without one."""

    starts_at: datetime | None
    ends_at: datetime | None

    def slots(self, slots: Iterable[DaySlot]) -> int:
        """Give those of these slots that it touches, as bits by their place."""
        return sum(
            1 << slot.place
            for slot in slots
            if (self.starts_at is None or self.starts_at < slot.ends_at)
            and (self.ends_at is None or slot.starts_at < self.ends_at)
        )


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody with meetings. ``comes_at``: when they said they come, if they did.

    ``free`` has bit ``n`` for a slot of place ``n`` in which they are not ``away``, on a visit or
    elsewhere. ``engaged`` are the sessions, rounds and speeches that they have to be in, which are
    among those. ``is_coming``: accepted for this day, and nobody else has the place.
    """

    who: Someone
    phone: str = ""
    stays: tuple[Stay, ...] = ()
    comes_at: datetime | None = None
    free: int = -1
    away: tuple[Stretch, ...] = ()
    engaged: tuple[Engagement, ...] = ()
    is_coming: bool = True

    def is_here(self, at: datetime) -> bool:
        """Tell whether they are in the house at an instant."""
        return any(
            stay.since <= at and (stay.until is None or at < stay.until) for stay in self.stays
        )

    def was_here(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Tell whether they were in the house for some of a stretch of time."""
        return any(
            stay.since < ends_at and (stay.until is None or starts_at < stay.until)
            for stay in self.stays
        )

    def here_since(self, at: datetime) -> datetime | None:
        """Give since when they are in the house; nothing if they are not."""
        return next(
            (
                stay.since
                for stay in self.stays
                if stay.since <= at and (stay.until is None or at < stay.until)
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class DayMeeting:
    """A meeting of the day, in the slots from ``place`` on.

    ``planned_place`` and ``planned_table`` are where it was before the running day moved it.
    ``said``, ``missing`` and ``called_at`` are as in the row. ``request`` is the row of the wish.
    ``hosts_seated_at`` and ``guests_seated_at``: since when badges say that a side sits there.
    Of a meeting whose slot was taken out, ``gone_slot`` is what it was, and ``place`` is none.
    """

    id: UUID
    number: str
    request: UUID | None
    hosts: tuple[UUID, ...]
    guests: tuple[UUID, ...]
    place: int
    length: int
    table: UUID
    kind: MeetingKind
    starts_at: datetime
    ends_at: datetime
    cancelled: bool = False
    locked: bool = False
    said: str = ""
    missing: str = ""
    called_at: datetime | None = None
    planned_place: int | None = None
    planned_table: UUID | None = None
    gone_slot: UUID | None = None
    hosts_seated_at: datetime | None = None
    guests_seated_at: datetime | None = None

    @property
    def are_seated(self) -> bool:
        """Tell whether badges say that both sides sit at the table."""
        return self.hosts_seated_at is not None and self.guests_seated_at is not None

    @property
    def has_slot(self) -> bool:
        """Tell whether it has a time at all: its slot may have been taken out of the event."""
        return self.place >= 0

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody who has to be there, hosts first."""
        return tuple(dict.fromkeys((*self.hosts, *self.guests)))

    @property
    def places(self) -> range:
        """The slots that it takes."""
        return range(self.place, self.place + self.length)

    @property
    def has_moved(self) -> bool:
        """Tell whether it is elsewhere than planned."""
        planned = (self.planned_place, self.planned_table)
        return planned not in {(self.place, self.table), (None, None)}


@dataclass(frozen=True)
class FloorDay:
    """One day: slots in the order of time, tables in their own order.

    ``people`` are all who have a meeting, and all who came. ``elsewhere``: of meetings on other
    days and of lost ones, the row of the wish, by the meeting's id. ``lost`` are meetings that were
    to be on this day and whose slot or table was taken out of the event; they are not among
    ``meetings``. ``far``: pairs of zones between which nobody gets from one slot to the next.
    """

    date: date
    zone: ZoneInfo
    slots: tuple[DaySlot, ...]
    tables: tuple[DayTable, ...]
    people: Mapping[UUID, Participant]
    meetings: tuple[DayMeeting, ...]
    elsewhere: Mapping[UUID, UUID] = field(default_factory=dict)
    lost: tuple[DayMeeting, ...] = ()
    far: frozenset[frozenset[str]] = frozenset()

    @cached_property
    def slot(self) -> Mapping[int, DaySlot]:
        """Give each slot by its place."""
        return {slot.place: slot for slot in self.slots}

    @cached_property
    def table(self) -> Mapping[UUID, DayTable]:
        """Give each table by its id."""
        return {table.id: table for table in self.tables}

    @cached_property
    def meeting(self) -> Mapping[UUID, DayMeeting]:
        """Give each meeting by its id, the lost ones as well."""
        return {meeting.id: meeting for meeting in (*self.meetings, *self.lost)}

    def is_lost(self, meeting: DayMeeting) -> bool:
        """Tell whether its slot or its table was taken out of the event."""
        return not meeting.has_slot or meeting.table not in self.table

    def has_table(self, meeting: DayMeeting) -> bool:
        """Tell whether the table of a meeting is there, and open in all slots that it takes."""
        table = self.table.get(meeting.table)
        if table is None or not meeting.has_slot:
            return False
        return all(table.open >> place & 1 for place in meeting.places)

    @cached_property
    def at(self) -> Mapping[tuple[UUID, int], tuple[DayMeeting, ...]]:
        """Give the meetings of each table and place; cancelled ones come last.

        Desks that were cut off from each other may have put two there.
        """
        return by_place(self.meetings)

    @cached_property
    def of_person(self) -> Mapping[UUID, tuple[DayMeeting, ...]]:
        """Give everybody's meetings that are not cancelled, in the order of time."""
        return by_person(self.meetings)


def by_place(
    meetings: Iterable[DayMeeting],
) -> dict[tuple[UUID, int], tuple[DayMeeting, ...]]:
    """Sort meetings as ``FloorDay.at`` has them."""
    found: dict[tuple[UUID, int], list[DayMeeting]] = {}
    for meeting in sorted(meetings, key=lambda each: each.cancelled):
        for place in meeting.places:
            found.setdefault((meeting.table, place), []).append(meeting)
    return {where: tuple(there) for where, there in found.items()}


def by_person(meetings: Iterable[DayMeeting]) -> dict[UUID, tuple[DayMeeting, ...]]:
    """Sort meetings as ``FloorDay.of_person`` has them."""
    found: dict[UUID, list[DayMeeting]] = {}
    for meeting in sorted(meetings, key=lambda each: each.place):
        if not meeting.cancelled:
            for person in meeting.people:
                found.setdefault(person, []).append(meeting)
    return {person: tuple(theirs) for person, theirs in found.items()}
