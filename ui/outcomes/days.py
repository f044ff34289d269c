"""Days as people type them in a hurry."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})(?:[./ -]+(\d{1,2}))?(?:[./ -]+(\d{4}))?[.]?")
_NAMED = re.compile(r"(?:[a-z]{2,9}[., ]+)?(\d{1,2})[. ]*([a-z]{3,9})\.?(?:[ ,]+(\d{4}))?")
_LATER = re.compile(r"\+ *(\d{1,3}) *([dwm]?)")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def read_day(typed: str, today: date) -> date | None:
    """Read a day that is to come: ``30``, ``30.3``, ``30 Mar``, ``fri``, ``+14``, ``+2w``, ISO.

    Of what has no month or year, the next such day after ``today`` is meant. What is no day
    gives nothing.
    """
    text = typed.strip().casefold()
    with suppress(ValueError):
        if found := _ISO.fullmatch(text):
            year, month, day = map(int, found.groups())
            return date(year, month, day)
        if found := _NUMBERS.fullmatch(text):
            return _numbered(today, *(int(each) if each else 0 for each in found.groups()))
        if found := _LATER.fullmatch(text):
            return _later(today, int(found[1]), found[2])
        if found := _NAMED.fullmatch(text):
            month = _MONTHS.index(found[2][:3]) + 1
            return _numbered(today, int(found[1]), month, int(found[3] or 0))
        ahead = (_WEEKDAYS.index(text[:3]) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    return None


def day_shown(day: date | None, today: date) -> str:
    """Write a day as short as it is read again as the same one."""
    if day is None:
        return ""
    short = f"{day.day} {day:%b}"
    named = f"{day:%a} {short}"
    return named if read_day(named, today) == day else f"{short} {day.year}"


def _numbered(today: date, day: int, month: int, year: int) -> date:
    if year:
        return date(year, month, day)
    if month:
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    later = today if day > today.day else _later(today.replace(day=1), 1, "m")
    while day > monthrange(later.year, later.month)[1] and day <= 31:
        later = _later(later.replace(day=1), 1, "m")
    return later.replace(day=day)


def _later(today: date, count: int, unit: str) -> date:
    if unit != "m":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    months = today.month - 1 + count
    year, month = today.year + months // 12, months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))
