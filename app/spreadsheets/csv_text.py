"""Tables as CSV, one text each, as any spreadsheet opens them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from app.spreadsheets.columns import Holds, Sheet
from app.spreadsheets.safe import readable, safe

# Excel takes a file without this mark for one in the computer's old encoding.
ENCODING: Final = "utf-8-sig"


def csv_text(sheet: Sheet, separator: str = ",") -> bytes:
    """Write a table: every cell in quotes, instants by the clock of their zone, UTF-8 with mark."""
    # It is loaded where it is needed.
    from pandas import DataFrame  # noqa: PLC0415

    shown = [_SHOWN[column.holds] for column in sheet.columns]
    cells = [
        ["" if cell is None else show(cell) for show, cell in zip(shown, row, strict=True)]
        for row in sheet.rows
    ]
    frame = DataFrame(cells, columns=[column.name for column in sheet.columns], dtype=object)
    text = frame.to_csv(index=False, sep=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    return text.encode(ENCODING)


def _text(cell: str) -> str:
    return safe(readable(cell))


def _day(cell: date) -> str:
    return cell.isoformat()


def _moment(cell: datetime) -> str:
    return f"{cell:%Y-%m-%d %H:%M:%S}"


def _yes_no(cell: bool) -> str:
    return "TRUE" if cell else "FALSE"


_SHOWN: Final[dict[Holds, Callable[[Any], str]]] = {
    Holds.TEXT: _text,
    Holds.COUNT: str,
    Holds.NUMBER: str,
    Holds.YES_NO: _yes_no,
    Holds.DAY: _day,
    Holds.MOMENT: _moment,
}
