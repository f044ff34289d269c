"""Requests as they stand: what both sides say of one meeting is one wish.

Every request is stored as the side said it that asked. If the other side asks back, on
whichever desk or by whichever file, that is a second row, and the two are one mutual wish for as
long as both stand. So taking one of them back leaves what the other side wants.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.meetings.attendees import Attendees
from db import sides
from db.models import Meeting, Request

Sides = frozenset[frozenset[UUID]]
"""The people of the two sides, whichever asked; one set, if both are the same people."""


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


class Wishes:
    """The wishes of an event in the order they came: all, or those of some people.

    The latter know also the numbers of what these come after.
    """

    def __init__(
        self, session: Session, attendees: Attendees, people: Collection[UUID] | None = None
    ) -> None:
        grouped: dict[Sides, list[_Said]] = defaultdict(list)
        for row in _rows(session, attendees, people):
            sides = (
                attendees.standing_named(row.hosts),
                attendees.standing_named(row.guests),
            )
            said = _Said(row, *sides)
            grouped[said.sides].append(said)
        self._said_by = {
            (frozenset(each.hosts), frozenset(each.guests)): each.row.id
            for each in sorted(chain(*grouped.values()), key=lambda each: not each.row.withdrawn)
        }
        self._asked = {
            (frozenset(each.hosts), frozenset(each.guests)): each.row.id
            for group in grouped.values()
            for each in group
            if not each.row.withdrawn
        }
        self._numbers = {each.row.number: each.row.id for each in chain(*grouped.values())}
        self._leading = {
            each.row.id: _leading(group).row.id for group in grouped.values() for each in group
        }
        self._by_sides = {sides: _wish(group, self._leading) for sides, group in grouped.items()}
        self.all: Mapping[UUID, Wish] = {wish.id: wish for wish in self._by_sides.values()}

    def of_row(self, row: UUID) -> Wish | None:
        """Give the wish that a request speaks of."""
        leading = self._leading.get(row)
        return None if leading is None else self.all[leading]

    def numbered(self, number: str) -> UUID | None:
        """Give the request of this number."""
        return self._numbers.get(number)

    def asked(self, hosts: Iterable[UUID], guests: Iterable[UUID]) -> UUID | None:
        """Give the request by which just these guests ask these hosts, if it stands."""
        return self._asked.get((frozenset(hosts), frozenset(guests)))

    def said_by(self, hosts: Iterable[UUID], guests: Iterable[UUID]) -> UUID | None:
        """Give the request by which these guests ask these hosts, or did and withdrew."""
        return self._said_by.get((frozenset(hosts), frozenset(guests)))

    def of_sides(self, hosts: Iterable[UUID], guests: Iterable[UUID]) -> Wish | None:
        """Give the wish that these sides have with each other."""
        return self._by_sides.get(sides_of(hosts, guests))


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
