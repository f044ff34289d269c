"""What came of meetings."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class Outcome(Merged):
    """What somebody said came of a meeting.

    ``side`` is ``host`` or ``guest``, whose answer it is; blank: both together, or somebody of the
    staff for them. ``kinds`` are words of ``app.outcomes.outcome.OutcomeKind``, and ``answer`` is
    one of ``Answer`` or blank. ``interest`` is 1 to 5. Of one side several rows may stand, from
    desks that did not know of each other.
    """

    __tablename__ = "outcome"

    meeting_id: Mapped[UUID | None] = mapped_column(index=True)
    side: Mapped[str] = mapped_column(default="")
    kinds: Mapped[list[str]] = mapped_column(default=list)
    answer: Mapped[str] = mapped_column(default="")
    programme: Mapped[str] = mapped_column(default="")
    interest: Mapped[int | None]
    follow_up_on: Mapped[date | None]
    follow_up_by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
