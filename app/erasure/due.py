"""When data that are kept for some days after an event should be gone."""

from __future__ import annotations

from datetime import date, timedelta


def due_on(last_day: date, days: int) -> date:
    """Give the first day on which data that are kept for so many days should be gone."""
    return last_day + timedelta(days=days + 1)
