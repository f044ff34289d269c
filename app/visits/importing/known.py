"""Which visit of the event a title in a file means: it may be called otherwise here by now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.visits.deeds import VisitTakenOut
from app.visits.reading import VisitBook
from app.visits.visit import VisitFacts
from db.models import LogRow, Visit


class KnownVisits:
    """Visits by what they are called, or were in a file. ``said`` is what it said last of each."""

    def __init__(self, session: Session, book: VisitBook) -> None:
        rows = session.execute(select(Visit.id, Visit.title, Visit.said, Visit.gone)).all()
        self.said: Mapping[UUID, Mapping[str, Any]] = {
            row.id: row.said for row in rows if row.id in book.visits
        }
        in_files = {
            fold(said.get("title", "")): book.visits[visit] for visit, said in self.said.items()
        }
        here = {fold(each.title): each for each in book.visits.values()}
        self._visits = {**in_files, **here}
        # An import that was undone has taken its visits out as well: nobody cancelled those.
        by_hand = select(LogRow.subject).where(
            LogRow.kind == VisitTakenOut.__name__, LogRow.undoes.is_(None)
        )
        off = set(session.scalars(by_hand))
        self._cancelled = {
            fold(title)
            for row in rows
            if row.gone and row.id in off
            for title in (row.title, row.said.get("title", ""))
            if title
        }

    def named(self, title: str) -> VisitFacts | None:
        """Give the visit that is offered under a title, or was in a file."""
        return self._visits.get(fold(title))

    def is_cancelled(self, title: str) -> bool:
        """Tell whether a visit of this title was cancelled here."""
        return fold(title) in self._cancelled
