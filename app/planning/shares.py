"""Fair shares at the same worth: whoever has least gets a meeting that somebody else can spare."""

from __future__ import annotations

from collections.abc import Callable
from heapq import nsmallest

from app.planning.figures import could_have
from app.planning.indexed import bits
from app.planning.state import NOWHERE, State

WORK_OF_LOOK = 100
"""What it costs to look at one way for one request, in the time of a move of ``annealing``."""

_TELL_EVERY = 64

_BETTER = 1e-9
_SPARE = 5

_LACK = 4
"""The power that makes two people who lack half better than one who lacks all."""


def share(state: State, work: int, tell: Callable[[int], bool]) -> int:
    """Exchange meetings until nobody is better served so, and say how much work it was.

    Worth only rises: a meeting makes way for one worth as much. How unfair a plan is, is the sum
    of what people lack of their share, by a power that has the least served count most.
    """
    shares = _Shares(state)
    done = 0
    better = True
    while better and done < work:
        better = False
        for turn, request in enumerate(shares.waiting()):
            done += WORK_OF_LOOK * (1 + state.indexed.may[request].bit_count())
            better |= shares.let_in(request)
            if done >= work or (turn % _TELL_EVERY == 0 and not tell(done)):
                return done
    return done


class _Shares:
    def __init__(self, state: State) -> None:
        self._state = state
        self._spared: dict[int, list[int]] = {}
        self._lack = [
            [((most - count) / most) ** _LACK if most else 0.0 for count in range(most + 1)]
            for most in (could_have(state, person) for person in range(len(state.indexed.people)))
        ]

    def waiting(self) -> list[int]:
        """Give what waits, that of the least served people first."""
        self._spared.clear()
        state, people_of = self._state, self._state.indexed.people_of
        return sorted(
            (request for request, slot in enumerate(state.slot_of) if slot == NOWHERE),
            key=lambda request: -max(self._lacks(person, 0) for person in people_of[request]),
        )

    def let_in(self, request: int) -> bool:
        """Place it, for the meeting that is missed least if one has to make way."""
        state, indexed = self._state, self._state.indexed
        ways = [
            (self._change(request, out), slot, out)
            for slot in bits(indexed.may[request])
            for out in self._outs(request, slot)
            if indexed.worth[out] <= indexed.worth[request]
        ]
        best = min(ways, default=(0.0, 0, 0))
        if best[0] > -_BETTER:
            return False
        _, slot, out_of_it = best
        if not state.exchange([out_of_it], [(request, slot)]):
            return False
        elsewhere = state.slots_for(out_of_it)
        if elsewhere:
            state.place(out_of_it, next(bits(elsewhere)))
        return True

    def _outs(self, request: int, slot: int) -> list[int]:
        """Meetings of which one may have to make way: where nobody's has, somebody has a table."""
        fixed = self._state.indexed.fixed
        people_busy = self._state.in_the_way(request, slot)
        if len(people_busy) > 1:
            return []
        return [each for each in people_busy or self._spare(slot) if not fixed[each]]

    def _spare(self, slot: int) -> list[int]:
        """The meetings of a slot that are missed least."""
        if slot not in self._spared:
            meetings = {at[slot]: None for at in self._state.at if at[slot] != NOWHERE}
            self._spared[slot] = nsmallest(
                _SPARE, meetings, key=lambda meeting: (self._missed(meeting), meeting)
            )
        return [each for each in self._spared[slot] if self._state.slot_of[each] == slot]

    def _missed(self, meeting: int) -> float:
        people = self._state.indexed.people_of[meeting]
        return sum(self._lacks(person, -1) - self._lacks(person, 0) for person in people)

    def _change(self, request: int, out: int) -> float:
        gains, loses = self._state.indexed.people_of[request], self._state.indexed.people_of[out]
        return sum(
            self._lacks(person, 1) - self._lacks(person, 0)
            for person in gains
            if person not in loses
        ) + sum(
            self._lacks(person, -1) - self._lacks(person, 0)
            for person in loses
            if person not in gains
        )

    def _lacks(self, person: int, more: int) -> float:
        lack = self._lack[person]
        return lack[min(self._state.count[person] + more, len(lack) - 1)]
