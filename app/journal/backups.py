"""Copies of the event, for a stick or a drawer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.journal.journal import Journal
from app.storage import storage_refusals
from db.backup import copy_event


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A copy that was opened and checked after it was written. ``size`` is in bytes."""

    file: Path
    size: int
    deeds: int


def back_up(journal: Journal, target: Path) -> BackedUp:
    """Write a checked copy of the event while the desks go on working.

    Raises:
        StorageRefused: The copy could not be written, or did not read back whole. What stood
            at the target before is as it was.
    """
    with storage_refusals():
        copied = copy_event(journal.database, target)
    return BackedUp(copied.file, copied.size, copied.deeds)
