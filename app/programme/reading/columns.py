"""Decide what each column of a programme holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.delegates.reading.columns import Matching
from app.meetings.reading.headers import Headers, match_each
from app.programme.reading.words import FIELDS as _WORDS
from app.programme.reading.words import field_named

FIELDS: Final = tuple(_WORDS)
"""What a column can be mapped to."""
MANY: Final = frozenset({"speakers", "moderators", "abstract"})
"""Fields that several columns may fill together."""


def match_columns(headers: Sequence[str], mapping: Mapping[str, str]) -> Matching:
    """Match every column to at most one field, and a field of one value to at most one column.

    Raises:
        UnknownColumn: ``mapping`` names a column that is not there.
        FieldMappedTwice: ``mapping`` gives two columns to a field of one value.
    """
    return match_each(headers, mapping, _meaning, MANY)


def lacks(matching: Matching) -> str:
    """Name what a programme can't be read without: ``title`` or ``start``; blank for nothing."""
    fields = set(matching.fields)
    return next((field for field in ("title", "start") if field not in fields), "")


def looks_like_programme(headers: Sequence[str]) -> bool:
    """Tell a programme by its headers: titles, times, and where or by whom, and no e-mails."""
    fields = set(match_columns(headers, {}).fields)
    return (
        not lacks(match_columns(headers, {}))
        and bool(fields & {"room", "end", "duration"})
        and len(fields & {"room", "end", "duration", "speakers", "track", "kind"}) > 1
    )


HEADERS: Final = Headers(FIELDS, match_columns, lambda matching: not lacks(matching))
"""How headers of programmes are understood."""


def _meaning(header: str) -> tuple[str, str]:
    return field_named(header), ""
