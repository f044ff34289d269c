"""Checks that the log is whole, and that the state is what the log says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.journal import Journal, apply
from app.journal.log import all_entries
from app.journal.wire import digest, salted
from app.storage import storage_refusals
from db.checking import damage
from db.models import Desk, LogDetail, LogRow
from db.scratch import scratch_session, state

_MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """Something is not as it was written.

    ``code``: ``damage`` (SQLite's own check), ``missing`` (a deed was taken out of the chain),
    ``changed`` (a deed, or who follows whom, was altered), ``detail`` (personal values were
    altered), ``state`` (a row is not what the deeds say).
    """

    code: str
    where: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a desk's chain. Written down elsewhere, it shows whether the end was cut off."""

    desk: str
    deeds: int
    digest: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found; at most twenty problems are named."""

    deeds: int
    heads: tuple[Head, ...]
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Tell whether all is as it was written."""
        return not self.problems


def verify(journal: Journal) -> Verdict:
    """Check the file, the chain of every desk, and the state against a second run of all deeds."""
    with storage_refusals():
        found = [Problem("damage", text) for text in damage(journal.database, full=True)]
    with journal.reading() as session:
        names = {desk.id: desk.name for desk in session.scalars(select(Desk))}
        heads: dict[UUID, Head] = {}
        if not found:
            found += _chain_problems(session, names, heads)
        if not found:
            found += _state_problems(session, journal)
    deeds = sum(head.deeds for head in heads.values())
    ordered = sorted(heads.values(), key=lambda head: (head.desk, head.digest))
    return Verdict(deeds, tuple(ordered), tuple(found[:_MOST_PROBLEMS]))


def _chain_problems(
    session: Session, names: dict[UUID, str], heads: dict[UUID, Head]
) -> Iterator[Problem]:
    query = (
        select(LogRow, LogDetail)
        .outerjoin(LogDetail, LogDetail.deed_id == LogRow.id)
        .order_by(LogRow.desk_id, LogRow.desk_seq)
        .execution_options(yield_per=500)
    )
    for row, detail in session.execute(query):
        name = names.get(row.desk_id, str(row.desk_id))
        before = heads.get(row.desk_id, Head(name, 0, ""))
        where = f"{name} {row.desk_seq}"
        if row.desk_seq != before.deeds + 1:
            yield Problem("missing", where)
        elif row.prev != before.digest or row.digest != digest(_columns(row)):
            yield Problem("changed", where)
        elif not _fits(row, detail):
            yield Problem("detail", where)
        heads[row.desk_id] = Head(name, row.desk_seq, row.digest)


def _fits(row: LogRow, detail: LogDetail | None) -> bool:
    """Tell whether personal values are those that were hashed; erased ones are no problem."""
    return detail is None or row.detail == salted(detail.salt, detail.body)


def _columns(row: LogRow) -> dict[str, object]:
    return {column.key: getattr(row, column.key) for column in LogRow.__table__.columns}


def _state_problems(session: Session, journal: Journal) -> Iterator[Problem]:
    with scratch_session() as scratch:
        everything = all_entries(session, journal.kinds)
        while entries := tuple(islice(everything, 500)):
            apply(scratch, journal.kinds, entries, lambda _session, _touched: None)
        rebuilt = dict(state(scratch))
    for table, rows in state(session):
        for thing in rows.keys() | rebuilt[table].keys():
            if rows.get(thing) != rebuilt[table].get(thing):
                yield Problem("state", f"{table} {thing}")
