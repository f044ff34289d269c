"""How many may come, and until when people may apply."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class PlaceLimit(Merged):
    """So many places there are: in all, or for a kind of delegates, or for one delegation.

    A row that names neither is the one for all. ``kind`` is a word of
    ``app.delegates.registration.Kind``. A limit that was lifted is ``gone``.
    """

    __tablename__ = "place_limit"

    kind: Mapped[str] = mapped_column(default="")
    delegation_id: Mapped[UUID | None]
    places: Mapped[int] = mapped_column(default=0)


class ApplicationTerms(Merged):
    """Until when people may apply, and by when who is accepted is to have come. One row.

    ``late`` is the status that applications get which come after ``apply_until``.
    """

    __tablename__ = "application_terms"

    apply_until: Mapped[datetime | None]
    late: Mapped[str] = mapped_column(default="waiting")
    come_by: Mapped[datetime | None]
