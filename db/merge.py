"""How the deeds' writes become rows, the same in any order.

Every field is a register that the latest stamp wins. Writing is done for many rows at once,
by Core: an import is ten thousand writes, a scan is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, select, update
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import Session

from db.base import Merged
from db.rows import insert_rows

_BOOKKEEPING = frozenset({"id", "stamp", "stamps", "alive"})
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
class _Row:
    values: dict[str, Any]
    known: bool
    changed: bool = field(default=False)


def merge(session: Session, writes: Iterable[Write]) -> Mapping[type[Merged], set[UUID]]:
    """Carry out the writes and return the ids that were written to, by model."""
    by_model: dict[type[Merged], list[Write]] = defaultdict(list)
    for write in writes:
        by_model[write.model].append(write)
    for model, of_model in by_model.items():
        _merge_model(session, model, of_model)
    return {model: {write.id for write in of_model} for model, of_model in by_model.items()}


def said(write: Write) -> dict[str, Any]:
    """Give all that a write says of its row, by column: of a whole one, also the defaults."""
    if not write.whole:
        return dict(write.values)
    table = write.model.__table__
    assert isinstance(table, SqlTable)  # noqa: S101 - narrows SQLAlchemy's FromClause
    named = {**_defaults(table), **write.values}
    return {name: value for name, value in named.items() if name not in _BOOKKEEPING}


def _merge_model(session: Session, model: type[Merged], writes: Sequence[Write]) -> None:
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
    _store(session, model, [row for row in rows.values() if row.changed])


def _rows(session: Session, table: SqlTable, ids: set[UUID]) -> dict[UUID, _Row]:
    ordered = list(ids)
    found: dict[UUID, _Row] = {}
    for start in range(0, len(ordered), _MOST_VARIABLES):
        part = ordered[start : start + _MOST_VARIABLES]
        for row in session.execute(select(table).where(table.c.id.in_(part))).mappings():
            values = dict(row)
            values["stamps"] = dict(values["stamps"])
            found[values["id"]] = _Row(values, known=True)
    return found


def _defaults(table: SqlTable) -> dict[str, Any]:
    return {column.key: _default(column) for column in table.columns if column.key != "id"}


def _default(column: ColumnElement[Any]) -> Any:
    default = getattr(column, "default", None)
    if default is None:
        return None
    # SQLAlchemy wraps a callable so that it takes its execution context.
    return default.arg(None) if default.is_callable else default.arg


def _new_row(write: Write, defaults: Mapping[str, Any]) -> _Row:
    """Give what ``_apply`` would make of an empty row, which nearly every row of an import is."""
    values = {**defaults, **write.values, "id": write.id}
    values["stamps"] = {} if write.whole else dict.fromkeys(write.values, write.stamp)
    if write.whole:
        values["stamp"] = write.stamp
    values["alive"] = write.whole and not values["gone"]
    return _Row(values, known=False, changed=True)


def _apply(row: _Row, write: Write, defaults: Mapping[str, Any]) -> None:
    written = {**defaults, **write.values} if write.whole else write.values
    stamps: dict[str, str] = row.values["stamps"]
    base: str = row.values["stamp"]
    for name, value in written.items():
        if name in _BOOKKEEPING or stamps.get(name, base) >= write.stamp:
            continue
        row.values[name] = value
        row.changed = True
        if write.whole:
            stamps.pop(name, None)
        else:
            stamps[name] = write.stamp
    if write.whole and write.stamp > base:
        row.values["stamp"] = write.stamp
        row.changed = True
    row.values["alive"] = row.values["stamp"] != "" and not row.values["gone"]


def _store(session: Session, model: type[Merged], rows: Sequence[_Row]) -> None:
    insert_rows(session, model, [row.values for row in rows if not row.known])
    old = [{f"_{name}": value for name, value in row.values.items()} for row in rows if row.known]
    if old:
        columns: dict[str, Any] = {
            column.key: bindparam(f"_{column.key}") for column in model.__table__.columns
        }
        del columns["id"]
        statement = update(model).where(model.id == bindparam("_id")).values(columns)
        session.connection().execute(statement, old)
