"""Instants as an organiser says them: a wall time at the venue, where clocks jump twice a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.errors import DeskError

_ABBREVIATED = re.compile(r"(?P<time>.*\d)\s*(?P<zone>[A-Z]{2,5})")
_QUARTER = timedelta(days=91)


class Settled(StrEnum):
    """What was settled where a time could be understood in two ways."""

    LATER = "later"
    """Clocks show the time twice; the later one is meant, so that nobody is late by it."""
    OTHER_SEASON = "other_season"
    """The named time is of the other half of the year; what clocks at the venue show is meant."""


class Unclear(StrEnum):
    """Why a time is no instant."""

    UNREADABLE = "unreadable"
    NO_TIME = "no_time"
    SKIPPED = "skipped"


@dataclass(eq=False)
class InstantUnclear(DeskError):
    """What was said is no instant. ``instead`` is the next that there is, if clocks skip it."""

    said: str
    reason: Unclear
    zone: str
    instead: datetime | None = None


@dataclass(frozen=True, slots=True)
class SaidInstant:
    """An instant, in UTC, and what had to be settled to know it. ``named`` is its zone as said."""

    at: datetime
    settled: Settled | None = None
    named: str = ""


def instant_said(text: str, zone: ZoneInfo) -> SaidInstant:
    """Read a time. Without an offset it is what clocks at the venue show.

    Args:
        text: ISO 8601, such as ``2018-10-26T14:00``; then perhaps the name of the zone's time,
            such as ``CET``.
        zone: The venue's.

    Raises:
        InstantUnclear: It can't be read, has no time of day, or clocks at the venue skip it.
    """
    said = text.strip()
    named = ""
    if match := _ABBREVIATED.fullmatch(said):
        said, named = match["time"], match["zone"]
    try:
        read = datetime.fromisoformat(said)
        if len(said) <= len("2018-10-26"):
            raise InstantUnclear(text, Unclear.NO_TIME, zone.key)
        if read.tzinfo is not None:
            if named:
                raise InstantUnclear(text, Unclear.UNREADABLE, zone.key)
            return SaidInstant(read.astimezone(UTC))
        return _at_venue(read, zone, named, text)
    except (ValueError, OverflowError) as error:
        raise InstantUnclear(text, Unclear.UNREADABLE, zone.key) from error


def _at_venue(wall: datetime, zone: ZoneInfo, named: str, text: str) -> SaidInstant:
    if named in {"UTC", "GMT"} and named not in _names(wall, zone):
        return SaidInstant(wall.replace(tzinfo=UTC))
    if named and named not in _names(wall, zone):
        raise InstantUnclear(text, Unclear.UNREADABLE, zone.key)
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first == second:
        in_force = first.astimezone(zone).tzname()
        settled = Settled.OTHER_SEASON if named and named != in_force else None
        return SaidInstant(first, settled, named)
    if first > second:
        # Read by the offset before the jump, a time that clocks skip lies as far behind it.
        raise InstantUnclear(text, Unclear.SKIPPED, zone.key, _jump(second, first, zone))
    for each in (first, second):
        if named and each.astimezone(zone).tzname() == named:
            return SaidInstant(each, None, named)
    return SaidInstant(second, Settled.LATER)


def _names(wall: datetime, zone: ZoneInfo) -> set[str | None]:
    """Give what the zone's time is called around the year."""
    dates = [wall + quarters * _QUARTER for quarters in (-2, -1, 0, 1, 2)]
    return {each.replace(tzinfo=zone, fold=fold).tzname() for each in dates for fold in (0, 1)}


def _jump(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Give the instant at which clocks jump, which lies between two."""
    was = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == was:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
