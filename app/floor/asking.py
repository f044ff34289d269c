"""Who asks whom, as the running day looks at it: by person, and by the meetings that fulfil it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay
from app.meetings.wishes import Wish, Wishes, sides_of


@dataclass(frozen=True)
class Asked:
    """What somebody asks for otherwise than before, by the names of the wishes."""

    gone: Mapping[str, Wish]
    new: Mapping[str, Wish]

    @classmethod
    def since(cls, before: Wishes, now: Wishes) -> Asked:
        """Compare two states. What is said again in the same words is the same object."""
        if before is now:
            return cls({}, {})
        were, are = set(map(id, before.all.values())), set(map(id, now.all.values()))
        return cls(
            {str(wish.id): wish for wish in before.all.values() if id(wish) not in are},
            {str(wish.id): wish for wish in now.all.values() if id(wish) not in were},
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """Give the names of both."""
        return frozenset(self.gone) | frozenset(self.new)

    @cached_property
    def rows(self) -> frozenset[UUID]:
        """Give the requests that speak of them."""
        return frozenset(row for wish in self._wishes for row in wish.rows)

    def meetings(self, day: FloorDay) -> Iterator[DayMeeting]:
        """Yield the meetings that are of them, or leave nothing to wish of them."""
        people = frozenset(person for wish in self._wishes for person in wish.people)
        pairs = {sides_of(wish.hosts, wish.guests) for wish in self._wishes}
        for meeting in day.meetings if pairs else ():
            if meeting.request in self.rows or (
                not people.isdisjoint(meeting.hosts)
                and sides_of(meeting.hosts, meeting.guests) in pairs
            ):
                yield meeting

    @property
    def _wishes(self) -> Iterable[Wish]:
        return chain(self.gone.values(), self.new.values())


@dataclass(frozen=True)
class Asking:
    """The wishes of an event by their names, in the order they came."""

    wishes: Wishes

    @cached_property
    def of_person(self) -> Mapping[UUID, tuple[str, ...]]:
        """Give the wishes of everybody."""
        found: dict[UUID, list[str]] = defaultdict(list)
        for wish in self.wishes.all.values():
            for person in wish.people:
                found[person].append(str(wish.id))
        return {person: tuple(names) for person, names in found.items()}

    def after(self, asked: Asked, wishes: Wishes) -> Asking:
        """Give it for other wishes, of which only some are others than before."""
        if wishes is self.wishes:
            return self
        of_person = {**self.of_person}
        for name, wish in asked.gone.items():
            for person in wish.people:
                of_person[person] = tuple(each for each in of_person[person] if each != name)
        for name, wish in asked.new.items():
            for person in wish.people:
                of_person[person] = (*of_person.get(person, ()), name)
        asking = Asking(wishes)
        asking.__dict__["of_person"] = of_person
        return asking

    def met_by(self, meeting: DayMeeting) -> Iterator[str]:
        """Yield what a meeting was arranged for, and what its sides want of each other."""
        row = None if meeting.request is None else self.wishes.of_row(meeting.request)
        sides = None if meeting.cancelled else self.wishes.of_sides(meeting.hosts, meeting.guests)
        return (str(each) for each in {wish.id for wish in (row, sides) if wish is not None})

    def met_elsewhere(self, day: FloorDay, rows: Container[UUID] | None = None) -> Iterator[str]:
        """Yield those that meetings fulfil which have no place on a day; all, or of some rows."""
        for row in {*day.elsewhere.values()}:
            if rows is not None and row not in rows:
                continue
            if (wish := self.wishes.of_row(row)) is not None:
                yield str(wish.id)
        for meeting in day.lost:
            asked = self.wishes.of_sides(meeting.hosts, meeting.guests)
            if asked is not None and not meeting.cancelled:
                yield str(asked.id)
