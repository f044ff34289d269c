"""Which thread looks for garbage, and when not."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from threading import Lock

_YOUNG = 5_000
"""How many more things than were freed make a look worth it."""

_EACH_OLDER = 10
_EACH_WHOLE = 1_000
"""Each how manieth look goes on to what the looks before have left. One at everything takes 0.1 s
with ten thousand delegates on a page; what a page lets go of is in no cycle and is freed at once,
so that there is little to find."""

_lock = Lock()
_held_off = 0


@contextmanager
def without_collector() -> Generator[None]:
    """Hold off the search for cycles, by whichever thread, meanwhile.

    For work that makes next to none, but keeps so many lists and dicts that going through them
    time and again would take a good part of its time.
    """
    global _held_off  # noqa: PLW0603
    with _lock:
        was_enabled = gc.isenabled()
        gc.disable()
        _held_off += 1
    try:
        yield
    finally:
        with _lock:
            _held_off -= 1
        if was_enabled:
            gc.enable()


class OneThreadCollector:
    """Looks for cycles where it is asked to, so that no other thread does.

    Python looks in whichever thread happens to make the next object. Parts of a window that lie
    in a cycle would then be ended by the thread of a job, and Qt allows that to the window's
    thread alone: the whole process crashes.
    """

    def __init__(self) -> None:
        """From now on only :meth:`look` looks."""
        gc.disable()
        self._looks = count(1)

    def look(self) -> None:
        """Free the cycles that have come up since, if that is worth a look by now."""
        if _held_off or gc.get_count()[0] < _YOUNG:
            return
        looks = next(self._looks)
        if looks % _EACH_WHOLE == 0:
            gc.collect()
        else:
            gc.collect(1 if looks % _EACH_OLDER == 0 else 0)
