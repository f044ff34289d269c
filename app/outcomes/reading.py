"""Reads what came of meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.journal.log import subjects_since
from app.journal.turns import chunks
from app.outcomes.kinds import outcome_kinds
from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side, Told
from db.models import LogRow
from db.models import Outcome as Row
from db.rows import last_row

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
_KINDS = frozenset(outcome_kinds())
_IN_ORDER = (Row.stamp, Row.id)


def told_of(session: Session, meeting: UUID) -> tuple[Told, ...]:
    """Give what was said of a meeting, in the order it was said first."""
    return tuple(_read(session, _TOLD.where(Row.meeting_id == meeting)))


class KeptOutcomes:
    """What was said of each meeting. Asked again, it reads only what was said since."""

    def __init__(self) -> None:
        self._rows = -1
        self._told: dict[UUID, tuple[Told, ...]] = {}

    def read(self, session: Session) -> Mapping[UUID, tuple[Told, ...]]:
        """Give it by the meeting's id, the first answer first."""
        rows = last_row(session, LogRow)
        if self._rows < 0:
            self._told = _by_meeting(_read(session, _TOLD))
        elif rows != self._rows:
            since = subjects_since(session, self._rows)
            changed = {meeting for kind, meeting in since if kind in _KINDS} - {None}
            told = self._told = {each: of for each, of in self._told.items() if each not in changed}
            for part in chunks(list(changed)):
                told |= _by_meeting(_read(session, _TOLD.where(Row.meeting_id.in_(part))))
        self._rows = rows
        return self._told


def _by_meeting(told: Iterable[Told]) -> dict[UUID, tuple[Told, ...]]:
    found: dict[UUID, list[Told]] = defaultdict(list)
    for each in told:
        found[each.meeting].append(each)
    return {meeting: tuple(of) for meeting, of in found.items()}


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
