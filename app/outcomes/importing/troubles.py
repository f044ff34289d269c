"""What a rehearsal of a list of outcomes found wrong, put together for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from app.delegates.importing.imports import Imported
from app.delegates.importing.troubles import Trouble
from app.delegates.reading.preview import Preview
from app.meetings.importing.troubles import list_troubles

_NUMBERED: Final = frozenset(
    {"no_meeting_said", "unknown_meeting", "several_meetings", "other_meeting"}
)
"""Codes that the number of the meeting mends."""


def outcome_troubles(
    preview: Preview, fields: Mapping[str, str], imported: Imported
) -> tuple[Trouble, ...]:
    """Group the problems of a rehearsal: what rejects rows first, then in the file's order.

    Args:
        preview: The file that was rehearsed.
        fields: What its columns were matched to, by their labels.
        imported: What the rehearsal told.
    """
    numbers = next((label for label, field in fields.items() if field == "number"), "")
    return tuple(
        replace(each, column=numbers) if each.code in _NUMBERED else each
        for each in list_troubles(preview, fields, imported)
    )
