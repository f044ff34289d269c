"""Reading the log."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, literal_column, or_, select
from sqlalchemy.orm import Session

from app.journal.deeds import Entry, Kinds
from app.journal.journal import Journal
from app.journal.wire import as_text, to_entry
from db.models import Desk, LogDetail, LogRow, OnDuty

SECRET_FIELDS = frozenset({"master", "keys"})
"""Never shown in a history: whoever reads them could sign badges, or use others' tickets."""


@dataclass(frozen=True, slots=True)
class Line:
    """A deed as the history shows it. ``personal`` is what erasure could delete."""

    id: UUID
    unit: UUID
    undoes: UUID | None
    at: datetime
    desk: str
    on_duty: str
    kind: str
    facts: str
    personal: str


def entries_of(session: Session, kinds: Kinds, unit: UUID) -> list[Entry[Any]]:
    """Give the deeds of a unit in the order they were written."""
    return list(_read(session, kinds, LogRow.unit == unit))


def all_entries(session: Session, kinds: Kinds) -> Iterator[Entry[Any]]:
    """Give every deed of the event in the order of their times."""
    return _read(session, kinds)


def entries_where(session: Session, kinds: Kinds, *where: Any) -> Iterator[Entry[Any]]:
    """Give the deeds of whose rows all this is so, in the order of their times."""
    return _read(session, kinds, *where)


def entries_in(session: Session, kinds: Kinds, unit: UUID) -> Iterator[Entry[Any]]:
    """Give the deeds of these kinds that a unit has done, in the order of their times."""
    return _read(session, kinds, LogRow.unit == unit, LogRow.kind.in_(list(kinds)))


def entries_about(session: Session, kinds: Kinds, subject: UUID) -> Iterator[Entry[Any]]:
    """Give the deeds on one thing in the order of their times."""
    return _read(session, kinds, LogRow.subject == subject)


def entries_with_details(session: Session, kinds: Kinds, *where: Any) -> Iterator[Entry[Any]]:
    """Give the deeds whose personal values are still there, and of which all this is so."""
    return _read(session, kinds, LogDetail.deed_id.is_not(None), *where)


def subjects_since(session: Session, rows: int) -> Iterator[tuple[str, UUID | None]]:
    """Give kind and subject of each deed that was written after the first ``rows`` of the log."""
    place = literal_column("rowid", Integer())
    query = select(LogRow.kind, LogRow.subject).where(place > rows)
    for row in session.connection().execute(query):
        yield row.kind, row.subject


def history(
    journal: Journal,
    *,
    subject: UUID | None = None,
    naming: Collection[UUID] = (),
    last: int = 100,
) -> Sequence[Line]:
    """Give the last deeds, newest first.

    Args:
        journal: Of the event.
        subject: Only deeds on this thing.
        naming: Only deeds on one of these things, or whose facts name one of them.
        last: So many at most.
    """
    query = (
        select(LogRow, LogDetail, OnDuty.name, Desk.name)
        .outerjoin(LogDetail, LogDetail.deed_id == LogRow.id)
        .outerjoin(OnDuty, OnDuty.token == LogRow.on_duty)
        .outerjoin(Desk, Desk.id == LogRow.desk_id)
        .order_by(LogRow.hlc.desc(), LogRow.id.desc())
        .limit(last)
    )
    if subject is not None:
        query = query.where(LogRow.subject == subject)
    if naming:
        named = (LogRow.facts.contains(str(thing)) for thing in naming)
        query = query.where(or_(LogRow.subject.in_(naming), *named))
    with journal.reading() as session:
        return [
            _line(to_entry(journal.kinds, row, detail, on_duty), desk or str(row.desk_id))
            for row, detail, on_duty, desk in session.execute(query)
        ]


def _read(session: Session, kinds: Kinds, *where: Any) -> Iterator[Entry[Any]]:
    query = (
        select(LogRow, LogDetail, OnDuty.name)
        .outerjoin(LogDetail, LogDetail.deed_id == LogRow.id)
        .outerjoin(OnDuty, OnDuty.token == LogRow.on_duty)
        .where(*where)
        .order_by(LogRow.hlc, LogRow.id)
        .execution_options(yield_per=500)
    )
    for row, detail, on_duty in session.execute(query):
        yield to_entry(kinds, row, detail, on_duty)


def _line(entry: Entry[Any], desk: str) -> Line:
    written = as_text(entry.deed)
    return Line(
        id=entry.id,
        unit=entry.unit,
        undoes=entry.undoes,
        at=entry.at,
        desk=desk,
        on_duty=entry.on_duty,
        kind=type(entry.deed).__name__,
        facts=written.facts,
        personal=_shown(written.personal),
    )


def _shown(personal: str) -> str:
    """Leave the secrets out of a deed's personal values."""
    if not personal:
        return ""
    values = json.loads(personal)
    shown = {name: value for name, value in values.items() if name not in SECRET_FIELDS}
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")) if shown else ""
