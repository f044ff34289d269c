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
from app.floor.day_words import words
from app.floor.rules import FloorRules
from app.floor.states import people_of, standing
from app.floor.translating import Beside, Translator
from app.floor.worded import Words
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
        self.rules = rules
        self._before = None if before is None else before.last_words
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
        return tuple(self._words.open.values())

    @property
    def is_over(self) -> bool:
        """Tell whether no slot of the day is left."""
        return self._next >= len(self._day.slots)

    def of(self, *lost: DayMeeting, for_whom: Collection[UUID] | None = None) -> DayProblem:
        """Give the problem, with the places of some meetings free, which are to be had elsewhere.

        What is new is arranged for some of ``for_whom``; if nobody says, for everybody.
        """
        base = self._words
        helped: dict[str, DayMeeting] = {}
        for each in lost:
            helped[base.name_of.get(each.id) or self._name(each, {*base.stand, *helped})] = each
        missing = {
            person
            for each in lost
            for person in people_of(each, standing(self._day, each, self._now).missing)
        }
        theirs = {name for each in missing for name in base.asking.of_person.get(each, ())}
        stand = {name: meeting for name, meeting in base.stand.items() if name not in helped}
        wishes = {
            name: wish
            for name, wish in base.wishes.items()
            if name not in helped
            and name not in theirs
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
            times_moved=base.times_moved,
        )

    @cached_property
    def _words(self) -> Words:
        """Put together what is the same whichever meeting is to be helped."""
        before, self._before = self._before, None
        here = frozenset(
            person
            for person, someone in self._day.people.items()
            if someone.is_coming and someone.is_here(self._now)
        )
        return words(self._day, self._beside, self._to, here, before)

    @property
    def last_words(self) -> Words | None:
        """Give what was put together last, here or before."""
        return self.__dict__.get("_words") or self._before

    def _name(self, meeting: DayMeeting, taken: Collection[str]) -> str:
        """Name a meeting by its wish, but for a second one of the same wish."""
        wish = None if meeting.request is None else self._beside.wishes.of_row(meeting.request)
        name = str(meeting.id if wish is None else wish.id)
        return str(meeting.id) if name in taken else name

    def _problem(
        self, requests: Sequence[p.Request], lost: Sequence[DayMeeting], missing: Collection[UUID]
    ) -> p.Problem:
        base, around = self._words, self._beside.around
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
            used = self._words.used.get(table.id, 0) & ~freed.get(table.id, 0)
            mask = (self._to.of_day(table.open) if is_open else 0) | used
            yield p.Table(str(table.id), mask, table.zone, frozenset(map(str, owners)))
