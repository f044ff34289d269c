"""Checks that the log is whole, and that the state is what the log says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.journal.drafts import apply
from app.journal.journal import Journal
from app.journal.log import all_entries
from app.journal.wire import digest, salted
from app.journal.work import misstated
from app.storage import storage_refusals
from db.checking import damage
from db.models import Desk, LogDetail, LogRow, OnDuty
from db.readable import Unreadable, readable
from db.scratch import scratch_session, state

_MOST_PROBLEMS = 20
_TAIL = 500
_NO_DEED = (LookupError, TypeError, ValueError, msgspec.MsgspecError)
"""What reading a row as a deed can end in, if whoever forged it also forged its digest."""


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
        desks = readable(session, select(Desk.id, Desk.name))
        names = {desk[0]: desk[1] for desk in desks}
        heads: dict[Any, Head] = {}
        if not found:
            found += _chain_problems(session, names, heads)
            found += _duty_problems(session)
        if not found:
            found += _state_problems(session, journal)
    deeds = sum(head.deeds for head in heads.values())
    ordered = sorted(heads.values(), key=lambda head: (head.desk, head.digest))
    return Verdict(deeds, tuple(ordered), tuple(found[:_MOST_PROBLEMS]))


def tail_problems(journal: Journal) -> tuple[Problem, ...]:
    """Check the last deeds of every desk: those that a crash or a failing disk may have torn.

    Raises:
        StorageRefused: The file can't be read.
    """
    found: list[Problem] = []
    with journal.reading() as session:
        ends = select(LogRow.desk_id, func.max(LogRow.desk_seq)).group_by(LogRow.desk_id)
        for desk, last in session.execute(ends).all():
            start = max(0, last - _TAIL)
            before = select(LogRow.digest).filter_by(desk_id=desk, desk_seq=start)
            heads = {desk: Head(str(desk), start, session.scalar(before) or "")}
            found += _chain_problems(
                session, {}, heads, (LogRow.desk_id == desk, LogRow.desk_seq > start)
            )
    return tuple(found[:_MOST_PROBLEMS])


def _chain_problems(
    session: Session,
    names: Mapping[Any, str],
    heads: dict[Any, Head],
    which: Sequence[ColumnElement[bool]] = (),
) -> Iterator[Problem]:
    query = (
        select(*LogRow.__table__.columns, LogDetail.salt, LogDetail.body)
        .outerjoin(LogDetail, LogDetail.deed_id == LogRow.id)
        .where(*which)
        .order_by(LogRow.desk_id, LogRow.desk_seq)
    )
    columns = LogRow.__table__.columns.keys()
    for values in readable(session, query):
        *values_of_row, salt, body = values
        row = dict(zip(columns, values_of_row, strict=True))
        name = names.get(row["desk_id"], str(row["desk_id"]))
        before = heads.get(row["desk_id"], Head(name, 0, ""))
        where = f"{name} {row['desk_seq']}"
        place = before.deeds + 1
        if any(isinstance(value, Unreadable) for value in row.values()):
            yield Problem("changed", where)
        elif row["desk_seq"] != place:
            yield Problem("missing", where)
            place = row["desk_seq"] if isinstance(row["desk_seq"], int) else place
        elif row["prev"] != before.digest or row["digest"] != digest(row):
            yield Problem("changed", where)
        elif salt is not None and row["detail"] != salted(salt, body):
            # Erased personal values are no problem, altered ones are.
            yield Problem("detail", where)
        heads[row["desk_id"]] = Head(name, place, row["digest"])


def _duty_problems(session: Session) -> Iterator[Problem]:
    people = select(OnDuty.token, OnDuty.salt, OnDuty.name)
    for token, salt, name in readable(session, people):
        if token != salted(salt, name):
            yield Problem("detail", f"on duty {token}")


def _state_problems(session: Session, journal: Journal) -> Iterator[Problem]:
    for batch in misstated(session):
        yield Problem("state", f"batch {batch}")
    with scratch_session() as scratch:
        everything = all_entries(session, journal.kinds)
        try:
            while entries := tuple(islice(everything, 500)):
                apply(scratch, journal.kinds, entries)
        except _NO_DEED as unreadable:
            yield Problem("changed", f"{type(unreadable).__name__}: {unreadable}")
            return
        rebuilt = dict(state(scratch))
    for table, rows in state(session):
        for thing in rows.keys() | rebuilt[table].keys():
            if rows.get(thing) != rebuilt[table].get(thing):
                yield Problem("state", f"{table} {thing}")
