"""What sort of list a file looks like by its headers alone."""

from __future__ import annotations

from collections.abc import Sequence

from app.meetings.importing.imports import What
from app.meetings.reading.columns import has_sides, match_columns

_WHEN = frozenset({"slot", "time"})


def looks_like(headers: Sequence[str]) -> What | None:
    """Say whether headers name who asks whom, or who meets whom when and where.

    Nothing is said of a list that has no column for each side, such as one of delegates.
    """
    matching = match_columns(headers, {})
    if not has_sides(matching):
        return None
    fields = set(matching.fields)
    is_arranged = "table" in fields and not fields.isdisjoint(_WHEN)
    return What.MEETINGS if is_arranged and "priority" not in fields else What.REQUESTS
