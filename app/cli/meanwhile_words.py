"""What else there is at the time of rounds or speeches, in words: for commands and the window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from app.cli.counted import listed, some
from app.meetings.attendees import Someone
from app.programme.meanwhile import Meanwhile


def meanwhile_facts(found: Meanwhile) -> dict[str, Any]:
    """Give it as facts."""
    return {
        "is_past": found.is_past,
        "meeting": found.meeting,
        "meetings": found.meetings,
        "elsewhere": found.elsewhere,
        "blocks": [{"starts_at": starts, "ends_at": ends} for starts, ends in found.blocks],
    }


def meanwhile_lines(found: Meanwhile, zone: ZoneInfo) -> Iterator[str]:
    """Say each thing that is at the time in a sentence or two, the gravest first."""
    if found.is_past:
        yield f"The first begins at {found.starts_at.astimezone(zone):%H:%M}, which has passed."
    if found.meeting:
        yield f"{_who(found.meeting)} a meeting then: {some(found.meetings)}."
    if found.elsewhere:
        yield f"{_who(found.elsewhere)} to be elsewhere then{_names(found.elsewhere)}."
    if found.blocks:
        times = [
            f"{starts.astimezone(zone):%H:%M}–{ends.astimezone(zone):%H:%M}"
            for starts, ends in found.blocks
        ]
        yield f"Matchmaking is at the same time, {listed(times)}."


def _who(people: tuple[Someone, ...]) -> str:
    if len(people) == 1:
        return f"{people[0].name} has"
    return f"{len(people):,} of them have"


def _names(people: tuple[Someone, ...]) -> str:
    return f": {some([each.name for each in people])}" if len(people) > 1 else ""
