"""Text files: which encoding, which separator, which lines."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from app.delegates.reading.code_page import code_page
from app.delegates.reading.limits import (
    HEAD_ROWS,
    MAX_CELL_CHARACTERS,
    MAX_COLUMNS,
    MAX_LINES,
    MAX_RECORD_CHARACTERS,
    Reason,
    Refusal,
)
from app.delegates.reading.table import Judge, Record, Table

SEPARATORS: Final = (",", ";", "\t")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES: Final = 4096


def open_text(data: bytes, judge: Judge) -> Table:
    """Read a text file as a table, with the separator under which its header makes most sense.

    Raises:
        Refusal: It is no text, or too large in one of its parts.
    """
    # Counted at once: a million blank lines cost seconds, and hold nobody.
    last_line = max(data.count(b"\n"), data.count(b"\r")) + 1
    if last_line > MAX_LINES:
        raise Refusal(Reason.TOO_MANY_ROWS, MAX_LINES, last_line)
    encoding = encoding_of(data)
    named = _named_separator(data, encoding)
    heads = {
        separator: _head(data, encoding, separator)
        for separator in ([named] if named else SEPARATORS)
    }
    headers = {separator: judge(head) for separator, head in heads.items()}
    best = max(
        heads, key=lambda each: (headers[each].worth, _evenness(heads[each], headers[each].line))
    )
    header, records = headers[best], _records(data, encoding, best)
    if not heads[best] and not any(records):
        raise Refusal(Reason.EMPTY)
    return Table(
        header=header,
        sample=heads[best],
        records=(record for record in records if record.line > header.line),
        last_line=last_line,
        can_shift=True,
    )


def encoding_of(data: bytes) -> str:
    """Find out an encoding that reads every byte.

    Raises:
        Refusal: There is none, or these bytes are no text.
    """
    encoding = _likely_encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as damage:
        raise Refusal(Reason.DAMAGED_TEXT) from damage
    if "\0" in text:
        raise Refusal(Reason.BINARY)
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        raise Refusal(Reason.UNSUPPORTED)
    return encoding


def _likely_encoding(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if b"\0" in data[:_SAMPLE_BYTES]:
        return _unmarked_utf16(data[:_SAMPLE_BYTES])
    return "utf-8" if _is_mostly_utf8(data) else code_page(data)


def _unmarked_utf16(sample: bytes) -> str:
    """Tell the two byte orders apart: separators and line ends have their zero on one side."""
    before, after = sample[0::2].count(0), sample[1::2].count(0)
    if min(before, after) * 10 > max(before, after) or max(before, after) * 20 < len(sample):
        raise Refusal(Reason.BINARY)
    return "utf-16-be" if before > after else "utf-16-le"


def _is_mostly_utf8(data: bytes) -> bool:
    """Judge a file with some damage by the larger part, so that it is not read as gibberish."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        bad = text.count("\ufffd")
        good = len(text) - len(text.encode("ascii", "ignore")) - bad
        return good >= bad
    return True


def _named_separator(data: bytes, encoding: str) -> str:
    """Read the line ``sep=;``, which Excel understands and writes."""
    first = io.TextIOWrapper(io.BytesIO(data[:64]), encoding, "ignore").readline().strip("\r\n")
    separator = first[4:].strip('"') if first.lower().lstrip('"').startswith("sep=") else ""
    return separator if len(separator) == 1 else ""


def _head(data: bytes, encoding: str, separator: str) -> list[Record]:
    """Read the first rows; a file can break the rules under a separator that is not its own."""
    rows: list[Record] = []
    try:
        rows.extend(islice(_records(data, encoding, separator), HEAD_ROWS))
    except Refusal:
        return rows
    return rows


def _evenness(head: list[Record], header_line: int) -> int:
    """Count the cells of the rows that are as wide as the header, if it has any width."""
    widths = [len(record.cells) for record in head if record.line >= header_line]
    return widths[0] * widths.count(widths[0]) if widths and widths[0] > 1 else 0


class _Lines:
    """Physical lines, with those of the record that is being read kept."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream = stream
        self.record: list[str] = []
        self.last: list[str] = []

    def __iter__(self) -> Iterator[str]:
        size = 0
        for line in self._stream:
            size = size + len(line) if self.record else len(line)
            if size > MAX_RECORD_CHARACTERS:
                raise Refusal(Reason.CELL_TOO_LONG, MAX_CELL_CHARACTERS)
            self.record.append(line)
            yield line

    def close_record(self) -> None:
        self.last, self.record = self.record, []


def _records(data: bytes, encoding: str, separator: str) -> Iterator[Record]:
    """Yield the rows that hold something, with the physical line on which each begins."""
    lines = _Lines(io.TextIOWrapper(io.BytesIO(data), encoding, newline=""))
    reader = csv.reader(lines, delimiter=separator)
    line = 1
    try:
        for cells in reader:
            lines.close_record()
            if not _is_blank(cells) and not _names_separator(line, cells):
                _check(line, cells)
                yield Record(line, cells)
            line = reader.line_num + 1
    except csv.Error as broken:
        raise Refusal(Reason.CELL_TOO_LONG, MAX_CELL_CHARACTERS, line) from broken
    if _is_cut_off(lines.last, separator):
        raise Refusal(Reason.TRUNCATED)


def _is_blank(cells: list[str]) -> bool:
    return not any(cell and not cell.isspace() for cell in cells)


def _names_separator(line: int, cells: list[str]) -> bool:
    return line == 1 and cells[0].lower().startswith("sep=")


def _check(line: int, cells: list[str]) -> None:
    if len(cells) > MAX_COLUMNS and not _is_blank(cells[MAX_COLUMNS:]):
        raise Refusal(Reason.TOO_MANY_COLUMNS, MAX_COLUMNS, line)
    if max(map(len, cells)) > MAX_CELL_CHARACTERS:
        raise Refusal(Reason.CELL_TOO_LONG, MAX_CELL_CHARACTERS, line)


def _is_cut_off(last: list[str], separator: str) -> bool:
    """Say whether the file ends inside a quoted cell, which ``csv`` forgives in silence."""
    try:
        list(csv.reader(last, delimiter=separator, strict=True))
    except csv.Error as problem:
        return "end of data" in str(problem)
    return False
