"""An event in numbers: people and meetings by the order of their names, slots cut as far as clear.

What both proofs and the search stand on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from app.planning.compact.event import Event, Meeting
from app.planning.plan import Contradiction


@dataclass(frozen=True, slots=True)
class Ground:
    """``people``: the meetings of each; ``may``: the slots of each meeting, none if it has none.

    ``orders``: pairs of meetings, the first of which is over when the second begins.
    """

    names: tuple[str, ...]
    tables: tuple[int, ...]
    people: tuple[tuple[int, ...], ...]
    may: tuple[int, ...]
    orders: tuple[tuple[int, int], ...]
    block_starts: int
    fairness: int | None

    @property
    def meetings_of(self) -> list[int]:
        """The meetings of each person as a set."""
        return [sum(1 << meeting for meeting in of) for of in self.people]

    @property
    def most_people(self) -> int:
        """How many meet at one table at most."""
        return max(Counter(chain.from_iterable(self.people)).values(), default=0)

    def breaks(self, slots: Sequence[int]) -> list[int]:
        """Count the breaks of each person if the meetings are in these slots."""
        return [self._breaks(sorted(slots[meeting] for meeting in of)) for of in self.people]

    def _breaks(self, busy: list[int]) -> int:
        return sum(
            next_ > slot + 1 and not self._new_block(slot, next_) for slot, next_ in pairwise(busy)
        )

    def _new_block(self, slot: int, next_: int) -> bool:
        return self.block_starts & ((2 << next_) - (2 << slot)) != 0


@dataclass(frozen=True, slots=True)
class News:
    """What a search has found: a bound, a schedule, and ``closed`` if there is no better one."""

    bound: int = 0
    slots: tuple[int, ...] | None = None
    closed: bool = False


Tell = Callable[[News], None]


def ground_of(event: Event) -> Ground:
    """Number an event.

    Raises:
        Contradiction: A name stands twice, or a meeting names what is not there.
    """
    people = sorted(event.people, key=lambda person: person.name)
    meetings = sorted(event.meetings, key=lambda meeting: meeting.name)
    of_person = _numbers([person.name for person in people])
    of_meeting = _numbers([meeting.name for meeting in meetings])
    theirs: list[list[int]] = [[] for _ in people]
    every = (1 << len(event.tables)) - 1
    may: list[int] = []
    for number, meeting in enumerate(meetings):
        slots = meeting.slots & every
        for person in _known(meeting.people, of_person):
            theirs[person].append(number)
            slots &= people[person].free
        may.append(slots)
    orders = tuple(_orders(meetings, of_meeting))
    _narrow(may, theirs, orders)
    return Ground(
        names=tuple(meeting.name for meeting in meetings),
        tables=event.tables,
        people=tuple(tuple(of) for of in theirs),
        may=tuple(may),
        orders=orders,
        block_starts=event.block_starts | 1,
        fairness=event.fairness,
    )


def bits(slots: int) -> Iterator[int]:
    """Give the slots of a set, the first one first."""
    while slots:
        lowest = slots & -slots
        yield lowest.bit_length() - 1
        slots ^= lowest


def _numbers(names: list[str]) -> dict[str, int]:
    for name, next_ in pairwise(names):
        if name == next_:
            raise Contradiction("named_twice", (name,))
    return {name: number for number, name in enumerate(names)}


def _known(names: Iterable[str], numbers: dict[str, int]) -> list[int]:
    for name in sorted(names):
        if name not in numbers:
            raise Contradiction("unknown_name", (name,))
    return sorted(numbers[name] for name in names)


def _orders(meetings: list[Meeting], numbers: dict[str, int]) -> Iterator[tuple[int, int]]:
    for number, meeting in enumerate(meetings):
        for before in _known(meeting.after, numbers):
            yield before, number


def _narrow(may: list[int], people: list[list[int]], orders: Sequence[tuple[int, int]]) -> None:
    """Take away slots until nothing follows from a single meeting any more, or one has none."""
    before: list[int] = []
    while before != may and all(may):
        before = list(may)
        for first, then in orders:
            may[then] &= -2 * (may[first] & -may[first])
            may[first] &= (1 << max(0, may[then].bit_length() - 1)) - 1
        for of in people:
            _settle(may, of)


def _settle(may: list[int], of: list[int]) -> None:
    for meeting in of:
        if may[meeting].bit_count() == 1:
            for other in of:
                if other != meeting:
                    may[other] &= ~may[meeting]
