"""Requests as they stand: what both sides say of one meeting is one wish.

Every request is stored as the side said it that asked. If the other side asks back, on
whichever desk or by whichever file, that is a second row, and the two are one mutual wish for as
long as both stand. So taking one of them back leaves what the other side wants.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.journal.turns import chunks
from app.meetings.attendees import Attendees
from db import sides
from db.models import Meeting, Request

Sides = frozenset[frozenset[UUID]]
"""The people of the two sides, whichever asked; one set, if both are the same people."""

_By = tuple[frozenset[UUID], frozenset[UUID]]
"""Who is asked, and who asks."""
_FEW, _PART = 100, 4
"""So many requests, and one of so many, are few."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A meeting that is wanted. ``id`` and ``number`` are those of the request that came first.

    ``rows`` are all requests that speak of it, also withdrawn ones. ``priority`` is the highest
    that a side gives, ``length`` the longest, and what a side forbids or needs counts for both.
    """

    id: UUID
    number: str
    rows: tuple[UUID, ...]
    hosts: tuple[UUID, ...]
    guests: tuple[UUID, ...]
    mutual: bool
    priority: int
    kind: str
    length: int
    forbidden: frozenset[UUID]
    slot_id: UUID | None
    table_id: UUID | None
    needs: frozenset[str]
    after: frozenset[UUID]
    note: str
    withdrawn: bool

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody who has to be there, hosts first."""
        return tuple(dict.fromkeys((*self.hosts, *self.guests)))


@dataclass(frozen=True, slots=True)
class _Said:
    """One row, its sides as those who stand there now."""

    row: Any
    hosts: tuple[UUID, ...]
    guests: tuple[UUID, ...]

    @property
    def sides(self) -> Sides:
        return sides_of(self.hosts, self.guests)

    @property
    def by(self) -> _By:
        return frozenset(self.hosts), frozenset(self.guests)


@dataclass(frozen=True, slots=True)
class _AsSaid:
    """Requests by who asks whom, and by number."""

    asked: Mapping[_By, UUID]
    said_by: Mapping[_By, UUID]
    numbers: Mapping[str, UUID]


class Wishes:
    """The wishes of an event in the order they came: all, or those of some people.

    The latter know also the numbers of what these come after.
    """

    def __init__(
        self, session: Session, attendees: Attendees, people: Collection[UUID] | None = None
    ) -> None:
        groups = _grouped(_said(row, attendees) for row in _rows(session, attendees, people))
        leading = {each: first for group in groups.values() for each, first in _led(group)}
        self._take(groups, leading, {e: _wish(group, leading) for e, group in groups.items()})

    def _take(
        self,
        groups: Mapping[Sides, Sequence[_Said]],
        leading: Mapping[UUID, UUID],
        by_sides: Mapping[Sides, Wish],
    ) -> None:
        self._groups, self._leading, self._by_sides = groups, leading, by_sides
        self.all: Mapping[UUID, Wish] = {wish.id: wish for wish in by_sides.values()}

    def after(self, session: Session, attendees: Attendees, changed: Collection[UUID]) -> Wishes:
        """Give the wishes of an event once some requests were written to; only these are read.

        A wish of which nothing else is said stays the same object. Everybody among ``attendees``
        has to stand for whom they stood for. Of many it takes less to read all.
        """
        if len(changed) > _FEW + len(self._leading) // _PART:
            return Wishes(session, attendees)
        regrouped = self._regrouped(session, attendees, changed)
        groups, leading = dict(self._groups), dict(self._leading)
        for pair in regrouped:
            for each in groups.pop(pair, ()):
                del leading[each.row.id]
        anew = {pair: group for pair, group in regrouped.items() if group}
        for group in anew.values():
            leading.update(_led(group))
        # What comes after a request comes after the wish that speaks of it by now.
        anew |= {e: group for e, group in groups.items() for each in group if each.row.after}
        by_sides = {e: wish for e, wish in self._by_sides.items() if e not in regrouped}
        for pair, group in anew.items():
            wish = _wish(group, leading)
            was = self._by_sides.get(pair)
            by_sides[pair] = was if was == wish else wish
        wishes = copy(self)
        wishes.__dict__.pop("_as_said", None)
        came = sorted(by_sides.items(), key=lambda each: each[1].rows[0].int)
        wishes._take({**groups, **anew}, leading, dict(came))  # noqa: SLF001
        return wishes

    def _regrouped(
        self, session: Session, attendees: Attendees, changed: Collection[UUID]
    ) -> Mapping[Sides, Sequence[_Said]]:
        """Give the groups that changed requests were in, or are in now, as they are now."""
        said = [_said(row, attendees) for row in _some(session, changed)]
        before = {self._leading[row] for row in changed if row in self._leading}
        found: dict[Sides, list[_Said]] = {each.sides: [] for each in said}
        found |= {sides_of(self.all[e].hosts, self.all[e].guests): [] for e in before}
        for pair, group in found.items():
            group += [each for each in self._groups.get(pair, ()) if each.row.id not in changed]
        for each in said:
            found[each.sides].append(each)
        return {e: sorted(group, key=lambda each: each.row.id.int) for e, group in found.items()}

    def of_row(self, row: UUID) -> Wish | None:
        """Give the wish that a request speaks of."""
        leading = self._leading.get(row)
        return None if leading is None else self.all[leading]

    def numbered(self, number: str) -> UUID | None:
        """Give the request of this number."""
        return self._as_said.numbers.get(number)

    def asked(self, hosts: Iterable[UUID], guests: Iterable[UUID]) -> UUID | None:
        """Give the request by which just these guests ask these hosts, if it stands."""
        return self._as_said.asked.get((frozenset(hosts), frozenset(guests)))

    def said_by(self, hosts: Iterable[UUID], guests: Iterable[UUID]) -> UUID | None:
        """Give the request by which these guests ask these hosts, or did and withdrew."""
        return self._as_said.said_by.get((frozenset(hosts), frozenset(guests)))

    def of_sides(self, hosts: Iterable[UUID], guests: Iterable[UUID]) -> Wish | None:
        """Give the wish that these sides have with each other."""
        return self._by_sides.get(sides_of(hosts, guests))

    @cached_property
    def _as_said(self) -> _AsSaid:
        rows = [*chain(*self._groups.values())]
        standing = [each for each in rows if not each.row.withdrawn]
        asked = {each.by: each.row.id for each in standing}
        withdrawn = {each.by: each.row.id for each in rows if each.row.withdrawn}
        return _AsSaid(asked, withdrawn | asked, {each.row.number: each.row.id for each in rows})


def _said(row: Any, attendees: Attendees) -> _Said:
    return _Said(row, attendees.standing_named(row.hosts), attendees.standing_named(row.guests))


def _grouped(said: Iterable[_Said]) -> dict[Sides, list[_Said]]:
    groups: dict[Sides, list[_Said]] = {}
    for each in said:
        groups.setdefault(each.sides, []).append(each)
    return groups


def _rows(session: Session, attendees: Attendees, people: Collection[UUID] | None) -> Iterable[Any]:
    connection = session.connection()
    if people is None:
        return connection.execute(_REQUESTS)
    found = connection.execute(_REQUESTS.where(naming(session, Request, attendees, people))).all()
    known = {row.id for row in found}
    before = {UUID(each) for row in found for each in row.after} - known
    if not before:
        return found
    return [*found, *connection.execute(_REQUESTS.where(Request.id.in_(before)))]


def _some(session: Session, ids: Collection[UUID]) -> Iterator[Any]:
    for part in chunks(sorted(ids)):
        yield from session.connection().execute(_REQUESTS.where(Request.id.in_(part)))


def naming(
    session: Session,
    model: type[Request] | type[Meeting],
    attendees: Attendees,
    people: Collection[UUID],
) -> ColumnElement[bool]:
    """Select rows that name one of these people on either side, under whichever entry."""
    entries = attendees.leading_to(people)
    return model.id.in_(sides.naming(session, model.__tablename__, entries))


# As rows and not as objects: a big event has ten thousand.
_REQUESTS = (
    select(
        Request.id,
        Request.number,
        Request.hosts,
        Request.guests,
        Request.mutual,
        Request.priority,
        Request.kind,
        Request.length,
        Request.forbidden,
        Request.slot_id,
        Request.table_id,
        Request.needs,
        Request.after,
        Request.note,
        Request.withdrawn,
    )
    .where(Request.alive)
    .order_by(Request.id)
)


def sides_of(hosts: Iterable[UUID], guests: Iterable[UUID]) -> Sides:
    """Give what two requests have in common that are for the same meeting."""
    return frozenset({frozenset(hosts), frozenset(guests)})


def _leading(group: Sequence[_Said]) -> _Said:
    return next((each for each in group if not each.row.withdrawn), group[0])


def _led(group: Sequence[_Said]) -> Iterator[tuple[UUID, UUID]]:
    """Yield each request with the one that its wish is known by."""
    first = _leading(group).row.id
    return ((each.row.id, first) for each in group)


def _wish(group: Sequence[_Said], leading: Mapping[UUID, UUID]) -> Wish:
    """Put together what the sides say. Of a wish that nobody has any more, all still tell."""
    first = _leading(group)
    standing = [each for each in group if not each.row.withdrawn] or group
    rows = [each.row for each in standing]
    asking = {frozenset(each.guests) for each in standing}
    after = {leading.get(UUID(each)) for row in rows for each in row.after}
    return Wish(
        id=first.row.id,
        number=first.row.number,
        rows=tuple(each.row.id for each in group),
        hosts=first.hosts,
        guests=first.guests,
        mutual=len(asking) > 1 or any(row.mutual for row in rows),
        priority=min(row.priority for row in rows),
        kind=next((row.kind for row in rows if row.kind), ""),
        length=max(row.length for row in rows),
        forbidden=frozenset(UUID(each) for row in rows for each in row.forbidden),
        slot_id=next((row.slot_id for row in rows if row.slot_id), None),
        table_id=next((row.table_id for row in rows if row.table_id), None),
        needs=frozenset(need for row in rows for need in row.needs),
        after=frozenset(each for each in after if each not in {None, first.row.id}),
        note="\n".join(dict.fromkeys(row.note for row in rows if row.note)),
        withdrawn=first.row.withdrawn,
    )
