"""A clock that runs faster than time does, and that can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock
from time import monotonic


class FastClock:
    """Gives instants as any ``Clock``; each thread may ask. It stands still until it goes on.

    ``pace`` is how many seconds pass in one.
    """

    def __init__(
        self, starts_at: datetime, pace: float, seconds: Callable[[], float] = monotonic
    ) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._then, self._since = starts_at.astimezone(UTC), seconds()
        self._pace, self._runs = pace, False

    def __call__(self) -> datetime:
        """Give the instant that it is by now."""
        with self._lock:
            return self._now()

    @property
    def runs(self) -> bool:
        """Tell whether it goes on by itself."""
        return self._runs

    @property
    def pace(self) -> float:
        """How many seconds pass in one while it runs."""
        return self._pace

    def go_on(self, pace: float | None = None) -> None:
        """Run from here on, at another pace if one is said."""
        self._from_here(runs=True, pace=self._pace if pace is None else pace)

    def stop(self) -> None:
        """Stand still."""
        self._from_here(runs=False, pace=self._pace)

    def change_pace(self, pace: float) -> None:
        """Run, or be ready to, at another pace; no time is jumped over."""
        self._from_here(runs=self._runs, pace=pace)

    def go_to(self, instant: datetime) -> None:
        """Be at a later instant at once; it never goes back."""
        with self._lock:
            self._then, self._since = max(self._now(), instant.astimezone(UTC)), self._seconds()

    def _from_here(self, *, runs: bool, pace: float) -> None:
        with self._lock:
            self._then, self._since = self._now(), self._seconds()
            self._runs, self._pace = runs, pace

    def _now(self) -> datetime:
        if not self._runs:
            return self._then
        return self._then + timedelta(seconds=(self._seconds() - self._since) * self._pace)
