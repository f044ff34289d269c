"""What the planner is to know of the running day: who of those here could meet whom, and where.

Names in the problem are ids as text; its slots are those of the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from app.floor.attention import OpenWish
from app.floor.day import DayMeeting, FloorDay
from app.floor.rules import FloorRules
from app.floor.states import Word, people_of, standing
from app.meetings.setting import Setting
from app.meetings.wishes import Wish, Wishes
from app.planning import problem as p
from app.planning.disruption import Disruption

_HOLDS = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Beside:
    """What the planner knows beside the day itself: people, tables and rules, and who asks whom."""

    around: Setting
    wishes: Wishes


@dataclass(frozen=True, slots=True)
class DayProblem:
    """A day as the planner sees it.

    ``meetings`` are those that stand. ``about`` is the one to be helped, whose place is free.
    ``wishes`` are those that could be fulfilled, and ``of_meeting`` the meetings, by the name of
    the request. ``times_moved``: how often each person was moved today.
    """

    problem: p.Problem
    meetings: tuple[p.Meeting, ...]
    disruption: Disruption
    about: p.Meeting
    wishes: Mapping[str, Wish]
    of_meeting: Mapping[str, DayMeeting]
    times_moved: Mapping[str, int]


class ProblemOfDay:
    """Puts together what is left of a day.

    Whoever is not in the house is not proposed to anybody; only a meeting that waits for them may
    be had later, when they said they come, or ``soon_minutes`` from now.
    """

    def __init__(self, day: FloorDay, beside: Beside, now: datetime, rules: FloorRules) -> None:
        self._day, self._beside, self._now = day, beside, now
        self._first = day.slots[0].place if day.slots else 0
        self._next = sum(1 for slot in day.slots if slot.ends_at <= now)
        self._soon = now + timedelta(minutes=rules.soon_minutes)
        thaws = now + timedelta(minutes=rules.freeze_minutes)
        self._freeze = sum(1 for slot in day.slots if slot.ends_at > now and slot.starts_at < thaws)

    def holds_at(self, now: datetime) -> bool:
        """Tell whether it is near enough to an instant to be used for it."""
        return self._now <= now < self._now + _HOLDS and self._next == sum(
            1 for slot in self._day.slots if slot.ends_at <= now
        )

    def open_wishes(self) -> tuple[OpenWish, ...]:
        """Give what people who are here could have, whatever stands."""
        requests = self._base.requests
        return tuple(
            OpenWish(
                wish.id, wish.people, requests[name].worth, requests[name].slots << self._first
            )
            for name, wish in self._base.wishes.items()
        )

    @property
    def is_over(self) -> bool:
        """Tell whether no slot of the day is left."""
        return self._next >= len(self._day.slots)

    def of(self, about: DayMeeting) -> DayProblem:
        """Give the problem, with the place of one meeting free."""
        base = self._base
        name = base.name_of.get(about.id) or self._name(about, base.stand)
        missing = frozenset(people_of(about, standing(self._day, about, self._now).missing))
        stand = {each: meeting for each, meeting in base.stand.items() if each != name}
        wishes = {
            each: wish
            for each, wish in base.wishes.items()
            if each != name and missing.isdisjoint(wish.people)
        }
        requests = base.requests | {name: self._request(name, about, self._back(about, missing))}
        lost = self._placed(name, about)
        return DayProblem(
            problem=self._problem(
                [requests[each] for each in (*stand, *wishes, name)], about, missing
            ),
            meetings=tuple(base.placed[each] for each in stand),
            disruption=Disruption(self._next, self._freeze),
            about=lost,
            wishes=wishes,
            of_meeting=stand | {name: about},
            times_moved=self._times_moved,
        )

    @cached_property
    def _base(self) -> _Base:
        """Put together what is the same whichever meeting is to be helped."""
        stand = dict(self._standing())
        wishes = {name: wish for name, wish in self._open() if name not in stand}
        met: dict[UUID, int] = defaultdict(int)
        used: dict[UUID, int] = defaultdict(int)
        for meeting in stand.values():
            slots = self._slots_of(meeting)
            used[meeting.table] |= slots
            for person in meeting.people:
                met[person] |= slots
        people = {person for wish in wishes.values() for person in wish.people}.union(met)
        requests = {name: self._request(name, meeting) for name, meeting in stand.items()}
        return _Base(
            stand=stand,
            name_of={meeting.id: name for name, meeting in stand.items()},
            wishes=wishes,
            requests=requests | {name: self._wished(name, each) for name, each in wishes.items()},
            placed={name: self._placed(name, meeting) for name, meeting in stand.items()},
            met=met,
            used=used,
            people={each: self._person(each, met.get(each, 0)) for each in people},
        )

    def _standing(self) -> Iterator[tuple[str, DayMeeting]]:
        """Yield the meetings that take a place, by the name of their request."""
        taken: set[str] = set()
        for meeting in self._day.meetings:
            if not meeting.cancelled and meeting.said != Word.NO_SHOW:
                name = self._name(meeting, taken)
                taken.add(name)
                yield name, meeting

    def _name(self, meeting: DayMeeting, taken: Collection[str]) -> str:
        """Name a meeting by its wish, but for a second one of the same wish."""
        wish = None if meeting.request is None else self._beside.wishes.of_row(meeting.request)
        name = str(meeting.id if wish is None else wish.id)
        return str(meeting.id) if name in taken else name

    def _open(self) -> Iterator[tuple[str, Wish]]:
        """Yield the wishes of people who are all here, and that have no meeting on any day."""
        wishes = self._beside.wishes
        rows = {meeting.request for meeting in self._day.meetings} | {*self._day.elsewhere.values()}
        met = {wish.id for row in rows if row is not None and (wish := wishes.of_row(row))}
        for meeting in self._day.meetings:
            asked = wishes.of_sides(meeting.hosts, meeting.guests)
            if asked is not None and not meeting.cancelled:
                met.add(asked.id)
        here = {
            person
            for person, someone in self._day.people.items()
            if someone.is_coming and someone.is_here(self._now)
        }
        for wish in wishes.all.values():
            if not wish.withdrawn and wish.id not in met and here.issuperset(wish.people):
                yield str(wish.id), wish

    def _request(self, name: str, meeting: DayMeeting, slots: int = p.EVERY_SLOT) -> p.Request:
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

    def _wished(self, name: str, wish: Wish) -> p.Request:
        hall, own = self._beside.around.hall, self._beside.around.tables_of(wish.people)
        slots = hall.every_slot if wish.slot_id is None else hall.mask([wish.slot_id])
        return p.Request(
            name=name,
            people=tuple(map(str, wish.people)),
            worth=self._worth(wish),
            slots=self._of_day(slots & ~hall.mask(wish.forbidden)),
            tables=own if wish.table_id is None else frozenset({str(wish.table_id)}),
            length=wish.length,
            needs=wish.needs,
            after=frozenset(map(str, wish.after)),
        )

    def _worth(self, wish: Wish) -> int:
        return self._beside.around.rules.worth(mutual=wish.mutual, priority=wish.priority)

    def _back(self, about: DayMeeting, missing: Collection[UUID]) -> int:
        """Give the slots in which the people of a meeting can have it: its own, or a later one."""
        own = 1 << (about.place - self._first)
        if about.starts_at <= self._now and not missing:
            return own
        there = max(
            [self._now, *(self._day.people[each].comes_at or self._soon for each in missing)]
        )
        later = sum(
            1 << place for place, slot in enumerate(self._day.slots) if slot.starts_at >= there
        )
        return later if missing else later | own

    def _of_day(self, slots: int) -> int:
        return slots >> self._first & ((1 << len(self._day.slots)) - 1)

    def _placed(self, name: str, meeting: DayMeeting) -> p.Meeting:
        return p.Meeting(meeting.place - self._first, str(meeting.table), name)

    def _slots_of(self, meeting: DayMeeting) -> int:
        return ((1 << meeting.length) - 1) << (meeting.place - self._first)

    def _problem(
        self, requests: Sequence[p.Request], about: DayMeeting, missing: Collection[UUID]
    ) -> p.Problem:
        base, around = self._base, self._beside.around
        names = {request.name for request in requests}
        free = ~self._slots_of(about) if about.id in base.name_of else p.EVERY_SLOT
        people = dict(base.people)
        for person in about.people:
            met = base.met.get(person, 0) & free
            people[person] = self._person(person, met, is_missing=person in missing)
        return p.Problem(
            slots=tuple(p.Slot(str(slot.id), str(slot.block)) for slot in self._day.slots),
            people=tuple(people.values()),
            tables=tuple(self._tables(people, about.table, free)),
            requests=tuple(
                replace(each, after=each.after & names) if each.after else each for each in requests
            ),
            resources=tuple(
                p.Resource(each.name, each.at_once, self._of_day(each.open))
                for each in around.resources
            ),
            locked=tuple(
                base.placed[name]
                for name, meeting in base.stand.items()
                if meeting.locked and meeting.id != about.id
            ),
            far=self._day.far,
        )

    def _person(self, person: UUID, met: int, *, is_missing: bool = False) -> p.Person:
        rules, someone = self._beside.around.rules, self._day.people[person]
        free = self._of_day(someone.free) if someone.is_coming else 0
        if is_missing:
            there = self._soon if someone.comes_at is None else someone.comes_at
            free &= sum(
                1 << place for place, slot in enumerate(self._day.slots) if slot.starts_at >= there
            )
        return p.Person(str(person), free | met, rules.most_meetings, rules.most_in_row)

    def _tables(self, people: Collection[UUID], freed: UUID, free: int) -> Iterator[p.Table]:
        for table in self._day.tables:
            owners = [owner for owner in table.owners if owner in people]
            is_open = not table.owners or bool(owners)
            used = self._base.used.get(table.id, 0) & (free if table.id == freed else p.EVERY_SLOT)
            mask = (self._of_day(table.open) if is_open else 0) | used
            yield p.Table(str(table.id), mask, table.zone, frozenset(map(str, owners)))

    @cached_property
    def _times_moved(self) -> Mapping[str, int]:
        moved: dict[str, int] = defaultdict(int)
        for meeting in self._day.meetings:
            if meeting.has_moved and not meeting.cancelled:
                for person in meeting.people:
                    moved[str(person)] += 1
        return dict(moved)


@dataclass(frozen=True, slots=True)
class _Base:
    """What stands, by the name of the request; ``met`` and ``used`` are slots of the day."""

    stand: Mapping[str, DayMeeting]
    name_of: Mapping[UUID, str]
    wishes: Mapping[str, Wish]
    requests: dict[str, p.Request]
    placed: Mapping[str, p.Meeting]
    met: Mapping[UUID, int]
    used: Mapping[UUID, int]
    people: Mapping[UUID, p.Person]
