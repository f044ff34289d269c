"""Deeds on files that were written for somebody outside."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.journal.deeds import Kind, Kinds, kinds


@dataclass(frozen=True, slots=True)
class FileWritten:
    """A file was written, whole, and may have gone anywhere since.

    ``what`` it was for: ``export``, ``report``, ``follow_ups``, ``hand_back``, ``delegates``.
    ``file`` is where it stood, ``digest`` the SHA-256 of what stood in it, and ``rows`` how many
    entries were counted in it.
    """

    id: UUID
    what: str
    file: str
    digest: str
    rows: int


def export_kinds() -> Kinds:
    """Give the kinds of deeds on files: records, which write nothing.

    What went out can't be taken back, so undo passes over it.
    """
    return kinds(Kind(FileWritten, lambda _entry: ()))
