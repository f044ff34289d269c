"""Opening an event as a desk: what a window or a command holds while it works on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count, product
from pathlib import Path
from string import ascii_uppercase
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock, wall_clock
from app.deeds import all_kinds
from app.delegates.indexing import settle_search
from app.erasure.again import erase_again
from app.erasure.traces import close_without_traces
from app.event.deeds import DeskJoined
from app.event.making import EventOrder, event_deeds
from app.journal.batches import take_back_broken_off
from app.journal.deeds import BuiltOn
from app.journal.journal import Author, Changes, Journal, Rules, Unit
from app.journal.verify import tail_problems
from app.settings import Settings
from app.storage import storage_refusals
from db.database import Database
from db.errors import EventFileDamaged
from db.models import Desk
from db.opening import create_event_file, open_event_file, scarce_room


@dataclass(frozen=True, slots=True)
class OpenEvent:
    """An event that this desk works on.

    ``left`` is what stays of work that was broken off, because somebody has built on it.
    ``scarce_room`` is how many bytes are free on the disk, if there are less than 1 GiB.
    """

    database: Database
    journal: Journal
    letters: str
    left: tuple[BuiltOn, ...] = ()
    scarce_room: int | None = None

    def hold_room(self) -> None:
        """Hold room back on the disk until the event is closed, should the disk fill up."""
        self.database.hold_room()

    @property
    def room_was_made(self) -> bool:
        """Tell whether the disk was full and the desk lives on what was held back."""
        return self.database.room_was_made

    def close(self) -> None:
        """Close the file. Nothing waits to be saved: every deed was saved when it was done.

        After an erasure the file is written anew, unless somebody else has it open.
        """
        close_without_traces(self.journal)


@dataclass(frozen=True, slots=True)
class Desks:
    """Opens events on behalf of one desk."""

    settings: Settings
    clock: Clock = wall_clock
    on_change: Callable[[Changes], None] | None = None

    def make(self, file: Path, order: EventOrder) -> OpenEvent:
        """Make an event file with the event in it.

        Raises:
            EventNotPossible: The order makes no sense. No file was made.
            StorageRefused: The file can't be made.
        """
        deeds = event_deeds(order)

        def fill(database: Database) -> None:
            with self._journal(database).writing(Unit(uuid4())) as pen:
                pen.write_all([self._join(pen.session), *deeds])

        with storage_refusals():
            database = create_event_file(file, fill)
            room = scarce_room(file)
        journal = self._journal(database)
        with journal.reading() as session:
            letters = session.get_one(Desk, self.settings.desk).letters
        return OpenEvent(database, journal, letters, scarce_room=room)

    def open(self, file: Path) -> OpenEvent:
        """Open an event file; take back what was broken off in it.

        Raises:
            StorageRefused: It can't be opened.
        """
        with storage_refusals():
            database = open_event_file(file)
            room = scarce_room(file)
            journal = self._journal(database)
            _refuse_torn_log(journal)
        left = take_back_broken_off(journal)
        erase_again(journal)
        with journal.reading() as session:
            known = session.get(Desk, self.settings.desk)
        if known is not None and known.name == self.settings.desk_name:
            return OpenEvent(database, journal, known.letters, left, room)
        with journal.writing(Unit(uuid4())) as pen:
            joined = self._join(pen.session)
            pen.write(joined)
        return OpenEvent(database, journal, joined.letters, left, room)

    def _journal(self, database: Database) -> Journal:
        author = Author(self.settings.desk, self.settings.on_duty)
        return Journal(
            database,
            Rules(all_kinds(), settle_search),
            author,
            clock=self.clock,
            on_change=self.on_change,
        )

    def _join(self, session: Session) -> DeskJoined:
        taken = set(session.scalars(select(Desk.letters).where(Desk.id != self.settings.desk)))
        wished = self.settings.letters
        free = wished if wished and wished not in taken else _free_letters(taken)
        return DeskJoined(self.settings.desk, self.settings.desk_name, free)


def _refuse_torn_log(journal: Journal) -> None:
    """Refuse an event that was not closed in good order and whose last deeds do not stand whole."""
    database = journal.database
    torn = tail_problems(journal) if database.was_left_open else ()
    if torn:
        database.close()
        raise EventFileDamaged(
            database.file, tuple(f"log {each.code}: {each.where}" for each in torn)
        )


def _free_letters(taken: set[str]) -> str:
    for length in count(1):
        for letters in map("".join, product(ascii_uppercase, repeat=length)):
            if letters not in taken:
                return letters
    raise AssertionError
