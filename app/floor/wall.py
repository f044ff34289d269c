"""What is shown to everybody in the hall: which organisation sits at which table, now and next.

No name of a person is in it. Colleagues who are at different tables are told apart by their
initials, or by the numbers on their badges if those are the same; whoever stands for no
organisation is found by that number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.floor.day import DayMeeting, DaySlot, FloorDay
from app.floor.states import Word
from app.floor.watching import DayReader
from app.journal.journal import Journal
from db.models import CheckIn, LogRow, Meeting

_NUMBERS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Seats:
    """The tables of somebody in a slot, by their labels, in order.

    ``were``: where their paper leads them in vain; none, and ``is_changed``, is what nobody has on
    paper.
    """

    tables: tuple[str, ...] = ()
    were: tuple[str, ...] = ()
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class WallRow:
    """Those of an organisation who sit at the same tables, now and then.

    ``whom`` tells them from their colleagues: initials, or numbers of badges. None: it is for
    everybody whom the organisation has in the day's meetings. Without an organisation, ``badge``
    is the number of whoever it is. ``short_name`` is the organisation's, if it was given one.
    """

    organisation: str
    badge: str
    now: Seats
    then: Seats
    whom: tuple[str, ...] = ()
    short_name: str = ""

    @property
    def is_changed(self) -> bool:
        """Tell whether they sit elsewhere than their paper says."""
        return self.now.is_changed or self.then.is_changed


@dataclass(frozen=True, slots=True)
class Hour:
    """Which slot runs at an instant, which is the next of the day, and which ended last."""

    runs: DaySlot | None = None
    comes: DaySlot | None = None
    ended: DaySlot | None = None


@dataclass(frozen=True, slots=True)
class Wall:
    """What is to be seen at an instant. ``goes_on_at``: the first slot of a later day, if any.

    ``are_rounds``: rounds at mixed tables are its slots, and its rows people by their names.
    ``until``: from then on something else is.
    """

    date: date
    zone: ZoneInfo
    slots: tuple[DaySlot, ...]
    rows: tuple[WallRow, ...] = ()
    has_meetings: bool = False
    goes_on_at: datetime | None = None
    are_rounds: bool = False
    until: datetime | None = None

    def hour(self, now: datetime) -> Hour:
        """Say where in the day an instant is."""
        return hour_of(self.slots, now)


@dataclass(frozen=True, slots=True)
class SinceDoors:
    """Meetings that were arranged, and cancelled, since the first of the day was let in.

    Nobody could have them on paper otherwise. What a plan brought is none of these.
    """

    arranged: frozenset[UUID] = field(default=frozenset())
    cancelled: frozenset[UUID] = field(default=frozenset())


def read_wall(journal: Journal, reader: DayReader, now: datetime, day: date) -> Wall:
    """Read what is to be shown on a day.

    Raises:
        StorageRefused: The file can't be read.
    """
    watched = reader.watched(day)
    with journal.reading() as session:
        since = since_doors(session, day)
    later = (slot.starts_at for slot in watched.around.hall.slots)
    goes_on = (at for at in later if at.astimezone(watched.day.zone).date() > day)
    return wall_of(watched.day, now, since, min(goes_on, default=None))


def wall_of(
    day: FloorDay, now: datetime, since: SinceDoors, goes_on_at: datetime | None = None
) -> Wall:
    """Say what is to be shown of a day at an instant, organisations by their names."""
    hour = hour_of(day.slots, now)
    here = _Seating(day, hour.runs, since)
    then = _Seating(day, hour.comes, since)
    together: dict[_Place, list[UUID]] = defaultdict(list)
    for who in here.people | then.people:
        someone = day.people[who].who
        alone = "" if someone.organisation else someone.badge_number
        if someone.organisation or alone:
            place = (someone.organisation, alone, here.seats(who), then.seats(who))
            together[place].append(who)
    names = _Names(day)
    rows = [
        WallRow(*place, names.whom(place[0], people), day.people[people[0]].who.short_name)
        for place, people in together.items()
        if place[2:] != (Seats(), Seats())
    ]
    rows.sort(key=_order)
    return Wall(
        date=day.date,
        zone=day.zone,
        slots=day.slots,
        rows=tuple(rows),
        has_meetings=any(not each.cancelled for each in day.meetings),
        goes_on_at=goes_on_at,
    )


def hour_of(slots: Collection[DaySlot], now: datetime) -> Hour:
    """Say where among the slots of a day an instant is."""
    return Hour(
        runs=next((each for each in slots if each.starts_at <= now < each.ends_at), None),
        comes=next((each for each in slots if each.starts_at > now), None),
        ended=next((each for each in reversed(tuple(slots)) if each.ends_at <= now), None),
    )


def since_doors(session: Session, day: date) -> SinceDoors:
    """Find what was arranged and cancelled since the first of a day was let in."""
    opened = session.scalar(select(func.min(CheckIn.hlc)).where(CheckIn.day == day, CheckIn.alive))
    if opened is None:
        return SinceDoors()
    found: dict[str, set[UUID]] = {"MeetingAdded": set(), "MeetingCancelled": set()}
    query = (
        select(LogRow.kind, LogRow.subject)
        .join(Meeting, Meeting.id == LogRow.subject)
        .where(LogRow.hlc > opened, LogRow.kind.in_(found))
        .where(Meeting.plan_id.is_(None) | (LogRow.kind != "MeetingAdded"))
    )
    for kind, meeting in session.connection().execute(query):
        if meeting is not None:
            found[kind].add(meeting)
    return SinceDoors(frozenset(found["MeetingAdded"]), frozenset(found["MeetingCancelled"]))


_Place = tuple[str, str, Seats, Seats]
"""An organisation, or the number of a badge; where that is now, and then."""


class _Names:
    """How those who have meetings on a day are told from their colleagues."""

    def __init__(self, day: FloorDay) -> None:
        self._day = day
        self._of: dict[str, set[UUID]] = defaultdict(set)
        for who in {each for meeting in day.meetings for each in meeting.people}:
            self._of[day.people[who].who.organisation].add(who)

    def whom(self, organisation: str, people: Collection[UUID]) -> tuple[str, ...]:
        """Name people of an organisation, in order; nobody if they are all it has."""
        if not organisation or len(people) == len(self._of[organisation]):
            return ()
        alike = Counter(self._initials(each) for each in self._of[organisation])
        return tuple(sorted(self._mark(each, alike) for each in people))

    def _mark(self, who: UUID, alike: Mapping[str, int]) -> str:
        initials = self._initials(who)
        number = self._day.people[who].who.badge_number
        return number if number and alike[initials] > 1 else initials

    def _initials(self, who: UUID) -> str:
        words = self._day.people[who].who.name.split()
        return "".join(word[0] for word in (*words[:1], *words[1:][-1:])).upper()


class _Seating:
    """Who sits where in one slot, and where paper says they do."""

    def __init__(self, day: FloorDay, slot: DaySlot | None, since: SinceDoors) -> None:
        self._day, self._since = day, since
        self._sits: dict[UUID, set[UUID]] = defaultdict(set)
        self._planned: dict[UUID, set[UUID]] = defaultdict(set)
        if slot is not None:
            self._place = slot.place
            self._seat()

    @property
    def people(self) -> set[UUID]:
        return self._sits.keys() | self._planned.keys()

    def seats(self, who: UUID) -> Seats:
        sits, planned = self._sits.get(who, set()), self._planned.get(who, set())
        return Seats(self._labels(sits), self._labels(planned - sits), is_changed=sits != planned)

    def _seat(self) -> None:
        meets = [each for each in self._day.meetings if self._place in each.places]
        takes_place = [each for each in meets if not each.cancelled]
        taken = {each.table for each in takes_place if each.said != Word.NO_SHOW}
        busy = {who for each in takes_place if each.said != Word.NO_SHOW for who in each.people}
        for meeting in takes_place:
            is_missed = meeting.said == Word.NO_SHOW
            for who in meeting.people:
                # Whoever waits in vain sits there until others get the table, or they other hosts.
                if not (is_missed and (meeting.table in taken or who in busy)):
                    self._sits[who].add(meeting.table)
        for meeting in self._day.meetings:
            table = self._planned_table(meeting)
            if table is not None:
                for who in meeting.people:
                    self._planned[who].add(table)

    def _planned_table(self, meeting: DayMeeting) -> UUID | None:
        """Give where paper says that a meeting is in this slot, if it says so."""
        if meeting.id in self._since.arranged:
            return None
        if meeting.cancelled and meeting.id not in self._since.cancelled:
            return None
        first, table = meeting.place, meeting.table
        if meeting.has_moved:
            if meeting.planned_place is None or meeting.planned_table is None:
                return None
            first, table = meeting.planned_place, meeting.planned_table
        return table if first <= self._place < first + meeting.length else None

    def _labels(self, tables: Collection[UUID]) -> tuple[str, ...]:
        known = (self._day.table[each].label for each in tables if each in self._day.table)
        return tuple(sorted(known, key=lambda label: list(_natural(label))))


def _natural(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what puts table 9 before table 10."""
    for part in _NUMBERS.split(text):
        yield (0, int(part), "") if part.isdigit() else (1, 0, part)


def _order(row: WallRow) -> tuple[bool, str, list[list[tuple[int, int, str]]]]:
    told = [list(_natural(each)) for each in (row.badge, *row.whom)]
    return (not row.organisation, fold(row.organisation), told)
