"""Which session of the programme a row speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.delegates.folding import fold
from app.meetings.reading.entries import Entry
from app.programme.session import Standing


@dataclass(slots=True)
class Row:
    """A row that was understood. ``said`` are columns of the session that it fills.

    ``speakers`` and ``moderators`` are as they stand there. ``session`` is the one it speaks of.
    """

    entry: Entry
    source: str
    title: str
    starts_at: datetime
    ends_at: datetime
    said: dict[str, Any]
    people: dict[str, str]
    session: Standing | None = None

    @property
    def room(self) -> str:
        """Where it is; blank if the row does not say."""
        room: str = self.said.get("room", "")
        return room


def match(
    rows: Sequence[Row], standing: Sequence[Standing], day_of: Callable[[datetime], date]
) -> None:
    """Say of each row which session it speaks of.

    A session goes by what files call it, or by its number. Otherwise by title and start; what is
    left of one title has moved on its day, or else to another, as long as there are as many of it
    in the file as in the programme.
    """
    left = _by_source(rows, standing)
    free = {each.id for each in standing} - {row.session.id for row in rows if row.session}
    open_ones = [each for each in standing if each.id in free]
    for step in (
        lambda one: (fold(one.title), one.starts_at),
        lambda one: (fold(one.title), day_of(one.starts_at)),
        lambda one: fold(one.title),
    ):
        left, open_ones = _pair(left, open_ones, step)


def _by_source(rows: Sequence[Row], standing: Sequence[Standing]) -> list[Row]:
    by_source = {each.source: each for each in reversed(standing) if each.source}
    by_number = {each.number.upper(): each for each in standing}
    for row in rows:
        row.session = by_source.get(row.source) or by_number.get(row.source.upper())
    return [row for row in rows if row.session is None]


def _pair(
    rows: Sequence[Row], standing: Sequence[Standing], key: Callable[[Any], Hashable]
) -> tuple[list[Row], list[Standing]]:
    """Pair rows with sessions of the same key, in the order of time, if there are as many."""
    ours, theirs = _grouped(rows, key), _grouped(standing, key)
    taken: set[int] = set()
    for name, group in ours.items():
        others = [each for each in theirs.get(name, ()) if _may_be(group, each)]
        if len(group) == len(others):
            for row, each in zip(_in_order(group), _in_order(others), strict=True):
                row.session = each
                taken.add(id(each))
    left = [row for row in rows if row.session is None]
    return left, [each for each in standing if id(each) not in taken]


def _may_be(group: Sequence[Row], each: Standing) -> bool:
    """Tell whether a session can be one of these: one that files call otherwise is another."""
    return not each.source or not any(row.source for row in group)


def _grouped(things: Iterable[Any], key: Callable[[Any], Hashable]) -> dict[Hashable, list[Any]]:
    found: dict[Hashable, list[Any]] = defaultdict(list)
    for each in things:
        found[key(each)].append(each)
    return found


def _in_order(things: Iterable[Any]) -> list[Any]:
    return sorted(things, key=lambda each: (each.starts_at, fold(each.room)))
