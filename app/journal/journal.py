"""The journal: the one way in for every change.

In one transaction it appends deeds to the log and applies them to the state tables. It knows
no kind of deed itself; the table of kinds is handed to it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import Clock, wall_clock
from app.journal.deeds import Deed, DeedIdTaken, Entry, Kinds
from app.journal.wire import to_entry, to_rows
from app.storage import storage_refusal, storage_refusals
from db.base import Merged
from db.database import Database
from db.errors import StorageError
from db.ids import new_id
from db.merge import merge
from db.models import LogDetail, LogRow
from db.rows import insert_rows

Touched = Mapping[type[Merged], set[UUID]]
"""Ids that were written to, by model."""

Settle = Callable[[Session, Touched], None]
"""Brings derived data (the search index) in line, in the same transaction."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Which stored things a transaction wrote to, so that views know whether they are stale."""

    models: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """What the journal must be told of the program: its kinds of deeds, and derived data."""

    kinds: Kinds
    settle: Settle


@dataclass(frozen=True, slots=True)
class Author:
    """Who does the deeds: a desk of this event, and the person on duty there, if named."""

    desk: UUID
    on_duty: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """What undo takes back as one: its id, the unit it takes back itself, and when it was."""

    id: UUID
    undoes: UUID | None = None
    at: datetime | None = None


@dataclass(slots=True)
class Pen:
    """Writes deeds inside one transaction. ``session`` sees what was written so far."""

    session: Session
    unit: Unit
    author: Author
    _kinds: Kinds
    _settle: Settle
    _now: datetime
    touched: set[str] = field(default_factory=set)
    last: UUID | None = None

    def write(self, deed: Deed, deed_id: UUID | None = None) -> Entry[Any]:
        """Append one deed and apply it, as ``write_all`` does."""
        (entry,) = self.write_all([deed], None if deed_id is None else [deed_id])
        return entry

    def write_all(
        self, deeds: Sequence[Deed], ids: Iterable[UUID] | None = None
    ) -> tuple[Entry[Any], ...]:
        """Append deeds in this order and apply them together.

        A deed whose id is in the log already is not done again; its entry is what was written.

        Raises:
            DeedIdTaken: A deed of another kind has the id.
        """
        if ids is None:
            return self._write_new(deeds, [new_id() for _ in deeds])
        named = dict(zip(ids, deeds, strict=True))
        known = self._known(named)
        new = {deed_id: deed for deed_id, deed in named.items() if deed_id not in known}
        written = self._write_new(list(new.values()), list(new))
        found = known | {entry.id: entry for entry in written}
        return tuple(found[deed_id] for deed_id in named)

    def _known(self, named: Mapping[UUID, Deed]) -> dict[UUID, Entry[Any]]:
        query = (
            select(LogRow, LogDetail)
            .outerjoin(LogDetail, LogDetail.deed_id == LogRow.id)
            .where(LogRow.id.in_(named))
        )
        known = {
            row.id: to_entry(self._kinds, row, detail)
            for row, detail in self.session.execute(query)
        }
        for deed_id, entry in known.items():
            if type(entry.deed) is not type(named[deed_id]):
                raise DeedIdTaken(deed_id, type(entry.deed).__name__)
        return known

    def _write_new(self, deeds: Sequence[Deed], ids: Sequence[UUID]) -> tuple[Entry[Any], ...]:
        if not deeds:
            return ()
        first_hlc = self._next_hlc()
        at = (self.unit.at or self._now).astimezone(UTC)
        envelope = (self.unit.id, self.unit.undoes, self.author.desk)
        entries = tuple(
            Entry(deed_id, *envelope, first_hlc + place, at, self.author.on_duty, deed)
            for place, (deed_id, deed) in enumerate(zip(ids, deeds, strict=True))
        )
        self._append(entries)
        self.last = entries[-1].id
        self.touched |= apply(self.session, self._kinds, entries, self._settle)
        return entries

    def _next_hlc(self) -> int:
        last = self.session.scalar(select(func.max(LogRow.hlc))) or 0
        return max(int(self._now.timestamp() * 1000) << 16, last + 1)

    def _append(self, entries: Sequence[Entry[Any]]) -> None:
        seq, prev = chain_head(self.session, self.author.desk)
        rows, details = [], []
        for entry in entries:
            subject = self._kinds[type(entry.deed).__name__].subject(entry.deed)
            seq += 1
            row, detail = to_rows(entry, subject, (seq, prev))
            prev = row["digest"]
            rows.append(row)
            details += [detail] if detail else []
        insert_rows(self.session, LogRow, rows)
        insert_rows(self.session, LogDetail, details)


class Journal:
    """Writes and finds deeds on behalf of one author.

    ``said_at`` is when all that is written now happened, if somebody said so; it never
    changes the order of deeds.
    """

    def __init__(
        self,
        database: Database,
        rules: Rules,
        author: Author,
        *,
        clock: Clock = wall_clock,
        on_change: Callable[[Changes], None] | None = None,
    ) -> None:
        self.database = database
        self.kinds = rules.kinds
        self.author = author
        self.clock = clock
        self.said_at: datetime | None = None
        self._settle = rules.settle
        self._on_change = on_change

    @contextmanager
    def reading(self) -> Generator[Session]:
        """Yield a session that sees one state of the event.

        Raises:
            StorageRefused: The file can't be read.
        """
        with storage_refusals(), self.database.reading() as session:
            yield session

    @contextmanager
    def writing(self, unit: Unit) -> Generator[Pen]:
        """Yield a pen for one transaction; all it wrote is kept, or nothing is.

        Raises:
            StorageRefused: Nothing was kept. Should the disk fail at the commit itself, the
                log is read again: if the deeds stand there, they were kept and nothing is raised.
        """
        pen = None
        try:
            dated = replace(unit, at=unit.at or self.said_at)
            with self.database.writing() as session:
                pen = Pen(session, dated, self.author, self.kinds, self._settle, self.clock())
                yield pen
        except StorageError as error:
            if pen is None or pen.last is None or not self._was_kept(pen.last):
                raise storage_refusal(error) from error
        if pen.touched and self._on_change is not None:
            self._on_change(Changes(frozenset(pen.touched)))

    def deed(self, session: Session, deed_id: UUID) -> Entry[Any] | None:
        """Find a deed that was written before, so that a repeat can answer what it answered."""
        row = session.get(LogRow, deed_id)
        if row is None:
            return None
        return to_entry(self.kinds, row, session.get(LogDetail, deed_id))

    def _was_kept(self, deed_id: UUID) -> bool:
        with self.reading() as session:
            return session.get(LogRow, deed_id) is not None


def apply(
    session: Session, kinds: Kinds, entries: Iterable[Entry[Any]], settle: Settle
) -> set[str]:
    """Write what the entries say to the state tables; return the names of those written to.

    The state depends on which entries were applied, not on their order, repeats or split.
    """
    writes = [write for entry in entries for write in kinds[type(entry.deed).__name__].apply(entry)]
    touched = merge(session, writes)
    settle(session, touched)
    return {model.__name__ for model in touched}


def chain_head(session: Session, desk: UUID) -> tuple[int, str]:
    """Give the number and digest of the desk's last deed; zero and blank if there is none."""
    head = session.execute(
        select(LogRow.desk_seq, LogRow.digest)
        .where(LogRow.desk_id == desk)
        .order_by(LogRow.desk_seq.desc())
        .limit(1)
    ).first()
    return (head.desk_seq, head.digest) if head else (0, "")
