"""Copies of an event file that is in use."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.database import Database
from db.engine import storage_error
from db.errors import EventFileDamaged, NotAnEventFile, StorageFailed
from db.glance import glance
from db.placing import place


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was opened and checked after it was written."""

    file: Path
    size: int
    deeds: int


def copy_event(database: Database, target: Path) -> Copied:
    """Write a checked copy of the open event to ``target``, replacing an older one.

    The copy is made beside the target and renamed into place when it is whole, so that a
    copy that is broken off never harms the last good one.

    Raises:
        NotAnEventFile: The target is the event file itself, another event, or no event at all.
        StorageFailed: With ``busy``: a program has the target open, or crashed while it had.
        StorageError: The copy can't be written, or does not read back whole.
    """
    if target.exists() and target.samefile(database.file):
        raise NotAnEventFile(target, "exists")
    refuse_in_use(target)
    _refuse_other(target, database.file)
    unfinished = target.with_name(f"{target.name}.unfinished-{os.getpid()}")
    try:
        _write(database, unfinished)
        deeds = _check(unfinished)
        refuse_in_use(target)
        place(unfinished, target)
        if _check(target) != deeds:
            raise EventFileDamaged(target, ("another file took the place of the copy",))
    except OSError as error:
        raise StorageFailed(target, "io", str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return Copied(target, target.stat().st_size, deeds)


def bring_event(file: Path, target: Path) -> Copied:
    """Write a checked copy of an event that is closed, and may not be worked on where it is.

    Raises:
        StorageFailed: With ``busy``: changes stand beside the file, so it is open somewhere.
        StorageError: It can't be read, is damaged, or the copy can't be written.
    """
    refuse_in_use(file)
    unfinished = target.with_name(f"{target.name}.unfinished-{os.getpid()}")
    try:
        shutil.copyfile(file, unfinished)
        refuse_in_use(file)
        deeds = _check(unfinished)
        place(unfinished, target)
    except OSError as error:
        raise StorageFailed(target, "io", str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return Copied(target, target.stat().st_size, deeds)


def refuse_in_use(target: Path) -> None:
    """Refuse a target with changes beside it: SQLite would write them into the copy.

    Whoever has it open would go on writing to a file that no longer has a name.

    Raises:
        StorageFailed: With ``busy``.
    """
    for end in ("-wal", "-shm", "-journal"):
        changes = target.with_name(target.name + end)
        if changes.exists():
            raise StorageFailed(target, "busy", f"{changes.name} stands beside it")


def _refuse_other(target: Path, event: Path) -> None:
    """Refuse to put a copy in the place of what is none of this event."""
    if not target.exists():
        return
    try:
        is_copy = glance(target).id == glance(event).id
    except EventFileDamaged:
        # An older copy that got lost: nothing is left in it.
        return
    except NotAnEventFile:
        is_copy = False
    if not is_copy:
        raise NotAnEventFile(target, "exists")


def _write(database: Database, target: Path) -> None:
    target.unlink(missing_ok=True)
    copy = _connect(target)
    try:
        with database.reading() as session:
            session.execute(text("SELECT 1"))
            source = session.connection().connection.driver_connection
            assert source is not None  # noqa: S101 - an open connection has one
            source.backup(copy)
        # A copy is one file. In WAL mode it would be three as soon as it is looked at.
        copy.execute("PRAGMA journal_mode=DELETE")
    except (sqlcipher3.dbapi2.Error, DBAPIError) as error:
        raise storage_error(target, _as_dbapi(error)) from error
    finally:
        copy.close()


def _check(copy: Path) -> int:
    connection = _connect(copy)
    try:
        problems = [row[0] for row in connection.execute("PRAGMA quick_check(5)")]
        if problems != ["ok"]:
            raise EventFileDamaged(copy, tuple(problems))
        return int(connection.execute("SELECT count(*) FROM log").fetchone()[0])
    except sqlcipher3.dbapi2.Error as error:
        raise storage_error(copy, _as_dbapi(error)) from error
    finally:
        connection.close()


def _connect(file: Path) -> sqlcipher3.dbapi2.Connection:
    try:
        return sqlcipher3.dbapi2.connect(str(file), isolation_level=None)
    except sqlcipher3.dbapi2.Error as error:
        raise storage_error(file, _as_dbapi(error)) from error


def _as_dbapi(error: Exception) -> DBAPIError:
    return error if isinstance(error, DBAPIError) else DBAPIError(None, None, error)
