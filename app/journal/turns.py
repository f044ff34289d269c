"""Long lists of deeds in short transactions, so that scans get their turn between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import monotonic, sleep
from typing import Generic, TypeVar

T = TypeVar("T")

CHUNK = 500
"""So many are read at once."""

HELD_S = 0.015
"""Aim for how long the write lock is held at a time: a scan may have to wait for it twice."""

TURN_S = 0.003
"""Rest between two transactions: whoever waits for the write lock looks more often than that."""

FEWEST = 60
"""Of fewer, the commit takes the most of the time."""

_MOST = 500

_OVERTAKEN = 8
"""So many are left, where others write again and again."""


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the items in parts of ``CHUNK``."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


class Parts(Generic[T]):
    """A long list in parts that each take about ``HELD_S`` to write, on whatever machine."""

    def __init__(self, items: Sequence[T], fewest: int = FEWEST) -> None:
        self.done = 0
        self._items = items
        self._fewest = self._size = fewest

    def part(self) -> Sequence[T]:
        """Give the part to be written now; none when all is written."""
        return self._items[self.done : self.done + self._size]

    def written(self, seconds: float) -> None:
        """Go on to the next part. The lock was held so long for this one."""
        self.done += len(self.part())
        fitting = int(self._size * HELD_S / max(seconds, HELD_S / 2))
        self._size = min(max(fitting, self._fewest), _MOST)

    def shrink(self) -> None:
        """Take a smaller part: others wrote while this one was worked out."""
        self._size = max(self._size // 2, _OVERTAKEN)


def in_turns(items: Sequence[T], fewest: int = FEWEST) -> Iterator[Sequence[T]]:
    """Yield the items part by part, each to be written at once, and rest between two."""
    parts = Parts(items, fewest)
    while part := parts.part():
        if parts.done:
            rest()
        started = monotonic()
        yield part
        parts.written(monotonic() - started)


def rest() -> None:
    """Let whoever waits for the write lock have it."""
    sleep(TURN_S)
