"""How the deeds' writes become rows, the same in any order.

Every field is a register that the latest stamp wins. Writing is done for many rows at once,
by Core: an import is ten thousand writes, a scan is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import Session

from db.base import Merged
from db.rows import Statement, carry_out, inserting, updating

_BOOKKEEPING = frozenset({"id", "stamp", "stamps", "alive"})
_STANDING = frozenset({"stamp", "stamps", "alive"})
_MOST_VARIABLES = 500


@dataclass(frozen=True, slots=True)
class Write:
    """What one deed says of one row.

    ``whole`` writes the row: fields not named take their default. Otherwise only the named
    fields are written. ``stamp`` orders the deeds; no two deeds have the same.
    """

    model: type[Merged]
    id: UUID
    stamp: str
    values: Mapping[str, Any]
    whole: bool = False


@dataclass(slots=True)
class Row:
    """A row as it stands once writes are carried out. ``changed`` names what differs from before.

    A row that is not ``known`` is new.
    """

    values: dict[str, Any]
    known: bool
    changed: set[str] = field(default_factory=set)


Rows = Mapping[type[Merged], Mapping[UUID, Row]]
"""The rows that were written to, by model and id."""


def merge(session: Session, writes: Iterable[Write]) -> Rows:
    """Carry out the writes and return the rows that were written to."""
    rows = merged(session, writes)
    carry_out(session, storing(session, rows))
    return rows


def merged(session: Session, writes: Iterable[Write]) -> Rows:
    """Give the rows as they will stand after the writes. Reads, and writes nothing."""
    by_model: dict[type[Merged], list[Write]] = defaultdict(list)
    for write in writes:
        by_model[write.model].append(write)
    return {model: _merged(session, model, of_model) for model, of_model in by_model.items()}


def storing(session: Session, rows: Rows) -> list[Statement]:
    """Give what stores merged rows, as long as nobody else has written to them since."""
    return [
        statement
        for model, of_model in rows.items()
        for statement in _storing(session, model, of_model.values())
    ]


def said(write: Write) -> dict[str, Any]:
    """Give all that a write says of its row, by column: of a whole one, also the defaults."""
    if not write.whole:
        return dict(write.values)
    table = write.model.__table__
    assert isinstance(table, SqlTable)  # noqa: S101 - narrows SQLAlchemy's FromClause
    named = {**_defaults(table), **write.values}
    return {name: value for name, value in named.items() if name not in _BOOKKEEPING}


def _merged(session: Session, model: type[Merged], writes: Sequence[Write]) -> Mapping[UUID, Row]:
    table = model.__table__
    assert isinstance(table, SqlTable)  # noqa: S101 - narrows SQLAlchemy's FromClause
    rows = _rows(session, table, {write.id for write in writes})
    defaults = _defaults(table)
    for write in writes:
        row = rows.get(write.id)
        if row is None:
            rows[write.id] = _new_row(write, defaults)
        else:
            _apply(row, write, defaults)
    return rows


def _rows(session: Session, table: SqlTable, ids: set[UUID]) -> dict[UUID, Row]:
    ordered = list(ids)
    found: dict[UUID, Row] = {}
    for start in range(0, len(ordered), _MOST_VARIABLES):
        part = ordered[start : start + _MOST_VARIABLES]
        for row in session.execute(select(table).where(table.c.id.in_(part))).mappings():
            values = dict(row)
            values["stamps"] = dict(values["stamps"])
            found[values["id"]] = Row(values, known=True)
    return found


def _defaults(table: SqlTable) -> dict[str, Any]:
    return {column.key: _default(column) for column in table.columns if column.key != "id"}


def _default(column: ColumnElement[Any]) -> Any:
    default = getattr(column, "default", None)
    if default is None:
        return None
    # SQLAlchemy wraps a callable so that it takes its execution context.
    return default.arg(None) if default.is_callable else default.arg


def _new_row(write: Write, defaults: Mapping[str, Any]) -> Row:
    """Give what ``_apply`` would make of an empty row, which nearly every row of an import is."""
    values = {**defaults, **write.values, "id": write.id}
    values["stamps"] = {} if write.whole else dict.fromkeys(write.values, write.stamp)
    if write.whole:
        values["stamp"] = write.stamp
    values["alive"] = write.whole and not values["gone"]
    return Row(values, known=False)


def _apply(row: Row, write: Write, defaults: Mapping[str, Any]) -> None:
    written = {**defaults, **write.values} if write.whole else write.values
    stamps: dict[str, str] = row.values["stamps"]
    base: str = row.values["stamp"]
    for name, value in written.items():
        if name in _BOOKKEEPING or stamps.get(name, base) >= write.stamp:
            continue
        row.values[name] = value
        row.changed.add(name)
        if write.whole:
            stamps.pop(name, None)
        else:
            stamps[name] = write.stamp
    if write.whole and write.stamp > base:
        row.values["stamp"] = write.stamp
        row.changed.add("stamp")
    row.values["alive"] = row.values["stamp"] != "" and not row.values["gone"]


def _storing(session: Session, model: type[Merged], rows: Iterable[Row]) -> Iterator[Statement]:
    new: list[Mapping[str, Any]] = []
    old: dict[frozenset[str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        if not row.known:
            new.append(row.values)
        elif row.changed:
            # SQLite writes every index anew of which a column is named, changed or not.
            old[frozenset(row.changed | _STANDING)].append(row.values)
    yield from inserting(session, model, new)
    for names, of_names in old.items():
        yield from updating(session, model, names, of_names)
