"""Visits: guided tours and the like, with limited places."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class Visit(Merged):
    """A visit that takes so many people. ``meeting_point`` is where they gather before it.

    ``said`` is what a file said last, field by field.
    """

    __tablename__ = "visit"

    title: Mapped[str] = mapped_column(default="")
    sector: Mapped[str] = mapped_column(default="")
    meeting_point: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    places: Mapped[int] = mapped_column(default=0)
    said: Mapped[dict[str, Any]] = mapped_column(default=dict)


class VisitChoice(Merged):
    """Which visits a delegate would like to join: ``visits`` are ids, the best first.

    The row's id follows from the delegate's, so that two desks write one row.
    """

    __tablename__ = "visit_choice"

    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    visits: Mapped[list[str]] = mapped_column(default=list)
    signed_up_at: Mapped[datetime | None]


class VisitPlace(Merged):
    """A delegate's place on a visit. ``boarded_at``: they were there when it set out.

    The row's id follows from both, so that two desks give one place.
    """

    __tablename__ = "visit_place"

    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    visit_id: Mapped[UUID | None] = mapped_column(index=True)
    boarded_at: Mapped[datetime | None]
