"""Deeds worked out to the rows that they write, before the write lock is taken.

A draft is good as long as nobody else writes. Making it takes ten times as long as storing it,
so whoever writes much makes drafts, and holds the lock only to store them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.journal.deeds import Entry, Kinds
from app.journal.duty import tokens
from app.journal.wire import to_rows
from db.merge import Rows, Write, merged, storing
from db.models import LogDetail, LogRow, OnDuty
from db.rows import Statement, carry_out, inserting, last_row

Settling = Callable[[Session], None]
"""Writes derived data."""

Settle = Callable[[Session, Rows], Settling]
"""Finds out what brings derived data (the search index) in line with rows that are to be stored."""


@dataclass(frozen=True, slots=True)
class LogEnd:
    """Where the log ends, and in it the chain of one desk: its number and digest."""

    rows: int
    hlc: int
    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Entries that come after ``since``, and what stores them."""

    since: LogEnd
    entries: Sequence[Entry[Any]]
    end: LogEnd
    touched: frozenset[str]
    statements: Sequence[Statement]
    settling: Settling

    def store(self, session: Session) -> None:
        """Append the entries to the log, and apply them."""
        carry_out(session, self.statements)
        self.settling(session)


def log_end(session: Session, desk: UUID) -> LogEnd:
    """Find where the log ends."""
    hlc = session.scalar(select(func.max(LogRow.hlc))) or 0
    return LogEnd(last_row(session, LogRow), hlc, *chain_head(session, desk))


def chain_head(session: Session, desk: UUID) -> tuple[int, str]:
    """Give the number and digest of the desk's last deed; zero and blank if there is none."""
    head = session.execute(
        select(LogRow.desk_seq, LogRow.digest)
        .where(LogRow.desk_id == desk)
        .order_by(LogRow.desk_seq.desc())
        .limit(1)
    ).first()
    return (head.desk_seq, head.digest) if head else (0, "")


def drafted(
    session: Session, kinds: Kinds, settle: Settle, since: LogEnd, entries: Sequence[Entry[Any]]
) -> Draft:
    """Work out what entries write. Reads, and writes nothing."""
    seq, digest = since.seq, since.digest
    duty = tokens(session, {entry.on_duty for entry in entries})
    rows, details = [], []
    for entry in entries:
        subject = kinds[type(entry.deed).__name__].subject(entry.deed)
        seq += 1
        row, detail = to_rows(entry, subject, (seq, digest), duty.of[entry.on_duty])
        digest = row["digest"]
        rows.append(row)
        details += [detail] if detail else []
    changed = merged(session, _writes(kinds, entries))
    return Draft(
        since,
        entries,
        LogEnd(since.rows + len(rows), entries[-1].hlc, seq, digest),
        frozenset(model.__name__ for model in changed),
        (
            *inserting(session, LogRow, rows),
            *inserting(session, LogDetail, details),
            *inserting(session, OnDuty, duty.new),
            *storing(session, changed),
        ),
        settle(session, changed),
    )


def apply(session: Session, kinds: Kinds, entries: Iterable[Entry[Any]]) -> None:
    """Write what the entries say to the state tables, and nothing that is derived from them.

    The state depends on which entries were applied, not on their order, repeats or split.
    """
    carry_out(session, storing(session, merged(session, _writes(kinds, entries))))


def _writes(kinds: Kinds, entries: Iterable[Entry[Any]]) -> Iterator[Write]:
    return (write for entry in entries for write in kinds[type(entry.deed).__name__].apply(entry))
