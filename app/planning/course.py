"""How far planning is, over all its phases, and whether it goes on."""

from __future__ import annotations

from app.planning.plan import Standing, Watch


class Course:
    """Tells whoever watches. The share that is done only rises, and ends at all of it.

    ``bound``: the worth that no plan is above. ``goes_on`` is false as soon
    as somebody has stopped it, and from then on nobody is told anything.
    """

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._phase, self._work = "", 1
        self._from = self._until = 0.0
        self._placed = self._worth = 0
        self.bound = 0
        self.goes_on = True

    def begin(self, phase: str, until: float, work: int = 1) -> None:
        """Begin a phase of so much work, after which this share of everything is done."""
        self._phase, self._work = phase, max(1, work)
        self._from, self._until = self._until, until
        self.tell(0)

    def found(self, placed: int, worth: int) -> None:
        """Remember a plan, if it is as good as the best so far."""
        if worth >= self._worth:
            self._placed, self._worth = placed, worth

    def tell(self, done: int) -> bool:
        """Tell the work of this phase that is done; say whether to go on."""
        if self.goes_on:
            part = min(1.0, done / self._work)
            share = self._from + part * (self._until - self._from)
            standing = Standing(self._phase, share, self._placed, self._worth, self.bound or None)
            self.goes_on = self._watch(standing)
        return self.goes_on
