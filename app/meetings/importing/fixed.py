"""What requests of a list that are fixed to a slot or a table say against each other.

Nothing of it keeps a row out: what is fixed may be so for one of them, and a plan shows for which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.delegates.registration import RowProblem
from app.meetings.setting import Setting
from app.meetings.wishes import Sides, Wish, sides_of


@dataclass(frozen=True, slots=True)
class Fixed:
    """A request that may be in one slot only. ``line`` is 0 if it stands already.

    ``called`` names it for people, ``column`` is the one that says the slot.
    """

    line: int
    called: str
    column: str
    hosts: tuple[UUID, ...]
    guests: tuple[UUID, ...]
    slots: tuple[UUID, ...]
    table: UUID | None

    @property
    def sides(self) -> Sides:
        """Give its people, whichever side asked."""
        return sides_of(self.hosts, self.guests)

    @property
    def people(self) -> tuple[UUID, ...]:
        """Give everybody in it."""
        return tuple(dict.fromkeys((*self.guests, *self.hosts)))


def standing(around: Setting, wishes: Iterable[Wish]) -> Iterator[Fixed]:
    """Yield the requests that stand and are fixed to a slot that is left."""
    for wish in wishes:
        slots = around.hall.taken(wish.slot_id, wish.length)
        if slots is not None and not wish.withdrawn:
            yield Fixed(0, wish.number, "", wish.hosts, wish.guests, slots, wish.table_id)


def contradictions(around: Setting, fixed: Sequence[Fixed]) -> Mapping[int, Sequence[RowProblem]]:
    """Give what stands against the slots that rows are fixed to, by their lines.

    Codes: ``fixed_not_free`` (somebody is not there then), ``fixed_otherwise`` (the other side is
    fixed to another slot), ``fixed_with_others`` (somebody is fixed to another request then),
    ``fixed_at_table`` (another request is fixed to the table then). The text names whom or what.

    Args:
        around: The event.
        fixed: What stands first, then rows in the order of the file.
    """
    checking = _Checking(around)
    found = {each.line: list(checking.look(each)) for each in fixed}
    return {line: problems for line, problems in found.items() if line and problems}


class _Checking:
    def __init__(self, around: Setting) -> None:
        self._around = around
        self._of_sides: dict[Sides, Fixed] = {}
        self._of_people: dict[tuple[UUID, UUID], Fixed] = {}
        self._of_tables: dict[tuple[UUID, UUID], Fixed] = {}

    def look(self, one: Fixed) -> Iterator[RowProblem]:
        """Yield what stands against a request, then know it."""
        yield from self._problems(one)
        self._of_sides.setdefault(one.sides, one)
        for slot in one.slots:
            for person in one.people:
                self._of_people.setdefault((person, slot), one)
            if one.table is not None:
                self._of_tables.setdefault((one.table, slot), one)

    def _problems(self, one: Fixed) -> Iterator[RowProblem]:
        absent = [each for each in one.people if not self._is_free(each, one)]
        if absent:
            yield self._problem(one, "fixed_not_free", self._names(absent))
        same = self._of_sides.get(one.sides)
        if same is not None and same.slots != one.slots:
            yield self._problem(one, "fixed_otherwise", self._told(same))
        others: dict[str, list[UUID]] = defaultdict(list)
        for person in one.people:
            other = self._other(one, self._of_people, person)
            if other is not None:
                others[self._told(other)].append(person)
        for told, people in others.items():
            yield self._problem(one, "fixed_with_others", f"{self._names(people)}: {told}")
        if one.table is not None:
            other = self._other(one, self._of_tables, one.table)
            if other is not None:
                yield self._problem(one, "fixed_at_table", self._told(other))

    def _other(
        self, one: Fixed, known: Mapping[tuple[UUID, UUID], Fixed], thing: UUID
    ) -> Fixed | None:
        found = (known.get((thing, slot)) for slot in one.slots)
        return next((each for each in found if each and each.sides != one.sides), None)

    def _is_free(self, person: UUID, one: Fixed) -> bool:
        found, hall = self._around.attendees.get(person), self._around.hall
        days = hall.on_days(found.days) if found is not None else 0
        free = days & ~self._around.away.get(person, 0)
        return hall.mask(one.slots) & ~free == 0

    def _names(self, people: Iterable[UUID]) -> str:
        named = self._around.attendees.named(people)
        return ", ".join(f"{each.badge_number} {each.name}" for each in named)

    def _told(self, one: Fixed) -> str:
        names = " – ".join(each.name for each in self._around.attendees.named(one.people))
        return f"{one.called}, {names}, {self._around.hall.clock(one.slots[0])}"

    def _problem(self, one: Fixed, code: str, text: str) -> RowProblem:
        return RowProblem(one.line, one.column, code, text)
