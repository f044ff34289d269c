"""Large work: many deeds in chunks, so that a scan gets its turn between two of them.

A batch stands whole or not at all. While it runs, this process holds a lock beside the event
file, which the system lets go of when the process dies; a batch that is unfinished while
nobody holds the lock was broken off, and is taken back at the next start.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4, uuid5

from filelock import FileLock, Timeout
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import DeskError
from app.journal.asking import ask_together
from app.journal.deeds import BuiltOn, Deed, Entry, Kinds
from app.journal.inverse import inverse, named, taken_away
from app.journal.journal import Journal, Pen, Unit
from app.journal.log import entries_of
from app.journal.parts import DeedsOf, write_in_parts
from app.journal.turns import CHUNK, FEWEST, in_turns, rest
from app.journal.work import Work, WorkBegun, WorkFinished, WorkTakenBack, is_finished
from db.merge import said
from db.models import Batch, LogRow

T = TypeVar("T")


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
        """Yield a pen for one part, after others have had their turn."""
        self._begin()
        rest()
        with self._journal.writing(self.unit) as pen:
            yield pen

    def write(self, deeds: Sequence[Deed]) -> None:
        """Write the deeds part by part."""
        for _done in self.write_in_parts(deeds, lambda _session, part, _others_wrote: part):
            pass

    def write_in_parts(
        self, items: Sequence[T], deeds_of: DeedsOf[T], fewest: int = FEWEST
    ) -> Iterator[int]:
        """Write the deeds for items as ``parts.write_in_parts`` does."""
        self._begin()
        yield from write_in_parts(self._journal, self.unit, items, deeds_of, fewest)

    def _begin(self) -> None:
        if self._begun:
            return
        with self._journal.writing(self.unit) as pen:
            desk = self._journal.author.desk
            pen.session.add(Batch(id=self.unit.id, desk_id=desk, state="writing"))
            pen.write(WorkBegun(self.unit.id))
        self._begun = True


@contextmanager
def batch(journal: Journal, undoes: UUID | None = None) -> Generator[BatchPen]:
    """Yield a pen for a batch. If the block raises, what was written is taken back.

    Raises:
        WorkUnderWay: Another batch is being written.
    """
    with _alone(journal.database.file):
        _take_back_broken_off(journal)
        pen = BatchPen(journal, Unit(uuid4(), undoes))
        with ExitStack() as unless_it_is_whole:
            unless_it_is_whole.callback(_take_back, journal, pen.unit.id)
            yield pen
            unless_it_is_whole.pop_all()
        _end(journal, pen.unit.id, "whole", WorkFinished(pen.unit.id))


def take_back_broken_off(journal: Journal) -> tuple[BuiltOn, ...]:
    """Take back batches that were broken off, unless one is being written just now.

    Returns:
        What had to stay because somebody has built on it: a delegate of a broken off import
        who was checked in meanwhile stays. So does what they need, which is not named here:
        their organisation and delegation.
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
    taking_back = _TakingBack(journal.kinds)
    # As in undo, the index of search is cheaper to build anew than to take people out of.
    for chunk in in_turns(entries, CHUNK):
        with journal.writing(unit) as pen:
            taking_back.write(pen, chunk)
    _end(journal, batch_id, "broken_off", WorkTakenBack(batch_id))
    return taking_back.left


@dataclass(slots=True)
class _TakingBack:
    """Takes back what can be of a batch; what somebody has built on stays with all it names."""

    kinds: Kinds
    left: list[BuiltOn] = field(default_factory=list)
    needed: set[UUID] = field(default_factory=set)
    said: set[tuple[UUID, str]] = field(default_factory=set)
    """The fields that deeds which stay have written, by thing and name."""

    def write(self, pen: Pen, entries: Sequence[Entry[Deed]]) -> None:
        """Take back one chunk; the last deed of the batch comes first."""
        entries = _still_standing(pen, entries)
        few = len(entries)
        while entries:
            done = self._write_some(pen, entries[:few])
            entries = entries[done:]
            # Whoever stays makes all answers old: where many stay, few are asked together.
            few = 2 * done

    def _write_some(self, pen: Pen, entries: Sequence[Entry[Deed]]) -> int:
        """Take entries back until one stays after others went; give how many were looked at."""
        deeds: dict[UUID, Deed] = {}
        ask_together(pen.session, self.kinds, entries)
        for place, entry in enumerate(entries, start=1):
            taking_back = self._inverse(pen.session, entry)
            if taking_back is not None:
                ids = (_taken_back_by(pen, entry, number) for number in count())
                deeds |= zip(ids, taking_back, strict=False)
                continue
            # What a row names shows once all is taken back that the batch wrote to it later.
            pen.write_all(list(deeds.values()), deeds)
            self.needed |= named(pen.session, self.kinds, entry)
            self.said |= set(self._said(entry))
            if deeds:
                pen.session.expire_all()
                return place
        pen.write_all(list(deeds.values()), deeds)
        pen.session.expire_all()
        return len(entries)

    def _inverse(self, session: Session, entry: Entry[Deed]) -> Sequence[Deed] | None:
        """Give the deeds that take an entry back; nothing if it has to stay."""
        # A later deed of the batch stays, which said it anew: to do this one again one day must
        # not come after that.
        if self.said and not self.said.isdisjoint(self._said(entry)):
            return None
        try:
            deeds = inverse(session, self.kinds, entry)
        except BuiltOn as built_on:
            self.left.append(built_on)
            return None
        if self.needed and self.needed & taken_away(self.kinds, entry, deeds):
            return None
        return deeds

    def _said(self, entry: Entry[Deed]) -> Iterator[tuple[UUID, str]]:
        for write in self.kinds[type(entry.deed).__name__].apply(entry):
            yield from ((write.id, name) for name in said(write))


def _still_standing(pen: Pen, entries: Sequence[Entry[Deed]]) -> Sequence[Entry[Deed]]:
    ids = [_taken_back_by(pen, entry) for entry in entries]
    taken_back = set(pen.session.scalars(select(LogRow.id).where(LogRow.id.in_(ids))))
    return [entry for entry, by in zip(entries, ids, strict=True) if by not in taken_back]


def _taken_back_by(pen: Pen, entry: Entry[Deed], number: int = 0) -> UUID:
    return uuid5(pen.unit.id, f"{entry.id} {number}")


def _end(journal: Journal, batch_id: UUID, state: str, said: Work) -> None:
    with journal.writing(Unit(uuid4())) as pen:
        row = pen.session.get(Batch, batch_id)
        if row is not None:
            row.state = state
            pen.write(said, uuid5(batch_id, state))
