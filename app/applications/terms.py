"""Until when people apply, what becomes of later applications, and by when people are to come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.applications.deeds import TermsSet
from app.delegates.registration import Status
from app.errors import DeskError
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from db.models import ApplicationTerms

LATE_MAY_BE: Final = (Status.WAITING, Status.DECLINED)
"""What may become of a late application. It is never accepted by itself."""


@dataclass(frozen=True, slots=True)
class Terms:
    """``late`` is what becomes of what comes after ``apply_until``.

    Who is accepted and was not here at ``come_by`` may lose the place to somebody who waits.
    """

    apply_until: datetime | None = None
    late: Status = Status.WAITING
    come_by: datetime | None = None

    def is_late(self, received: datetime | None) -> bool:
        """Tell whether an application came after the deadline; at that very instant it is in time.

        Nobody can say so of one whose instant is not known.
        """
        return self.late_by(received) is not None

    def late_by(self, received: datetime | None) -> timedelta | None:
        """Tell how long after the deadline an application came; nothing if it is not late."""
        if self.apply_until is None or received is None or received <= self.apply_until:
            return None
        return received - self.apply_until


@dataclass(eq=False)
class LateNotPossible(DeskError):
    """Late applications wait or are declined, and nothing else."""

    late: str


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Tells the terms, and sets them. Each call is one deed, and one undo."""

    journal: Journal

    def terms(self) -> Terms:
        """Give the terms; without a deadline until somebody sets one."""
        with self.journal.reading() as session:
            return terms_of(session)

    def set(self, **said: Any) -> Terms:
        """Set some of the terms, by the names of the fields of ``Terms``; the others stay.

        What was decided already stays, also where it is late now, or no longer.

        Raises:
            LateNotPossible: Late applications would be accepted.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(setting_terms(pen.session, said))
        return self.terms()


def setting_terms(session: Session, said: Mapping[str, Any]) -> list[Deed]:
    """Give the deed that sets some of the terms; nothing if they stand so already.

    Raises:
        LateNotPossible: Late applications would be accepted.
    """
    late = said.get("late", Status.WAITING)
    if late not in LATE_MAY_BE:
        raise LateNotPossible(str(late))
    before = terms_of(session)
    after = replace(before, **said)
    return [TermsSet(*_columns(after), *_columns(before))] if after != before else []


def terms_of(session: Session) -> Terms:
    """Read the terms."""
    row = session.execute(
        select(ApplicationTerms.apply_until, ApplicationTerms.late, ApplicationTerms.come_by).where(
            ApplicationTerms.alive
        )
    ).first()
    return Terms() if row is None else Terms(row.apply_until, Status(row.late), row.come_by)


def as_received(instant: datetime) -> str:
    """Write an instant as ``Delegate.received`` holds it: such texts sort as their instants do."""
    return instant.astimezone(UTC).replace(microsecond=0).isoformat()


def received_at(text: str) -> datetime | None:
    """Read what ``as_received`` wrote; nothing if it is blank."""
    return datetime.fromisoformat(text) if text else None


def _columns(terms: Terms) -> tuple[datetime | None, str, datetime | None]:
    return terms.apply_until, str(terms.late), terms.come_by
