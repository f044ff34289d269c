"""When and where a row of a list says that something is, and what becomes of what it can't say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cached_property
from typing import Final, TypeVar
from uuid import UUID

from app.delegates.folding import fold
from app.delegates.reading.cells import shortened
from app.delegates.reading.wordlists import word_set
from app.delegates.registration import RowProblem
from app.meetings.hall import Hall
from app.meetings.importing.finding import RowRefused
from app.meetings.reading.entries import Entry

T = TypeVar("T")

_CLOCK: Final = re.compile(r"(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*(am|pm)?\b", re.IGNORECASE)
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL_DAY: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_TABLE_WORDS: Final = word_set(
    "table tisch mesa tavolo tafel stolik bord poyta no nr number nummer numero"
)


class Places:
    """Finds the slots and tables that cells name."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    def table(self, text: str) -> UUID | None:
        """Find a table by its label, with or without a word for table before it."""
        words = [word for word in fold(text).split() if word not in _TABLE_WORDS]
        return self._tables.get(fold(text)) or self._tables.get(" ".join(words))

    def slot(self, text: str) -> UUID | None:
        """Find the slot that starts then, or that has this number on a day.

        Nothing is found where a day is needed to say which one is meant.
        """
        day = day_in(text)
        clock = _clock(text)
        if clock is None:
            number = re.fullmatch(r"(?:[^\W\d]+\s+)?(\d{1,3})", without_day(text).strip())
            return self._numbered(int(number[1]), day) if number else None
        found = [
            slot.id
            for slot in self._hall.slots
            if (local := slot.starts_at.astimezone(self._hall.zone)).time() == clock
            and day in {None, local.date()}
        ]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _tables(self) -> Mapping[str, UUID]:
        return {fold(table.label): table.id for table in reversed(self._hall.tables)}

    def _numbered(self, number: int, day: date | None) -> UUID | None:
        """Give the slot of a number, counted from 1 on each day; of one day, if none is said."""
        days: dict[date, list[UUID]] = {}
        for slot in self._hall.slots:
            local = slot.starts_at.astimezone(self._hall.zone).date()
            days.setdefault(local, []).append(slot.id)
        on_day = days.get(day, []) if day else (next(iter(days.values())) if len(days) == 1 else [])
        return on_day[number - 1] if 1 <= number <= len(on_day) else None


class RowReader:
    """Reads one row: what can't be read refuses it, or is left out and noted."""

    def __init__(self, entry: Entry, places: Places) -> None:
        self._entry = entry
        self._places = places
        self.remarks: list[RowProblem] = []

    def needed(self, field: str, read: Callable[[str], T | None], text: str = "") -> T | None:
        """Read a cell that has to be right, lest the row mean something else.

        Raises:
            RowRefused: ``unknown_…``: it can't be read.
        """
        text = text or self._entry.cells.get(field, "")
        value = read(text) if text else None
        if text and value is None:
            raise RowRefused(self.problem(field, f"unknown_{field}", text))
        return value

    def wished(self, field: str, read: Callable[[str], T | None]) -> T | None:
        """Read a cell that is left out if it can't be read."""
        text = self._entry.cells.get(field, "")
        value = read(text) if text else None
        if text and value is None:
            self.remarks.append(self.problem(field, f"unreadable_{field}", text))
        return value

    def slot(self) -> UUID | None:
        """Read the slot, which may stand in a column of its own, or as a day and a time.

        Raises:
            RowRefused: ``unknown_slot``: there is none then, or on several days.
        """
        said = self._entry.cells
        parts = [said.get("day", ""), said.get("slot") or said.get("time", "")]
        if not parts[1]:
            return None
        field = "slot" if said.get("slot") else "time"
        try:
            return self.needed(field, self._places.slot, " ".join(filter(None, parts)))
        except RowRefused as refused:
            where = refused.problem
            raise RowRefused(
                RowProblem(where.line, where.column, "unknown_slot", where.text)
            ) from refused

    def problem(self, field: str, code: str, text: str) -> RowProblem:
        """Say what is wrong with the cell of a field."""
        column = self._entry.columns.get(field, "")
        return RowProblem(self._entry.line, column, code, shortened(text))


def day_in(text: str) -> date | None:
    """Find a day in a text; of one that is none, the first there ever was."""
    iso, local = _ISO_DAY.search(text), _LOCAL_DAY.search(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        # The day comes first, as it does wherever dots are written.
        return date(int(local[3]), int(local[2]), int(local[1])) if local else None
    except ValueError:
        # A day that is none is not the only one there is, either.
        return date.min


def without_day(text: str) -> str:
    """Give a text without the day that stands in it."""
    return _LOCAL_DAY.sub(" ", _ISO_DAY.sub(" ", text))


def _clock(text: str) -> time | None:
    found = _CLOCK.search(without_day(text).replace("T", " "))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
