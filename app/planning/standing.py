"""Planning again from what stands: new requests come in, and as few meetings move as that takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from app.planning.course import Course
from app.planning.disruption import Disruption, day_after
from app.planning.exact import WORK_OF_STEP, snapshot_of
from app.planning.greedy import fill
from app.planning.problem import Meeting, Problem
from app.planning.repair import Repairing
from app.planning.repair_model import Effort
from app.planning.state import NOWHERE, State

_PRICE = Fraction(1, 10_000)
"""What a meeting that moves counts against the worth of one that is let in: next to nothing."""


def begin(state: State, problem: Problem, work: int, course: Course) -> None:
    """Place what stands where it stands, and what else finds a place.

    Args:
        state: A plan of locked meetings alone.
        problem: What is planned.
        work: Moves to try for what finds no place as long as nothing moves.
        course: Told now and then.
    """
    stood = _stand(state, problem)
    alone = state.snapshot()
    fill(state)
    if not stood or not _waits(state):
        return
    filled, worth = state.snapshot(), state.worth
    state.restore(alone)
    effort = Effort(work // WORK_OF_STEP, 0, lambda _best, _bound: course.tell(0))
    _let_in(state, problem, stood, effort)
    fill(state)
    if state.worth <= worth:
        state.restore(filled)


def _stand(state: State, problem: Problem) -> Sequence[Meeting]:
    """Place each meeting that stands at its own table, if that can be."""
    indexed = state.indexed
    request = {each.name: number for number, each in enumerate(indexed.requests)}
    table = {each.name: number for number, each in enumerate(indexed.tables)}
    taken: dict[int, int] = defaultdict(int)
    for meeting in problem.locked:
        for slot in range(meeting.slot, meeting.slot + indexed.length[request[meeting.request]]):
            taken[slot] |= 1 << table[meeting.table]
    stood = []
    for meeting in sorted(set(problem.standing)):
        number, seat = request.get(meeting.request, NOWHERE), table.get(meeting.table, NOWHERE)
        if NOWHERE in {number, seat} or state.slot_of[number] != NOWHERE or meeting.slot < 0:
            continue
        slots = range(meeting.slot, meeting.slot + indexed.length[number])
        at_hand = indexed.allowed[number] >> seat & 1 and all(
            indexed.tables[seat].open >> slot & ~(taken[slot] >> seat) & 1 for slot in slots
        )
        if at_hand and state.place(number, meeting.slot, 1 << indexed.kind_of_table(seat)):
            for slot in slots:
                taken[slot] |= 1 << seat
            state.stood[number] = meeting.slot, seat
            stood.append(meeting)
    return stood


def _waits(state: State) -> bool:
    """Tell whether something has no place that could have one."""
    may = state.indexed.may
    return any(may[request] for request, slot in enumerate(state.slot_of) if slot == NOWHERE)


def _let_in(state: State, problem: Problem, stood: Sequence[Meeting], effort: Effort) -> None:
    """Fill, then move meetings to free places, then any, as long as that lets more in."""
    repairing = Repairing(day_after(problem, (*problem.locked, *stood), Disruption()))
    _, most = repairing.at_most()
    offer = repairing.filled(effort)
    for better in (repairing.with_few_moves, lambda effort: repairing.traded(_PRICE, effort)):
        if offer.worth >= most or effort.stopped:
            break
        offer = better(effort)
    state.restore(snapshot_of(state.indexed, offer.meetings))
