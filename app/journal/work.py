"""The record that a batch stands whole."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.deeds import Kind, Kinds, kinds
from db.models import Batch, LogRow
from db.readable import readable


@dataclass(frozen=True, slots=True)
class WorkFinished:
    """A batch was written to its end. Stands in the chain, as the table of batches does not."""

    id: UUID


def work_kinds() -> Kinds:
    """Give the kinds of deeds on batches: a record, which writes nothing."""
    return kinds(Kind(WorkFinished, lambda _entry: (), subject=lambda deed: deed.id))


def is_finished(session: Session, batch: UUID) -> bool:
    """Tell whether the log says that a batch stands whole."""
    query = select(LogRow.id).filter_by(subject=batch, kind=WorkFinished.__name__)
    return session.scalar(query.limit(1)) is not None


def misstated(session: Session) -> list[str]:
    """Give the ids of batches that the table calls whole and the log does not, or vice versa."""
    query = select(LogRow.subject).filter_by(kind=WorkFinished.__name__)
    finished = {str(batch) for batch in session.scalars(query)}
    states = readable(session, select(Batch.id, Batch.state))
    whole = {str(row[0]) for row in states if row[1] == "whole"}
    return sorted(finished ^ whole)
