"""Reads what came of meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side, Told
from db.models import Outcome as Row

_TOLD = select(
    Row.id,
    Row.meeting_id,
    Row.side,
    Row.kinds,
    Row.answer,
    Row.programme,
    Row.interest,
    Row.follow_up_on,
    Row.follow_up_by,
    Row.note,
).where(Row.alive)
_IN_ORDER = (Row.stamp, Row.id)


def told_of(session: Session, meeting: UUID) -> tuple[Told, ...]:
    """Give what was said of a meeting, in the order it was said first."""
    return tuple(_read(session, _TOLD.where(Row.meeting_id == meeting)))


def outcomes(session: Session) -> Mapping[UUID, tuple[Told, ...]]:
    """Give what was said of each meeting, by its id, in the order it was said first."""
    found: dict[UUID, list[Told]] = defaultdict(list)
    for told in _read(session, _TOLD):
        found[told.meeting].append(told)
    return {meeting: tuple(told) for meeting, told in found.items()}


def _read(session: Session, query: Select[*tuple[Any, ...]]) -> list[Told]:
    rows = session.connection().execute(query.order_by(*_IN_ORDER))
    return [
        Told(
            row.id,
            row.meeting_id,
            Side(row.side),
            Outcome(
                frozenset(map(OutcomeKind, row.kinds)),
                Answer(row.answer),
                row.programme,
                row.interest,
                row.follow_up_on,
                row.follow_up_by,
                row.note,
            ),
        )
        for row in rows
    ]
