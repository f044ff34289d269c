"""Decide what each column of a list of outcomes holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.delegates.reading.columns import Matching
from app.delegates.reading.headings import fold_header
from app.meetings.reading.columns import meaning_of
from app.meetings.reading.headers import SIDE_FIELDS, Headers, match_each
from app.outcomes.importing import words as w

FIELDS: Final = (*w.FIELDS, *SIDE_FIELDS)
"""What a column can be mapped to."""
MANY: Final = frozenset({*SIDE_FIELDS, "kinds", "note"})
"""Fields that several columns may fill together."""
SAYING: Final = frozenset(
    {"took_place", "missing", "kinds", "programme", "answer", "interest", "note"}
    | {"follow_up_on", "follow_up_by"}
)
"""Fields that say something of a meeting; the others say which it is, and who says so."""


def match_columns(headers: Sequence[str], mapping: Mapping[str, str]) -> Matching:
    """Match every column to at most one field, and a field of one value to at most one column.

    ``option`` of a side's column is the place of its person on that side; of a column that is to be
    ticked, the kind of outcome that a tick says.

    Raises:
        UnknownColumn: ``mapping`` names a column that is not there.
        FieldMappedTwice: ``mapping`` gives two columns to a field of one value.
    """
    return match_each(headers, mapping, _meaning, MANY)


def says_which(matching: Matching) -> bool:
    """Say whether there is a column by which meetings are known."""
    fields = matching.fields
    by_sides = all(any(field.startswith(side) for field in fields) for side in ("guest", "host"))
    return bool({"number", "code", "slot", "time"} & set(fields)) or by_sides


def says_something(matching: Matching) -> bool:
    """Say whether there is a column with what came of them."""
    return not SAYING.isdisjoint(matching.fields)


def looks_like_outcomes(headers: Sequence[str]) -> bool:
    """Say whether headers name which meetings are meant, and what came of them."""
    matching = match_columns(headers, {})
    telling = (SAYING - {"note", "follow_up_by"}) & set(matching.fields)
    return says_which(matching) and len(telling) > 1


HEADERS: Final = Headers(FIELDS, match_columns, says_which)
"""How headers of outcomes are understood."""


def _meaning(header: str) -> tuple[str, str]:
    """Give the field that a header names, and its option."""
    folded = fold_header(header)
    if field := w.field_named(folded):
        return field, ""
    if kind := w.kind_named(folded):
        return "kinds", str(kind)
    of_side = meaning_of(header)
    return (of_side.field, str(of_side.place)) if of_side.field in SIDE_FIELDS else ("", "")
