"""Large work: many deeds in chunks, so that a scan gets its turn between two of them.

A batch stands whole or not at all. While it runs, this process holds a lock beside the event
file, which the system lets go of when the process dies; a batch that is unfinished while
nobody holds the lock was broken off, and is taken back at the next start.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4, uuid5

from filelock import FileLock, Timeout
from sqlalchemy import select

from app.errors import DeskError
from app.journal.deeds import BuiltOn, Deed, Entry
from app.journal.inverse import inverse
from app.journal.journal import Journal, Pen, Unit
from app.journal.log import entries_of
from app.journal.turns import chunks, in_turns, rest
from app.journal.work import WorkFinished, is_finished
from app.storage import storage_refusals
from db.models import Batch, LogRow


@dataclass(eq=False)
class WorkUnderWay(DeskError):
    """Another import, or the undo of one, is being written to this event."""

    file: Path


class BatchPen:
    """Writes the chunks of one batch."""

    def __init__(self, journal: Journal, unit: Unit) -> None:
        self.unit = unit
        self._journal = journal
        self._begun = False

    @contextmanager
    def writing(self) -> Generator[Pen]:
        """Yield a pen for one chunk, after others have had their turn."""
        if self._begun:
            rest()
        with self._journal.writing(self.unit) as pen:
            if not self._begun:
                desk = self._journal.author.desk
                pen.session.add(Batch(id=self.unit.id, desk_id=desk, state="writing"))
            yield pen
        self._begun = True

    def write(self, deeds: Sequence[Deed]) -> None:
        """Write the deeds chunk by chunk."""
        for chunk in chunks(deeds):
            with self.writing() as pen:
                pen.write_all(chunk)


@contextmanager
def batch(journal: Journal, undoes: UUID | None = None) -> Generator[BatchPen]:
    """Yield a pen for a batch. If the block raises, what was written is taken back.

    Raises:
        WorkUnderWay: Another batch is being written.
    """
    with _alone(journal.database.file):
        _take_back_broken_off(journal)
        pen = BatchPen(journal, Unit(uuid4(), undoes))
        try:
            yield pen
        except BaseException:
            _take_back(journal, pen.unit.id)
            raise
        _finish(journal, pen.unit.id)


def take_back_broken_off(journal: Journal) -> tuple[BuiltOn, ...]:
    """Take back batches that were broken off, unless one is being written just now.

    Returns:
        What had to stay because somebody has built on it: a delegate of a broken off import
        who was checked in meanwhile stays.
    """
    try:
        with _alone(journal.database.file):
            return _take_back_broken_off(journal)
    except WorkUnderWay:
        return ()


@contextmanager
def _alone(file: Path) -> Generator[None]:
    lock = FileLock(file.with_name(file.name + "-work"), timeout=0)
    try:
        lock.acquire()
    except Timeout as taken:
        raise WorkUnderWay(file) from taken
    try:
        yield
    finally:
        lock.release()


def _take_back_broken_off(journal: Journal) -> tuple[BuiltOn, ...]:
    with journal.reading() as session:
        writing = session.scalars(select(Batch.id).where(Batch.state == "writing"))
        # Of one that was finished the table is wrong: somebody changed it. verify() tells of it.
        ids = [batch_id for batch_id in writing if not is_finished(session, batch_id)]
    return tuple(left for batch_id in ids for left in _take_back(journal, batch_id))


def _take_back(journal: Journal, batch_id: UUID) -> list[BuiltOn]:
    # The ids of the deeds that take back are made of those they take back: should this be
    # broken off too, the next start goes on where it stopped.
    unit = Unit(uuid5(batch_id, "taken back"), undoes=batch_id)
    with journal.reading() as session:
        entries = entries_of(session, journal.kinds, batch_id)[::-1]
    left: list[BuiltOn] = []
    for chunk in in_turns(entries):
        with journal.writing(unit) as pen:
            left += _take_back_chunk(journal, pen, chunk)
    with storage_refusals(), journal.database.writing() as session:
        row = session.get(Batch, batch_id)
        if row is not None:
            row.state = "broken_off"
    return left


def _take_back_chunk(journal: Journal, pen: Pen, entries: Sequence[Entry[Deed]]) -> list[BuiltOn]:
    deeds: dict[UUID, Deed] = {}
    left: list[BuiltOn] = []
    for entry in entries:
        first = uuid5(pen.unit.id, f"{entry.id} 0")
        if pen.session.get(LogRow, first) is not None:
            continue
        try:
            taking_back = inverse(pen.session, journal.kinds, entry)
        except BuiltOn as built_on:
            left.append(built_on)
            continue
        deeds |= {
            uuid5(pen.unit.id, f"{entry.id} {place}"): deed
            for place, deed in enumerate(taking_back)
        }
    pen.write_all(list(deeds.values()), deeds)
    return left


def _finish(journal: Journal, batch_id: UUID) -> None:
    with journal.writing(Unit(uuid4())) as pen:
        row = pen.session.get(Batch, batch_id)
        if row is not None:
            row.state = "whole"
            pen.write(WorkFinished(batch_id))
