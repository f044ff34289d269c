"""What was changed, step by step, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Steps(Generic[T]):
    """The state ``now``, those before it and those that were taken back, nearest last.

    Changes of one ``kind`` that follow one another are one step; a blank kind is none.
    """

    now: T
    past: tuple[T, ...] = ()
    ahead: tuple[T, ...] = ()
    kind: str = ""

    def did(self, now: T, kind: str = "") -> Steps[T]:
        """Go on to another state. Nothing that was taken back can come again after that."""
        if now == self.now:
            return self
        goes_on = bool(kind) and kind == self.kind
        past = self.past if goes_on else (*self.past, self.now)
        return Steps(now, past, (), kind)

    def undone(self) -> Steps[T]:
        """Take the last step back, if there is one."""
        if not self.past:
            return self
        return Steps(self.past[-1], self.past[:-1], (*self.ahead, self.now))

    def redone(self) -> Steps[T]:
        """Take a step again that was taken back last, if there is one."""
        if not self.ahead:
            return self
        return Steps(self.ahead[-1], (*self.past, self.now), self.ahead[:-1])

    def rested(self) -> Steps[T]:
        """Let the next change be a step of its own, whatever its kind."""
        return replace(self, kind="")
