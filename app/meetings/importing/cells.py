"""What the cells of a row say, as the event at hand understands it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cached_property
from typing import Any, Final, TypeVar
from uuid import UUID

from app.delegates.folding import fold
from app.delegates.reading.answers import is_no, is_yes
from app.delegates.reading.cells import shortened
from app.delegates.reading.wordlists import word_set
from app.delegates.registration import RowProblem
from app.meetings.attendees import MeetingKind
from app.meetings.hall import Hall
from app.meetings.importing.finding import RowRefused
from app.meetings.orders import LONGEST
from app.meetings.reading.entries import Entry
from app.meetings.setting import Setting
from app.meetings.wishes import Wishes
from app.meetings.worth import HIGHEST, LOWEST

T = TypeVar("T")

_SEVERAL: Final = re.compile(r"[;|\n,]")
_CLOCK: Final = re.compile(r"(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*(am|pm)?\b", re.IGNORECASE)
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL_DAY: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_TABLE_WORDS: Final = word_set(
    "table tisch mesa tavolo tafel stolik bord poyta no nr number nummer numero"
)
_PRIORITIES: Final[Mapping[str, int]] = {
    **dict.fromkeys(("high", "hoch", "haut", "haute", "alta", "alto", "hoog", "a", "must"), 1),
    **dict.fromkeys(("medium", "normal", "mittel", "moyen", "moyenne", "media", "b", "should"), 2),
    **dict.fromkeys(("low", "niedrig", "bas", "basse", "baja", "bassa", "laag", "c", "could"), 3),
}


class Cells:
    """Reads the cells of rows."""

    def __init__(self, around: Setting, wishes: Wishes) -> None:
        self._hall: Hall = around.hall
        self._wishes = wishes
        self._resources = {fold(each.name): each.name for each in around.resources}

    def mutual(self, text: str) -> bool | None:
        """Read a plain yes or no."""
        if is_yes(text):
            return True
        return False if is_no(text) else None

    def priority(self, text: str) -> int | None:
        """Read 1 to 3, or a word such as high."""
        if text.isdecimal() and HIGHEST <= int(text) <= LOWEST:
            return int(text)
        return _PRIORITIES.get(fold(text))

    def kind(self, text: str) -> str | None:
        """Read C2C, B2C or B2B."""
        folded = fold(text).replace(" ", "")
        return folded if folded in set(MeetingKind) else None

    def length(self, text: str) -> int | None:
        """Read how many slots a meeting takes."""
        return int(text) if text.isdecimal() and 1 <= int(text) <= LONGEST else None

    def table(self, text: str) -> UUID | None:
        """Find a table by its label, with or without a word for table before it."""
        words = [word for word in fold(text).split() if word not in _TABLE_WORDS]
        return self._tables.get(fold(text)) or self._tables.get(" ".join(words))

    def slot(self, text: str) -> UUID | None:
        """Find the slot that starts then, or that has this number on a day.

        Nothing is found where a day is needed to say which one is meant.
        """
        day = _day(text)
        clock = _clock(text)
        if clock is None:
            number = re.fullmatch(r"(?:[^\W\d]+\s+)?(\d{1,3})", _without_day(text).strip())
            return self._numbered(int(number[1]), day) if number else None
        found = [
            slot.id
            for slot in self._hall.slots
            if (local := slot.starts_at.astimezone(self._hall.zone)).time() == clock
            and day in {None, local.date()}
        ]
        return found[0] if len(found) == 1 else None

    def slots(self, text: str) -> list[str] | None:
        """Find several slots; nothing if one of them is none."""
        found = [self.slot(part.strip()) for part in _SEVERAL.split(text) if part.strip()]
        return None if None in found else sorted({str(each) for each in found})

    def needs(self, text: str) -> list[str] | None:
        """Find resources by their names; nothing if one of them is none."""
        found = [self._resources.get(fold(part)) for part in _SEVERAL.split(text) if fold(part)]
        return None if None in found else sorted({each for each in found if each})

    def after(self, text: str) -> list[str] | None:
        """Find requests by their numbers; nothing if one of them is none."""
        parts = [part.strip().upper() for part in _SEVERAL.split(text) if part.strip()]
        found = [self._wishes.numbered(part) for part in parts]
        return None if None in found else sorted({str(each) for each in found})

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


class CellReader:
    """Reads one row: what can't be read refuses it, or is left out and noted."""

    def __init__(self, entry: Entry, cells: Cells) -> None:
        self._entry = entry
        self._cells = cells
        self.remarks: list[RowProblem] = []

    def needed(self, field: str, read: Callable[[str], T | None], text: str = "") -> T | None:
        """Read a cell that has to be right, lest the row mean something else.

        Raises:
            RowRefused: ``unknown_…``: it can't be read.
        """
        text = text or self._entry.cells.get(field, "")
        value = read(text) if text else None
        if text and value is None:
            raise RowRefused(self._problem(field, f"unknown_{field}", text))
        return value

    def wished(self, field: str, read: Callable[[str], T | None]) -> T | None:
        """Read a cell that is left out if it can't be read."""
        text = self._entry.cells.get(field, "")
        value = read(text) if text else None
        if text and value is None:
            self.remarks.append(self._problem(field, f"unreadable_{field}", text))
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
            return self.needed(field, self._cells.slot, " ".join(filter(None, parts)))
        except RowRefused as refused:
            where = refused.problem
            raise RowRefused(
                RowProblem(where.line, where.column, "unknown_slot", where.text)
            ) from refused

    def values(self) -> dict[str, Any]:
        """Read what is said of a request, by columns of ``Request``, as JSON says it.

        Raises:
            RowRefused: ``unknown_slot``, ``unknown_table``, ``unknown_forbidden``,
                ``unknown_length``, ``unknown_needs``, ``unknown_after``.
        """
        cells = self._cells
        slot, table = self.slot(), self.needed("table", cells.table)
        said = {
            "mutual": self.wished("mutual", cells.mutual),
            "priority": self.wished("priority", cells.priority),
            "kind": self.wished("kind", cells.kind),
            "length": self.needed("length", cells.length),
            "slot_id": str(slot) if slot else None,
            "table_id": str(table) if table else None,
            "forbidden": self.needed("forbidden", cells.slots),
            "needs": self.needed("needs", cells.needs),
            "after": self.needed("after", cells.after),
        }
        return {name: value for name, value in said.items() if value is not None}

    def _problem(self, field: str, code: str, text: str) -> RowProblem:
        column = self._entry.columns.get(field, "")
        return RowProblem(self._entry.line, column, code, shortened(text))


def _day(text: str) -> date | None:
    iso, local = _ISO_DAY.search(text), _LOCAL_DAY.search(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        # The day comes first, as it does wherever dots are written.
        return date(int(local[3]), int(local[2]), int(local[1])) if local else None
    except ValueError:
        # A day that is none is not the only one there is, either.
        return date.min


def _without_day(text: str) -> str:
    return _LOCAL_DAY.sub(" ", _ISO_DAY.sub(" ", text))


def _clock(text: str) -> time | None:
    found = _CLOCK.search(_without_day(text).replace("T", " "))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
