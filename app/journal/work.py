"""The records of how a batch went. They stand in the chain, as the table of batches does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.deeds import Kind, Kinds, kinds
from db.models import Batch, LogRow
from db.readable import readable


@dataclass(frozen=True, slots=True)
class WorkBegun:
    """The first chunk of a batch was written."""

    id: UUID


@dataclass(frozen=True, slots=True)
class WorkFinished:
    """A batch was written to its end."""

    id: UUID


@dataclass(frozen=True, slots=True)
class WorkTakenBack:
    """A batch was broken off, and what could be of it was taken back."""

    id: UUID


Work = WorkBegun | WorkFinished | WorkTakenBack

_STATES: Mapping[type[Work], str] = {
    WorkBegun: "writing",
    WorkTakenBack: "broken_off",
    WorkFinished: "whole",
}
"""What the table says of a batch after each record; of several the last one here counts."""


def work_kinds() -> Kinds:
    """Give the kinds of deeds on batches: records, which write nothing."""
    return kinds(*(Kind(deed, lambda _entry: (), subject=_id) for deed in _STATES))


def _id(deed: Work) -> UUID:
    return deed.id


def is_finished(session: Session, batch: UUID) -> bool:
    """Tell whether the log says that a batch stands whole."""
    query = select(LogRow.id).filter_by(subject=batch, kind=WorkFinished.__name__)
    return session.scalar(query.limit(1)) is not None


def misstated(session: Session) -> list[str]:
    """Give the ids of batches of which the table does not say what the log says."""
    recorded: dict[str, str] = {}
    for kind, state in _STATES.items():
        of_kind = session.scalars(select(LogRow.subject).filter_by(kind=kind.__name__))
        recorded |= {str(batch): state for batch in of_kind}
    table = readable(session, select(Batch.id, Batch.state))
    stated = {str(batch): state for batch, state in table}
    both = recorded.keys() | stated.keys()
    return sorted(batch for batch in both if recorded.get(batch) != stated.get(batch))
