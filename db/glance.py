"""A look into an event file that leaves no trace: nothing is repaired, upgraded or written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy.exc import DBAPIError

from db.engine import APPLICATION_ID, BUSY_TIMEOUT_MS, storage_error
from db.errors import EventFileDamaged, NotAnEventFile

_GLANCE_MS = 500
_EVENT = "SELECT name, venue, city, id, contact_days FROM event WHERE alive ORDER BY stamp LIMIT 1"
_KNOWN = "SELECT count(*) FROM delegate WHERE NOT erased"
_DELEGATES = "SELECT count(*) FROM delegate WHERE alive AND status = 'accepted'"
_CAME = "SELECT count(DISTINCT delegate_id) FROM check_in WHERE alive AND way != 'out'"
_DAYS = "SELECT date FROM day WHERE alive AND date IS NOT NULL ORDER BY date"


@dataclass(frozen=True, slots=True)
class Glance:
    """What stands on the cover of an event file.

    ``accepted`` counts delegates, ``came`` those who were let in on any day, ``known`` those of
    whom anything is known but a badge number. ``contact_days`` after its last day they are to be
    erased. ``id`` is the event's, as hex.
    """

    name: str
    venue: str
    city: str
    days: tuple[date, ...]
    accepted: int = 0
    came: int = 0
    known: int = 0
    contact_days: int = 0
    id: str = ""


def glance(file: Path) -> Glance:
    """Read what an event is called and when it is, without working on it.

    Raises:
        NotAnEventFile: With ``missing`` or ``foreign``.
        EventFileDamaged: There is no event to be read in it.
        StorageFailed: It is locked, or can't be read.
    """
    if not file.is_file():
        raise NotAnEventFile(file, "missing")
    refuse_foreign(file, _GLANCE_MS)
    with _read_only(file, _GLANCE_MS) as connection:
        event = connection.execute(_EVENT).fetchone()
        days = connection.execute(_DAYS).fetchall()
        accepted, came, known = (
            connection.execute(each).fetchone()[0] for each in (_DELEGATES, _CAME, _KNOWN)
        )
    if event is None:
        raise EventFileDamaged(file, ("no event was made in it",))
    try:
        name, venue, city, identity = map(str, event[:4])
        dates = tuple(date.fromisoformat(day) for (day,) in days)
        return Glance(name, venue, city, dates, accepted, came, known, int(event[4]), identity)
    except (ValueError, TypeError) as unreadable:
        raise EventFileDamaged(file, (str(unreadable),)) from unreadable


def refuse_foreign(file: Path, patience_ms: int = BUSY_TIMEOUT_MS) -> None:
    """Refuse what is no event file, through a connection that only reads.

    The real one would turn the file into WAL mode. Reading the head with ``open`` would be
    simpler, and would drop the locks of whoever in this process has the file open already.

    Raises:
        NotAnEventFile: It is another program's.
        StorageFailed: It is locked, or can't be read; it may well be ours.
    """
    try:
        with _read_only(file, patience_ms) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
    except EventFileDamaged as error:
        raise NotAnEventFile(file, "foreign") from error
    if application != APPLICATION_ID:
        raise NotAnEventFile(file, "foreign")


def changes_beside(file: Path) -> Path:
    """Give the place of what was written to an event and is not yet in its file."""
    return file.with_name(file.name + "-wal")


@contextmanager
def _read_only(file: Path, patience_ms: int) -> Iterator[sqlcipher3.dbapi2.Connection]:
    # Where no changes stand beside the file, SQLite need not look for them. It would leave two
    # files there, also beside a file that is none of ours.
    how = "mode=ro" if changes_beside(file).exists() else "immutable=1"
    address = f"{file.absolute().as_uri()}?{how}"
    try:
        looking = sqlcipher3.dbapi2.connect(address, uri=True, timeout=patience_ms / 1000)
        try:
            yield looking
        finally:
            looking.close()
    except sqlcipher3.dbapi2.DatabaseError as error:
        raise storage_error(file, DBAPIError(None, None, error)) from error
