"""Which thread looks for garbage, and when not."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock

_YOUNG = 5_000
"""How many more things than were freed make a look worth it."""

_EACH_OLDER = 10
"""Each how manieth look goes on to what the look before has left."""

_WHOLE_AFTER = 100
"""After how many looks one at everything is worth it. What a page lets go of is in no cycle and
is freed at once, so that there is little to find."""

_STIR = 40
"""More new things than this between two looks: somebody types or scans. A clock makes fewer."""

_STILL = 20
"""How many times nothing must have stirred before a look at everything, which takes 0.1 s with ten
thousand delegates on a page: nobody shall have to wait for it."""

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
        self._looks = 0
        self._seen = 0
        self._still = 0

    def look(self) -> None:
        """Free the cycles that have come up since, if that is worth a look by now.

        To be called several times a second, also while nobody does anything.
        """
        seen = gc.get_count()[0]
        self._still = self._still + 1 if abs(seen - self._seen) <= _STIR else 0
        self._seen = seen
        if _held_off:
            return
        if self._looks >= _WHOLE_AFTER and self._still >= _STILL:
            self._looks = 0
            self._free(2)
        elif seen >= _YOUNG:
            self._looks += 1
            self._free(1 if self._looks % _EACH_OLDER == 0 else 0)

    def _free(self, generation: int) -> None:
        gc.collect(generation)
        self._seen = gc.get_count()[0]
