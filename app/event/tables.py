"""The tables of an event that is set up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, islice
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import DeskError
from app.event.deeds import TableChanged, TableSet, TableTakenOut
from app.event.making import MOST_TABLES, EventNotPossible
from app.event.overview import TableFacts, all_tables
from app.event.planned import Planned, check_losing
from app.journal.journal import Journal, Unit
from db.models import Table


@dataclass(eq=False)
class UnknownTable(DeskError):
    """No table has this label."""

    table: str


@dataclass(eq=False)
class TableLabelTaken(DeskError):
    """Another table has this label; two cards of one number would send people astray."""

    table: str


@dataclass(frozen=True, slots=True)
class Tables:
    """Adds, names and takes out tables, which are named by their labels."""

    journal: Journal
    planned: Planned

    def all(self) -> tuple[TableFacts, ...]:
        """Give the tables in their order."""
        with self.journal.reading() as session:
            return all_tables(session)

    def add(self, number: int, zone: str = "") -> tuple[str, ...]:
        """Add so many tables behind the others, and give their labels.

        Raises:
            EventNotPossible: ``tables``: there would be too many, or it is none.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            known = {table.label for table in all_tables(pen.session)}
            if number < 1 or len(known) + number > MOST_TABLES:
                raise EventNotPossible("tables", str(len(known) + number))
            last = pen.session.scalar(select(func.max(Table.place))) or 0
            free = (str(label) for label in count(1 + _largest(known)))
            labels = tuple(islice(free, number))
            pen.write_all(
                [
                    TableSet(uuid4(), label, zone.strip(), place)
                    for place, label in enumerate(labels, start=last + 1)
                ]
            )
        return labels

    def rename(self, table: str, label: str) -> None:
        """Give a table another label.

        Raises:
            UnknownTable: There is none of the old label.
            TableLabelTaken: There is one of the new.
            EventNotPossible: ``table_label``: the new one is blank.
        """
        label = " ".join(label.split())
        if not label:
            raise EventNotPossible("table_label", table)
        with self.journal.writing(Unit(uuid4())) as pen:
            (found,) = named_tables(pen.session, [table])
            if label == table:
                return
            if any(other.label == label for other in all_tables(pen.session)):
                raise TableLabelTaken(label)
            pen.write(TableChanged(found.id, {"label": label}, {"label": table}))

    def set_zone(self, tables: Sequence[str], zone: str) -> None:
        """Say in which part of the hall tables stand; a blank says nothing.

        Raises:
            UnknownTable: There is none of a label.
        """
        zone = " ".join(zone.split())
        with self.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(
                [
                    TableChanged(table.id, {"zone": zone}, {"zone": table.zone})
                    for table in named_tables(pen.session, tables)
                    if table.zone != zone
                ]
            )

    def remove(self, tables: Sequence[str], losing: int = 0) -> None:
        """Take tables out. So many meetings are known to lose their place by it.

        Raises:
            UnknownTable: There is none of a label.
            MeetingsLosePlace: More meetings are there.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            found = {table.id: table for table in named_tables(pen.session, tables)}
            check_losing(self.planned.meetings_at(pen.session, None, found.keys()), losing)
            pen.write_all([TableTakenOut(table) for table in found])


def named_tables(session: Session, labels: Sequence[str]) -> list[TableFacts]:
    """Give the tables of these labels.

    Raises:
        UnknownTable: There is none of a label.
    """
    known = {table.label: table for table in all_tables(session)}
    for label in labels:
        if label not in known:
            raise UnknownTable(label)
    return [known[label] for label in labels]


def _largest(labels: set[str]) -> int:
    return max((int(label) for label in labels if label.isdecimal()), default=0)
