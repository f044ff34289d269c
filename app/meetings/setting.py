"""What holds for every meeting, whichever are wanted: people, tables, what is scarce, the limits.

Names in a ``Problem`` are ids as text; those of resources are their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache, cached_property
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.event.owning import OwnerKind
from app.event.slots import StandingSlot
from app.meetings.attendees import Attendees
from app.meetings.hall import Hall, hall
from app.meetings.worth import Rules, rules
from app.planning import problem as p
from app.programme.engaged import Engagements
from app.programme.taken_up import taken_up
from db.models import Resource, Unavailable


@dataclass(frozen=True)
class Setting:
    """The event around its meetings. ``away``: slots in which people are elsewhere.

    ``engaged`` are the sessions, rounds and speeches that people have to be in; their slots are
    among those.
    """

    attendees: Attendees
    hall: Hall
    rules: Rules
    resources: tuple[p.Resource, ...]
    away: Mapping[UUID, int]
    engaged: Engagements = field(default_factory=dict)

    def problem(
        self, requests: Sequence[p.Request], locked: Sequence[p.Meeting] = (), *, past: int = 0
    ) -> p.Problem:
        """Put requests into this setting.

        Args:
            requests: All of them, also those of locked meetings.
            locked: What stays where it is.
            past: Slots that are over. Whoever met then was free, and the table open.

        Of what requests come after or need, only what is in the problem counts.
        """
        requests = self._closed_in(requests)
        people = dict.fromkeys(name for request in requests for name in request.people)
        met, used = self._over(requests, locked, past)
        return p.Problem(
            slots=tuple(map(self._slot, self.hall.slots)),
            people=tuple(self._person(name, met[name]) for name in people),
            tables=tuple(self._tables(people, used)),
            requests=tuple(requests),
            resources=self.resources,
            locked=tuple(locked),
            far=self.hall.far,
        )

    def tables_of(self, people: Iterable[UUID]) -> frozenset[str]:
        """Give the tables that some of these people sit at, so that the others come there."""
        return frozenset(str(self.seats[each]) for each in people if each in self.seats)

    def _closed_in(self, requests: Sequence[p.Request]) -> Sequence[p.Request]:
        names = {request.name for request in requests}
        there = {resource.name for resource in self.resources}
        return [
            request
            if request.after <= names and request.needs <= there
            else replace(request, after=request.after & names, needs=request.needs & there)
            for request in requests
        ]

    @cached_property
    def seats(self) -> Mapping[UUID, UUID]:
        """Give the own table of everybody who has one alone."""
        seats: dict[UUID, list[UUID]] = defaultdict(list)
        for table in self.hall.tables:
            if len(table.owners) == 1 and table.owners[0].kind is OwnerKind.DELEGATE:
                seats[table.owners[0].id].append(table.id)
        return {person: tables[0] for person, tables in seats.items() if len(tables) == 1}

    def _over(
        self, requests: Sequence[p.Request], locked: Sequence[p.Meeting], past: int
    ) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """Give the slots in which people are taken to be free, and tables to be open.

        Those are the ones that are over, and for whoever does not come those of their meetings:
        that somebody has to be told of them is no reason to plan nothing.
        """
        named = {request.name: request for request in requests}
        met: dict[str, int] = defaultdict(int)
        used: dict[str, int] = defaultdict(int)
        for meeting in locked:
            request = named[meeting.request]
            slots = ((1 << request.length) - 1) << meeting.slot
            is_over = past >> meeting.slot & 1
            if is_over:
                used[meeting.table] |= slots
            for name in request.people:
                if is_over or not self.attendees.are_coming([UUID(name)]):
                    met[name] |= slots
        return met, used

    def _slot(self, slot: StandingSlot) -> p.Slot:
        beside = frozenset(map(str, self.hall.beside.get(slot.id, ())))
        return p.Slot(str(slot.id), str(slot.block_id), beside)

    def _person(self, name: str, met: int) -> p.Person:
        delegate = UUID(name)
        found = self.attendees.get(delegate)
        free = 0
        if found is not None and found.is_coming:
            free = self.hall.on_days(found.days) & ~self.away.get(delegate, 0)
        return p.Person(name, free | met, self.rules.most_meetings, self.rules.most_in_row)

    def _tables(self, people: Iterable[str], used: Mapping[str, int]) -> Iterable[p.Table]:
        of_organisation: dict[UUID, list[str]] = defaultdict(list)
        for name in people:
            found = self.attendees.get(UUID(name))
            if found is not None and found.organisation_id is not None:
                of_organisation[found.organisation_id].append(name)
        for table in self.hall.tables:
            name = str(table.id)
            owners: set[str] = set()
            for owner in table.owners:
                theirs = owner.kind is OwnerKind.DELEGATE
                owners.update([str(owner.id)] if theirs else of_organisation[owner.id])
            owners.intersection_update(people)
            # Of an own table whose people want nothing, nobody else has the use.
            is_open = bool(owners) or not table.owners
            mask = (table.open if is_open else 0) | used.get(name, 0)
            yield p.Table(name, mask, table.zone, frozenset(owners))


def setting(session: Session, attendees: Attendees | None = None) -> Setting:
    """Read what holds for every meeting of the event, but for ``attendees`` who are known."""
    where = hall(session)
    attendees = attendees or Attendees(session)
    engaged = taken_up(session, attendees)
    away = _away(session, where, attendees, engaged)
    return Setting(attendees, where, rules(session), _resources(session, where), away, engaged)


def interval(text: str) -> tuple[datetime, datetime]:
    """Read a stretch of time as ``Resource.times`` has it."""
    starts, _, ends = text.partition("/")
    return datetime.fromisoformat(starts), datetime.fromisoformat(ends)


def _resources(session: Session, where: Hall) -> tuple[p.Resource, ...]:
    rows = session.connection().execute(
        select(Resource.name, Resource.at_once, Resource.times)
        .where(Resource.alive)
        .order_by(Resource.name, Resource.id)
    )
    return tuple(p.Resource(name, at_once, _within(where, times)) for name, at_once, times in rows)


def _within(where: Hall, times: Sequence[str]) -> int:
    """Give the slots that lie wholly in one of the stretches; all, if there is none."""
    if not times:
        return p.EVERY_SLOT
    there = [interval(each) for each in times]
    return sum(
        1 << place
        for place, slot in enumerate(where.slots)
        if any(starts <= slot.starts_at and slot.ends_at <= ends for starts, ends in there)
    )


def _away(
    session: Session, where: Hall, attendees: Attendees, engaged: Engagements
) -> Mapping[UUID, int]:
    away: dict[UUID, int] = defaultdict(int)
    rows = session.connection().execute(
        select(Unavailable.delegate_id, Unavailable.starts_at, Unavailable.ends_at).where(
            Unavailable.alive
        )
    )
    for delegate, starts_at, ends_at in rows:
        if delegate is not None:
            away[attendees.standing(delegate)] |= where.touched(starts_at, ends_at)
    # A session for everybody is looked up once, and not for each of two thousand.
    touched = cache(where.touched)
    for person, sessions in engaged.items():
        for each in sessions:
            away[person] |= touched(each.starts_at, each.ends_at)
    return away
