"""What was done, as the journal has it: without names, and without what left the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.outcomes.export.deeds import export_kinds
from db.models import Delegate, Desk, LogRow, Meeting, OnDuty, Table

MOST_LETTERS: Final = 1_000
"""Facts that are longer are cut: a plan has many, and a logo is a picture."""

_QUERY = (
    select(
        LogRow.at,
        func.coalesce(OnDuty.name, "").label("on_duty"),
        LogRow.kind,
        LogRow.undoes.is_not(None).label("takes_back"),
        func.coalesce(Delegate.badge_number, Meeting.number, Table.label, "").label("about"),
        LogRow.facts,
        func.coalesce(Desk.name, "").label("desk"),
    )
    .outerjoin(Desk, Desk.id == LogRow.desk_id)
    .outerjoin(OnDuty, OnDuty.token == LogRow.on_duty)
    .outerjoin(Delegate, Delegate.id == LogRow.subject)
    .outerjoin(Meeting, Meeting.id == LogRow.subject)
    .outerjoin(Table, Table.id == LogRow.subject)
    # A second export of the same event is to be the same file.
    .where(LogRow.kind.not_in(list(export_kinds())))
    .order_by(LogRow.hlc, LogRow.id)
)


@dataclass(frozen=True, slots=True)
class Done:
    """A deed. ``about`` is a badge number, a meeting's number or a table's label."""

    at: datetime
    desk: str
    on_duty: str
    kind: str
    takes_back: bool
    about: str
    facts: str


def history(session: Session) -> Sequence[Done]:
    """Give all that was done to the event, in the order of the log.

    Facts are those that erasure leaves; names and notes are no part of them.
    """
    return [
        Done(row.at, row.desk, row.on_duty, row.kind, row.takes_back, row.about, _cut(row.facts))
        for row in session.connection().execute(_QUERY)
    ]


def _cut(facts: str) -> str:
    return facts if len(facts) <= MOST_LETTERS else f"{facts[: MOST_LETTERS - 1]}…"
