"""Read sessions out of a table, or out of a schedule in XML."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.delegates.reading.columns import Matching
from app.delegates.reading.limits import Refusal
from app.delegates.reading.preview import Preview, previewed
from app.delegates.reading.refusals import FileRefused
from app.delegates.reading.registrations import ReadingOrder
from app.delegates.reading.source import content_of
from app.delegates.reading.table import Table
from app.errors import DeskError
from app.meetings.reading.entries import Entries, check_order, entries_of, opened
from app.programme.reading.columns import HEADERS, lacks
from app.programme.reading.schedule_xml import NoSchedule, is_xml, schedule_table
from app.programme.reading.suggestions import suggested_fields
from app.progress import Report, unheard


@dataclass(eq=False)
class NoSessionsFound(DeskError):
    """No column says what sessions are called, or none when they start.

    ``lacks``: ``title`` or ``start``. ``headers`` are the ones that were seen.
    """

    file: str
    lacks: str
    headers: tuple[str, ...]


@dataclass(eq=False)
class NoScheduleFound(DeskError):
    """A file is XML, but no schedule. ``root`` is its outermost element."""

    file: str
    root: str


def read_programme(path: Path, how: ReadingOrder, report: Report = unheard) -> Entries:
    """Read a CSV, TSV, XLSX, XLS or ODS file, or a schedule as frab and pentabarf export it.

    Raises:
        FileRefused: The file can't be read, or is unsafe to read.
        NoSessionsFound: A column is lacking.
        NoScheduleFound: It is other XML.
        UnknownPreset, UnknownField, UnknownColumn, UnknownSheet, FieldMappedTwice: The order
            does not fit, or not this file.
        Cancelled: ``report`` stopped the work.
    """
    with _opened(path, how) as (table, matching):
        if lacking := lacks(matching):
            raise NoSessionsFound(path.name, lacking, tuple(filter(None, matching.labels)))
        return entries_of(table, matching, how, report)


def read_programme_preview(path: Path, how: ReadingOrder, report: Report = unheard) -> Preview:
    """Read what a file holds, without reading sessions out of it.

    Raises:
        DeskError: As ``read_programme``, but for columns that are lacking.
        Cancelled: ``report`` stopped the work.
    """
    with _opened(path, how) as (table, matching):
        return previewed(path, table, matching, report, suggested_fields)


@contextmanager
def _opened(path: Path, how: ReadingOrder) -> Generator[tuple[Table, Matching]]:
    schedule = _schedule(path)
    if schedule is None:
        with opened(path, how, HEADERS) as found:
            yield found
    else:
        check_order(how, HEADERS)
        yield schedule, HEADERS.match(schedule.header.names, how.mapping)


def _schedule(path: Path) -> Table | None:
    """Read a file as XML, if it is that."""
    try:
        data = content_of(path)
        return schedule_table(data) if is_xml(data) else None
    except Refusal as refusal:
        known = (refusal.reason, refusal.limit, refusal.line)
        raise FileRefused(path.name, *known) from refusal
    except NoSchedule as other:
        raise NoScheduleFound(path.name, other.root) from other
