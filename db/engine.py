"""The SQLite engine: pragmas, who owns BEGIN, what a failure means.

SQLite in WAL mode with ``synchronous=FULL``: what a desk was told is done survives a power
cut. A write takes its lock first (``BEGIN IMMEDIATE``); a transaction that read and then
wrote could fail half-way, whatever its timeout.
"""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep
from typing import Any

import msgspec
import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from db.errors import EventFileDamaged, NotAnEventFile, StorageError, StorageFailed

APPLICATION_ID = 0x4D444B31  # "MDK1"
SAFE_SQLITE = (3, 51, 3)  # the first release without the WAL-reset race of two connections
BUSY_TIMEOUT_MS = 5_000
LOOK_AGAIN_S = 0.002

_PRAGMAS = {
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "busy_timeout": BUSY_TIMEOUT_MS,
    "wal_autocheckpoint": 1000,
    "journal_size_limit": 16_777_216,
    "temp_store": 2,
}

_REASONS = (
    ("full", ("disk is full",)),
    ("busy", ("locked", "busy")),
    ("read_only", ("readonly", "read-only", "unable to open")),
    ("damaged", ("malformed", "corrupt", "not a database")),
    ("io", ("disk i/o",)),
)


def make_engine(file: Path) -> Engine:
    """Make the engine of one event file. Nothing is opened before the first transaction.

    ``execution_options(takes_write_lock=True)`` makes a transaction a writing one.
    """
    engine = create_engine(
        # Not as one text: a folder may be called "50% off?".
        URL.create("sqlite", database=str(file)),
        module=sqlcipher3.dbapi2,
        # Where SQLite is unsafe one connection locks the file for itself; a second would wait.
        pool_size=3 if sqlite_is_safe() else 1,
        max_overflow=0,
        pool_timeout=10,
        json_serializer=lambda value: msgspec.json.encode(value).decode(),
        json_deserializer=msgspec.json.decode,
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000, "isolation_level": None},
    )
    event.listen(engine, "connect", lambda connection, _record: _set_up(connection, file))
    event.listen(engine, "begin", _begin)
    return engine


def storage_error(file: Path, error: DBAPIError) -> StorageError:
    """Name the failure of storage behind a driver's error."""
    detail = str(error.orig)
    for reason, marks in _REASONS:
        if any(mark in detail.lower() for mark in marks):
            if reason == "damaged":
                return EventFileDamaged(file, (detail,))
            return StorageFailed(file, reason, detail)
    return StorageFailed(file, "other", detail)


def is_storage_failure(error: DBAPIError) -> bool:
    """Tell whether the disk or the file failed; a broken constraint or wrong SQL is our fault."""
    return isinstance(error, OperationalError) or type(error) is DatabaseError


def sqlite_is_safe() -> bool:
    """Tell whether two connections may share a file: older SQLite can damage it."""
    return tuple(sqlcipher3.dbapi2.sqlite_version_info) >= SAFE_SQLITE


def _set_up(connection: Any, file: Path) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    if not sqlite_is_safe():
        cursor.execute("PRAGMA locking_mode=EXCLUSIVE")
    # Shared memory between processes is what WAL stands on; a network drive has none.
    if cursor.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
        raise NotAnEventFile(file, "not_local")
    for name, value in _PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={value}")
    for name, value in _PRAGMAS.items():
        # SQLite passes over a pragma it doesn't know without a word, so each is read back.
        row = cursor.execute(f"PRAGMA {name}").fetchone()
        if row != (value,):
            message = f"PRAGMA {name} is {row}, not {value}"
            raise RuntimeError(message)
    cursor.close()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("takes_write_lock", False):
        _take_write_lock(connection)
    else:
        connection.exec_driver_sql("BEGIN DEFERRED")


def _take_write_lock(connection: Connection) -> None:
    """Wait for one's turn to write.

    SQLite's own waiting looks every 0.1 s in the end, and would miss the gap between two
    chunks of an import again and again: scans were seen to wait for seconds. So we look
    ourselves, every few milliseconds; the last look is SQLAlchemy's, which names the failure.
    """
    raw = connection.connection.driver_connection
    assert raw is not None  # noqa: S101 - an open connection has one
    deadline = monotonic() + BUSY_TIMEOUT_MS / 1000
    raw.execute("PRAGMA busy_timeout=0")
    try:
        while monotonic() < deadline:
            try:
                raw.execute("BEGIN IMMEDIATE")
            except sqlcipher3.dbapi2.OperationalError as error:
                if "locked" not in str(error):
                    break
                sleep(LOOK_AGAIN_S)
            else:
                return
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        raw.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
