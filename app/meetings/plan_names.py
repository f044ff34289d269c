"""What the names in a problem stand for, to tell people of plans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.meetings.arranged import Arranged, arranged
from app.meetings.attendees import Someone
from app.meetings.setting import Setting, setting
from app.meetings.wishes import Wish, Wishes


@dataclass(frozen=True, slots=True)
class Pair:
    """Who meets whom: a request by its number, or a meeting that nobody had asked for."""

    id: UUID
    number: str
    hosts: tuple[Someone, ...]
    guests: tuple[Someone, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """When and where a meeting is. What was taken out is nothing, or blank."""

    starts_at: datetime | None
    table: str


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a problem, sorted by what they stand for."""

    pairs: tuple[Pair, ...] = ()
    people: tuple[Someone, ...] = ()
    tables: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    slots: tuple[datetime, ...] = ()


class Names:
    """Looks names up in one state of the event."""

    def __init__(self, around: Setting, wishes: Wishes, meetings: Iterable[Arranged]) -> None:
        self._around = around
        self._wishes = wishes
        self._meetings = {meeting.id: meeting for meeting in meetings}
        self._resources = {resource.name for resource in around.resources}

    @classmethod
    def read(cls, session: Session) -> Names:
        """Read what everything is called now."""
        around = setting(session)
        attendees = around.attendees
        return cls(around, Wishes(session, attendees), arranged(session, attendees))

    @property
    def last_slot(self) -> datetime | None:
        """When the last slot of the event starts."""
        slots = self._around.hall.slots
        return slots[-1].starts_at if slots else None

    def pair(self, name: str) -> Pair:
        """Give who is to meet in what a problem calls a request."""
        found = self._pair(UUID(name))
        assert found is not None, name  # noqa: S101 - the problem is of the same state
        return found

    def pair_of(self, meeting: Arranged) -> Pair:
        """Give who meets in a meeting, by its own number."""
        named = self._around.attendees.named
        return Pair(meeting.id, meeting.number, named(meeting.hosts), named(meeting.guests))

    def pair_of_wish(self, wish: Wish) -> Pair:
        """Give who is to meet by a request."""
        named = self._around.attendees.named
        return Pair(wish.id, wish.number, named(wish.hosts), named(wish.guests))

    def people(self, people: Iterable[UUID]) -> tuple[Someone, ...]:
        """Give who these are."""
        return self._around.attendees.named(people)

    def place(self, slot: UUID | None, table: UUID | None) -> Place:
        """Give where a meeting is."""
        hall = self._around.hall
        starts = None if slot is None else self._starts(slot)
        found = None if table is None else hall.table.get(table)
        return Place(starts, found.label if found is not None else "")

    def sorted(self, names: Iterable[str]) -> Named:
        """Sort names by what they stand for; what stands for nothing is left out."""
        pairs: list[Pair] = []
        people: list[Someone] = []
        tables, resources = list[str](), list[str]()
        slots: list[datetime] = []
        hall = self._around.hall
        for name in names:
            if name in self._resources:
                resources.append(name)
                continue
            try:
                key = UUID(name)
            except ValueError:
                continue
            if (pair := self._pair(key)) is not None:
                pairs.append(pair)
            elif (table := hall.table.get(key)) is not None:
                tables.append(table.label)
            elif (starts := self._starts(key)) is not None:
                slots.append(starts)
            elif (person := self._around.attendees.get(key)) is not None:
                people.append(person.who)
        return Named(tuple(pairs), tuple(people), tuple(tables), tuple(resources), tuple(slots))

    def _pair(self, key: UUID) -> Pair | None:
        wish = self._wishes.all.get(key)
        if wish is not None:
            return self.pair_of_wish(wish)
        meeting = self._meetings.get(key)
        return None if meeting is None else self.pair_of(meeting)

    def _starts(self, slot: UUID) -> datetime | None:
        hall = self._around.hall
        place = hall.place_of.get(slot)
        return None if place is None else hall.slots[place].starts_at
