"""Finds the requests and meetings that name a delegate, of ten thousand as fast as of ten.

A side is a list of ids in one cell. Nearly every side is one person, so the first name has an
index, and so has the second: sides that have one are few, and looked through.

What only SQLite understands stands here; PostgreSQL has an index for the whole list.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, String, and_, func, literal_column, or_

from db.models import Meeting, Request

_SIDES = ("hosts", "guests")


def create_side_indexes(connection: Connection, table: str) -> None:
    """Create the indexes of a table that has sides."""
    for side in _SIDES:
        for place in (0, 1):
            connection.exec_driver_sql(
                f"CREATE INDEX ix_{table}_{side}_{place} ON {table} ({_name(side, place)})"
            )


def naming(model: type[Request] | type[Meeting], entry: str) -> ColumnElement[bool]:
    """Select rows that name an entry, an id as text, on either side."""
    return or_(*(_side_names(f"{model.__tablename__}.{side}", entry) for side in _SIDES))


def _side_names(side: str, entry: str) -> ColumnElement[bool]:
    first, second = (literal_column(_name(side, place), String) for place in (0, 1))
    whole = literal_column(side, String)
    # Not "is not null": SQLite looks into no index for that.
    return or_(first == entry, and_(second > "", func.instr(whole, entry) > 0))


def _name(side: str, place: int) -> str:
    return f"json_extract({side}, '$[{place}]')"
