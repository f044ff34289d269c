"""Reads what was written, and counts it: a file is only said to be there when it holds all.

What can't be read at all raises ``ValueError``.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.spreadsheets.columns import Column, Sheet
from app.spreadsheets.csv_text import ENCODING


@dataclass(frozen=True, slots=True)
class Counted:
    """A table as it was found: its header, rows, filled cells and sums by column."""

    header: tuple[str, ...]
    rows: int
    filled: tuple[int, ...]
    sums: tuple[float, ...]


def counted(sheet: Sheet) -> Counted:
    """Count a table that is to be written."""
    return _counted([column.name for column in sheet.columns], sheet.rows, sheet.columns)


def counted_csv(file: Path, columns: Sequence[Column[Any]], separator: str) -> Counted:
    """Count what stands in a text."""
    with file.open(encoding=ENCODING, newline="") as stream:
        header, *rows = csv.reader(stream, delimiter=separator)
    return _counted(header, rows, columns)


def counted_workbook(
    file: Path, columns: Mapping[str, Sequence[Column[Any]]]
) -> Iterator[tuple[str, Counted]]:
    """Count each sheet of a workbook; ``columns`` are those that each should have."""
    # It is loaded where it is needed.
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    try:
        book = CalamineWorkbook.from_path(file)
        sheets = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }
    except CalamineError as error:
        raise ValueError(str(error)) from error
    for name, rows in sheets.items():
        yield name, _counted([str(cell) for cell in rows[0]], rows[1:], columns.get(name, ()))


def counted_json(
    file: Path, columns: Mapping[str, Sequence[Column[Any]]]
) -> Iterator[tuple[str, Counted]]:
    """Count each table of a JSON file; ``columns`` are those that each should have."""
    for name, rows in json.loads(file.read_bytes())["sheets"].items():
        of = columns.get(name, ())
        cells = ([row.get(column.key) for column in of] for row in rows)
        yield name, _counted([column.name for column in of], list(cells), of)


def _counted(
    header: Sequence[str], rows: Sequence[Sequence[Any]], columns: Sequence[Column[Any]]
) -> Counted:
    by_column = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    return Counted(
        tuple(header),
        len(rows),
        tuple(_filled(cells) for cells in by_column),
        tuple(
            _sum(cells) if column.is_counted else 0.0
            for column, cells in zip(columns, by_column, strict=True)
        ),
    )


def _filled(cells: Sequence[Any]) -> int:
    return len(cells) - cells.count("") - cells.count(None)


def _sum(cells: Iterable[Any]) -> float:
    return float(sum(float(cell) for cell in cells if cell not in {"", None}))
