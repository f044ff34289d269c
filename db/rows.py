"""Puts many rows into a table at once.

SQLAlchemy looks at each row of a statement anew, which took longer than SQLite did. Here it
writes the statement and says how each column is stored, and rows go through column by column.
That needs no lock yet; only ``carry_out`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from operator import itemgetter
from typing import Any

from sqlalchemy import Dialect, Integer, bindparam, func, insert, literal_column, select, update
from sqlalchemy.orm import Session

from db.base import Base, Merged

_Store = Callable[[Any], Any] | None
"""Turns a value into what the driver takes; nothing, where that is the same."""

_KEY = "_id"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement for many rows, with these as the driver takes them."""

    sql: str
    rows: Sequence[tuple[Any, ...]]


def inserting(
    session: Session, model: type[Base], rows: Sequence[Mapping[str, Any]]
) -> tuple[Statement, ...]:
    """Give what inserts rows, each of which names every column; nothing if there are none."""
    return _statement(_insert(session.get_bind().dialect, model), rows) if rows else ()


def updating(
    session: Session,
    model: type[Merged],
    names: frozenset[str],
    rows: Sequence[Mapping[str, Any]],
) -> tuple[Statement, ...]:
    """Give what writes these columns of rows that are stored, found by ``id``."""
    return _statement(_update(session.get_bind().dialect, model, names), rows) if rows else ()


def carry_out(session: Session, statements: Iterable[Statement]) -> None:
    """Write what was made ready."""
    connection = session.connection()
    for statement in statements:
        connection.exec_driver_sql(statement.sql, list(statement.rows))


def last_row(session: Session, model: type[Base]) -> int:
    """Give the number of the row that came into a table last, where none is ever deleted."""
    number = func.max(literal_column("rowid", Integer()))
    return session.scalar(select(number).select_from(model)) or 0


_Prepared = tuple[str, Mapping[str, _Store]]
"""A statement, and how each column is stored, in the statement's order."""


def _statement(prepared: _Prepared, rows: Sequence[Mapping[str, Any]]) -> tuple[Statement]:
    sql, stores = prepared
    columns = zip(*map(itemgetter(*stores), rows), strict=True)
    stored = map(_as_stored, stores.values(), columns)
    return (Statement(sql, list(zip(*stored, strict=True))),)


def _as_stored(store: _Store, column: Sequence[Any]) -> Iterable[Any]:
    if store is None:
        return column
    first = column[0]
    # Of most defaults, and of half the log's columns, all rows hold the same object.
    if all(value is first for value in column):
        return repeat(store(first), len(column))
    return map(store, column)


# Each open event has a dialect of its own.
@lru_cache(maxsize=128)
def _insert(dialect: Dialect, model: type[Base]) -> _Prepared:
    columns = model.__table__.columns
    return str(insert(model).compile(dialect=dialect)), _stores(dialect, model, columns.keys())


@lru_cache(maxsize=512)
def _update(dialect: Dialect, model: type[Merged], names: frozenset[str]) -> _Prepared:
    ordered = [name for name in model.__table__.columns.keys() if name in names]  # noqa: SIM118
    changes: dict[str, Any] = {name: bindparam(f"_{name}") for name in ordered}
    statement = update(model).where(model.id == bindparam(_KEY)).values(changes)
    return str(statement.compile(dialect=dialect)), _stores(dialect, model, [*ordered, "id"])


def _stores(dialect: Dialect, model: type[Base], names: Iterable[str]) -> Mapping[str, _Store]:
    columns = model.__table__.columns
    return {
        name: columns[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names
    }
