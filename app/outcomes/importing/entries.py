"""Read the rows of a list of outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.delegates.reading.preview import Preview, previewed
from app.delegates.reading.registrations import ReadingOrder
from app.errors import DeskError
from app.meetings.reading.entries import Entries, entries_of, opened
from app.outcomes.importing.columns import HEADERS, says_something, says_which
from app.outcomes.importing.suggestions import suggested_fields
from app.progress import Report, unheard


@dataclass(eq=False)
class NoOutcomesFound(DeskError):
    """No column says which meeting a row is of, or none what came of it.

    ``lacks``: ``meeting`` or ``outcome``. ``headers`` are the ones that were seen.
    """

    file: str
    lacks: str
    headers: tuple[str, ...]


def read_outcomes(path: Path, how: ReadingOrder, report: Report = unheard) -> Entries:
    """Read a CSV, TSV, XLSX, XLS or ODS file.

    Raises:
        FileRefused: The file can't be read, or is unsafe to read.
        NoOutcomesFound: A column is lacking.
        UnknownPreset, UnknownField, UnknownColumn, UnknownSheet, FieldMappedTwice: The order
            does not fit, or not this file.
        Cancelled: ``report`` stopped the work.
    """
    with opened(path, how, HEADERS) as (table, matching):
        seen = tuple(filter(None, matching.labels))
        for lacks, stands in (("meeting", says_which), ("outcome", says_something)):
            if not stands(matching):
                raise NoOutcomesFound(path.name, lacks, seen)
        return entries_of(table, matching, how, report)


def read_outcome_preview(path: Path, how: ReadingOrder, report: Report = unheard) -> Preview:
    """Read what a file holds, without reading outcomes out of it.

    Raises:
        DeskError: As ``read_outcomes``, but for columns that are lacking.
        Cancelled: ``report`` stopped the work.
    """
    with opened(path, how, HEADERS) as (table, matching):
        return previewed(path, table, matching, report, suggested_fields)
