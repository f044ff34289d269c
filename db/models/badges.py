"""Codes and paper."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
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


class Schedule(Merged):
    """A version of a delegate's schedule, whose code stands on every copy of it.

    ``code_id`` is six random bytes as hex. ``day`` is the only day it is for, if it is for one.
    ``content`` is a hash of what stands on it, ``lines`` are its meetings: without names, for
    what people are called may be erased. ``after`` is the version that was out when this one
    was made.
    """

    __tablename__ = "schedule"

    code_id: Mapped[str] = mapped_column(default="", index=True)
    key_id: Mapped[str] = mapped_column(default="")
    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(default=1)
    day: Mapped[date | None]
    content: Mapped[str] = mapped_column(default="")
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    after: Mapped[UUID | None]


class SchedulePrint(Merged):
    """A version of a schedule that came out on paper."""

    __tablename__ = "schedule_print"

    schedule_id: Mapped[UUID | None] = mapped_column(index=True)
    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    at: Mapped[datetime | None]
