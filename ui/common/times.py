"""Times as people at a desk say them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QTimeZone


@dataclass(frozen=True, slots=True)
class Times:
    """Shows instants at the venue, as seen from now."""

    zone: ZoneInfo
    clock: Callable[[], datetime]

    def of_day(self, instant: datetime) -> str:
        """Give the time of day, and the day if it is not today."""
        local = instant.astimezone(self.zone)
        if local.date() == self.today():
            return f"{local:%H:%M}"
        return f"{day_words(local.date())}, {local:%H:%M}"

    def until(self, instant: datetime) -> str:
        """Say how long it is till then: ``in 12 min``, ``in 2 h 47``, ``now``."""
        left = instant - self.clock()
        if left <= timedelta(0):
            return "now"
        minutes = -(-left // timedelta(minutes=1))
        return f"in {minutes} min" if minutes < 60 else f"in {minutes // 60} h {minutes % 60:02}"

    def today(self) -> date:
        """Give the day it is at the venue."""
        return self.clock().astimezone(self.zone).date()


def day_words(day: date) -> str:
    """Give a day in words, such as ``Tue 16 March``."""
    return f"{day:%a} {day.day} {day:%B}"


def system_zone() -> ZoneInfo:
    """Give the time zone of this computer, or that of the whole world if it tells none."""
    try:
        return ZoneInfo(bytes(QTimeZone.systemTimeZoneId().data()).decode())
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
