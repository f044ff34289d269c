"""What time it is. Passed in, so that a rehearsal or a test can say otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present instant, aware, in UTC."""


def wall_clock() -> datetime:
    """Give the computer's time."""
    return datetime.now(UTC)
