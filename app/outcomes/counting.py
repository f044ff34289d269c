"""Counts the figures from what stands.

Importing this loads numpy: callers import it where they count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import numpy as np

from app.delegates.registration import Kind, Status
from app.floor.day import DayMeeting
from app.floor.states import MeetingState, Missing
from app.outcomes.audience import HAD_PLACE, Listed
from app.outcomes.figures import (
    NOBODY,
    Applied,
    Figures,
    Groups,
    Interest,
    Participation,
    Share,
    SlotUse,
    Turnout,
    Waiting,
)
from app.outcomes.grouping import Counts, Grouping, grouping, total
from app.outcomes.outcome import MOST_INTEREST, OutcomeKind, kinds_of
from app.outcomes.results import DayResults, Result
from app.outcomes.tally import COUNTS, marks_of

_AT_THE_TABLE = frozenset({MeetingState.HELD, MeetingState.RUNNING})
_BIT = {name: place for place, name in enumerate(COUNTS)}
Days = Sequence[tuple[date, Sequence[DayMeeting]]]
_SIDES = (Missing.HOST, Missing.GUEST)


@dataclass(frozen=True, eq=False)
class Belonging:
    """What meetings belong to, whatever becomes of them.

    It holds as long as these are the meetings, and this is the audience.
    """

    meetings: Sequence[DayMeeting]
    audience: Mapping[UUID, Listed]
    kinds: Grouping[str]
    days: Grouping[date]
    delegations: Grouping[str]
    countries: Grouping[str]
    sectors: Grouping[str]
    organisations: Grouping[str]
    hosts: Grouping[UUID]
    guests: Grouping[UUID]

    def holds(self, days: Days, audience: Mapping[UUID, Listed]) -> bool:
        """Tell whether it is that of these meetings and this audience."""
        if self.audience is not audience:
            return False
        meetings = [each for _, of_day in days for each in of_day]
        return len(meetings) == len(self.meetings) and all(
            one is other or (one.people, one.kind) == (other.people, other.kind)
            for one, other in zip(meetings, self.meetings, strict=True)
        )


def belonging(days: Days, audience: Mapping[UUID, Listed]) -> Belonging:
    """Find out what the meetings of days belong to."""
    meetings = [each for _, of_day in days for each in of_day]
    unknown = frozenset({NOBODY})

    def by(groups: Callable[[Listed], Iterable[str]]) -> Grouping[str]:
        of = {each.id: frozenset(groups(each)) for each in audience.values()}
        return grouping(
            frozenset().union(*(of.get(person, unknown) for person in each.people))
            for each in meetings
        )

    return Belonging(
        meetings,
        audience,
        kinds=grouping((str(each.kind),) for each in meetings),
        days=grouping((day,) for day, of_day in days for _ in of_day),
        delegations=by(lambda each: (each.delegation,)),
        countries=by(lambda each: (each.country,)),
        sectors=by(lambda each: each.sectors or (NOBODY,)),
        organisations=by(lambda each: (each.organisation_name,)),
        hosts=grouping(each.hosts for each in meetings),
        guests=grouping(each.guests for each in meetings),
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What figures are counted from.

    ``came`` are the days on which people were checked in, and ``new`` meetings that were arranged
    while their day was running. ``requests`` are the rows of those nobody took back, each with the
    wish it belongs to: two who ask each other have one.
    """

    days: Sequence[DayResults]
    belonging: Belonging
    came: Mapping[UUID, Collection[date]]
    new: Collection[UUID]
    requests: Mapping[UUID, UUID]


def counted(facts: Facts, now: datetime) -> Figures:
    """Count everything as it stands at ``now``."""
    results = [each for day in facts.days for each in day.results]
    marks = np.array(
        [
            marks_of(each, is_new=each.meeting.id in facts.new, is_due=each.is_due(now))
            for each in results
        ],
        np.int64,
    )
    told = [each.told for each in results if each.told]
    kinds = Counter(kind for each in told for kind in kinds_of(each))
    wishes = set(facts.requests.values())
    held = [each for each in results if each.stands.state is MeetingState.HELD]
    met = {facts.requests.get(each.meeting.request or each.meeting.id) for each in held}
    of, there = facts.belonging, _There.of(facts, held)
    return Figures(
        at=now,
        people=there.participation(of.audience.values()),
        types=_by_type(there, of.audience.values()),
        applications=there.applied(of.audience.values()),
        applications_by=_by_delegation(there, of.audience.values()),
        meetings=total(marks),
        by=Groups(
            kinds=of.kinds.counted(marks),
            days=of.days.counted(marks),
            delegations=of.delegations.counted(marks),
            countries=of.countries.counted(marks),
            sectors=of.sectors.counted(marks),
            organisations=of.organisations.counted(marks),
        ),
        slots=tuple(use for day in facts.days for use in _slot_uses(day)),
        waiting=_waiting(results),
        requests=len(wishes),
        requests_met=len(wishes & met),
        interest=_interest(each.outcome.interest for answers in told for each in answers),
        outcomes={kind: kinds[kind] for kind in OutcomeKind},
        follow_ups=sum(any(each.outcome.is_to_follow for each in answers) for answers in told),
        shares=_shares(of, marks),
    )


@dataclass(frozen=True, slots=True)
class _There:
    """Who came, and who met somebody."""

    came: Collection[UUID]
    met: Collection[UUID]

    @staticmethod
    def of(facts: Facts, held: Iterable[Result]) -> _There:
        days = {day.day.date for day in facts.days}
        came = {each for each, on in facts.came.items() if not days.isdisjoint(on)}
        return _There(came, {who for each in held for who in each.meeting.people})

    def applied(self, of: Iterable[Listed]) -> Applied:
        people = list(of)
        stand = Counter(each.status for each in people)
        return Applied(
            applied=len(people),
            accepted=stand[Status.ACCEPTED],
            declined=stand[Status.DECLINED],
            waiting=stand[Status.WAITING],
            withdrawn=stand[Status.WITHDRAWN],
            undecided=stand[Status.RECEIVED],
            came=sum(each.id in self.came for each in people),
        )

    def participation(self, of: Iterable[Listed]) -> Participation:
        people = list(of)
        came = [each for each in people if each.id in self.came]
        met = [each for each in people if each.id in self.met]
        there = {*self.came, *self.met}
        away = [each for each in people if each.id not in there and each.status in HAD_PLACE]
        return Participation(
            applied=_turnout(people),
            accepted=_turnout(each for each in people if each.is_accepted),
            checked_in=_turnout(came),
            met=_turnout(met),
            absent=_turnout(away, [*came, *met]),
        )


def _by_delegation(there: _There, of: Iterable[Listed]) -> Mapping[str, Applied]:
    groups: dict[str, list[Listed]] = defaultdict(list)
    for each in of:
        groups[each.delegation].append(each)
    return {name: there.applied(groups[name]) for name in sorted(groups)}


def _by_type(there: _There, everybody: Iterable[Listed]) -> Mapping[str, Participation]:
    of_type: dict[str, list[Listed]] = {kind: [] for kind in (*Kind, NOBODY)}
    for each in everybody:
        of_type[each.type].append(each)
    return {kind: there.participation(people) for kind, people in of_type.items() if people}


def _turnout(people: Iterable[Listed], others: Iterable[Listed] = ()) -> Turnout:
    """Count people, and of organisations and countries those of which no ``others`` are."""
    found, besides = list(people), list(others)
    countries = {each.country for each in found} - {NOBODY} - {each.country for each in besides}
    organisations = {each.organisation for each in found}
    left = organisations - {each.organisation for each in besides}
    return Turnout(len(found), len(left), len(countries))


def _slot_uses(day: DayResults) -> Iterator[SlotUse]:
    used: Counter[int] = Counter()
    for each in day.results:
        if each.stands.state in _AT_THE_TABLE and each.meeting.has_slot:
            used.update(each.meeting.places)
    for slot in day.day.slots:
        is_open = sum(table.open >> slot.place & 1 for table in day.day.tables)
        yield SlotUse(slot.starts_at, used[slot.place], is_open)


def _waiting(results: Iterable[Result]) -> Waiting:
    times = minutes = 0
    for each in results:
        missing = each.stands.missing
        if each.stands.state is MeetingState.NO_SHOW and missing in _SIDES:
            meeting = each.meeting
            there = meeting.guests if missing is Missing.HOST else meeting.hosts
            long = meeting.ends_at - meeting.starts_at
            times += len(there)
            minutes += len(there) * int(long.total_seconds() // 60)
    return Waiting(times, minutes)


def _interest(answers: Iterable[int | None]) -> Interest:
    found = Counter(each for each in answers if each is not None)
    number = found.total()
    in_all = sum(each * times for each, times in found.items())
    of_each = tuple(found[each] for each in range(1, MOST_INTEREST + 1))
    return Interest(of_each, in_all / number if number else None)


def _shares(of: Belonging, marks: Counts) -> tuple[Share, ...]:
    found: dict[UUID, list[int]] = {}
    for side, by_others in ((of.hosts, "lost_by_guest"), (of.guests, "lost_by_host")):
        theirs = marks[side.meetings]
        names = ("arranged", "cancelled", "held", by_others, "moved")
        arranged, cancelled, *others = (side.summed(theirs >> _BIT[name] & 1) for name in names)
        columns = (arranged - cancelled, *others)
        for place, person in enumerate(side.groups):
            share = found.setdefault(person, [0, 0, 0, 0])
            for column, values in enumerate(columns):
                share[column] += int(values[place])
    return tuple(
        Share(each, *found[each]) for each in of.audience if each in found and found[each][0]
    )
