"""Notes which files were written for somebody outside, and tells it later."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.files import FileNotWritten
from app.journal.journal import Journal, Unit
from app.journal.wire import from_text
from app.outcomes.export.deeds import FileWritten, export_kinds
from db.ids import new_id
from db.models import Desk, LogRow

_KINDS = export_kinds()


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: when, at which desk, and what it was."""

    at: datetime
    desk: str
    deed: FileWritten


def note_written(journal: Journal, what: str, rows: Mapping[Path, int]) -> tuple[FileWritten, ...]:
    """Note files that stand there whole, as ``FileWritten`` says it.

    Args:
        journal: Of the event that they were written from.
        what: What they are for.
        rows: How many entries each file has.

    Raises:
        FileNotWritten: A file is not there any more, or can't be read. None is noted.
    """
    noted = tuple(
        FileWritten(new_id(), what, str(file.absolute()), digest_of(file), number)
        for file, number in rows.items()
    )
    with journal.writing(Unit(uuid4())) as pen:
        pen.write_all(noted)
    return noted


def digest_of(file: Path) -> str:
    """Give the SHA-256 of what stands in a file.

    Raises:
        FileNotWritten: It can't be read.
    """
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise FileNotWritten(file, error.strerror or str(error)) from error


def files_written(session: Session) -> tuple[Written, ...]:
    """Give all that was ever written, the first first; a file that was written anew comes again."""
    (kind,) = _KINDS.values()
    query = (
        select(LogRow.at, LogRow.facts, Desk.name)
        .outerjoin(Desk, Desk.id == LogRow.desk_id)
        .where(LogRow.kind == kind.name)
        .order_by(LogRow.hlc, LogRow.id)
    )
    return tuple(
        Written(at, desk or "", from_text(kind, facts, ""))
        for at, facts, desk in session.execute(query)
    )
