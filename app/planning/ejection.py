"""The search under every rule: a request that waits pushes in, whom it pushes out seeks anew.

Slower by far than ``annealing``, which knows neither orders nor rows nor ways on foot; it goes on
where that has to stop.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, gcd
from random import Random

from app.planning.indexed import bits
from app.planning.state import NOWHERE, State

WORK_OF_STEP = 100
"""What a step costs, in the time of a move of ``annealing``."""

_HEAT = 0.12
_TELL_EVERY = 256


def eject(state: State, rng: Random, work: int, enough: int, tell: Callable[[int], bool]) -> int:
    """Walk from plan to plan and end at the best; give how much work was done."""
    walk = _Walk(state, rng)
    done = steps = 0
    while done < work and walk.best < enough and walk.waiting:
        walk.step()
        done += WORK_OF_STEP
        steps += 1
        if steps % _TELL_EVERY == 0 and not tell(done):
            break
    walk.end()
    return done


class _Walk:
    def __init__(self, state: State, rng: Random) -> None:
        indexed = state.indexed
        self._state, self._rng = state, rng
        self._unit = gcd(*indexed.worth) or 1
        self._slots = [list(bits(may)) for may in indexed.may]
        self.waiting = [
            request
            for request, slot in enumerate(state.slot_of)
            if slot == NOWHERE and self._slots[request]
        ]
        self.best = state.worth
        self._snapshot = state.snapshot()

    def step(self) -> None:
        state, rng = self._state, self._rng
        at = rng.randrange(len(self.waiting))
        request = self.waiting[at]
        free = state.slots_for(request)
        if free:
            state.place(request, rng.choice(list(bits(free))))
            self._placed(at, [])
            return
        slot = rng.choice(self._slots[request])
        out = state.in_the_way(request, slot) or self._somebody(request, slot)
        worth, fixed = state.indexed.worth, state.indexed.fixed
        if not out or any(fixed[each] for each in out):
            return
        loss = (sum(worth[each] for each in out) - worth[request]) / self._unit
        if loss > 0 and rng.random() > exp(-loss / _HEAT):
            return
        if state.exchange(out, [(request, slot)]):
            self._placed(at, out)

    def end(self) -> None:
        if self._state.worth < self.best:
            self._state.restore(self._snapshot)

    def _placed(self, at: int, out: list[int]) -> None:
        self.waiting[at] = self.waiting[-1]
        self.waiting.pop()
        for request in out:
            free = self._state.slots_for(request)
            if free:
                self._state.place(request, self._rng.choice(list(bits(free))))
            else:
                self.waiting.append(request)
        if self._state.worth > self.best:
            self.best = self._state.worth
            self._snapshot = self._state.snapshot()

    def _somebody(self, request: int, slot: int) -> list[int]:
        """Draw a meeting that may hold it up otherwise: by its table, a limit or the way there."""
        state, rng = self._state, self._rng
        person = rng.choice(state.indexed.people_of[request])
        if rng.random() < 0.5:
            meetings = [each for each in state.at[person] if each != NOWHERE]
        else:
            meetings = [at[slot] for at in state.at if at[slot] != NOWHERE]
        return [rng.choice(meetings)] if meetings else []
