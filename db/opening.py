"""Opening an event file: what is checked, in which order, before a desk may work on it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from db.backup import copy_event, refuse_in_use
from db.checking import damage
from db.database import Database
from db.engine import APPLICATION_ID
from db.errors import (
    DiskNearlyFull,
    EventFileDamaged,
    NewerEventFile,
    NotAnEventFile,
    StorageError,
    StorageFailed,
    UnsafePlace,
)
from db.glance import changes_beside, refuse_foreign
from db.mounts import network_drive
from db.placing import place_new, remove_left_over
from db.removable import is_removable
from db.schema import SCHEMA_VERSION, schema_of, upgrade
from db.synchronised import synchronised_by

ROOM_FOR_A_NEW_EVENT = 250 * 1024 * 1024
ROOM_FOR_A_DAY = 1024 * 1024 * 1024


def create_event_file(file: Path, fill: Callable[[Database], None] | None = None) -> Database:
    """Make a new event file with today's schema and what ``fill`` writes, and open it.

    All is written under another name; the file has its own once it is whole. Of two who make
    one at once, one is refused.

    Raises:
        NotAnEventFile: Something stands there already, or the folder is missing.
        UnsafePlace: The folder is on a network drive or a stick, or some service synchronises it.
        DiskNearlyFull: Less than 250 MiB are free.
        StorageError: It could not be written. Nothing was left behind.
    """
    if file.exists():
        raise NotAnEventFile(file, "exists")
    if not file.parent.is_dir():
        raise NotAnEventFile(file.parent, "missing")
    _refuse_unsafe_place(file)
    free = shutil.disk_usage(file.parent).free
    if free < ROOM_FOR_A_NEW_EVENT:
        raise DiskNearlyFull(file, free, ROOM_FOR_A_NEW_EVENT)
    refuse_in_use(file)
    unfinished = file.with_name(f"{file.name}.unfinished-{os.getpid()}-{uuid4().hex}")
    try:
        _make(unfinished, fill)
        place_new(unfinished, file)
    except FileExistsError as taken:
        raise NotAnEventFile(file, "exists") from taken
    except OSError as error:
        raise StorageFailed(file, "io", str(error)) from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            unfinished.with_name(unfinished.name + end).unlink(missing_ok=True)
    return Database(file)


def _make(file: Path, fill: Callable[[Database], None] | None) -> None:
    database = Database(file)
    try:
        with database.writing() as session:
            upgrade(session.connection())
        if fill is not None:
            fill(database)
    finally:
        database.close()


def open_event_file(file: Path) -> Database:
    """Open an event file that is whole and not newer than this program.

    A file that was not closed in good order is checked in full. An older schema is copied
    aside and then brought up to date.

    Raises:
        NotAnEventFile: The file is missing or belongs to another program.
        UnsafePlace: It is on a network drive or a stick, or some service synchronises its folder.
        NewerEventFile: A newer version wrote it.
        EventFileDamaged: The checks found damage. Nothing was changed.
        StorageFailed: The disk or the rights do not allow it.
    """
    if not file.is_file():
        raise NotAnEventFile(file, "missing")
    _refuse_unsafe_place(file)
    left_open = _left_open(file)
    refuse_foreign(file)
    database = Database(file, was_left_open=left_open)
    try:
        schema = _known_schema(database)
        found = damage(database, full=left_open)
        if found:
            raise EventFileDamaged(file, found)
        if schema < SCHEMA_VERSION:
            _bring_up_to_date(database, schema)
    except StorageError:
        database.close()
        raise
    remove_left_over(file.parent)
    return database


def scarce_room(file: Path) -> int | None:
    """Give the bytes that are free beside an event, if a day of work may need more than that."""
    free = shutil.disk_usage(file.parent).free
    return free if free < ROOM_FOR_A_DAY else None


def _refuse_unsafe_place(file: Path) -> None:
    folder = file.resolve().parent
    drive = network_drive(folder)
    if drive:
        raise UnsafePlace(file, "network", drive)
    if is_removable(folder):
        raise UnsafePlace(file, "removable", "stick")
    service = synchronised_by(folder, os.environ, Path.home())
    if service:
        raise UnsafePlace(file, "synchronised", service)


def _left_open(file: Path) -> bool:
    """Tell whether changes stand beside the file: it crashed, or is open elsewhere too."""
    changes = changes_beside(file)
    return changes.exists() and changes.stat().st_size > 0


def _known_schema(database: Database) -> int:
    with database.reading() as session:
        application, schema = schema_of(session.connection())
    if application != APPLICATION_ID:
        raise NotAnEventFile(database.file, "foreign")
    if schema > SCHEMA_VERSION:
        raise NewerEventFile(database.file, schema, SCHEMA_VERSION)
    return schema


def _bring_up_to_date(database: Database, schema: int) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    name = f"{database.file.stem}-before-update-{schema}-{stamp}.matchdesk"
    aside = database.file.with_name(name)
    copy_event(database, aside)
    with database.writing() as session:
        upgrade(session.connection())
