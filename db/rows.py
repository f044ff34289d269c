"""Puts many new rows into a table at once.

SQLAlchemy looks at each row of an ``insert`` anew, which took longer than SQLite did. Here it
writes the statement and says how each column is stored, and rows go through column by column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from operator import itemgetter
from typing import Any

from sqlalchemy import Dialect, insert
from sqlalchemy.orm import Session

from db.base import Base

_Store = Callable[[Any], Any] | None
"""Turns a value into what the driver takes; nothing, where that is the same."""


def insert_rows(session: Session, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, each of which names every column."""
    if not rows:
        return
    connection = session.connection()
    statement, stores = _prepared(connection.dialect, model)
    columns = zip(*map(itemgetter(*stores), rows), strict=True)
    stored = map(_as_stored, stores.values(), columns)
    connection.exec_driver_sql(statement, list(zip(*stored, strict=True)))


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
def _prepared(dialect: Dialect, model: type[Base]) -> tuple[str, Mapping[str, _Store]]:
    """Give the statement, and how each column is stored, in the statement's order."""
    stores = {
        column.key: column.type.dialect_impl(dialect).bind_processor(dialect)
        for column in model.__table__.columns
    }
    return str(insert(model).compile(dialect=dialect)), stores
