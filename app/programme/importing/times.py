"""When a row of a programme says that its session is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from app.meetings.importing.places import day_in, without_day

_CLOCK: Final = re.compile(
    r"\b(\d{1,2})(?:[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?|\s*(?:h|uhr)\b|(?=\s*[ap]m\b))\s*([ap]m\b)?",
    re.IGNORECASE,
)
_NTH_DAY: Final = re.compile(r"\b(?:day|tag|jour)\s*(\d{1,2})\b", re.IGNORECASE)
_OFFSET: Final = re.compile(r"T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$")
_LENGTH: Final = re.compile(
    r"(?:(\d+):)?(\d{1,3})(?::|h)(\d{2})(?::00)?|(\d+(?:[.,]\d+)?)\s*(h|hours?|std|stunden?|heures?)?"
    r"(?:\s*(?:m|min|mins|minutes?|minuten))?",
    re.IGNORECASE,
)
_EVENING, _MORNING = time(17), time(8)
_DAY: Final = timedelta(days=1)


class TimesUnread(Exception):
    """A row's times can't be read: ``code`` says why, ``field`` where."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(code, field)
        self.code = code
        self.field = field


@dataclass(frozen=True, slots=True)
class Times:
    """Reads when sessions are, at a venue in this zone, on these days."""

    zone: ZoneInfo
    days: Sequence[date]

    def stretch(self, cells: Mapping[str, str]) -> tuple[datetime, datetime]:
        """Give start and end.

        An end without a day is on the day of the start; after an evening's start, one in the
        morning is on the day after.

        Raises:
            TimesUnread: ``no_start``, ``unknown_start``, ``unknown_day``, ``no_end``,
                ``unknown_end``, ``unknown_duration``, ``skipped_hour``.
        """
        text = cells.get("start", "")
        if not text:
            raise TimesUnread("no_start", "start")
        starts = _with_offset(text)
        if starts is None:
            clocks = _clocks(text, "start")
            day = self._day(cells.get("day", ""), text)
            starts = self._at(day, clocks[0], "start")
            if len(clocks) > 1 and not cells.get("end"):
                return starts, self._until(starts, clocks[1], None, "start")
        return starts, self._end(cells, starts)

    def _end(self, cells: Mapping[str, str], starts: datetime) -> datetime:
        text = cells.get("end", "")
        if text:
            whole = _with_offset(text)
            if whole is not None:
                return whole
            day = day_in(cells.get("end_day", "")) or day_in(text)
            return self._until(starts, _clocks(text, "end")[0], day, "end")
        if not cells.get("duration"):
            raise TimesUnread("no_end", "end")
        return starts + _length(cells["duration"])

    def _until(self, starts: datetime, clock: timedelta, day: date | None, field: str) -> datetime:
        local = starts.astimezone(self.zone)
        ends = self._at(day or local.date(), clock, field)
        is_night = local.time() >= _EVENING and clock <= timedelta(hours=_MORNING.hour)
        if day is None and ends <= starts and is_night:
            return self._at(local.date() + _DAY, clock, field)
        return ends

    def _day(self, said: str, start: str) -> date:
        day = day_in(said) or day_in(start)
        if day is not None:
            return day
        nth = _NTH_DAY.search(said)
        if nth and 1 <= int(nth[1]) <= len(self.days):
            return self.days[int(nth[1]) - 1]
        if said or len(self.days) != 1:
            raise TimesUnread("unknown_day" if said else "no_day", "day")
        return self.days[0]

    def _at(self, day: date, clock: timedelta, field: str) -> datetime:
        """Give an instant at the venue; a day ends at 24:00."""
        naive = datetime.combine(day, time()) + clock
        at = naive.replace(tzinfo=self.zone).astimezone(UTC)
        if at.astimezone(self.zone).replace(tzinfo=None) != naive:
            raise TimesUnread("skipped_hour", field)
        return at


def _with_offset(text: str) -> datetime | None:
    if not _OFFSET.search(text.strip()):
        return None
    try:
        return datetime.fromisoformat(text.strip()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise TimesUnread("unknown_start", "start") from error


def _clocks(text: str, field: str) -> list[timedelta]:
    """Give the times of day in a text, as what has passed of the day."""
    found: list[timedelta] = []
    unknown = f"unknown_{field}"
    for match in _CLOCK.finditer(without_day(text).replace("T", " ")):
        hour, minute = int(match[1]), int(match[2] or 0)
        if match[3]:
            hour = hour % 12 + (12 if match[3].lower() == "pm" else 0)
        if minute > 59 or hour > 24 or (hour == 24 and minute):
            raise TimesUnread(unknown, field)
        found.append(timedelta(hours=hour, minutes=minute))
    if not found:
        raise TimesUnread(unknown, field)
    return found


def _length(text: str) -> timedelta:
    """Read a duration: hours and minutes, days before them, or minutes alone."""
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        raise TimesUnread("unknown_duration", "duration")
    days, hours, minutes, number, unit = found.groups()
    if hours:
        return timedelta(days=int(days or 0), hours=int(hours), minutes=int(minutes))
    amount = float(number.replace(",", "."))
    return timedelta(hours=amount) if unit else timedelta(minutes=amount)
