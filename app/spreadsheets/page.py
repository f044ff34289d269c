"""A sheet of a workbook whose rows are written in one go.

The library keeps an object for each cell and turns one after the other into XML. A big event has
800,000 cells, for which that takes six seconds; this takes one. All else is the library's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from app.progress import Progress, Report
from app.spreadsheets.columns import Cell, Holds, Sheet
from app.spreadsheets.safe import readable

MOST_LETTERS: Final = 32_767
"""A cell of a workbook holds no longer text (Excel specifications and limits)."""

_AT_ONCE: Final = 500
_DAY_0: Final = date(1899, 12, 30).toordinal()
"""Days are counted from here in a workbook."""
_DAY_S: Final = 86_400


_Writes = Callable[[int, Any], str]
"""Gives the cell of a row for what stands in it."""


class Page(Worksheet):  # type: ignore[misc] # the library has no types
    """A worksheet with a header that is written as usual, and below it the rows of a table."""

    def hold(self, sheet: Sheet, formats: Mapping[Holds, Format], report: Report) -> None:
        """Take the rows of a table."""
        self._held: list[str] = []
        if sheet.rows:
            # The library takes note of how far the sheet goes.
            self.write_blank(len(sheet.rows), 0, None, formats[sheet.columns[0].holds])
        cells = list(self._cells(sheet, formats))
        for first in range(0, len(sheet.rows), _AT_ONCE):
            report(Progress(first, len(sheet.rows)))
            part = sheet.rows[first : first + _AT_ONCE]
            self._held += (
                _row(number, cells, row) for number, row in enumerate(part, start=first + 2)
            )

    def _write_rows(self) -> None:
        self.dim_rowmax, last = 0, self.dim_rowmax
        super()._write_rows()
        self.dim_rowmax = last
        self.fh.writelines(self._held)

    def _cells(self, sheet: Sheet, formats: Mapping[Holds, Format]) -> Iterator[_Writes]:
        for place, column in enumerate(sheet.columns):
            name = xl_col_to_name(place)
            style = formats[column.holds]._get_xf_index()  # noqa: SLF001 - of its family
            yield self._cell(column.holds, name, style)

    def _cell(self, holds: Holds, name: str, style: int) -> _Writes:
        match holds:
            case Holds.TEXT:
                index = self.str_table._get_shared_string_index  # noqa: SLF001 - of its family
                return lambda row, value: (
                    f'<c r="{name}{row}" s="{style}" t="s"><v>{index(_text(value))}</v></c>'
                )
            case Holds.YES_NO:
                return lambda row, value: (
                    f'<c r="{name}{row}" s="{style}" t="b"><v>{value:d}</v></c>'
                )
            case Holds.DAY:
                return lambda row, value: f'<c r="{name}{row}" s="{style}"><v>{_day(value)}</v></c>'
            case Holds.MOMENT:
                return lambda row, value: (
                    f'<c r="{name}{row}" s="{style}"><v>{_moment(value)!r}</v></c>'
                )
            case Holds.COUNT | Holds.NUMBER:
                return lambda row, value: f'<c r="{name}{row}" s="{style}"><v>{value!r}</v></c>'


def _row(number: int, cells: Sequence[_Writes], row: Sequence[Cell]) -> str:
    written = "".join(
        write(number, value)
        for write, value in zip(cells, row, strict=True)
        if value is not None and value != ""
    )
    return f'<row r="{number}">{written}</row>'


def _text(value: str) -> str:
    shown = readable(value)
    return shown if len(shown) <= MOST_LETTERS else f"{shown[: MOST_LETTERS - 1]}…"


def _day(value: date) -> int:
    return value.toordinal() - _DAY_0


def _moment(value: datetime) -> float:
    seconds = value.hour * 3600 + value.minute * 60 + value.second
    return _day(value) + seconds / _DAY_S
