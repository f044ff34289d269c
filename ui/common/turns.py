"""Work that only the GUI thread can do, in pieces that nobody has to wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer

BETWEEN_MS = 20
"""Enough for a scan that came meanwhile, and for painting."""

TURN_S = 0.008

Step = Callable[[], object]


def in_turn(view: QObject, *steps: Step) -> None:
    """Begin soon, and do one step after another while ``view`` is there.

    Between two steps, whatever else waits for the window is done.
    """
    _later(view, iter(steps))


def _later(view: QObject, steps: Iterator[Step]) -> None:
    step = next(steps, None)
    if step is None:
        return

    def take() -> None:
        step()
        _later(view, steps)

    QTimer.singleShot(BETWEEN_MS, view, take)


class Turns(QObject):
    """Small steps, as many in a turn as fit; what is begun anew drops what was left to do."""

    def __init__(self, view: QObject) -> None:
        """Go on while ``view`` is there."""
        super().__init__(view)
        self._left: Iterator[Step] = iter(())
        self._next = QTimer(self, singleShot=True, interval=BETWEEN_MS)
        self._next.timeout.connect(self._take)

    def begin(self, steps: Iterable[Step]) -> None:
        """Take the first steps now, and the others soon."""
        self._left = iter(steps)
        self._take()

    def begin_soon(self, steps: Iterable[Step]) -> None:
        """Take all steps once whatever else waits for the window is done."""
        self._left = iter(steps)
        self._next.start()

    def _take(self) -> None:
        until = monotonic() + TURN_S
        for step in self._left:
            step()
            if monotonic() > until:
                self._next.start()
                return
        self._next.stop()
