"""The programme around the meetings: its sessions, who is booked for them, and who came."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Merged


class ProgrammeSession(Merged):
    """A part of the programme, such as an opening, a talk or a lunch.

    ``source`` is what files call it, and ``kind`` a word of ``app.programme.session.SessionKind``.
    ``speakers`` and ``moderators`` are ids of delegates as text; those who are none are named in
    ``speaker_names`` and ``moderator_names``. Without ``places`` it is open to all who fit in.
    ``booking``: whoever comes is asked to book. ``everybody``: nobody meets during it but those who
    are excused. ``said`` and ``people_said`` are what a file said last, field by field.
    """

    __tablename__ = "programme_session"

    number: Mapped[str] = mapped_column(default="", index=True)
    source: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    room: Mapped[str] = mapped_column(default="")
    track: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    abstract: Mapped[str] = mapped_column(default="")
    places: Mapped[int | None]
    booking: Mapped[bool] = mapped_column(default=False)
    everybody: Mapped[bool] = mapped_column(default=False)
    cancelled: Mapped[bool] = mapped_column(default=False)
    speakers: Mapped[list[str]] = mapped_column(default=list)
    moderators: Mapped[list[str]] = mapped_column(default=list)
    speaker_names: Mapped[list[str]] = mapped_column(default=list)
    moderator_names: Mapped[list[str]] = mapped_column(default=list)
    said: Mapped[dict[str, Any]] = mapped_column(default=dict)
    people_said: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Booking(Merged):
    """What somebody has said of coming to a session; one row for each pair.

    ``state`` is ``booked``, ``waiting`` for a place, or ``excused`` from one that is for
    everybody; blank for none of these. ``since`` is when they were booked, or began to wait.
    """

    __tablename__ = "booking"

    session_id: Mapped[UUID | None] = mapped_column(index=True)
    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(default="")
    since: Mapped[datetime | None]


class Attendance(Merged):
    """Somebody came to a session; one row for each pair."""

    __tablename__ = "attendance"

    session_id: Mapped[UUID | None] = mapped_column(index=True)
    delegate_id: Mapped[UUID | None] = mapped_column(index=True)
    at: Mapped[datetime | None]
