"""The columns of the table, each with what it shows and sorts by."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from app.delegates.folding import fold
from app.delegates.table import DelegateRow, Paper
from ui.common.records import Column
from ui.common.times import Times
from ui.delegates.words import (
    country_words,
    kind_words,
    listed_name,
    paper_words,
    since_words,
    state_words,
    status_words,
)

_DIGITS = re.compile(r"(\d+)")
_STATES = ("here", "left", "expected", "received", "waiting", "place_taken")
_PAPERS = tuple(Paper)
_REMEMBERED = 60_000
"""Texts that are folded for sorting: a column of everybody, and the words that many share."""
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column that a desk may choose. ``width`` is in pixels; ``usual`` ones stand at first."""

    name: str
    width: int
    column: Column[DelegateRow]
    usual: bool = True


def table_columns(times: Times) -> tuple[TableColumn, ...]:
    """Give every column in the order they stand."""

    def of_person(attribute: str) -> Callable[[DelegateRow], str]:
        return lambda row: str(getattr(row.person, attribute))

    def folded(text: Callable[[DelegateRow], str]) -> Callable[[DelegateRow], Any]:
        return lambda row: _folded(text(row))

    def plain(
        name: str, title: str, width: int, *, usual: bool = True, text: Any = None
    ) -> TableColumn:
        text = text or of_person(name)
        return TableColumn(name, width, Column(title, text, folded(text)), usual)

    def address(name: str, title: str, width: int) -> TableColumn:
        # Everybody's is another one, and none has an accent: to fold them all takes too long.
        text = of_person(name)
        return TableColumn(name, width, Column(title, text, lambda row: _plainly(text(row))), False)

    since: Column[DelegateRow] = Column(
        "Since", lambda row: since_words(row.since, times), lambda row: row.since or _LONG_AGO
    )
    state: Column[DelegateRow] = Column("State", lambda row: state_words(row, times), _by_state)
    badge: Column[DelegateRow] = Column(
        "Badge",
        lambda row: _paper(row, times),
        lambda row: (_PAPERS.index(row.paper), row.printed_at or _LONG_AGO),
    )
    return (
        TableColumn("badge_number", 72, _NUMBER),
        TableColumn("name", 188, _NAME),
        plain("organisation", "Organisation", 180),
        plain(
            "country",
            "Country",
            108,
            usual=False,
            text=lambda row: country_words(row.person.country),
        ),
        plain("delegation", "Delegation", 142),
        TableColumn("state", 148, state),
        TableColumn("since", 76, since, usual=False),
        TableColumn("badge", 124, badge),
        plain("kind", "Kind", 120, usual=False, text=lambda row: kind_words(row.kind)),
        plain("badge_type", "Badge type", 120, usual=False),
        plain("function", "Function", 140, usual=False),
        plain(
            "status",
            "Application",
            140,
            usual=False,
            text=lambda row: status_words(row.person.status),
        ),
        address("email", "E-mail", 220),
        address("phone", "Phone", 140),
        plain("days", "Days", 160, usual=False, text=_days),
        plain("walk_in", "Walk-in", 84, usual=False, text=_walk_in),
        plain("attention", "Look out for", 180, usual=False),
        plain("note", "Note", 180, usual=False),
    )


@lru_cache(maxsize=_REMEMBERED)
def natural(text: str) -> tuple[str | int, ...]:
    """Give a key by which ``B-2`` comes before ``B-10``."""
    return tuple(
        int(part) if place % 2 else fold(part) for place, part in enumerate(_DIGITS.split(text))
    )


@lru_cache(maxsize=_REMEMBERED)
def _folded(text: str) -> tuple[bool, str]:
    # A blank goes last.
    return not text, fold(text)


def _plainly(text: str) -> tuple[bool, str]:
    return not text, text.casefold()


def _by_name(row: DelegateRow) -> tuple[str, str]:
    first, then = listed_name(row.person)
    return _folded(first)[1], _folded(then)[1]


def _by_state(row: DelegateRow) -> tuple[int, str]:
    return (_STATES.index(row.state) if row.state in _STATES else len(_STATES), row.state)


def _days(row: DelegateRow) -> str:
    return ", ".join(row.person.days) or "Every day"


def _paper(row: DelegateRow, times: Times) -> str:
    """Say it shorter than the pane does: there is room for a day or a time."""
    if row.paper is Paper.CHANGED:
        return "Changed since"
    if row.paper is Paper.NEVER or row.printed_at is None:
        return paper_words(row, times)
    at = row.printed_at.astimezone(times.zone)
    return f"Printed {at:%H:%M}" if at.date() == times.today() else f"Printed {at.day} {at:%B}"


def _walk_in(row: DelegateRow) -> str:
    return "Walk-in" if row.person.walk_in else ""


_NUMBER: Column[DelegateRow] = Column(
    "Number", lambda row: row.person.badge_number, lambda row: natural(row.person.badge_number)
)
_NAME: Column[DelegateRow] = Column("Name", lambda row: "".join(listed_name(row.person)), _by_name)
