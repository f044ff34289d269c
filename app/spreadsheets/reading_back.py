"""Reads what was written, and counts it: a file is only said to be there when it holds all.

It is read by another way than it was written, so that neither can hide what the other does wrong.
What can't be read at all raises ``ValueError``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.spreadsheets.columns import Column, Sheet
from app.spreadsheets.csv_text import ENCODING

if TYPE_CHECKING:
    from pandas import DataFrame

_BLANK: Final = ("",)
"""Nothing else is blank: “NA” and “null” may be somebody's name."""
_DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """A table as it was found: its header, rows, filled cells and sums by column."""

    header: tuple[str, ...]
    rows: int
    filled: tuple[int, ...]
    sums: tuple[float, ...]


def counted(sheet: Sheet) -> Counted:
    """Count a table that is to be written."""
    rows = sheet.rows
    by_column = list(zip(*rows, strict=True)) if rows else [()] * len(sheet.columns)
    return Counted(
        tuple(column.name for column in sheet.columns),
        len(rows),
        tuple(len(cells) - cells.count("") - cells.count(None) for cells in by_column),
        tuple(
            _sum(cells) if column.is_counted else 0.0
            for column, cells in zip(sheet.columns, by_column, strict=True)
        ),
    )


def counted_csv(file: Path, columns: Sequence[Column[Any]], separator: str) -> Counted:
    """Count what stands in a text."""
    # It is loaded where it is needed.
    import pandas as pd  # noqa: PLC0415

    frame = pd.read_csv(
        file,
        sep=separator,
        encoding=ENCODING,
        keep_default_na=False,
        na_values=list(_BLANK),
        dtype=object,
    )
    return _counted(frame, columns)


def counted_workbook(
    file: Path, columns: Mapping[str, Sequence[Column[Any]]]
) -> Iterator[tuple[str, Counted]]:
    """Count each sheet of a workbook; ``columns`` are those that each should have."""
    # They are loaded where they are needed.
    import pandas as pd  # noqa: PLC0415
    from python_calamine import CalamineError  # noqa: PLC0415

    try:
        frames = pd.read_excel(
            file,
            sheet_name=None,
            engine="calamine",
            keep_default_na=False,
            na_values=list(_BLANK),
            dtype=object,
        )
    except CalamineError as error:
        raise ValueError(str(error)) from error
    for name, frame in frames.items():
        yield name, _counted(frame, columns.get(name, ()))


def counted_json(
    file: Path, columns: Mapping[str, Sequence[Column[Any]]]
) -> Iterator[tuple[str, Counted]]:
    """Count each table of a JSON file; ``columns`` are those that each should have."""
    # It is loaded where it is needed.
    import pandas as pd  # noqa: PLC0415

    for name, rows in json.loads(file.read_bytes())["sheets"].items():
        of = columns.get(name, ())
        frame = pd.DataFrame(
            [[_or_none(row.get(column.key)) for column in of] for row in rows],
            columns=[column.name for column in of],
            dtype=object,
        )
        yield name, _counted(frame, of)


def _or_none(cell: Any) -> Any:
    return None if cell in _BLANK else cell


def _counted(frame: DataFrame, columns: Sequence[Column[Any]]) -> Counted:
    import pandas as pd  # noqa: PLC0415 - whoever has a table has it

    numbers = {column.name for column in columns if column.is_counted}
    return Counted(
        tuple(map(str, frame.columns)),
        len(frame),
        tuple(map(int, frame.count())),
        tuple(
            round(float(pd.to_numeric(frame[name]).sum()), _DIGITS) if name in numbers else 0.0
            for name in frame.columns
        ),
    )


def _sum(cells: Iterable[Any]) -> float:
    return round(float(sum(float(cell) for cell in cells if cell not in {"", None})), _DIGITS)
