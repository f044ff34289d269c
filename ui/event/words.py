"""The words of imports: what stands in a column, which rows are meant, counts and lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.delegates.reading.answers import is_no, is_yes
from app.delegates.reading.preview import PreviewColumn

PRESET_NAMES: Mapping[str, str] = {
    "pretix-checkinlist": "a pretix check-in list",
    "pretix-positions": "pretix order data",
    "indico": "an Indico export",
    "hi.events": "a Hi.Events export",
    "eventbrite": "an Eventbrite export",
    "alf.io": "an alf.io export",
}


def counts_words(column: PreviewColumn, rows: int) -> str:
    """Say what stands in a column: ``x in 121 rows, empty in 93``."""
    empty = rows - column.filled
    if not column.common:
        return f"Empty in all {rows:,} rows"
    (text, times), *others = column.common
    shown = text if len(text) <= 24 else text[:23] + "…"
    said = f"{shown} in {times:,} rows" if times > 1 else f"Such as {shown}"
    if others and times > 1:
        said += f", other words in {column.filled - times:,}"
    return said + (f", empty in {empty:,}" if empty else "")


def yes_words(column: PreviewColumn) -> str:
    """Say which words of a column are a yes, and in how many rows; blank if it says no such."""
    said = [(text, times) for text, times in column.common if is_yes(text)]
    others = [text for text, _times in column.common if not is_yes(text) and not is_no(text)]
    if not said or others:
        return ""
    words = " and ".join(f"“{text}”" for text, _times in said)
    verb = "means" if len(said) == 1 else "mean"
    return f"{words} {verb} yes: {rows_words(sum(times for _, times in said), 'row', 'rows')}"


def where_words(lines: Sequence[int], what: str = "") -> str:
    """Say where: ``Row 48, e-mail``, ``Rows 31 and 112`` or ``Row 47 and 2 more, country``."""
    first, *more = lines
    rows = f"Row {first:,}"
    if len(more) == 1:
        rows = f"Rows {first:,} and {more[0]:,}"
    elif more:
        rows += f" and {len(more):,} more"
    return f"{rows}, {what}" if what else rows


def rows_words(count: int, one: str, many: str) -> str:
    """Count things: ``1 row``, ``1,214 rows``."""
    return f"{count:,} {one if count == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """Put words into a sentence: ``A, B and C``."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
