"""What comes of it when two people change seats in one round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from app.icebreaking.mixing import RoundsNotPossible
from app.icebreaking.rounds import KeptRounds, Seats
from app.meetings.attendees import Someone
from app.outcomes.audience import Listed


@dataclass(frozen=True, slots=True)
class Again:
    """Two who meet again: ``number`` is the other round in which they sit together."""

    one: Someone
    other: Someone
    number: int


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody who changes to a ``table``, whom they meet again there, and which colleagues."""

    who: Someone
    table: int
    again: tuple[Again, ...]
    colleagues: tuple[Someone, ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """Two change seats in a round. ``spared`` times two do not meet again any more."""

    number: int
    sides: tuple[Side, Side]
    spared: int
    seats: Seats

    @property
    def again(self) -> int:
        """Count how many times two meet again because of it."""
        return sum(len(side.again) for side in self.sides)


def swap_of(
    kept: KeptRounds, people: Mapping[UUID, Listed], number: int, one: UUID, other: UUID
) -> Swap:
    """Say what comes of it when two change seats in a round, counted from 1.

    Raises:
        RoundsNotPossible: There is no such round, one of them has no seat in it, or they sit at
            one table.
    """
    if not 1 <= number <= len(kept.rounds):
        raise RoundsNotPossible("no_such_round", len(kept.rounds))
    tables = kept.rounds[number - 1]
    at, to = tables.table_of(one), tables.table_of(other)
    if not at or not to:
        raise RoundsNotPossible("sits_nowhere", number)
    if at == to:
        raise RoundsNotPossible("same_table", at)
    look = _Look(kept, people, number)
    sides = look.side(one, to, without=other), look.side(other, at, without=one)
    spared = look.spared(one, at) + look.spared(other, to)
    return Swap(number, sides, spared, _exchanged(kept.seats, number - 1, one, other))


@dataclass(frozen=True, slots=True)
class _Look:
    kept: KeptRounds
    people: Mapping[UUID, Listed]
    number: int

    def side(self, who: UUID, table: int, without: UUID) -> Side:
        beside = [each for each in self._at(table) if each.id != without]
        met = [(each, self._met(who, each.id)) for each in beside]
        named = self._named(who)
        return Side(
            named,
            table,
            tuple(Again(named, each, number) for each, number in met if number),
            tuple(each for each in beside if self._are_colleagues(who, each.id)),
        )

    def spared(self, who: UUID, table: int) -> int:
        """Count whom of a table somebody meets in another round as well."""
        return sum(bool(self._met(who, each.id)) for each in self._at(table) if each.id != who)

    def _at(self, table: int) -> tuple[Someone, ...]:
        return self.kept.rounds[self.number - 1].tables[table - 1]

    def _met(self, one: UUID, other: UUID) -> int:
        """Give the first other round in which two sit together; 0 if there is none."""
        found = (
            each.number
            for each in self.kept.rounds
            if each.number != self.number
            and (table := each.table_of(one))
            and table == each.table_of(other)
        )
        return next(found, 0)

    def _named(self, who: UUID) -> Someone:
        tables = self.kept.rounds[self.number - 1].tables
        return next(each for table in tables for each in table if each.id == who)

    def _are_colleagues(self, one: UUID, other: UUID) -> bool:
        known = [self.people[each].organisation for each in (one, other) if each in self.people]
        return len(known) > 1 and known[0] == known[1]


def _exchanged(seats: Seats, number: int, one: UUID, other: UUID) -> Seats:
    there = {one: other, other: one}

    def rounds() -> Iterator[tuple[tuple[UUID, ...], ...]]:
        for place, tables in enumerate(seats):
            if place == number:
                yield tuple(tuple(there.get(each, each) for each in table) for table in tables)
            else:
                yield tables

    return tuple(rounds())
