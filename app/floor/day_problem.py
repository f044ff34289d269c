"""What the planner is to know of the running day: who of those here could meet whom, and where.

Names in the problem are ids as text; its slots are those of the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay
from app.floor.rules import FloorRules
from app.floor.states import MeetingState, Missing, standing
from app.meetings.setting import Setting
from app.meetings.wishes import Wish, Wishes
from app.planning import problem as p
from app.planning.disruption import Disruption


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
    about: p.Meeting | None
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

    @property
    def is_over(self) -> bool:
        """Tell whether no slot of the day is left."""
        return self._next >= len(self._day.slots)

    def of(self, about: DayMeeting | None) -> DayProblem:
        """Give the problem, with the place of one meeting free."""
        stand = dict(self._standing(about))
        name = None if about is None else self._name(about, stand)
        missing = self._missing(about)
        wishes = {
            each: wish for each, wish in self._open(missing) if each not in stand and each != name
        }
        requests = [self._request(each, meeting) for each, meeting in stand.items()]
        requests += [self._wished(each, wish) for each, wish in wishes.items()]
        of_meeting = dict(stand)
        lost = None
        if about is not None and name is not None:
            requests.append(self._request(name, about, self._back(about, missing)))
            of_meeting[name] = about
            lost = self._placed(name, about)
        return DayProblem(
            problem=self._problem(requests, stand, missing),
            meetings=tuple(self._placed(each, meeting) for each, meeting in stand.items()),
            disruption=Disruption(self._next, self._freeze),
            about=lost,
            wishes=wishes,
            of_meeting=of_meeting,
            times_moved=self._times_moved(),
        )

    def _standing(self, about: DayMeeting | None) -> Iterator[tuple[str, DayMeeting]]:
        """Yield the meetings that take a place, by the name of their request."""
        taken: set[str] = set()
        for meeting in self._day.meetings:
            if meeting.cancelled or (about is not None and meeting.id == about.id):
                continue
            if standing(self._day, meeting, self._now).state is not MeetingState.NO_SHOW:
                name = self._name(meeting, taken)
                taken.add(name)
                yield name, meeting

    def _name(self, meeting: DayMeeting, taken: Collection[str]) -> str:
        """Name a meeting by its wish, but for a second one of the same wish."""
        wish = None if meeting.request is None else self._beside.wishes.of_row(meeting.request)
        name = str(meeting.id if wish is None else wish.id)
        return str(meeting.id) if name in taken else name

    def _missing(self, about: DayMeeting | None) -> frozenset[UUID]:
        if about is None:
            return frozenset()
        match standing(self._day, about, self._now).missing:
            case Missing.HOST:
                return frozenset(about.hosts)
            case Missing.GUEST:
                return frozenset(about.guests)
            case Missing.BOTH:
                return frozenset(about.people)
            case None:
                return frozenset()

    def _open(self, missing: Collection[UUID]) -> Iterator[tuple[str, Wish]]:
        """Yield the wishes of people who are all here, and that have no meeting on any day."""
        wishes = self._beside.wishes
        rows = {meeting.request for meeting in self._day.meetings} | {*self._day.elsewhere.values()}
        met = {wish.id for row in rows if row is not None and (wish := wishes.of_row(row))}
        here = {
            person
            for person, someone in self._day.people.items()
            if someone.is_coming and someone.is_here(self._now)
        }.difference(missing)
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

    def _back(self, about: DayMeeting, missing: Iterable[UUID]) -> int:
        """Give the slots that are left by when whoever is missing may be there."""
        said = [self._day.people[person].comes_at for person in missing]
        back = [self._soon if each is None else each for each in said]
        there = max([self._now, *back])
        return sum(
            1 << place
            for place, slot in enumerate(self._day.slots)
            if slot.starts_at >= there or (not back and slot.id == self._slot_of(about))
        )

    def _slot_of(self, meeting: DayMeeting) -> UUID:
        return self._day.slot[meeting.place].id

    def _of_day(self, slots: int) -> int:
        return slots >> self._first & ((1 << len(self._day.slots)) - 1)

    def _placed(self, name: str, meeting: DayMeeting) -> p.Meeting:
        return p.Meeting(meeting.place - self._first, str(meeting.table), name)

    def _problem(
        self,
        requests: list[p.Request],
        stand: Mapping[str, DayMeeting],
        missing: Collection[UUID],
    ) -> p.Problem:
        around = self._beside.around
        names = {request.name for request in requests}
        met: dict[UUID, int] = defaultdict(int)
        used: dict[UUID, int] = defaultdict(int)
        for meeting in stand.values():
            slots = ((1 << meeting.length) - 1) << (meeting.place - self._first)
            used[meeting.table] |= slots
            for person in meeting.people:
                met[person] |= slots
        people = {UUID(person) for request in requests for person in request.people}
        return p.Problem(
            slots=tuple(p.Slot(str(slot.id), str(slot.block)) for slot in self._day.slots),
            people=tuple(self._person(each, met[each], each in missing) for each in people),
            tables=tuple(self._tables(people, used)),
            requests=tuple(
                p.Request(
                    each.name,
                    each.people,
                    each.worth,
                    each.slots,
                    each.tables,
                    each.length,
                    each.needs,
                    each.after & names,
                )
                if each.after
                else each
                for each in requests
            ),
            resources=tuple(
                p.Resource(each.name, each.at_once, self._of_day(each.open))
                for each in around.resources
            ),
            locked=tuple(
                self._placed(name, meeting) for name, meeting in stand.items() if meeting.locked
            ),
            far=self._day.far,
        )

    def _person(self, person: UUID, met: int, is_missing: bool) -> p.Person:
        rules, someone = self._beside.around.rules, self._day.people[person]
        free = self._of_day(someone.free) if someone.is_coming else 0
        if is_missing:
            there = self._soon if someone.comes_at is None else someone.comes_at
            free &= sum(
                1 << place for place, slot in enumerate(self._day.slots) if slot.starts_at >= there
            )
        return p.Person(str(person), free | met, rules.most_meetings, rules.most_in_row)

    def _tables(self, people: Collection[UUID], used: Mapping[UUID, int]) -> Iterator[p.Table]:
        for table in self._day.tables:
            owners = table.owners.intersection(people)
            is_open = not table.owners or bool(owners)
            mask = (self._of_day(table.open) if is_open else 0) | used.get(table.id, 0)
            yield p.Table(str(table.id), mask, table.zone, frozenset(map(str, owners)))

    def _times_moved(self) -> Mapping[str, int]:
        moved: dict[str, int] = defaultdict(int)
        for meeting in self._day.meetings:
            if meeting.has_moved and not meeting.cancelled:
                for person in meeting.people:
                    moved[str(person)] += 1
        return dict(moved)
