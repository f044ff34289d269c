"""A list of requests or meetings as it stands, for a person to say what its columns hold."""

from __future__ import annotations

from pathlib import Path

from app.delegates.reading.preview import Preview, previewed
from app.delegates.reading.registrations import ReadingOrder
from app.meetings.reading.entries import opened
from app.meetings.reading.suggestions import suggested_fields
from app.progress import Report, unheard


def read_list_preview(path: Path, how: ReadingOrder, report: Report = unheard) -> Preview:
    """Read what a file holds, without reading out of it who meets whom.

    Raises:
        DeskError: As ``read_entries``, but for sides that are not found.
        Cancelled: ``report`` stopped the work.
    """
    with opened(path, how) as (table, matching):
        return previewed(path, table, matching, report, suggested_fields)
