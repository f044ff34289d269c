"""Puts small lists into files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.delegates.reading.registrations import Reading, ReadingOrder, read_registrations
from app.delegates.registration import Registration

PRETIX = Path(__file__).parents[3] / "data" / "pretix"


def read(folder: Path, text: str | bytes, how: ReadingOrder | None = None) -> Reading:
    """Read what would stand in a file."""
    path = folder / "list.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_registrations(path, how or ReadingOrder())


def read_one(folder: Path, text: str, mapping: Mapping[str, str] | None = None) -> Registration:
    """Read a list of one person."""
    reading = read(folder, text, ReadingOrder(mapping=mapping or {}))
    (person,) = reading.rows
    return person


def problems(reading: Reading) -> list[tuple[int, str, str, str]]:
    return [(each.line, each.column, each.code, each.text) for each in reading.problems]


def fields(reading: Reading) -> dict[str, str]:
    """Give the fields that were matched, by header."""
    return {column.header: column.field for column in reading.columns if column.field}
