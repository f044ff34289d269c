"""Tables as a workbook: typed cells, a header that stays in sight, filters and widths."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO, Final

from app.progress import Progress, Report, unheard
from app.spreadsheets.columns import Cell, Column, Holds, Sheet

_WIDEST: Final = 60
_FOR_THE_ARROW: Final = 3
_WIDTHS: Final = {
    Holds.COUNT: 8,
    Holds.NUMBER: 8,
    Holds.YES_NO: 8,
    Holds.DAY: 11,
    Holds.MOMENT: 17,
}
# A quoted cell stays text when somebody edits it, too.
_FORMATS: Final[dict[Holds, dict[str, Any]]] = {
    Holds.TEXT: {"quote_prefix": True},
    Holds.COUNT: {"num_format": "0"},
    Holds.NUMBER: {},
    Holds.YES_NO: {},
    Holds.DAY: {"num_format": "yyyy-mm-dd"},
    Holds.MOMENT: {"num_format": "yyyy-mm-dd hh:mm"},
}


def write_workbook(
    sheets: Sequence[Sheet], stream: BinaryIO, made_at: datetime, report: Report = unheard
) -> None:
    """Write tables as sheets of one workbook. The same tables give the same bytes.

    No cell runs as a formula. Instants stand by the clock of their zone, for a cell has none;
    longer texts than a cell holds are cut, and end in an ellipsis.

    Args:
        sheets: The tables. A name has 31 letters at most.
        stream: Where to.
        made_at: What the file's properties say it is from.
        report: Told of rows.
    """
    # They take a while to import, and nothing else at the desk needs them.
    from xlsxwriter import Workbook  # noqa: PLC0415

    from app.spreadsheets.page import Page  # noqa: PLC0415

    # Only what is put together in memory has the same times inside whenever it is written.
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": made_at.astimezone(UTC).replace(tzinfo=None)})
    bold = book.add_format({"bold": True, "quote_prefix": True})
    formats = {holds: book.add_format(how) for holds, how in _FORMATS.items()}
    written, total = 0, sum(len(sheet.rows) for sheet in sheets)
    for sheet in sheets:
        page = book.add_worksheet(sheet.name, worksheet_class=Page)
        for place, column in enumerate(sheet.columns):
            width = _width(column, [row[place] for row in sheet.rows])
            page.set_column(place, place, width, formats[column.holds])
            page.write_string(0, place, column.name, bold)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
        page.hold(sheet, formats, _further(report, written, total))
        written += len(sheet.rows)
    book.close()
    report(Progress(total, total))


def _further(report: Report, before: int, total: int) -> Report:
    return lambda progress: report(Progress(before + progress.done, total))


def _width(column: Column[Any], cells: Sequence[Cell]) -> int:
    head = len(column.name) + _FOR_THE_ARROW
    if column.holds is not Holds.TEXT:
        return max(head, _WIDTHS[column.holds])
    longest = max((_longest_line(str(cell)) for cell in cells if cell is not None), default=0)
    return min(max(head, longest + 2), _WIDEST)


def _longest_line(text: str) -> int:
    if len(text) < _WIDEST and text.isprintable():
        return len(text)
    return max(map(len, text[:_MUCH].splitlines()), default=0)


_MUCH: Final = 1_000
