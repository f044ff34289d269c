"""Schedules as Boolean variables: what has to hold, and which variables cost a break.

Both proofs solve this. Breaks are counted by person, not by place, and that makes it quick: of a
person without a break one literal says that they are busy for one stretch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.planning.compact.breaks import add_people
from app.planning.compact.clauses import Clauses
from app.planning.compact.ground import Ground, bits


@dataclass(frozen=True, slots=True)
class Model:
    """``at[meeting][slot]`` says that it is then; each true one of ``breaks`` costs one."""

    clauses: Clauses
    at: tuple[dict[int, int], ...]
    breaks: tuple[int, ...]

    def slots(self, true: Iterable[int]) -> tuple[int, ...]:
        """Read the slot of each meeting from the literals that are true."""
        true = set(true)
        return tuple(
            next(slot for slot, literal in at.items() if literal in true) for at in self.at
        )


def model_of(ground: Ground) -> Model:
    """Say what schedules there are, and what they cost."""
    clauses = Clauses()
    at = tuple({slot: clauses.new() for slot in bits(may)} for may in ground.may)
    for slots in at:
        clauses.exactly_one.append(tuple(slots.values()))
    busy = [_busy(clauses, [at[meeting] for meeting in of]) for of in ground.people]
    breaks = add_people(clauses, ground, busy)
    for first, then in ground.orders:
        _add_order(clauses, at[first], at[then])
    for slot, tables in enumerate(ground.tables):
        clauses.limit(_taken(clauses, ground, [slots.get(slot, 0) for slots in at]), tables)
        # Follows from it, and no solver finds it.
        seats = tables * ground.most_people
        clauses.limit([of[slot] for of in busy if slot in of], seats)
    return Model(clauses, at, tuple(each for of in breaks for each in of))


def _busy(clauses: Clauses, meetings: Sequence[dict[int, int]]) -> dict[int, int]:
    slots = sorted(set().union(*meetings))
    return {slot: clauses.one_of([at[slot] for at in meetings if slot in at]) for slot in slots}


def _add_order(clauses: Clauses, first: dict[int, int], then: dict[int, int]) -> None:
    over: dict[int, int] = {}
    so_far: list[int] = []
    for slot, literal in first.items():
        over[slot] = clauses.new()
        clauses.add(-over[slot], literal, *so_far)
        so_far = [over[slot]]
    for slot, literal in then.items():
        clauses.add(-literal, *[over[each] for each in over if each < slot][-1:])


def _taken(clauses: Clauses, ground: Ground, now: Sequence[int]) -> list[int]:
    """Give literals for the tables taken: few, as the meetings of one person take one together."""
    left = sum(1 << meeting for meeting, literal in enumerate(now) if literal)
    taken = []
    while left:
        theirs = max((of & left for of in ground.meetings_of), key=int.bit_count, default=0)
        together = theirs or left & -left
        taken.append(clauses.one_of([now[meeting] for meeting in bits(together)]))
        left ^= together
    return taken
