"""What was done with a meeting or a table, in the words of the floor."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from app.floor.day import FloorDay
from app.journal.log import Line
from ui.floor.words import clock, pair_words

_MOVED = "MeetingMoved"


@dataclass(frozen=True, slots=True)
class Told:
    """A deed: when, what, and at which desk by whom."""

    id: UUID
    at: datetime
    what: str
    who: str


def told_of(
    lines: Sequence[Line], day: FloorDay, words: Callable[[Line], str], thing: UUID
) -> list[Told]:
    """Say each deed on a thing.

    Of a meeting that came to a table or went, it says which one, and from where to where.
    """
    return [
        Told(
            line.id,
            line.at,
            _meeting_words(line, day, thing) + words(line) + _place_words(line, day),
            ", ".join(filter(None, (line.desk, line.on_duty))),
        )
        for line in lines
    ]


def _meeting_words(line: Line, day: FloorDay, thing: UUID) -> str:
    if not line.kind.startswith(("Meeting", "Call")):
        return ""
    about = UUID(json.loads(line.facts)["id"])
    if about == thing:
        return ""
    meeting = day.meeting.get(about)
    if meeting is None:
        return "A meeting of another day: "
    return f"{meeting.number}, {pair_words(day, meeting)}: "


def _place_words(line: Line, day: FloorDay) -> str:
    facts: Mapping[str, Any] = json.loads(line.facts)
    if line.kind == _MOVED:
        before = _spot(day, facts["slot_before"], facts["table_before"])
        return f", from {before} to {_spot(day, facts['slot_id'], facts['table_id'])}"
    if line.kind == "MeetingAdded":
        values = facts["values"]
        return f", {_spot(day, values.get('slot_id'), values.get('table_id'))}"
    if line.kind == "TableClosed":
        return _stretch_words(day, facts["starts_at"], facts["ends_at"])
    return ""


def _stretch_words(day: FloorDay, starts: str | None, ends: str | None) -> str:
    words = ""
    if starts:
        words += f", from {clock(day, datetime.fromisoformat(starts))}"
    if ends:
        end = datetime.fromisoformat(ends).astimezone(day.zone)
        words += " to the end of the day" if end.time() == time() else f" until {end:%H:%M}"
    return words


def _spot(day: FloorDay, slot: str | None, table: str | None) -> str:
    when = next((clock(day, each.starts_at) for each in day.slots if str(each.id) == slot), "")
    where = next((each.label for each in day.tables if str(each.id) == table), "")
    return f"{when or 'another day'}, {f'table {where}' if where else 'no table'}"
