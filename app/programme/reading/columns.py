"""Decide what each column of a programme holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.delegates.reading.cells import clean
from app.delegates.reading.columns import Column, Matching, address_of, mapped_fields
from app.delegates.reading.headings import labels
from app.delegates.reading.presets import GUESSED, Preset
from app.delegates.reading.table import Header, Record
from app.meetings.reading.columns import Headers
from app.programme.reading.words import FIELDS as _WORDS
from app.programme.reading.words import field_named

FIELDS: Final = tuple(_WORDS)
"""What a column can be mapped to."""
MANY: Final = frozenset({"speakers", "moderators", "abstract"})
"""Fields that several columns may fill together."""

_PRESET: Final = Preset(GUESSED, {}, (), ())
_NEEDED_WORTH, _MAPPED_WORTH = 20, 1_000


def match_columns(headers: Sequence[str], mapping: Mapping[str, str]) -> Matching:
    """Match every column to at most one field, and a field of one value to at most one column.

    Raises:
        UnknownColumn: ``mapping`` names a column that is not there.
        FieldMappedTwice: ``mapping`` gives two columns to a field of one value.
    """
    names = [clean(header) for header in headers]
    mapped = mapped_fields(labels(names), mapping, MANY)
    used = {field for field in mapped.values() if field not in MANY}
    columns: list[Column] = []
    for index, label in enumerate(labels(names)):
        field = mapped[index] if index in mapped else field_named(names[index])
        if field in used and index not in mapped:
            field = ""
        used |= {field} - MANY - {""}
        columns.append(Column(index, names[index], label, field, ""))
    return Matching(_PRESET, tuple(columns))


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


def find_header(head: Sequence[Record], mapping: Mapping[str, str]) -> Header:
    """Choose the row that names the columns: the one whose cells mean most, else the first."""
    best = Header(line=0, names=(), worth=-1)
    for record in head:
        known = {address_of(label) for label in labels([clean(cell) for cell in record.cells])}
        matching = match_columns(record.cells, {})
        worth = len(matching.fields) + (0 if lacks(matching) else _NEEDED_WORTH)
        worth += _MAPPED_WORTH * sum(address_of(name) in known for name in mapping)
        if worth > best.worth:
            best = Header(record.line, tuple(record.cells), worth)
    return best


HEADERS: Final = Headers(FIELDS, find_header, match_columns)
"""How headers of programmes are understood."""
