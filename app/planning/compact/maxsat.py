"""The proof by cores: breaks one of which at least can't be avoided, set by set.

A core raises the bound by one, and from then on one of its breaks is for nothing. When all others
can be avoided, that is the best schedule. Cores that share no break are looked for first: between
two rounds stands a schedule that has breaks in them alone, a good one long before the proof.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.planning.compact.cnf import cnf_of
from app.planning.compact.ground import Ground, News, Tell
from app.planning.compact.model import model_of

if TYPE_CHECKING:
    from pysat.card import ITotalizer


def prove(ground: Ground, tell: Tell) -> None:
    """Look for the best schedule until it is found or there is none; tell every step."""
    cores = _Cores(ground, tell)
    if cores.schedule(avoided=()):
        cores.search()
    tell(News(closed=True))


class _Cores:
    def __init__(self, ground: Ground, tell: Tell) -> None:
        from pysat.solvers import Cadical195  # noqa: PLC0415 - slow to load

        self._ground, self._tell = ground, tell
        self._model = model_of(ground)
        cnf, self._top = cnf_of(self._model.clauses)
        self._solver = Cadical195()
        # Going back one level at a time costs more than it saves where cardinalities propagate.
        self._solver.configure({"chrono": 0})
        self._solver.append_formula(cnf)
        self._bound = 0
        self._fewest = len(ground.may) * len(ground.tables) + 1
        # What is to be avoided, and of which core it is one break more, if of any.
        self._avoided: dict[int, ITotalizer | None] = {-each: None for each in self._model.breaks}

    def schedule(self, avoided: Iterable[int]) -> bool:
        """Find a schedule that has none of these breaks, if there is one."""
        if not self._solver.solve(assumptions=list(avoided)):
            return False
        slots = self._model.slots(self._solver.get_model())
        breaks = sum(self._ground.breaks(slots))
        if breaks < self._fewest:
            self._fewest = breaks
            self._tell(News(self._bound, slots))
        return True

    def search(self) -> None:
        apart: list[list[int]] = []
        while self._fewest > self._bound:
            if not self.schedule(self._avoided):
                apart.append(self._core())
            else:
                for core in apart:
                    self._avoid_two_of(core)
                apart = []

    def _core(self) -> list[int]:
        core: list[int] = self._solver.get_core()
        self._bound += 1
        self._tell(News(self._bound))
        for literal in core:
            of = self._avoided.pop(literal)
            if of is not None:
                self._avoid_more_of(of)
        return core

    def _avoid_two_of(self, core: list[int]) -> None:
        from pysat.card import ITotalizer  # noqa: PLC0415 - slow to load

        if len(core) == 1:
            self._solver.add_clause([-core[0]])
            return
        count = ITotalizer([-literal for literal in core], ubound=1, top_id=self._top)
        self._avoid_last_of(count)

    def _avoid_more_of(self, count: ITotalizer) -> None:
        if count.ubound + 1 < len(count.lits):
            count.increase(count.ubound + 1, top_id=self._top)
            self._avoid_last_of(count)

    def _avoid_last_of(self, count: ITotalizer) -> None:
        self._top = max(self._top, count.top_id)
        for clause in count.cnf.clauses[-count.nof_new :]:
            self._solver.add_clause(clause)
        self._avoided[-count.rhs[count.ubound]] = count
