"""Short forms for what kinds of deeds write."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from app.journal.deeds import Entry
from db.base import Merged
from db.merge import Write


def whole(entry: Entry[Any], model: type[Merged], thing: UUID, values: Mapping[str, Any]) -> Write:
    """Write a row; what is not named takes its default."""
    return Write(model, thing, entry.stamp, values, whole=True)


def some(entry: Entry[Any], model: type[Merged], thing: UUID, values: Mapping[str, Any]) -> Write:
    """Write some fields of a row."""
    return Write(model, thing, entry.stamp, values)


def taken(entry: Entry[Any], model: type[Merged], thing: UUID, *, gone: bool) -> Write:
    """Take a row away, or bring it back."""
    return some(entry, model, thing, {"gone": gone})


def row_of(model: type[Merged]) -> Callable[[Entry[Any]], Sequence[Write]]:
    """Apply a deed that says a whole row: its ``id``, and the columns by their names."""

    def apply(entry: Entry[Any]) -> Sequence[Write]:
        values = {field.name: getattr(entry.deed, field.name) for field in fields(entry.deed)}
        return [whole(entry, model, values.pop("id"), values)]

    return apply


def changes(
    model: type[Merged], columns: Callable[[Mapping[str, Any]], Mapping[str, Any]] = dict
) -> Callable[[Entry[Any]], Sequence[Write]]:
    """Apply a deed that says some ``values`` of the row of its ``id``, by name.

    ``columns`` turns them into what the columns hold, where a deed says it in another form.
    """
    return lambda entry: [some(entry, model, entry.deed.id, columns(entry.deed.values))]


def with_instants(values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn values as JSON says them into those of columns: what ends in ``_at`` is an instant."""
    return {
        name: datetime.fromisoformat(value) if name.endswith("_at") and value else value
        for name, value in values.items()
    }


def without_instants(values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn values of columns into what JSON can say, for ``with_instants``."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def takes(model: type[Merged], *, gone: bool) -> Callable[[Entry[Any]], Sequence[Write]]:
    """Apply a deed that takes the row of its ``id`` away, or brings it back."""
    return lambda entry: [taken(entry, model, entry.deed.id, gone=gone)]
