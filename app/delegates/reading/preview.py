"""A file as it stands, for a person to say what its columns hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.delegates.reading.columns import Column, Matching
from app.delegates.reading.headings import fold_header
from app.delegates.reading.limits import Reason
from app.delegates.reading.records import records_of
from app.delegates.reading.refusals import FileRefused
from app.delegates.reading.registrations import ReadingOrder, opened
from app.delegates.reading.suggestions import suggested_fields
from app.delegates.reading.table import Table
from app.progress import Progress, Report, unheard

_SHOWN: Final = 200
_COMMON: Final = 3

Suggest = Callable[[Counter[str]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """One column of a file.

    Attributes:
        label: Names the column in a mapping or a correction: its header, ``Company.1`` for the
            second of that name, ``#3`` for a third column without one.
        field: What it is taken for, or blank; ``-`` if the export is known, and nobody wants it.
        filled: How many rows say something here.
        common: What stands here most often, with how often.
        suggestions: What it may hold by the look of its cells, the likeliest first.
    """

    label: str
    header: str
    field: str
    filled: int
    common: tuple[tuple[str, int], ...]
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row with its line in the file, as wide as the header; long cells are cut."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A file: its columns, and all of its rows. ``sheet`` is blank for a text file."""

    file: str
    preset: str
    sheet: str
    sheets: tuple[str, ...]
    columns: tuple[PreviewColumn, ...]
    rows: tuple[PreviewRow, ...]


def read_preview(path: Path, how: ReadingOrder, report: Report = unheard) -> Preview:
    """Read what a file holds, without reading people out of it.

    Raises:
        DeskError: As ``read_registrations``, but for people who are not found.
        Cancelled: ``report`` stopped the work.
    """
    with opened(path, how) as (table, matching):
        return previewed(path, table, matching, report)


def previewed(
    path: Path,
    table: Table,
    matching: Matching,
    report: Report,
    suggest: Suggest = suggested_fields,
) -> Preview:
    """Put together what an open table holds, whatever it is about.

    Args:
        path: The file that was opened.
        table: Its rows, which are read here.
        matching: What its columns were taken for.
        report: Told how far it is.
        suggest: Gives the fields that a column may hold by the look of its cells.
    """
    width = len(matching.columns)
    rows = tuple(_rows(table, width, report))
    if not rows:
        raise FileRefused(path.name, Reason.NO_ROWS)
    columns = tuple(
        _column(
            (column.label or f"#{column.index + 1}", column.header, _field(column, matching)),
            cells,
            suggest,
        )
        for column, cells in zip(
            matching.columns, zip(*(row.cells for row in rows), strict=True), strict=True
        )
    )
    return Preview(path.name, matching.preset.name, table.sheet, table.sheets, columns, rows)


def _field(column: Column, matching: Matching) -> str:
    known = fold_header(column.header) in matching.preset.fields
    return column.field or ("-" if known else "")


def _rows(table: Table, width: int, report: Report) -> Iterator[PreviewRow]:
    for record in records_of(table, report):
        cells = [" ".join(cell.split())[:_SHOWN] for cell in record.cells[:width]]
        yield PreviewRow(record.line, (*cells, *[""] * (width - len(cells))))
    report(Progress(table.last_line, table.last_line))


def _column(named: tuple[str, str, str], cells: Sequence[str], suggest: Suggest) -> PreviewColumn:
    counted = Counter(cells)
    del counted[""]
    return PreviewColumn(
        *named,
        filled=counted.total(),
        common=tuple(counted.most_common(_COMMON)),
        suggestions=suggest(counted),
    )
