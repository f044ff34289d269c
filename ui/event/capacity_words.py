"""How much the hall holds, in words."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from app.event.capacity import LEAST_SPARE, Capacity, DayCapacity
from app.event.clashes import Clash, LabelClash
from ui.event.place_words import when_words
from ui.event.words import rows_words


def formula_words(told: Capacity | DayCapacity) -> str:
    """Say where the places come from: ``40 tables × 16 slots = 640 places``."""
    tables = rows_words(told.tables, "table", "tables")
    slots = rows_words(told.slots, "slot", "slots")
    closed = f" − {told.closed:,} closed" if told.closed else ""
    return f"{tables} × {slots}{closed} = {rows_words(told.places, 'place', 'places')}"


def own_words(told: Capacity) -> str:
    """Say what own tables hold; a blank if there are none."""
    if not told.own_tables:
        return ""
    tables = rows_words(told.own_tables, "own table", "own tables")
    places = rows_words(told.own_places, "place", "places")
    if not told.requests:
        return f"{tables} with {places}, for their owners only"
    return f"{tables} with {places}, of which owners want {told.at_own:,}"


def wanted_words(told: Capacity) -> str:
    """Say how much is wanted."""
    requests = rows_words(told.requests, "request", "requests")
    longer = told.wanted != told.requests
    return requests + (f" for {rows_words(told.wanted, 'place', 'places')}" if longer else "")


def spare_words(told: Capacity) -> str:
    """Say how far the places go; a blank if nothing is wanted."""
    if told.spare is None:
        return ""
    if told.usable < told.wanted:
        return f"{rows_words(told.wanted - told.usable, 'place', 'places')} too few"
    return f"{_ratio(told.spare)} {_each_wanted(told)}"


def _ratio(spare: int) -> str:
    """Say how many places there are for one: ``1 place``, ``2.75 places``."""
    for_each = f"{1 + spare / 100:,.2f}".rstrip("0").rstrip(".")
    return f"{for_each} {'place' if for_each == '1' else 'places'}"


def _each_wanted(told: Capacity) -> str:
    # A meeting of two slots wants two places.
    return "for each meeting wanted" if told.wanted == told.requests else "for each place wanted"


def clash_words(clash: Clash, zone: ZoneInfo) -> str:
    """Say what two desks have set up against each other, and what to do."""
    if isinstance(clash, LabelClash):
        return f"{clash.tables} tables are called {clash.table}. Rename the last of them."
    one, other = (
        when_words(*times, zone)
        for times in (
            (clash.starts_at, clash.ends_at),
            (clash.other_starts_at, clash.other_ends_at),
        )
    )
    return f"Two blocks overlap: {one} and {other}. Change one of them."


def advice_words(told: Capacity) -> str:
    """Say what to do where too little is spare; a blank where enough is."""
    if not told.slots:
        return "Add a block of meetings, and there are slots."
    if not told.tables + told.own_tables:
        return "Add tables, and there are places."
    if not told.is_scarce:
        return ""
    tables = rows_words(told.tables_short, "more table gives", "more tables give")
    enough = f"{_ratio(LEAST_SPARE)} {_each_wanted(told)}"
    return f"Requests go on coming on site. {tables} {enough}; so does a longer block."


def live_words(told: Capacity) -> str:
    """Say all of it in two lines, as it would be after a change that is being made."""
    own = f", {told.at_own:,} more at own tables" if told.at_own else ""
    places = formula_words(told) + own
    if not told.requests:
        return places
    return f"{places}\n{wanted_words(told)}, {spare_words(told)}"


def brief_words(told: Capacity) -> str:
    """Say only what comes of it: ``593 places, 1.06 for each meeting wanted``."""
    places = rows_words(told.places, "place", "places")
    spare = spare_words(told).replace(" places for", " for").replace(" place for", " for")
    return ", ".join(filter(None, (places, spare)))
