"""Registration lists as files, and what an event holds after they were imported."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from app.delegates.importing.imports import Imported
from app.delegates.person import Person, people
from app.journal.journal import Journal
from db.models import Doubt, LogRow
from db.scratch import state

PRETIX: Final = Path(__file__).parents[2] / "data" / "pretix"
ORDERS: Final = PRETIX / "pretix-orders.xlsx"
CHECK_IN_LIST: Final = PRETIX / "pretix-checkinlist-en.csv"
POSITIONS: Final = PRETIX / "pretix-positions-de.csv"

Row = Mapping[str, str]
ImportList = Callable[..., Imported]
"""Imports rows as a list of its own."""


def write_list(file: Path, rows: Sequence[Row]) -> Path:
    """Write people as CSV. A row's headers are its keys; what it does not name is blank."""
    headers = list(dict.fromkeys(header for row in rows for header in row))
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, headers, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return file


def everything(journal: Journal) -> dict[str, Mapping[UUID, dict[str, Any]]]:
    """Every row that deeds write to, by table and id."""
    with journal.reading() as session:
        return dict(state(session))


def log_length(journal: Journal) -> int:
    with journal.reading() as session:
        return session.scalars(select(func.count()).select_from(LogRow)).one()


def everybody(journal: Journal) -> list[Person]:
    with journal.reading() as session:
        return list(people(session).values())


def named(journal: Journal, name: str) -> Person:
    """The one delegate of this name."""
    (found,) = (person for person in everybody(journal) if person.name == name)
    return found


def open_doubts(journal: Journal) -> list[Doubt]:
    with journal.reading() as session:
        return list(session.scalars(select(Doubt).where(Doubt.alive, ~Doubt.settled)))
