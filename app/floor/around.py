"""What papers say of sessions, visits and rounds, beside where those are now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from app.floor.telling import Known
from app.icebreaking.kinds import icebreaking_kinds
from app.icebreaking.of_delegate import has_rounds
from app.printing.schedules.changes import LineChange, changes
from app.printing.schedules.lines import ScheduleLine, ScheduleReader
from app.programme.kinds import programme_kinds
from app.programme.session import has_sessions
from app.visits.kinds import visit_kinds
from app.visits.of_delegate import has_visits

WRITTEN_BY: Final = frozenset(programme_kinds() | visit_kinds() | icebreaking_kinds())
"""Deeds after which these may be elsewhere."""

Lines = Mapping[UUID, tuple[ScheduleLine, ...]]


def lines_around(session: Session, day: date) -> Lines:
    """Give where everybody has to be on a day, besides at meetings."""
    if not (has_sessions(session) or has_visits(session) or has_rounds(session)):
        return {}
    return ScheduleReader(session).around(day)


def changes_around(
    known: Mapping[UUID, Known], now: Lines, whom: Collection[UUID]
) -> Mapping[UUID, tuple[LineChange, ...]]:
    """Give what is otherwise than people have on paper, or were told since."""
    found = {}
    for each in whom:
        around = known[each].around
        if around is None:
            continue
        was, is_now = around(), now.get(each, ())
        if (was or is_now) and (changed := changes(was, is_now)):
            found[each] = changed
    return found
