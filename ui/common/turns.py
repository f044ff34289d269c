"""Work that only the GUI thread can do, in pieces that nobody has to wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

BETWEEN_MS = 20
"""Enough for a scan that came meanwhile, and for painting."""


def in_turn(view: QObject, *steps: Callable[[], object]) -> None:
    """Begin soon, and do one step after another while ``view`` is there.

    Between two steps, whatever else waits for the window is done.
    """
    _later(view, iter(steps))


def _later(view: QObject, steps: Iterator[Callable[[], object]]) -> None:
    step = next(steps, None)
    if step is None:
        return

    def take() -> None:
        step()
        _later(view, steps)

    QTimer.singleShot(BETWEEN_MS, view, take)
