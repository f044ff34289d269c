"""Finds copies of an event that were made before somebody was erased from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir

from app.event.facts import event_facts
from app.files import EVENT_SUFFIX
from app.journal.backups import BackedUp, back_up
from app.journal.journal import Journal
from app.outcomes.export.written import files_written, note_written
from app.places import REHEARSAL, events_folder
from app.recents import recent_files
from app.settings import load_settings
from db.backup import refuse_in_use
from db.errors import StorageError
from db.glance import glance

BACKUP = "backup"
"""What a copy is, in the journal's record of files."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the event, of which ``known`` people are not erased. ``size`` is in bytes."""

    file: Path
    at: datetime
    size: int
    known: int


def copies_of(journal: Journal) -> tuple[Copy, ...]:
    """Find other files with this event, the oldest first.

    Looked for beside the event, where this computer keeps events, beside those that were open
    lately, among rehearsals, and where the journal says that a copy was written.
    """
    with journal.reading() as session:
        event = event_facts(session).id.hex
        out = [each.deed for each in files_written(session)]
    noted = [Path(deed.file) for deed in out if deed.what == BACKUP]
    rehearsed = Path(gettempdir()).glob(f"{REHEARSAL}*")
    own = journal.database.file.resolve()
    folders = {
        own.parent,
        events_folder(),
        *rehearsed,
        *(file.parent for file in recent_files(load_settings())),
    }
    beside = (file for folder in folders for file in _events_in(folder))
    files = {file.resolve() for file in (*beside, *noted)} - {own}
    return tuple(sorted(_copies(files, event), key=lambda copy: copy.at))


def copied(journal: Journal, target: Path) -> BackedUp:
    """Write a checked copy of the event, and note where, so that an erasure finds it.

    Raises:
        StorageRefused: As ``back_up``.
    """
    made = back_up(journal, target)
    note_written(journal, BACKUP, {made.file: made.deeds})
    return made


def remove_copies(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Remove copies; give those that could not be, because they are open or not ours to remove."""
    left: list[Copy] = []
    for copy in copies:
        try:
            refuse_in_use(copy.file)
            copy.file.unlink(missing_ok=True)
        except (StorageError, OSError):
            left.append(copy)
    return tuple(left)


def _events_in(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from folder.glob(f"*{EVENT_SUFFIX}")


def _copies(files: Iterable[Path], event: str) -> Iterator[Copy]:
    for file in files:
        with suppress(StorageError, OSError):
            cover = glance(file)
            stat = file.stat()
            if cover.id == event:
                at = datetime.fromtimestamp(stat.st_mtime, UTC)
                yield Copy(file, at, stat.st_size, cover.known)
