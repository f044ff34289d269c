"""Finds the requests and meetings that name a delegate, of ten thousand as fast as of ten.

A side is a list of ids in one cell. Nearly every side is one person, so the first name has an
index, and so has the second: sides that have one are few, and looked through.

What only SQLite understands stands here; PostgreSQL has an index for the whole list.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from uuid import UUID

from sqlalchemy import Connection, TextualSelect, Uuid, bindparam, column, text
from sqlalchemy.orm import Session

_TABLES = ("meeting", "request")
_SIDES = ("hosts", "guests")


def create_side_indexes(connection: Connection) -> None:
    """Create the indexes of the tables that have sides."""
    for table, side, place in product(_TABLES, _SIDES, (0, 1)):
        connection.exec_driver_sql(
            f"CREATE INDEX ix_{table}_{side}_{place} ON {table} ({_name(side, place)})"
        )


def naming(session: Session, table: str, entries: Collection[UUID]) -> set[UUID]:
    """Give the ids of rows that name one of these entries on either side, gone ones included."""
    named = {"entries": [str(each) for each in entries]}
    return set(session.connection().scalars(_QUERIES[table], named))


def _name(side: str, place: int) -> str:
    return f"json_extract({side}, '$[{place}]')"


def _query(table: str) -> TextualSelect:
    # Neither "is not null" nor UNION alone: for those, SQLite reads every row.
    several = "EXISTS (SELECT 1 FROM json_each({side}) WHERE json_each.value IN :entries)"
    found = [
        f"SELECT id FROM {table} WHERE {condition}"  # noqa: S608 - our own words
        for side in _SIDES
        for condition in (
            f"{_name(side, 0)} IN :entries",
            f"{_name(side, 1)} > '' AND {several.format(side=side)}",
        )
    ]
    query = text(" UNION ALL ".join(found)).bindparams(bindparam("entries", expanding=True))
    return query.columns(column("id", Uuid()))


_QUERIES = {table: _query(table) for table in _TABLES}
