"""Reading rows that may have been tampered with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A stored value that its column can't hold. It equals nothing that can."""

    stored: Any

    def __str__(self) -> str:
        return str(self.stored)


def readable(session: Session, query: Select[*tuple[Any, ...]]) -> Iterator[list[Any]]:
    """Run a query for columns, and yield its rows even if a value makes no sense.

    SQLite stores any text in any column; SQLAlchemy would give up at the first.
    """
    columns = list(query.selected_columns)
    stored = query.with_only_columns(*(type_coerce(each, NullType()) for each in columns))
    dialect = session.get_bind().dialect
    readers = [each.type.dialect_impl(dialect).result_processor(dialect, None) for each in columns]
    for row in session.execute(stored.execution_options(yield_per=500)):
        yield [_read(reader, value) for reader, value in zip(readers, row, strict=True)]


def _read(reader: Callable[[Any], Any] | None, value: Any) -> Any:
    try:
        return value if reader is None else reader(value)
    except (ValueError, TypeError, AttributeError):
        return Unreadable(value)
