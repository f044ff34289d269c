"""Who came, when, at which desk."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class CheckIn(Merged):
    """A delegate passed the desk. ``way`` is ``in``, ``out`` or ``back_in``.

    Of several ``in`` of a day, which only a merge of desks that were cut off can bring, the
    one with the lowest ``hlc`` counts. ``gone`` means that it was taken back.
    """

    __tablename__ = "check_in"
    __table_args__ = (Index(None, "delegate_id", "day"),)

    delegate_id: Mapped[UUID | None]
    day: Mapped[date | None] = mapped_column(index=True)
    way: Mapped[str] = mapped_column(default="in")
    by: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime | None]
    desk_id: Mapped[UUID | None]
    hlc: Mapped[int] = mapped_column(BigInteger, default=0)


class ScanRefusal(Merged):
    """A scan that let nobody in. What the code said is not kept."""

    __tablename__ = "scan_refusal"

    reason: Mapped[str] = mapped_column(default="")
    delegate_id: Mapped[UUID | None]
    at: Mapped[datetime | None] = mapped_column(index=True)
    desk_id: Mapped[UUID | None]
