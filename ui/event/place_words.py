"""Tables, zones and when they are closed, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.event.closures import Places
from app.event.overview import ClosureFacts
from ui.common.times import day_words
from ui.event.words import listed

_MOST_NAMED = 6


def places_words(places: Places) -> str:
    """Name tables or a zone, to begin a sentence with: ``Tables 4, 5 and 6``."""
    if places.zone:
        return f"Zone {places.zone}"
    return tables_words(places.tables)


def tables_words(labels: Sequence[str]) -> str:
    """Name tables: ``Table 4``, ``Tables 4 and 5``, ``Tables 1, 2, 3, 4, 5 and 35 more``."""
    if len(labels) == 1:
        return f"Table {labels[0]}"
    if len(labels) <= _MOST_NAMED:
        return f"Tables {listed(labels)}"
    named = labels[: _MOST_NAMED - 1]
    return f"Tables {', '.join(named)} and {len(labels) - len(named)} more"


def are(places: Places) -> str:
    """Give the verb that goes with them."""
    return "are" if len(places.tables) > 1 else "is"


def when_words(starts: datetime | None, ends: datetime | None, zone: ZoneInfo) -> str:
    """Say when: ``Tue 16 March 14:00–15:00``, ``from Tue 16 March 14:00``, ``the whole event``."""
    if starts is None and ends is None:
        return "the whole event"
    if starts is None or ends is None:
        return f"until {_at(ends, zone)}" if ends else f"from {_at(starts, zone)} on"
    local = (starts.astimezone(zone), ends.astimezone(zone))
    if local[0].date() == local[1].date():
        return f"{day_words(local[0].date())} {local[0]:%H:%M}–{local[1]:%H:%M}"
    return f"{_at(starts, zone)} to {_at(ends, zone)}"


def closed_words(closures: Iterable[ClosureFacts], zone: ZoneInfo) -> str:
    """Say in a cell when a table is closed; a blank if it never is."""
    said = (when_words(each.starts_at, each.ends_at, zone) for each in closures)
    return ", ".join(dict.fromkeys(said))


def _at(instant: datetime | None, zone: ZoneInfo) -> str:
    if instant is None:
        return ""
    local = instant.astimezone(zone)
    return f"{day_words(local.date())} {local:%H:%M}"
