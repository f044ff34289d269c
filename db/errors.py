"""Failures of storage: the environment's fault, not the desk's and not ours."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class StorageError(Exception):
    """Base of every failure of storage. What was acknowledged before is not lost."""


@dataclass(eq=False)
class StorageFailed(StorageError):
    """The disk or the file system refused.

    ``reason`` is ``full``, ``busy``, ``read_only``, ``io``, ``damaged`` or ``other``.
    ``room_made``: the disk was full and the room that was held back for this is given up, so
    that the same may go through now.
    """

    file: Path
    reason: str
    detail: str
    room_made: bool = False


@dataclass(eq=False)
class NotAnEventFile(StorageError):
    """The file is missing, or belongs to another program.

    ``reason`` is ``missing``, ``exists``, ``foreign`` or ``not_local``.
    """

    file: Path
    reason: str


@dataclass(eq=False)
class UnsafePlace(StorageError):
    """An event that is worked on can't be kept safe there.

    ``reason`` is ``network``, ``removable`` or ``synchronised``; ``by`` names the kind of drive,
    or the service.
    """

    file: Path
    reason: str
    by: str


@dataclass(eq=False)
class NewerEventFile(StorageError):
    """A newer version of the program wrote the file."""

    file: Path
    schema: int
    known: int


@dataclass(eq=False)
class EventFileDamaged(StorageError):
    """A check at the start found damage. ``problems`` are SQLite's own words, shortened."""

    file: Path
    problems: tuple[str, ...]


@dataclass(eq=False)
class DiskNearlyFull(StorageError):
    """There is too little room for a new event."""

    file: Path
    free_bytes: int
    needed_bytes: int
