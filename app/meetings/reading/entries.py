"""Read who meets whom out of a list that a platform, or somebody's Excel, wrote."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.delegates.reading.answers import is_yes
from app.delegates.reading.cells import clean, clean_lines, email_of, shortened
from app.delegates.reading.columns import IGNORE, Column, Matching
from app.delegates.reading.corrections import Corrections
from app.delegates.reading.presets import GUESSED
from app.delegates.reading.records import read_records
from app.delegates.reading.refusals import UnknownField, UnknownPreset
from app.delegates.reading.registrations import ReadingOrder, open_table
from app.delegates.reading.table import Header, Record, Table
from app.delegates.registration import RowProblem
from app.errors import DeskError
from app.meetings.reading.columns import LISTS, has_sides
from app.meetings.reading.headers import SIDE_FIELDS, SIDES, Headers
from app.progress import Report, unheard

_SEVERAL: Final = re.compile(r"[;|\n]")
_OF_LINES: Final = frozenset({"note", "abstract", "speakers", "moderators"})
"""Fields in which a new line means something."""
_NUMBER: Final = re.compile(r"[A-Za-z]{1,3}-[0-9]+")
_WITH_ORGANISATION: Final = re.compile(r"(.+?)\s*\(([^()]+)\)")


@dataclass(eq=False)
class NoSidesFound(DeskError):
    """No column says who asks or who is asked. ``headers`` are the ones that were seen."""

    file: str
    headers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """What a row says of one person; blank text means that it says nothing of it.

    ``column`` is the header it stands under, ``text`` what it says there, shortened.
    """

    column: str
    text: str
    number: str = ""
    email: str = ""
    name: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. ``cells`` are what it says besides of its people, by field and not yet understood.

    ``columns`` are the headers of the fields.
    """

    line: int
    guests: tuple[Called, ...]
    hosts: tuple[Called, ...]
    cells: Mapping[str, str]
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entries:
    """What a file holds. ``sheet`` is blank for a text file."""

    rows: tuple[Entry, ...]
    problems: tuple[RowProblem, ...]
    sheet: str


def read_entries(path: Path, how: ReadingOrder, report: Report = unheard) -> Entries:
    """Read a CSV, TSV, XLSX, XLS or ODS file.

    Raises:
        FileRefused: The file can't be read, or is unsafe to read.
        NoSidesFound: No column says who asks, or none who is asked.
        UnknownPreset, UnknownField, UnknownColumn, UnknownSheet, FieldMappedTwice: The order
            does not fit, or not this file.
        Cancelled: ``report`` stopped the work.
    """
    with opened(path, how) as (table, matching):
        if not has_sides(matching):
            raise NoSidesFound(path.name, tuple(filter(None, matching.labels)))
        return entries_of(table, matching, how, report)


@contextmanager
def opened(
    path: Path, how: ReadingOrder, headers: Headers = LISTS
) -> Generator[tuple[Table, Matching]]:
    """Open a file as a table, and decide what its columns hold.

    Raises:
        DeskError: As ``read_entries``, but for sides that are not found.
    """
    check_order(how, headers)

    def judge(head: Sequence[Record]) -> Header:
        return headers.find(head, how.mapping)

    with open_table(path, how.sheet, judge) as table:
        yield table, headers.match(table.header.names, how.mapping)


def check_order(how: ReadingOrder, headers: Headers) -> None:
    """Refuse an order that fits no list of a kind.

    Raises:
        UnknownPreset, UnknownField: It does not.
    """
    if how.preset not in {None, GUESSED}:
        raise UnknownPreset(str(how.preset), (GUESSED,))
    for field in how.mapping.values():
        if field not in headers.fields and field not in IGNORE:
            raise UnknownField(field, headers.fields)


def entries_of(table: Table, matching: Matching, how: ReadingOrder, report: Report) -> Entries:
    """Read the rows of an open table.

    Raises:
        FileRefused: It has none, or too many.
        Cancelled: ``report`` stopped the work.
    """
    corrections = Corrections(how.corrections, matching)

    def read(record: Record) -> Entry:
        return _entry(record, matching.columns)

    rows, problems = read_records(table, matching, corrections, read, report)
    return Entries(tuple(rows), tuple(problems), table.sheet)


def _entry(record: Record, columns: Sequence[Column]) -> Entry:
    texts: dict[str, list[str]] = defaultdict(list)
    headers: dict[str, str] = {}
    people: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    heads: dict[tuple[str, str], str] = {}
    for column in columns:
        text = clean_lines(record.cells[column.index]) if column.index < len(record.cells) else ""
        if not column.field:
            continue
        if column.field in SIDE_FIELDS:
            side, _, part = column.field.partition("_")
            heads.setdefault((side, column.option), column.header)
            if text:
                people[side, column.option][part] = text
            continue
        headers.setdefault(column.field, column.header)
        if column.option:
            # A column of one answer: ticked, it says that answer.
            text = column.option if is_yes(text) else ""
        if text:
            texts[column.field].append(text if column.field in _OF_LINES else clean(text))
    sides = {
        side: tuple(
            called
            for (of_side, place), said in sorted(people.items(), key=lambda each: int(each[0][1]))
            if of_side == side
            for called in _several(heads[of_side, place], said)
        )
        for side in SIDES
    }
    cells = {field: "; ".join(parts) for field, parts in texts.items()}
    return Entry(record.line, sides["guest"], sides["host"], cells, headers)


def _several(column: str, said: Mapping[str, str]) -> Iterator[Called]:
    """Yield the people of one group of columns; a cell may hold several, the others as many."""
    parts = {part: _parts(part, text) for part, text in said.items()}
    number = max((len(each) for part, each in parts.items() if part != "organisation"), default=1)
    for place in range(number):
        yield _called(
            column,
            {
                # What stands there once of an organisation is said of all.
                part: each[place] if len(each) == number else each[0]
                for part, each in parts.items()
                if len(each) == number or (len(each) == 1 and (part == "organisation" or not place))
            },
        )


def _parts(part: str, text: str) -> list[str]:
    found = _SEVERAL.split(text.replace(",", ";") if part in {"email", "number"} else text)
    return list(filter(None, map(clean, found))) or [""]


def _called(column: str, said: Mapping[str, str]) -> Called:
    in_place = (text for part, text in said.items() if part and part != "number")
    number = next((text for text in in_place if _NUMBER.fullmatch(text)), "")
    if number:
        # Where a name or an e-mail was to stand, somebody has said who is meant.
        return Called(column, number, number)
    named = f"{said.get('given_name', '')} {said.get('family_name', '')}".strip()
    text = shortened("; ".join(said.values()))
    number, email = said.get("number", ""), email_of(said.get("email", "")) or ""
    name, organisation = said.get("name") or named, said.get("organisation", "")
    free = said.get("", "")
    if "@" in free and not email:
        email = email_of(free) or ""
        free = "" if email else free
    if _NUMBER.fullmatch(free):
        number, free = number or free, ""
    if free and not name:
        inner = _WITH_ORGANISATION.fullmatch(free)
        name, organisation = (inner[1], organisation or inner[2]) if inner else (free, organisation)
    return Called(column, text, number, email, name, organisation)
