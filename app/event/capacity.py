"""How many meetings the tables and slots of an event can hold, beside how many are wanted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.event.overview import ClosureFacts, DayFacts, EventOverview, TableFacts
from app.event.planned import Need

LEAST_SPARE = 10
"""Per cent. Requests go on coming on site, and people do not come."""


@dataclass(frozen=True, slots=True)
class DayCapacity:
    """A day: ``closed`` of its places at ``tables`` for everybody are closed, ``places`` open.

    ``own_places`` are open ones at tables that belong to somebody.
    """

    date: date
    tables: int
    slots: int
    closed: int
    places: int
    own_tables: int
    own_places: int


@dataclass(frozen=True, slots=True)
class Capacity:
    """All days together. A place is one table in one slot.

    ``requests`` are meetings that are wanted, and ``wanted`` the places they take: two for a
    meeting of two slots. ``at_own`` of them can be had at own tables, which hold nobody else's.
    """

    days: tuple[DayCapacity, ...]
    tables: int
    own_tables: int
    requests: int
    wanted: int
    at_own: int

    @property
    def slots(self) -> int:
        """How many slots the days have together."""
        return sum(day.slots for day in self.days)

    @property
    def closed(self) -> int:
        """How many places at tables for everybody are closed."""
        return sum(day.closed for day in self.days)

    @property
    def places(self) -> int:
        """How many places at tables for everybody are open."""
        return sum(day.places for day in self.days)

    @property
    def own_places(self) -> int:
        """How many places at own tables are open."""
        return sum(day.own_places for day in self.days)

    @property
    def usable(self) -> int:
        """How many places can be of use: those at own tables only to their owners."""
        return self.places + self.at_own

    @property
    def spare(self) -> int | None:
        """How many per cent more places there are than are wanted; none if nothing is wanted."""
        if not self.wanted:
            return None
        return round(100 * (self.usable - self.wanted) / self.wanted)

    @property
    def is_scarce(self) -> bool:
        """Tell whether so little is spare that late requests will find no place."""
        return self.spare is not None and self.spare < LEAST_SPARE

    @property
    def tables_short(self) -> int:
        """How many more tables for everybody would leave enough to spare; 0 without slots."""
        if not self.is_scarce or not self.slots:
            return 0
        missing = self.wanted * (100 + LEAST_SPARE) - 100 * self.usable
        return -(-missing // (100 * self.slots))


def capacity_of(overview: EventOverview) -> Capacity:
    """Give the capacity of an event as it is set up."""
    return capacity(overview.days, overview.tables, overview.closures, overview.needs)


def capacity(
    days: Sequence[DayFacts],
    tables: Sequence[TableFacts],
    closures: Iterable[ClosureFacts],
    needs: Sequence[Need],
) -> Capacity:
    """Give the capacity of these days and tables.

    Args:
        days: With the blocks and slots that count.
        tables: Those with owners hold only meetings of theirs.
        closures: A table is out of use in every slot that one of them touches.
        needs: What is wanted.
    """
    closed = _Closed(closures)
    own = [table for table in tables if table.owners]
    shared = [table for table in tables if not table.owners]
    of_days = []
    held: dict[UUID, int] = defaultdict(int)
    for day in days:
        slots = [slot for block in day.blocks for slot in block.slots]
        free = sum(closed.free(table, slots) for table in shared)
        for table in own:
            held[table.id] += closed.free(table, slots)
        of_days.append(
            DayCapacity(
                date=day.date,
                tables=len(shared),
                slots=len(slots),
                closed=len(shared) * len(slots) - free,
                places=free,
                own_tables=len(own),
                own_places=sum(closed.free(table, slots) for table in own),
            )
        )
    return Capacity(
        days=tuple(of_days),
        tables=len(shared),
        own_tables=len(own),
        requests=len(needs),
        wanted=sum(need.slots for need in needs),
        at_own=_at_own(own, held, needs),
    )


_Slots = Sequence[tuple[datetime, datetime]]
_Stretch = tuple[datetime | None, datetime | None]


class _Closed:
    """When tables are closed."""

    def __init__(self, closures: Iterable[ClosureFacts]) -> None:
        self._tables: dict[UUID, list[_Stretch]] = defaultdict(list)
        self._zones: dict[str, list[_Stretch]] = defaultdict(list)
        for closure in closures:
            stretch = (closure.starts_at, closure.ends_at)
            if closure.table_id is not None:
                self._tables[closure.table_id].append(stretch)
            else:
                self._zones[closure.zone].append(stretch)

    def free(self, table: TableFacts, slots: _Slots) -> int:
        """Count the slots a table is open in."""
        of_zone = self._zones.get(table.zone, ()) if table.zone else ()
        stretches = [*self._tables.get(table.id, ()), *of_zone]
        if not stretches:
            return len(slots)
        return sum(not any(_meet(slot, stretch) for stretch in stretches) for slot in slots)


def _meet(slot: tuple[datetime, datetime], stretch: _Stretch) -> bool:
    (starts, ends), (closes, opens) = slot, stretch
    return (closes is None or closes < ends) and (opens is None or starts < opens)


def _at_own(own: Iterable[TableFacts], held: Mapping[UUID, int], needs: Sequence[Need]) -> int:
    """Count wanted places that own tables can hold, the least wanted table first."""
    wanted = _wanted_at(own, needs)
    seated: set[int] = set()
    taken = 0
    for table in sorted(wanted, key=lambda each: (len(wanted[each]), each)):
        room = held[table]
        for at in wanted[table]:
            if at not in seated and needs[at].slots <= room:
                room -= needs[at].slots
                taken += needs[at].slots
                seated.add(at)
    return taken


def _wanted_at(own: Iterable[TableFacts], needs: Sequence[Need]) -> Mapping[UUID, list[int]]:
    """Give, for each own table that somebody wants, which needs are its owners'."""
    tables: dict[UUID, list[UUID]] = defaultdict(list)
    for table in own:
        for owner in table.owners:
            tables[owner.id].append(table.id)
    wanted: dict[UUID, list[int]] = defaultdict(list)
    for at, need in enumerate(needs):
        # Of ten thousand, only few are of owners.
        if not need.whose.isdisjoint(tables):
            for which in {table for each in need.whose for table in tables.get(each, ())}:
                wanted[which].append(at)
    return wanted
