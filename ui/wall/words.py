"""What the wall says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.floor.day import DaySlot
from app.floor.wall import Hour, Seats, Wall, WallRow
from ui.common.times import day_words
from ui.wall.paging import Page

NONE = "–"
_SECOND = timedelta(seconds=1)
_CHANGEOVER = timedelta(minutes=15)
"""A longer break between two slots is none for changing tables."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands on top: a count and what it counts, what comes after it, and the time.

    ``share`` is how much of the slot has passed, from 0 to 1.
    """

    count: str
    lead: str
    times: str
    title: str
    note: str
    clock: str
    share: float = 0


def head(wall: Wall, now: datetime) -> Head:
    """Say where in the day an instant is."""
    hour, zone, what = wall.hour(now), wall.zone, _what(wall)
    time = clock(now, zone)
    if hour.runs is not None:
        slot = hour.runs
        share = (now - slot.starts_at) / (slot.ends_at - slot.starts_at)
        lead = f"left in {what} {slot.number}"
        return Head(
            count(slot.ends_at - now),
            lead,
            _times(slot, zone),
            *_after(hour, zone, what),
            time,
            share,
        )
    if hour.comes is not None:
        slot = hour.comes
        lead = f"until {what} {slot.number}"
        return Head(
            count(slot.starts_at - now), lead, _times(slot, zone), *_before(hour, zone, what), time
        )
    if wall.are_rounds:
        return Head(time, "All rounds are over", "", "", "", "")
    if not wall.slots:
        return Head(time, "No meetings today", _goes_on(wall), "", "", "")
    return Head(time, "The day is over", _goes_on(wall), "", "", "")


def first_title(wall: Wall) -> str:
    """Say what the first column names."""
    return "Name" if wall.are_rounds else "Organisation"


def count(left: timedelta) -> str:
    """Say how long it is: ``7:12``, ``2 h 05``."""
    minutes, seconds = divmod(-(-left // _SECOND), 60)
    return f"{minutes}:{seconds:02}" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02}"


def clock(instant: datetime, zone: ZoneInfo) -> str:
    """Give the time of day at the venue."""
    return f"{instant.astimezone(zone):%H:%M}"


def nothing(wall: Wall, now: datetime) -> str:
    """Say why nobody is on the wall."""
    hour = wall.hour(now)
    if hour.runs is None and hour.comes is None:
        return "Thank you for coming." if wall.slots else ""
    if not wall.has_meetings:
        return "No meetings are planned yet."
    return "Nobody has a table now or next."


def name(row: WallRow) -> str:
    """Name an organisation, or whoever has a badge and no organisation."""
    return row.organisation or f"Badge {row.badge}"


def whom(row: WallRow) -> str:
    """Say whom of an organisation a row is for; blank if it is for everybody."""
    return ", ".join(row.whom)


def tables(seats: Seats) -> str:
    """Name the tables."""
    return ", ".join(seats.tables) or NONE


def change(seats: Seats) -> str:
    """Say what has changed; blank if nothing has."""
    if not seats.is_changed:
        return ""
    return f"was {', '.join(seats.were)}" if seats.were else "new"


def row_words(row: WallRow) -> str:
    """Say a row to whoever can't see it."""
    said = [" ".join(filter(None, (name(row), whom(row))))]
    for when, seats in (("now", row.now), ("next", row.then)):
        where = f"table {tables(seats)}" if seats.tables else "no table"
        said.append(" ".join(filter(None, (when, where, change(seats)))))
    return ", ".join(said)


def span(page: Page) -> str:
    """Say with which letters the names of a page begin: ``A–J``."""
    said = ["Changes"] if page.ahead else []
    if rows := page.rows[page.ahead :]:
        first, last = (name(row)[:1].upper() for row in (rows[0], rows[-1]))
        said.append(first if first == last else f"{first}–{last}")
    return ", ".join(said)


def _what(wall: Wall) -> str:
    return "round" if wall.are_rounds else "slot"


def _times(slot: DaySlot, zone: ZoneInfo) -> str:
    return f"{clock(slot.starts_at, zone)}–{clock(slot.ends_at, zone)}"


def _after(hour: Hour, zone: ZoneInfo, what: str) -> tuple[str, str]:
    runs, comes = hour.runs, hour.comes
    assert runs is not None  # noqa: S101 - asked only while one runs
    ends = clock(runs.ends_at, zone)
    if comes is None:
        return f"Last {what} today", f"Ends at {ends}"
    title = f"{what.capitalize()} {comes.number} at {clock(comes.starts_at, zone)}"
    if comes.starts_at - runs.ends_at > _CHANGEOVER:
        return title, f"Break from {ends}"
    return title, f"Change tables at {ends}"


def _before(hour: Hour, zone: ZoneInfo, what: str) -> tuple[str, str]:
    comes, ended = hour.comes, hour.ended
    assert comes is not None  # noqa: S101 - asked only while one comes
    starts = clock(comes.starts_at, zone)
    if ended is None:
        return f"Begins at {starts}", "Find your table"
    if comes.starts_at - ended.ends_at > _CHANGEOVER:
        return f"Goes on at {starts}", "Break"
    return "Change tables now", f"{what.capitalize()} {comes.number} at {starts}"


def _goes_on(wall: Wall) -> str:
    if wall.goes_on_at is None:
        return ""
    local = wall.goes_on_at.astimezone(wall.zone)
    return f"Next: {day_words(local.date())}, {local:%H:%M}"
