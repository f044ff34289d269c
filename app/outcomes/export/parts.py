"""Writes the files of an export together: whole, read back and counted, and then noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from app.files import FileNotWritten, written_together
from app.journal.journal import Journal
from app.outcomes.export.formats import Separator
from app.outcomes.export.written import note_written
from app.progress import Report, Step, begin, in_step
from app.spreadsheets.columns import Sheet
from app.spreadsheets.csv_text import csv_text
from app.spreadsheets.reading_back import counted, counted_csv, counted_workbook
from app.spreadsheets.workbook import write_workbook


@dataclass(frozen=True, slots=True)
class Part:
    """A file: its rows, how it is written, and whether what is read back is what was meant."""

    rows: int
    write: Callable[[BinaryIO, Report], None]
    holds: Callable[[Path], bool]


def put(journal: Journal, what: str, parts: Mapping[Path, Part], report: Report) -> None:
    """Write files into folders that are there, and note them as ``FileWritten`` has it.

    Raises:
        FileNotWritten: A file can't be written, or is not what was written to it. What stood there
            is as it was.
        StorageRefused: They could not be noted.
    """
    with written_together(tuple(parts)) as unfinished:
        for file, part in parts.items():
            _write(part, file, unfinished[file], in_step(report, Step.WRITING))
        for file, part in parts.items():
            begin(report, Step.CHECKING)
            _check(part, file, unfinished[file])
    note_written(journal, what, {file: part.rows for file, part in parts.items()})


def workbook_part(sheets: Sequence[Sheet], made_at: datetime) -> Part:
    """Give a workbook."""
    columns = {sheet.name: sheet.columns for sheet in sheets}
    return Part(
        sum(len(sheet.rows) for sheet in sheets),
        lambda stream, report: write_workbook(sheets, stream, made_at, report),
        lambda file: (
            dict(counted_workbook(file, columns)) == {each.name: counted(each) for each in sheets}
        ),
    )


def csv_part(sheet: Sheet, separator: Separator) -> Part:
    """Give a CSV file."""

    def write(stream: BinaryIO, report: Report) -> None:
        del report
        stream.write(csv_text(sheet, separator.letter))

    return Part(
        len(sheet.rows),
        write,
        lambda file: counted_csv(file, sheet.columns, separator.letter) == counted(sheet),
    )


def text_part(text: bytes, rows: int, holds: Callable[[Path], bool] | None = None) -> Part:
    """Give a file of which all is known before; it holds what was meant if it is the same."""

    def write(stream: BinaryIO, report: Report) -> None:
        del report
        stream.write(text)

    return Part(rows, write, holds or (lambda file: file.read_bytes() == text))


def _write(part: Part, file: Path, unfinished: Path, report: Report) -> None:
    try:
        with unfinished.open("wb") as stream:
            part.write(stream, report)
    except OSError as error:
        raise FileNotWritten(file, error.strerror or str(error)) from error


def _check(part: Part, file: Path, unfinished: Path) -> None:
    try:
        holds = part.holds(unfinished)
    except OSError as error:
        raise FileNotWritten(file, error.strerror or str(error)) from error
    except ValueError:
        holds = False
    if not holds:
        raise FileNotWritten(file, "what is read back from it is not what was written to it")
