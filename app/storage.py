"""Failures of storage, as refusals: pages and commands need no ``db`` to tell of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import Any

from app.errors import DeskError
from db.errors import StorageError


@dataclass(eq=False)
class StorageRefused(DeskError):
    """The disk or the file does not allow it.

    ``kind`` is a class of ``db.errors``, ``problem`` its facts. What was acknowledged before
    is not lost, and of this nothing was kept.
    """

    kind: str
    problem: dict[str, Any]


@contextmanager
def storage_refusals() -> Iterator[None]:
    """Turn failures of storage into refusals."""
    try:
        yield
    except StorageError as error:
        raise storage_refusal(error) from error


def storage_refusal(error: StorageError) -> StorageRefused:
    """Give the refusal for a failure of storage."""
    names = [field.name for field in fields(error)]  # type: ignore[arg-type] # each is a dataclass
    return StorageRefused(type(error).__name__, {name: getattr(error, name) for name in names})
