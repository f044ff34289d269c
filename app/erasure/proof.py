"""What proves an erasure: what was removed, and what is left and where. It names nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.erasure.copies import Copy


@dataclass(frozen=True, slots=True)
class FileOut:
    """A file that was written for somebody outside, as the journal knows it.

    ``stands``: it is still there; a copy of it may be anywhere.
    """

    what: str
    file: Path
    at: datetime
    desk: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Sheets:
    """How many papers came out on which the people stand."""

    badges: int
    schedules: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What an erasure removed, and what it could not.

    ``removed`` counts values by table and column, ``prints_removed`` files of papers.
    ``named_still`` counts values of others that name the person even now. ``copies`` of the event
    are older, and know them; ``files`` were written for somebody outside, ``sheets`` printed.
    ``waiting`` are print runs on their way to a printer, ``desks`` others that worked on the event.
    """

    event: str
    at: datetime
    desk: str
    badge_numbers: tuple[str, ...]
    removed: Mapping[str, int]
    prints_removed: int
    named_still: Mapping[str, int]
    copies: tuple[Copy, ...]
    copies_removed: int
    files: tuple[FileOut, ...]
    sheets: Sheets
    waiting: tuple[str, ...]
    desks: tuple[str, ...]

    def without_copies(self, left: Sequence[Copy]) -> Proof:
        """Give the proof as it is when of the copies only these are left."""
        removed = self.copies_removed + len(self.copies) - len(left)
        return replace(self, copies=tuple(left), copies_removed=removed)
