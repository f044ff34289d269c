"""The process that opens workbooks, so that a hostile one can only hurt this process.

It is given one file on standard input and answers on standard output, one JSON value a line.
JSON and not pickle: what comes out of here has touched untrusted bytes.

1. parent: ``{"bytes": n, "sheet": name or null}`` and the ``n`` bytes
2. child: ``{"sheets": [name…], "heads": [{"sheet": index, "rows": rows, "last": n}…]}``
3. parent: ``{"sheet": index}``
4. child: rows as ``[[row, [cell…]]…]``, many times, then ``{"end": true}``

At any time the child may say ``{"refused": reason, "limit": n, "line": n}`` and end. Cells are
text and rows are 1-based; blank cells at a row's end and blank rows are left out.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import os
import struct
import sys
from collections.abc import Iterator
from typing import IO, Any, Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from app.delegates.reading.guard import check_archive
from app.delegates.reading.limits import (
    CHILD_GAVE_UP,
    CHILD_MEMORY_BYTES,
    HEAD_ROWS,
    MAX_BOX_CELLS,
    MAX_CELL_CHARACTERS,
    MAX_COLUMNS,
    MAX_ROWS,
    Reason,
    Refusal,
)

Row = tuple[int, list[str]]

_ROWS_A_LINE: Final = 250
_BIFF_START: Final = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_BIFF_START_BYTES: Final = 20
_BIFF_RECORD: Final = struct.Struct("<HH")
_BIFF_FILE_PASS: Final = 0x2F
_OLE_MACROS: Final = "_VBA_PROJECT".encode("utf-16-le")
_OLE_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def main() -> None:
    """Answer the one request on standard input."""
    sys.excepthook = _give_up
    _limit_this_process()
    source, target = sys.stdin.buffer, sys.stdout.buffer
    try:
        _serve(source, target)
    except Refusal as refusal:
        reason, limit, line = refusal.reason, refusal.limit, refusal.line
        _say(target, {"refused": reason, "limit": limit, "line": line})
    except MemoryError:
        _say(target, {"refused": Reason.TOO_HEAVY, "limit": CHILD_MEMORY_BYTES, "line": 0})


def _give_up(*_problem: object) -> None:
    """End after any breakdown of a parser; a panic of calamine is no ``Exception``."""
    os._exit(CHILD_GAVE_UP)


def _limit_this_process() -> None:
    if sys.platform == "win32":
        from app.delegates.reading.windows_job import cap_memory  # noqa: PLC0415

        cap_memory(CHILD_MEMORY_BYTES)
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # macOS knows this limit but may refuse it; the parent's clock is left.
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (CHILD_MEMORY_BYTES, hard))


def _serve(source: IO[bytes], target: IO[bytes]) -> None:
    request = json.loads(source.readline())
    data = source.read(request["bytes"])
    workbook = _opened(data)
    names = workbook.sheet_names
    wanted = [names.index(request["sheet"])] if request["sheet"] in names else range(len(names))
    sheets = {index: _sheet(workbook, index) for index in wanted}
    heads = [
        {"sheet": index, "rows": _head(sheet), "last": _size(sheet)[0]}
        for index, sheet in sheets.items()
        if sheet is not None
    ]
    _say(target, {"sheets": names, "heads": heads})

    chosen = sheets[json.loads(source.readline())["sheet"]]
    sheets.clear()
    if chosen is not None:
        for rows in _batches(_content(chosen)):
            _say(target, rows)
    _say(target, {"end": True})


def _opened(data: bytes) -> CalamineWorkbook:
    if data.startswith(b"PK"):
        check_archive(data)
    elif _OLE_ENCRYPTED in data or _is_locked_biff(data):
        raise Refusal(Reason.ENCRYPTED)
    elif _OLE_MACROS in data:
        raise Refusal(Reason.MACROS)
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except CalamineError as broken:
        raise Refusal(Reason.DAMAGED) from broken


def _is_locked_biff(data: bytes) -> bool:
    """Look for the password's record, which stands at the start of a workbook stream."""
    start = data.find(_BIFF_START)
    place = start + _BIFF_START_BYTES
    for _ in range(3):
        record = data[place : place + _BIFF_RECORD.size]
        if start < 0 or len(record) < _BIFF_RECORD.size:
            return False
        kind, length = _BIFF_RECORD.unpack(record)
        if kind == _BIFF_FILE_PASS:
            return True
        place += _BIFF_RECORD.size + length
    return False


def _sheet(workbook: CalamineWorkbook, index: int) -> CalamineSheet | None:
    """Give a sheet, or nothing if it is blank or a chart."""
    if workbook.sheets_metadata[index].typ != SheetTypeEnum.WorkSheet:
        return None
    try:
        sheet = workbook.get_sheet_by_index(index)
    except CalamineError as broken:
        raise Refusal(Reason.DAMAGED) from broken
    height, width = _size(sheet)
    if height * width > MAX_BOX_CELLS:
        raise Refusal(Reason.TOO_HEAVY, MAX_BOX_CELLS)
    return sheet if height else None


def _size(sheet: CalamineSheet) -> tuple[int, int]:
    """Give the rows and columns from A1 to the last cell; ``total_height`` is one short."""
    return (0, 0) if sheet.end is None else (sheet.end[0] + 1, sheet.end[1] + 1)


def _head(sheet: CalamineSheet) -> list[Row]:
    rows: list[Row] = []
    for row in _content(sheet):
        rows.append(row)
        if len(rows) == HEAD_ROWS:
            break
    return rows


def _content(sheet: CalamineSheet) -> Iterator[Row]:
    """Yield the rows that hold something."""
    count = 0
    merged = _Merged(sheet)
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells = [value if type(value) is str else as_text(value) for value in values]
        while cells and (not cells[-1] or cells[-1].isspace()):
            cells.pop()
        if not cells:
            continue
        merged.fill(number - 1, cells)
        count += 1
        _check_row(number, cells, count)
        yield number, cells


class _Merged:
    """Cells that stand once for several rows: what the first says is said in each of them.

    Cells that stand for several columns are headings and titles, and are left as they are.
    """

    def __init__(self, sheet: CalamineSheet) -> None:
        self._from: dict[int, list[tuple[int, int]]] = {}
        self._now: dict[int, tuple[int, str]] = {}
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
            if bottom > top and left == right:
                self._from.setdefault(top, []).append((left, bottom))

    def fill(self, row: int, cells: list[str]) -> None:
        """Fill a row that holds something, counted from 0 as all of them are here."""
        for column, (last, text) in tuple(self._now.items()):
            if row > last:
                del self._now[column]
                continue
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = cells[column] or text
        for column, last in self._from.get(row, ()):
            if column < len(cells) and cells[column]:
                self._now[column] = last, cells[column]


def _check_row(number: int, cells: list[str], count: int) -> None:
    if count > MAX_ROWS + HEAD_ROWS:
        raise Refusal(Reason.TOO_MANY_ROWS, MAX_ROWS)
    if len(cells) > MAX_COLUMNS:
        raise Refusal(Reason.TOO_MANY_COLUMNS, MAX_COLUMNS, number)
    if max(map(len, cells)) > MAX_CELL_CHARACTERS:
        raise Refusal(Reason.CELL_TOO_LONG, MAX_CELL_CHARACTERS, number)


def as_text(value: object) -> str:
    """Give a cell as a person would have typed it.

    A whole number has no ``.0``; a date stands as ISO 8601, without a time of midnight.
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    return str(value)


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _ROWS_A_LINE:
            yield batch
            batch = []
    yield batch


def _say(target: IO[bytes], value: Any) -> None:
    target.write(json.dumps(value, ensure_ascii=False).encode("utf-8") + b"\n")
    target.flush()


if __name__ == "__main__":
    main()
