"""Reads brokerage events in the format of the published instances.

``requested`` has a row (participant, participant, session) for each meeting; session 1 is the
morning, 2 the afternoon, 3 either. All count from 1. What else a file says of meetings follows from
the rows, and contradicts them in some published files; it is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.planning.compact.event import Event, Meeting, Person

T = TypeVar("T")

MOST = 99_999


class Damaged(Exception):
    """A file that can't be understood: where in it, and why."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")


@dataclass(frozen=True)
class Published:
    """What a file says, as it says it; only 0 for "no slot" is left out of ``forbidden``."""

    people: int
    tables: int
    slots: int
    morning_slots: int
    requested: tuple[tuple[int, int, int], ...]
    forbidden: tuple[frozenset[int], ...]
    fixed: tuple[int, ...]
    precedences: tuple[frozenset[int], ...]

    @staticmethod
    def name(number: int) -> str:
        """Give a name whose order is that of the numbers."""
        return f"{number:05}"

    def event(self, fairness: int) -> Event:
        """Say it in the words of the planner."""
        people = tuple(
            Person(self.name(person), ~_slots_of(forbidden))
            for person, forbidden in enumerate(self.forbidden, start=1)
        )
        meetings = tuple(
            Meeting(
                self.name(number),
                frozenset({self.name(one), self.name(other)}),
                self._session(session) & (1 << fixed - 1 if fixed else -1),
                frozenset(self.name(each) for each in before),
            )
            for number, ((one, other, session), fixed, before) in enumerate(
                zip(self.requested, self.fixed, self.precedences, strict=True), start=1
            )
        )
        return Event((self.tables,) * self.slots, people, meetings, fairness=fairness)

    def _session(self, session: int) -> int:
        morning = (1 << self.morning_slots) - 1
        return {1: morning, 2: ~morning, 3: -1}[session]


def read(file: Path) -> Published:
    """Read a file.

    Raises:
        Damaged: It can't be read, lacks something, or says what can't be.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Damaged("the file", f"it can't be read as text ({error})") from error
    return published(text)


def published(text: str) -> Published:
    """Read what a file says.

    Raises:
        Damaged: It lacks something, or says what can't be.
    """
    values = _Values(text)
    people, slots = values.number("nBusiness"), values.number("nTotalSlots")
    meetings, tables = values.number("nMeetings"), values.number("nTables")
    event = Published(
        people,
        tables,
        slots,
        values.number("nMorningSlots"),
        values.rows("requested", meetings),
        values.sets("forbidden", people),
        values.numbers("fixed", meetings),
        values.sets("precedences", meetings),
    )
    _refuse_strangers(event)
    return event


def _refuse_strangers(event: Published) -> None:
    """Refuse what names people, slots or meetings that are not there."""
    _within("nBusiness", "it", [event.people], (1, MOST))
    _within("nTotalSlots", "it", [event.slots], (1, MOST))
    _within("nTables", "it", [event.tables], (0, MOST))
    _within("nMorningSlots", "it", [event.morning_slots], (0, event.slots))
    for number, (one, other, session) in enumerate(event.requested, start=1):
        _within("requested", f"meeting {number}", (one, other), (1, event.people))
        _within("requested", f"the session of meeting {number}", [session], (1, 3))
        if one == other:
            raise Damaged("requested", f"meeting {number} is of {one} with themselves")
    _within("fixed", "a meeting", event.fixed, (0, event.slots))
    for number, slots in enumerate(event.forbidden, start=1):
        _within("forbidden", f"participant {number}", slots, (1, event.slots))
    for number, before in enumerate(event.precedences, start=1):
        _within("precedences", f"meeting {number}", before, (1, len(event.requested)))


def _within(name: str, what: str, numbers: Iterable[int], limits: tuple[int, int]) -> None:
    least, most = limits
    for number in numbers:
        if not least <= number <= most:
            raise Damaged(name, f"{what} says {number}, which is not in {least} to {most}")


def _slots_of(slots: frozenset[int]) -> int:
    return sum(1 << slot - 1 for slot in slots)


class _Values:
    def __init__(self, text: str) -> None:
        text = re.sub(r"%.*", "", text)
        *statements, rest = text.split(";")
        if rest.strip():
            raise Damaged("the end", f"it breaks off in {' '.join(rest.split())[:40]!r}")
        self._values = {
            name.strip(): value.strip()
            for name, _, value in (each.partition("=") for each in statements)
        }

    def number(self, name: str) -> int:
        return _int(name, self._value(name))

    def numbers(self, name: str, count: int) -> tuple[int, ...]:
        return _counted(name, _ints(name, self._inside(name, "[", "]")), count)

    def sets(self, name: str, count: int) -> tuple[frozenset[int], ...]:
        """Read sets; 0 stands in some of them and for nothing."""
        inside = self._inside(name, "[", "]")
        if re.sub(r"\{[^{}]*\}", "", inside).strip(" ,\n\r\t"):
            raise Damaged(name, "it is not a list of sets")
        found = [_ints(name, each) for each in re.findall(r"\{([^{}]*)\}", inside)]
        return _counted(name, [frozenset(each) - {0} for each in found], count)

    def rows(self, name: str, count: int) -> tuple[tuple[int, int, int], ...]:
        rows: list[tuple[int, int, int]] = []
        for line in filter(str.strip, self._inside(name, "[|", "|]").split("|")):
            row = _ints(name, line)
            if len(row) != 3:
                raise Damaged(name, f"row {len(rows) + 1} has {len(row)} numbers, not 3")
            rows.append((row[0], row[1], row[2]))
        return _counted(name, rows, count)

    def _value(self, name: str) -> str:
        if name not in self._values:
            raise Damaged(name, "it is missing")
        return self._values[name]

    def _inside(self, name: str, opening: str, closing: str) -> str:
        value = self._value(name)
        if not (value.startswith(opening) and value.endswith(closing)):
            raise Damaged(name, f"it does not stand in {opening} {closing}")
        return value[len(opening) : -len(closing)]


def _ints(name: str, text: str) -> list[int]:
    return [_int(name, each) for each in text.split(",") if each.strip()]


def _int(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise Damaged(name, f"{text.strip()[:20]!r} is no number") from None


def _counted(name: str, found: Sequence[T], count: int) -> tuple[T, ...]:
    if len(found) != count:
        raise Damaged(name, f"it has {len(found)} entries, not {count}")
    return tuple(found)
