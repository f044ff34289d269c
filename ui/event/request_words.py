"""Requests in words: who asks whom, what is fixed, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from app.cli.plan_words import unplaced_words
from app.meetings.attendees import Someone
from app.meetings.plan_told import NotPlaced
from app.meetings.request_rows import RequestRow
from app.meetings.views import RequestFacts, RequestState

NOT_PLACED = "not_placed"
"""Stands for an open request that found no place beside the meetings that stand."""

STATES: Mapping[str, tuple[str, str, str]] = {
    RequestState.OPEN: ("Open", "timer", "text-2"),
    RequestState.PLANNED: ("Planned", "clock", "text-2"),
    NOT_PLACED: ("Not placed", "circle-alert", "warn-text"),
    RequestState.WITHDRAWN: ("Withdrawn", "undo-2", "text-2"),
    RequestState.CANCELLED: ("Cancelled", "ban", "text-2"),
    RequestState.NOT_COMING: ("Somebody does not come", "user-x", "bad-text"),
}
"""Words, icon and tone of each state, in the order they are offered."""

PRIORITIES: Mapping[int, str] = {1: "1 high", 2: "2 usual", 3: "3 low"}


def state_of(row: RequestRow, why: NotPlaced | None) -> str:
    """Give where a request stands."""
    if row.request.state is RequestState.OPEN and why is not None:
        return NOT_PLACED
    return row.request.state


def state_words(row: RequestRow, why: NotPlaced | None, zone: ZoneInfo) -> str:
    """Say where a request stands, and when and where it is planned, or why it is not."""
    state = state_of(row, why)
    words = STATES[state][0]
    if row.meeting is not None:
        return f"{words} {place_words(row.meeting.starts_at, row.meeting.table, zone)}"
    if why is not None and state == NOT_PLACED:
        return f"{words}: {why_words(why, zone)}"
    return words


def why_words(why: NotPlaced, zone: ZoneInfo) -> str:
    """Say what keeps a request from a place."""
    return unplaced_words(why, lambda at: slot_words(at, zone))


def place_words(starts_at: datetime | None, table: str, zone: ZoneInfo) -> str:
    """Say when and where a meeting is."""
    when = slot_words(starts_at, zone) if starts_at else "in no slot"
    return f"{when}, table {table}" if table else f"{when}, at no table"


def slot_words(starts_at: datetime, zone: ZoneInfo) -> str:
    """Name a slot by its start: ``Tue 10:40``."""
    return f"{starts_at.astimezone(zone):%a %H:%M}"


def fixed_words(request: RequestFacts, zone: ZoneInfo) -> str:
    """Say what a request is fixed to, and how many slots it may not be in."""
    said = []
    if request.slot is not None:
        said.append(slot_words(request.slot, zone))
    if request.table:
        said.append(f"table {request.table}")
    if request.forbidden:
        said.append(f"not in {len(request.forbidden):,}")
    return ", ".join(said)


def side_words(people: Iterable[Someone]) -> str:
    """Name the people of a side with their organisations."""
    named = (
        f"{each.name or 'somebody'}, {each.organisation}" if each.organisation else each.name
        for each in people
    )
    return "; ".join(named)


def names_words(people: Iterable[Someone]) -> str:
    """Name the people of a side."""
    return " and ".join(each.name or "somebody" for each in people)
