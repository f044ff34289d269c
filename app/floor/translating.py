"""Turns what stands on a day into the planner's words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay
from app.meetings.setting import Setting
from app.meetings.wishes import Wish, Wishes
from app.planning import problem as p


@dataclass(frozen=True, slots=True)
class Beside:
    """What the planner knows beside the day itself: people, tables and rules, and who asks whom."""

    around: Setting
    wishes: Wishes


class Translator:
    """Says of people and meetings what the planner is to know.

    Its slots are those of the day, counted from 0. Whoever is missing may be there when they said
    they come, or else ``soon`` at the earliest.
    """

    def __init__(self, day: FloorDay, beside: Beside, now: datetime, soon: datetime) -> None:
        self._day, self._beside, self._now, self._soon = day, beside, now, soon
        self._first = day.slots[0].place if day.slots else 0

    def request(self, name: str, meeting: DayMeeting, slots: int = p.EVERY_SLOT) -> p.Request:
        """Give the request that a meeting fulfils."""
        wish = None if meeting.request is None else self._beside.wishes.of_row(meeting.request)
        return p.Request(
            name=name,
            people=tuple(map(str, meeting.people)),
            worth=1 if wish is None else self._worth(wish),
            slots=slots,
            tables=self._beside.around.tables_of(meeting.people),
            length=meeting.length,
            needs=frozenset() if wish is None else wish.needs,
            after=frozenset() if wish is None else frozenset(map(str, wish.after)),
        )

    def wished(self, name: str, wish: Wish) -> p.Request:
        """Give the request of a wish."""
        hall, own = self._beside.around.hall, self._beside.around.tables_of(wish.people)
        slots = hall.every_slot if wish.slot_id is None else hall.mask([wish.slot_id])
        return p.Request(
            name=name,
            people=tuple(map(str, wish.people)),
            worth=self._worth(wish),
            slots=self.of_day(slots & ~hall.mask(wish.forbidden)),
            tables=own if wish.table_id is None else frozenset({str(wish.table_id)}),
            length=wish.length,
            needs=wish.needs,
            after=frozenset(map(str, wish.after)),
        )

    def back(self, about: DayMeeting, missing: Collection[UUID]) -> int:
        """Give the slots in which the people of a meeting can have it: its own, or a later one."""
        own = 1 << (about.place - self._first) if about.has_slot else 0
        if about.starts_at <= self._now and not missing and own:
            return own
        there = max(
            [self._now, *(self._day.people[each].comes_at or self._soon for each in missing)]
        )
        later = sum(
            1 << place for place, slot in enumerate(self._day.slots) if slot.starts_at >= there
        )
        return later if missing else later | own

    def placed(self, name: str, meeting: DayMeeting) -> p.Meeting:
        """Give where a meeting is; one that has no slot any more, about when it was to be."""
        if meeting.has_slot:
            return p.Meeting(meeting.place - self._first, str(meeting.table), name)
        earlier = sum(1 for slot in self._day.slots if slot.starts_at < meeting.starts_at)
        return p.Meeting(min(earlier, len(self._day.slots) - 1), str(meeting.table), name)

    def slots_of(self, meeting: DayMeeting) -> int:
        """Give the slots that a meeting takes."""
        return ((1 << meeting.length) - 1) << (meeting.place - self._first)

    def of_day(self, slots: int) -> int:
        """Give those of the event's slots that are the day's."""
        return slots >> self._first & ((1 << len(self._day.slots)) - 1)

    def of_event(self, slots: int) -> int:
        """Give the event's slots for those of the day; no limit stays none."""
        return slots << self._first

    def person(self, person: UUID, met: int, *, is_missing: bool = False) -> p.Person:
        """Give somebody who meets in the slots ``met`` already."""
        rules, someone = self._beside.around.rules, self._day.people[person]
        free = self.of_day(someone.free) if someone.is_coming else 0
        if is_missing:
            there = self._soon if someone.comes_at is None else someone.comes_at
            free &= sum(
                1 << place for place, slot in enumerate(self._day.slots) if slot.starts_at >= there
            )
        return p.Person(str(person), free | met, rules.most_meetings, rules.most_in_row)

    def _worth(self, wish: Wish) -> int:
        return self._beside.around.rules.worth(mutual=wish.mutual, priority=wish.priority)
