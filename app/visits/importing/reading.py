"""Read visits, and who signed up for them, out of tables."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.delegates.reading.preview import Preview, previewed
from app.delegates.reading.registrations import ReadingOrder
from app.delegates.reading.suggestions import Looks, fields_by_look
from app.errors import DeskError
from app.meetings.reading.entries import Entries, entries_of, opened
from app.progress import Report, unheard
from app.visits.importing.columns import (
    CHOICES,
    SIGN_UPS,
    VISITS,
    lacks_of_sign_ups,
    lacks_of_visits,
)

_DAY: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]?(?:\d{2}|\d{4})?")
_CLOCK: Final = re.compile(r"\d{1,2}[:.h]\d{2}.*|.*\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}.*")
_COUNT: Final = re.compile(r"\d{1,4}")
_NUMBER: Final = re.compile(r"[A-Za-z]{1,3}-\d+")
_LOOKS_OF_VISITS: Final[Looks] = (
    (("day", "end_day"), _DAY.fullmatch),
    (("start", "end", "duration"), _CLOCK.fullmatch),
    (("places", "duration"), _COUNT.fullmatch),
)
_LOOKS_OF_SIGN_UPS: Final[Looks] = (
    (("guest_email",), lambda text: "@" in text),
    (("guest_number",), _NUMBER.fullmatch),
    (("signed_up",), _CLOCK.fullmatch),
)


@dataclass(eq=False)
class NoVisitsFound(DeskError):
    """No column says what visits are called, or none when they leave.

    ``lacks``: ``title`` or ``start``. ``headers`` are the ones that were seen.
    """

    file: str
    lacks: str
    headers: tuple[str, ...]


@dataclass(eq=False)
class NoSignUpsFound(DeskError):
    """No column says who signed up, or none for which visit.

    ``lacks``: ``person`` or ``choice``. ``headers`` are the ones that were seen.
    """

    file: str
    lacks: str
    headers: tuple[str, ...]


def read_visits(path: Path, how: ReadingOrder, report: Report = unheard) -> Entries:
    """Read a table with a row for each visit.

    Raises:
        FileRefused: The file can't be read, or is unsafe to read.
        NoVisitsFound: A column is lacking.
        UnknownPreset, UnknownField, UnknownColumn, UnknownSheet, FieldMappedTwice: The order
            does not fit, or not this file.
        Cancelled: ``report`` stopped the work.
    """
    with opened(path, how, VISITS) as (table, matching):
        if lacks := lacks_of_visits(matching):
            raise NoVisitsFound(path.name, lacks, tuple(filter(None, matching.labels)))
        return entries_of(table, matching, how, report)


def read_sign_ups(path: Path, how: ReadingOrder, report: Report = unheard) -> Entries:
    """Read a table with a row for each person who would like to join visits.

    Raises:
        NoSignUpsFound: A column is lacking.
        DeskError: As ``read_visits`` refuses a file or an order.
    """
    with opened(path, how, SIGN_UPS) as (table, matching):
        if lacks := lacks_of_sign_ups(matching):
            raise NoSignUpsFound(path.name, lacks, tuple(filter(None, matching.labels)))
        return entries_of(table, matching, how, report)


def read_visits_preview(path: Path, how: ReadingOrder, report: Report = unheard) -> Preview:
    """Read what a file holds, without reading visits out of it; refuses as ``read_visits``."""
    with opened(path, how, VISITS) as (table, matching):
        return previewed(path, table, matching, report, _of_visits)


def read_sign_ups_preview(path: Path, how: ReadingOrder, report: Report = unheard) -> Preview:
    """Read what a file holds, without reading out of it who signed up."""
    with opened(path, how, SIGN_UPS) as (table, matching):
        return previewed(path, table, matching, report, _of_sign_ups)


def _of_visits(cells: Counter[str]) -> tuple[str, ...]:
    found = fields_by_look(cells, _LOOKS_OF_VISITS)
    return ("title", "meeting_point", "sector") if found is None else found


def _of_sign_ups(cells: Counter[str]) -> tuple[str, ...]:
    found = fields_by_look(cells, _LOOKS_OF_SIGN_UPS)
    return ("guest_name", "guest_organisation", *CHOICES[:3]) if found is None else found
