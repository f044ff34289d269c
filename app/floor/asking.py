"""Who asks whom, as the running day looks at it: by person, and by the meetings that fulfil it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay
from app.meetings.wishes import Wishes


@dataclass(frozen=True)
class Asking:
    """The wishes of an event by their names, in the order they came."""

    wishes: Wishes

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Say the how-manieth each is."""
        return {str(wish): place for place, wish in enumerate(self.wishes.all)}

    @cached_property
    def of_person(self) -> Mapping[UUID, tuple[str, ...]]:
        """Give the wishes of everybody."""
        found: dict[UUID, list[str]] = defaultdict(list)
        for wish in self.wishes.all.values():
            for person in wish.people:
                found[person].append(str(wish.id))
        return {person: tuple(names) for person, names in found.items()}

    def met_by(self, meeting: DayMeeting) -> Iterator[str]:
        """Yield what a meeting was arranged for, and what its sides want of each other."""
        row = None if meeting.request is None else self.wishes.of_row(meeting.request)
        sides = None if meeting.cancelled else self.wishes.of_sides(meeting.hosts, meeting.guests)
        return (str(each) for each in {wish.id for wish in (row, sides) if wish is not None})

    def met_elsewhere(self, day: FloorDay) -> Iterator[str]:
        """Yield those that meetings fulfil which have no place on a day."""
        for row in {*day.elsewhere.values()}:
            if (wish := self.wishes.of_row(row)) is not None:
                yield str(wish.id)
        for meeting in day.lost:
            asked = self.wishes.of_sides(meeting.hosts, meeting.guests)
            if asked is not None and not meeting.cancelled:
                yield str(asked.id)
