"""Deeds on sessions of the programme, on bookings for them, and on who came.

``values`` and ``before`` are columns of ``ProgrammeSession`` by name, as JSON says them: an id is
its text. Names of speakers who are no delegates stand in fields of their own, which erasure may
delete.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.journal.deeds import Personal
from app.meetings.deeds import Values

Names = tuple[str, ...]
Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class SessionAdded:
    """The programme has this session."""

    id: UUID
    number: str
    starts_at: datetime
    ends_at: datetime
    room: str
    values: Values
    speaker_names: Personal[Names] = ()
    moderator_names: Personal[Names] = ()
    people_said: Personal[Said | None] = None


@dataclass(frozen=True, slots=True)
class SessionTakenOut:
    """There never was such a session."""

    id: UUID


@dataclass(frozen=True, slots=True)
class SessionPutBack:
    """A session that was taken out stands again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class SessionMoved:
    """A session is at another time or in another room."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    room: str
    starts_before: datetime
    ends_before: datetime
    room_before: str


@dataclass(frozen=True, slots=True)
class SessionChanged:
    """What is said of a session was corrected, or a file says other things of it than before."""

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class SessionPeopleNamed:
    """Others speak or moderate who are no delegates. ``said`` is what a file said last of all."""

    id: UUID
    speaker_names: Personal[Names] = ()
    moderator_names: Personal[Names] = ()
    said: Personal[Said | None] = None
    speaker_names_before: Personal[Names] = ()
    moderator_names_before: Personal[Names] = ()
    said_before: Personal[Said | None] = None


@dataclass(frozen=True, slots=True)
class SessionCancelled:
    """A session does not take place."""

    id: UUID


@dataclass(frozen=True, slots=True)
class SessionRestored:
    """A session that was cancelled takes place after all."""

    id: UUID


@dataclass(frozen=True, slots=True)
class BookingSet:
    """Somebody is ``booked`` for a session, ``waiting`` for a place or ``excused``; blank: none.

    ``since`` is when they were booked or began to wait, by which those who wait stand in line.
    """

    session_id: UUID
    delegate_id: UUID
    state: str
    before: str
    since: datetime | None = None
    since_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class AttendanceSet:
    """Somebody came to a session, or did not after all."""

    session_id: UUID
    delegate_id: UUID
    came: bool
