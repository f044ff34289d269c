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
from app.floor.day import DayMeeting, FloorDay, Participant
from app.floor.rules import FloorRules
from app.floor.states import Word, people_of, standing
from app.floor.translating import Beside, Translator
from app.meetings.wishes import Wish
from app.planning import problem as p
from app.planning.disruption import Disruption

_HOLDS = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class DayProblem:
    """A day as the planner sees it.

    ``meetings`` are those that stand. ``lost`` are those to be helped, whose places are free.
    ``wishes`` are those that could be fulfilled, and ``of_meeting`` the meetings, by the name of
    the request. ``times_moved``: how often each person was moved today.
    """

    problem: p.Problem
    meetings: tuple[p.Meeting, ...]
    disruption: Disruption
    lost: tuple[p.Meeting, ...]
    wishes: Mapping[str, Wish]
    of_meeting: Mapping[str, DayMeeting]
    times_moved: Mapping[str, int]


class ProblemOfDay:
    """Puts together what is left of a day.

    Whoever is not in the house is not proposed to anybody; only a meeting that waits for them may
    be had later, when they said they come, or ``soon_minutes`` from now.
    """

    def __init__(
        self,
        day: FloorDay,
        beside: Beside,
        now: datetime,
        rules: FloorRules,
        before: ProblemOfDay | None = None,
    ) -> None:
        """Begin with a day; ``before`` is one whose words are taken over where nothing changed."""
        self._day, self._beside, self._now = day, beside, now
        self._before = None if before is None else before.words_for(day, beside)
        self._next = sum(1 for slot in day.slots if slot.ends_at <= now)
        soon = now + timedelta(minutes=rules.soon_minutes)
        self._to = Translator(day, beside, now, soon)
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
                wish.id,
                wish.people,
                requests[name].worth,
                self._to.of_event(requests[name].slots),
            )
            for name, wish in self._base.wishes.items()
        )

    @property
    def is_over(self) -> bool:
        """Tell whether no slot of the day is left."""
        return self._next >= len(self._day.slots)

    def of(self, *lost: DayMeeting, for_whom: Collection[UUID] | None = None) -> DayProblem:
        """Give the problem, with the places of some meetings free, which are to be had elsewhere.

        What is new is arranged for some of ``for_whom``; if nobody says, for everybody.
        """
        base = self._base
        helped: dict[str, DayMeeting] = {}
        for each in lost:
            helped[base.name_of.get(each.id) or self._name(each, {*base.stand, *helped})] = each
        missing = {
            person
            for each in lost
            for person in people_of(each, standing(self._day, each, self._now).missing)
        }
        stand = {name: meeting for name, meeting in base.stand.items() if name not in helped}
        wishes = {
            name: wish
            for name, wish in base.wishes.items()
            if name not in helped
            and missing.isdisjoint(wish.people)
            and (for_whom is None or not set(for_whom).isdisjoint(wish.people))
        }
        again = {
            name: self._to.request(name, each, self._to.back(each, missing & {*each.people}))
            for name, each in helped.items()
        }
        requests = [base.requests[name] for name in (*stand, *wishes)]
        return DayProblem(
            problem=self._problem([*requests, *again.values()], lost, missing),
            meetings=tuple(base.placed[name] for name in stand),
            disruption=Disruption(self._next, self._freeze),
            lost=tuple(self._to.placed(name, each) for name, each in helped.items()),
            wishes=wishes,
            of_meeting=stand | helped,
            times_moved=self._times_moved,
        )

    def words_for(self, day: FloorDay, beside: Beside) -> _Base | None:
        """Give what was put together, if its words mean the same on another day as it stands."""
        means_the_same = self._day.slots is day.slots and self._beside == beside
        return self.__dict__.get("_base") if means_the_same else None

    @cached_property
    def _base(self) -> _Base:
        """Put together what is the same whichever meeting is to be helped."""
        before, self._before = self._before or _NOTHING, None
        stand = dict(self._standing())
        wishes = {name: wish for name, wish in self._open() if name not in stand}
        met: dict[UUID, int] = defaultdict(int)
        used: dict[UUID, int] = defaultdict(int)
        for meeting in stand.values():
            slots = self._to.slots_of(meeting)
            used[meeting.table] |= slots
            for person in meeting.people:
                met[person] |= slots
        people = {person for wish in wishes.values() for person in wish.people}.union(met)
        stay = {name for name, meeting in stand.items() if before.stand.get(name) is meeting}
        requests = {
            name: before.requests[name] if name in stay else self._to.request(name, meeting)
            for name, meeting in stand.items()
        }
        return _Base(
            stand=stand,
            name_of={meeting.id: name for name, meeting in stand.items()},
            wishes=wishes,
            requests=requests
            | {name: self._to.wished(name, each) for name, each in wishes.items()},
            placed={
                name: before.placed[name] if name in stay else self._to.placed(name, meeting)
                for name, meeting in stand.items()
            },
            met=met,
            used=used,
            people={each: self._person(each, met.get(each, 0), before) for each in people},
            known=self._day.people,
        )

    def _person(self, person: UUID, met: int, before: _Base) -> p.Person:
        is_same = before.known.get(person) is self._day.people[person]
        if is_same and person in before.people and before.met.get(person, 0) == met:
            return before.people[person]
        return self._to.person(person, met)

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
        for meeting in (*self._day.meetings, *self._day.lost):
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

    def _problem(
        self, requests: Sequence[p.Request], lost: Sequence[DayMeeting], missing: Collection[UUID]
    ) -> p.Problem:
        base, around = self._base, self._beside.around
        names = {request.name for request in requests}
        freed: dict[UUID, int] = defaultdict(int)
        for meeting in lost:
            if meeting.id in base.name_of:
                for each in (meeting.table, *meeting.people):
                    freed[each] |= self._to.slots_of(meeting)
        people = dict(base.people)
        for person in {person for meeting in lost for person in meeting.people}:
            met = base.met.get(person, 0) & ~freed[person]
            people[person] = self._to.person(person, met, is_missing=person in missing)
        gone = {meeting.id for meeting in lost}
        return p.Problem(
            slots=tuple(p.Slot(str(slot.id), str(slot.block)) for slot in self._day.slots),
            people=tuple(people.values()),
            tables=tuple(self._tables(people, freed)),
            requests=tuple(
                replace(each, after=each.after & names) if each.after else each for each in requests
            ),
            resources=tuple(
                p.Resource(each.name, each.at_once, self._to.of_day(each.open))
                for each in around.resources
            ),
            locked=tuple(
                base.placed[name]
                for name, meeting in base.stand.items()
                if (meeting.locked or meeting.are_seated) and meeting.id not in gone
            ),
            far=self._day.far,
        )

    def _tables(self, people: Collection[UUID], freed: Mapping[UUID, int]) -> Iterator[p.Table]:
        for table in self._day.tables:
            owners = [owner for owner in table.owners if owner in people]
            is_open = not table.owners or bool(owners)
            used = self._base.used.get(table.id, 0) & ~freed.get(table.id, 0)
            mask = (self._to.of_day(table.open) if is_open else 0) | used
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
    """What stands, by the name of the request; ``met`` and ``used`` are slots of the day.

    ``people`` were made of those who are ``known``.
    """

    stand: Mapping[str, DayMeeting]
    name_of: Mapping[UUID, str]
    wishes: Mapping[str, Wish]
    requests: dict[str, p.Request]
    placed: Mapping[str, p.Meeting]
    met: Mapping[UUID, int]
    used: Mapping[UUID, int]
    people: Mapping[UUID, p.Person]
    known: Mapping[UUID, Participant]


_NOTHING = _Base({}, {}, {}, {}, {}, {}, {}, {}, {})
