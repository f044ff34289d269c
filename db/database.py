"""The two doors to an event file."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from db.engine import is_storage_failure, make_engine, storage_error
from db.errors import StorageFailed
from db.reserve import give_up_room, hold_room, is_nearly_full, reserve_of


class Database:
    """An event file that is open. ``reading`` and ``writing`` are the only ways in.

    While a ``Database`` is open, this process must never open the file by other means, not
    even to copy it: closing any handle drops SQLite's locks (POSIX), and another program may
    then delete the log of changes under us. ``db.backup`` copies.

    ``was_left_open``: changes stood beside the file when it was opened, as a crash leaves
    them, or another program that works on it.
    """

    def __init__(self, file: Path, *, was_left_open: bool = False) -> None:
        self.file = file
        self.was_left_open = was_left_open
        self._holds_room = self._made_room = False
        self._engine: Engine = make_engine(file)
        writers = self._engine.execution_options(takes_write_lock=True)
        self._readers = sessionmaker(self._engine, expire_on_commit=False)
        self._writers = sessionmaker(writers, expire_on_commit=False)

    @contextmanager
    def reading(self) -> Generator[Session]:
        """Yield a session that sees one state of the file and writes nothing.

        Raises:
            StorageError: The file can't be read.
        """
        try:
            with self._readers() as session:
                yield session
        except DBAPIError as error:
            if not is_storage_failure(error):
                raise
            raise storage_error(self.file, error) from error

    def hold_room(self) -> None:
        """Hold 64 MiB back until the file is closed, if the disk has plenty."""
        self._holds_room = hold_room(self.file)

    @property
    def room_was_made(self) -> bool:
        """Tell whether the disk was full, so that the room that was held is in use now."""
        return self._made_room or (self._holds_room and not reserve_of(self.file).exists())

    @contextmanager
    def writing(self) -> Generator[Session]:
        """Yield a session that commits when the block ends, and rolls back if it raises.

        Nobody else writes meanwhile: keep it short, and never solve, print or ask in it.

        If room is held and the disk is nearly full, it is given up first.

        Raises:
            StorageError: The file can't be written. Whether the commit came through is not
                known then; the journal looks the deed up before it says so.
        """
        if is_nearly_full(self.file):
            self._make_room()
        try:
            with self._writers.begin() as session:
                yield session
        except DBAPIError as error:
            if not is_storage_failure(error):
                raise
            failure = storage_error(self.file, error)
            if isinstance(failure, StorageFailed) and failure.reason == "full":
                failure.room_made = self._make_room()
            raise failure from error

    def write_back(self) -> bool:
        """Empty the log of changes into the file; tell whether nobody was in the way.

        Raises:
            StorageError: The file can't be written.
        """
        try:
            with closing(self._engine.raw_connection()) as connection:
                run = connection.cursor().execute
                (busy, *_pages) = run("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlcipher3.dbapi2.DatabaseError as error:
            raise storage_error(self.file, DBAPIError(None, None, error)) from error
        return not busy

    def close(self) -> None:
        """Close every connection. The last one to close tidies the log of changes away."""
        self._engine.dispose()
        if self._holds_room:
            give_up_room(self.file)

    def _make_room(self) -> bool:
        """Give up the room that is held; tell whether there was any."""
        made = give_up_room(self.file)
        self._made_room |= made
        return made
