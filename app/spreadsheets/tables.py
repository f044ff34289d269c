"""One table in a file, as the end of its name says."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from app.spreadsheets.columns import Sheet
from app.spreadsheets.csv_text import csv_text
from app.spreadsheets.workbook import write_workbook

_WORKBOOK: Final = ".xlsx"
TABLES: Final = frozenset({".csv", _WORKBOOK})
"""What the name of a table ends on."""


def write_table(sheet: Sheet, file: Path, stream: BinaryIO, made_at: datetime) -> None:
    """Write a table to a stream: as a workbook if ``file`` is one, else as CSV."""
    if file.suffix.lower() == _WORKBOOK:
        write_workbook((sheet,), stream, made_at)
    else:
        stream.write(csv_text(sheet))
