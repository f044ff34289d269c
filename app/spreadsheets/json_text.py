"""Tables as JSON, and the schema that says what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from app.spreadsheets.columns import Cell, Column, Holds, Sheet

_TYPES: Final[Mapping[Holds, dict[str, Any]]] = {
    Holds.TEXT: {"type": "string"},
    Holds.COUNT: {"type": ["integer", "null"]},
    Holds.NUMBER: {"type": ["number", "null"]},
    Holds.YES_NO: {"type": ["boolean", "null"]},
    Holds.DAY: {"type": ["string", "null"], "format": "date"},
    Holds.MOMENT: {"type": ["string", "null"], "format": "date-time"},
}


def json_text(head: Mapping[str, Any], sheets: Sequence[Sheet]) -> bytes:
    """Write tables as lists of objects under ``sheets``, a line each, behind what ``head`` says.

    Instants have the offset of their zone. Nothing is null, but in columns of text, where it is
    a blank one.
    """
    lines = [f"{_json(name)}: {_json(value)}," for name, value in head.items()]
    tables = ",\n".join(map(_table, sheets))
    return "\n".join(["{", *lines, '"sheets": {', tables, "}", "}", ""]).encode()


def sheet_schema(says: str, columns: Sequence[Column[Any]]) -> dict[str, Any]:
    """Give the JSON Schema of a table."""
    properties = {
        column.key: {"title": column.name, "description": column.says, **_type(column)}
        for column in columns
    }
    row = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {"description": says, "type": "array", "items": row}


def _type(column: Column[Any]) -> dict[str, Any]:
    return {"enum": [*column.words, ""]} if column.words else dict(_TYPES[column.holds])


def _table(sheet: Sheet) -> str:
    keys = [column.key for column in sheet.columns]
    values = [_value(column) for column in sheet.columns]
    rows = ",\n".join(
        _json({key: value(cell) for key, value, cell in zip(keys, values, row, strict=True)})
        for row in sheet.rows
    )
    return f"{_json(sheet.name)}: [\n{rows}\n]"


def _value(column: Column[Any]) -> Callable[[Cell], Any]:
    if column.holds is Holds.TEXT:
        return lambda cell: cell or ""
    return _plain


def _plain(cell: Cell) -> Any:
    return cell.replace(microsecond=0).isoformat() if isinstance(cell, datetime) else cell


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
