"""The journal: the one way in for every change.

In one transaction it appends deeds to the log and applies them to the state tables. It knows
no kind of deed itself; the table of kinds is handed to it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import monotonic
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock, wall_clock
from app.journal.deeds import Deed, DeedIdTaken, Entry, Kinds
from app.journal.drafts import Draft, LogEnd, Settle, drafted, log_end
from app.journal.wire import to_entry
from app.storage import storage_refusal, storage_refusals
from db.database import Database
from db.errors import StorageError
from db.ids import new_id
from db.models import LogDetail, LogRow, OnDuty
from db.rows import last_row


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
    """Writes deeds inside one transaction. ``session`` sees what was written so far.

    ``since`` is when it got the write lock, by the clock that only runs forward.
    """

    session: Session
    unit: Unit
    author: Author
    _kinds: Kinds
    _settle: Settle
    _now: datetime
    touched: set[str] = field(default_factory=set)
    last: UUID | None = None
    since: float = field(default_factory=monotonic)

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
            select(LogRow, LogDetail, OnDuty.name)
            .outerjoin(LogDetail, LogDetail.deed_id == LogRow.id)
            .outerjoin(OnDuty, OnDuty.token == LogRow.on_duty)
            .where(LogRow.id.in_(named))
        )
        known = {
            row.id: to_entry(self._kinds, row, detail, on_duty)
            for row, detail, on_duty in self.session.execute(query)
        }
        for deed_id, entry in known.items():
            if type(entry.deed) is not type(named[deed_id]):
                raise DeedIdTaken(deed_id, type(entry.deed).__name__)
        return known

    def draft(self, deeds: Sequence[Deed], since: LogEnd | None = None) -> Draft:
        """Work out what deeds write, for ``stores``; ``since`` is where the log ends, if known."""
        return self._draft(deeds, [new_id() for _ in deeds], since)

    def stores(self, draft: Draft) -> bool:
        """Append a draft's deeds and apply them, unless somebody has written since it was made."""
        if last_row(self.session, LogRow) != draft.since.rows:
            return False
        self._store(draft)
        return True

    def _write_new(self, deeds: Sequence[Deed], ids: Sequence[UUID]) -> tuple[Entry[Any], ...]:
        if not deeds:
            return ()
        draft = self._draft(deeds, ids, None)
        self._store(draft)
        return tuple(draft.entries)

    def _draft(self, deeds: Sequence[Deed], ids: Sequence[UUID], since: LogEnd | None) -> Draft:
        since = since or log_end(self.session, self.author.desk)
        first_hlc = max(int(self._now.timestamp() * 1000) << 16, since.hlc + 1)
        at = (self.unit.at or self._now).astimezone(UTC)
        envelope = (self.unit.id, self.unit.undoes, self.author.desk)
        entries = tuple(
            Entry(deed_id, *envelope, first_hlc + place, at, self.author.on_duty, deed)
            for place, (deed_id, deed) in enumerate(zip(ids, deeds, strict=True))
        )
        return drafted(self.session, self._kinds, self._settle, since, entries)

    def _store(self, draft: Draft) -> None:
        draft.store(self.session)
        self.last = draft.entries[-1].id
        self.touched |= draft.touched


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

    @property
    def now(self) -> datetime:
        """Give the instant at which things are done: as somebody said, or by the clock."""
        return self.said_at or self.clock()

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
            with self.database.writing() as session:
                # It is the first statement that takes the lock.
                session.connection()
                pen = self._pen(session, unit)
                yield pen
        except StorageError as error:
            if pen is None or pen.last is None or not self._was_kept(pen.last):
                raise storage_refusal(error) from error
        if pen.touched and self._on_change is not None:
            self._on_change(Changes(frozenset(pen.touched)))

    @contextmanager
    def drafting(self, unit: Unit) -> Generator[Pen]:
        """Yield a pen that only makes drafts, from one state of the event and without its lock.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self.reading() as session:
            yield self._pen(session, unit)

    def deed(self, session: Session, deed_id: UUID) -> Entry[Any] | None:
        """Find a deed that was written before, so that a repeat can answer what it answered."""
        row = session.get(LogRow, deed_id)
        if row is None:
            return None
        on_duty = session.get(OnDuty, row.on_duty)
        detail = session.get(LogDetail, deed_id)
        return to_entry(self.kinds, row, detail, on_duty.name if on_duty else "")

    def _pen(self, session: Session, unit: Unit) -> Pen:
        dated = replace(unit, at=unit.at or self.said_at)
        return Pen(session, dated, self.author, self.kinds, self._settle, self.clock())

    def _was_kept(self, deed_id: UUID) -> bool:
        with self.reading() as session:
            return session.get(LogRow, deed_id) is not None
