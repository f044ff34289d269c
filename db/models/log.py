"""The log of all deeds."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class LogRow(Base):
    """One deed. A row is never changed and never deleted.

    ``unit`` is what undo takes back as one: the batch, or the deed's own id. ``undoes`` is
    the unit that this one takes back. ``facts`` and ``LogDetail.body`` are JSON as it was
    hashed, to the letter. ``on_duty`` is a token of ``OnDuty``, or blank. ``digest`` covers every
    column here but itself, so the chain of a desk holds (``prev`` is the digest of the desk's deed
    before) also when a detail is erased.
    """

    __tablename__ = "log"
    __table_args__ = (UniqueConstraint("desk_id", "desk_seq"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit: Mapped[UUID] = mapped_column(index=True)
    undoes: Mapped[UUID | None] = mapped_column(index=True)
    desk_id: Mapped[UUID]
    desk_seq: Mapped[int]
    hlc: Mapped[int] = mapped_column(BigInteger, index=True)
    at: Mapped[datetime]
    on_duty: Mapped[str]
    kind: Mapped[str]
    subject: Mapped[UUID | None] = mapped_column(index=True)
    facts: Mapped[str]
    detail: Mapped[str]
    prev: Mapped[str]
    digest: Mapped[str]


class LogDetail(Base):
    """The personal values of a deed, which erasure may delete. ``salt`` hides them in the hash."""

    __tablename__ = "log_detail"

    deed_id: Mapped[UUID] = mapped_column(ForeignKey("log.id"), primary_key=True)
    salt: Mapped[str]
    body: Mapped[str]


class OnDuty(Base):
    """Who was on duty. Deeds name the ``token``, a salted hash: the name is what may be erased."""

    __tablename__ = "on_duty"

    token: Mapped[str] = mapped_column(primary_key=True)
    salt: Mapped[str]
    name: Mapped[str]


class Batch(Base):
    """Large work that is written in chunks. ``state``: ``writing``, ``whole``, ``broken_off``."""

    __tablename__ = "batch"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    desk_id: Mapped[UUID]
    state: Mapped[str]
