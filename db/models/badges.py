"""Codes and paper."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class BadgeKey(Merged):
    """A key that signs badge codes. ``master`` is 32 bytes as hex; ``key_id`` two bytes as hex."""

    __tablename__ = "badge_key"

    key_id: Mapped[str] = mapped_column(default="", index=True)
    master: Mapped[str] = mapped_column(default="")


class Badge(Merged):
    """A code that was given to a delegate. ``code_id`` is six random bytes as hex.

    ``revoked`` is the reason code that a scan of it is refused with, or blank. Revoking is for
    good.
    """

    __tablename__ = "badge"

    code_id: Mapped[str] = mapped_column(default="", index=True)
    key_id: Mapped[str] = mapped_column(default="")
    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    issue: Mapped[int] = mapped_column(default=1)
    issued_at: Mapped[datetime | None]
    revoked: Mapped[str] = mapped_column(default="")
    revoked_at: Mapped[datetime | None]
    revoked_desk: Mapped[UUID | None]
    revoked_reason: Mapped[str] = mapped_column(default="")


class Print(Merged):
    """A badge that came out on paper. ``content`` is a hash of what stood on it.

    ``place`` is its place in a large run, counted from 1, or 0.
    """

    __tablename__ = "print"

    badge_id: Mapped[UUID | None] = mapped_column(index=True)
    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    stock: Mapped[str] = mapped_column(default="")
    content: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime | None]
    place: Mapped[int] = mapped_column(default=0)
