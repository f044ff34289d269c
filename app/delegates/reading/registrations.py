"""Read who registered out of the file that a registration system, or somebody's Excel, wrote."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app.delegates.reading.cells import shortened
from app.delegates.reading.columns import FIELDS, IGNORE, Matching, find_header, match_columns
from app.delegates.reading.corrections import Corrections
from app.delegates.reading.limits import Refusal
from app.delegates.reading.orders import settle
from app.delegates.reading.presets import GUESSED, PRESETS, Preset, preset_named
from app.delegates.reading.records import read_records
from app.delegates.reading.refusals import (
    FileRefused,
    NoPeopleFound,
    UnknownField,
    UnknownPreset,
    UnknownSheet,
)
from app.delegates.reading.rows import RowReader
from app.delegates.reading.source import content_of, is_workbook
from app.delegates.reading.table import Judge, Record, Table
from app.delegates.reading.text import open_text
from app.delegates.reading.workbook import open_workbook
from app.delegates.registration import Registration, RowProblem
from app.progress import Progress, Report, unheard

__all__ = ["FIELDS", "PRESETS", "ColumnMatch", "Reading", "ReadingOrder", "read_registrations"]


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """How a person wants a file to be read; by default all is found out.

    Attributes:
        preset: One of ``PRESETS``, or ``"guessed"`` to go by the headers' words alone.
        mapping: Header to field. A blank or ``-`` ignores the column. Case and spaces of a
            header don't matter; its second column is ``Company.1``.
        sheet: The sheet of a workbook.
        corrections: What cells shall say instead, by line and column. A column is named as in
            ``mapping``; a line that the file does not have is passed over.
    """

    preset: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    corrections: Mapping[tuple[int, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What a column was taken for: its header as a mapping addresses it, its field or blank."""

    header: str
    field: str
    sample: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds.

    ``ignored`` counts rows that stand for nobody of their own, as add-ons to a ticket; blank
    rows are not counted. ``sheet`` is blank for a text file.
    """

    rows: tuple[Registration, ...]
    problems: tuple[RowProblem, ...]
    ignored: int
    preset: str
    sheet: str
    sheets: tuple[str, ...]
    columns: tuple[ColumnMatch, ...]


def read_registrations(
    path: Path, how: ReadingOrder = ReadingOrder(), report: Report = unheard
) -> Reading:
    """Read a CSV, TSV, XLSX, XLS or ODS file; its content says which it is, not its name.

    Nothing is written anywhere. Problems stand in the order of their lines.

    Raises:
        FileRefused: The file can't be read, or is unsafe to read.
        NoPeopleFound: No column holds a name or an e-mail address.
        UnknownPreset, UnknownField, UnknownColumn, UnknownSheet, FieldMappedTwice: The order
            does not fit, or not this file.
        Cancelled: ``report`` stopped the work.
    """
    with opened(path, how) as (table, matching):
        if not matching.has_people:
            raise NoPeopleFound(path.name, tuple(filter(None, matching.labels)))
        return _reading(table, matching, Corrections(how.corrections, matching), report)


@contextmanager
def opened(path: Path, how: ReadingOrder) -> Generator[tuple[Table, Matching]]:
    """Open a file as a table, and decide what its columns hold.

    Raises:
        DeskError: As ``read_registrations``, but for people who are not found.
    """
    preset = _preset(how)
    _check_fields(how.mapping)
    judge = partial(find_header, preset=preset, mapping=how.mapping)
    with open_table(path, how.sheet, judge) as table:
        yield table, match_columns(table.header.names, preset, how.mapping)


def _preset(how: ReadingOrder) -> Preset | None:
    if how.preset is None:
        return None
    preset = preset_named(how.preset)
    if preset is None:
        raise UnknownPreset(how.preset, (*PRESETS, GUESSED))
    return preset


def _check_fields(mapping: Mapping[str, str]) -> None:
    for each in mapping.values():
        if each not in FIELDS and each not in IGNORE:
            raise UnknownField(each, FIELDS)


@contextmanager
def open_table(path: Path, sheet: str | None, judge: Judge) -> Generator[Table]:
    """Open a file as a table, whatever it is about; ``judge`` finds its header.

    Raises:
        FileRefused: It can't be read, or is unsafe to read; that may show only later.
        UnknownSheet: It has no such sheet.
    """
    try:
        data = content_of(path)
        if is_workbook(data):
            with open_workbook(data, sheet, judge) as table:
                yield table
        elif sheet is not None:
            raise UnknownSheet(sheet, ())
        else:
            yield open_text(data, judge)
    except Refusal as refusal:
        raise FileRefused(path.name, refusal.reason, refusal.limit, refusal.line) from refusal


def _reading(table: Table, matching: Matching, corrections: Corrections, report: Report) -> Reading:
    reader = RowReader(matching)
    rows, problems = read_records(table, matching, corrections, reader.read, report)
    report(Progress(table.last_line, table.last_line))
    settled = settle(rows, matching)
    problems += (*reader.problems, *settled.problems)
    return Reading(
        rows=settled.people,
        problems=tuple(sorted(problems, key=lambda problem: problem.line)),
        ignored=settled.ignored,
        preset=matching.preset.name,
        sheet=table.sheet,
        sheets=table.sheets,
        columns=_columns(matching, table.sample, table.header.line),
    )


def _columns(
    matching: Matching, sample: Sequence[Record], header_line: int
) -> tuple[ColumnMatch, ...]:
    below = [record.cells for record in sample if record.line > header_line]
    return tuple(
        ColumnMatch(column.label, column.field, _first(below, column.index))
        for column in matching.columns
    )


def _first(rows: Sequence[Sequence[str]], index: int) -> str:
    cells = (shortened(cells[index]) for cells in rows if index < len(cells))
    return next(filter(None, cells), "")
