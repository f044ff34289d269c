"""Sessions as they stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.errors import DeskError
from db.models import ProgrammeSession


class SessionKind(StrEnum):
    """What a session is."""

    PLENARY = "plenary"
    PARALLEL = "parallel"
    TALK = "talk"
    PANEL = "panel"
    WORKSHOP = "workshop"
    BREAK = "break"
    EVENING = "evening"
    MATCHMAKING = "matchmaking"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Standing:
    """A session as its row has it; people are ids, and names of those who are no delegates.

    ``said`` and ``people_said`` are what a file said last, field by field.
    """

    id: UUID
    number: str
    source: str
    title: str
    kind: str
    room: str
    track: str
    starts_at: datetime
    ends_at: datetime
    abstract: str
    places: int | None
    booking: bool
    everybody: bool
    cancelled: bool
    speakers: tuple[str, ...]
    moderators: tuple[str, ...]
    speaker_names: tuple[str, ...]
    moderator_names: tuple[str, ...]
    said: Mapping[str, Any]
    people_said: Mapping[str, Any]

    def meets(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Tell whether it is under way at some time of a stretch."""
        return self.starts_at < ends_at and starts_at < self.ends_at

    def is_in(self, room: str) -> bool:
        """Tell whether it is in a room, however that is spelt; a blank one is none."""
        return bool(fold(room)) and fold(room) == fold(self.room)


@dataclass(eq=False)
class UnknownSession(DeskError):
    """No session has this number, id or title."""

    session: str


@dataclass(eq=False)
class SeveralSessions(DeskError):
    """Several sessions have this title: they are told apart by their numbers."""

    session: str
    numbers: tuple[str, ...]


_COLUMNS = tuple(getattr(ProgrammeSession, name) for name in Standing.__dataclass_fields__)
_ALL = (
    select(*_COLUMNS)
    .where(
        ProgrammeSession.alive,
        ProgrammeSession.starts_at.is_not(None),
        ProgrammeSession.ends_at.is_not(None),
    )
    .order_by(ProgrammeSession.starts_at, ProgrammeSession.room, ProgrammeSession.number)
)
_LISTS = ("speakers", "moderators", "speaker_names", "moderator_names")


def has_sessions(session: Session) -> bool:
    """Tell whether the programme has any session."""
    return session.connection().execute(_ALL.limit(1)).first() is not None


def standing_sessions(
    session: Session, only: Collection[UUID] | None = None
) -> tuple[Standing, ...]:
    """Give the sessions in the order of time, also cancelled ones: all, or some."""
    query = _ALL if only is None else _ALL.where(ProgrammeSession.id.in_(only))
    rows = session.connection().execute(query).mappings()
    return tuple(Standing(**{**row, **{name: tuple(row[name]) for name in _LISTS}}) for row in rows)


def session_that_stands(session: Session, programme_session: UUID) -> Standing:
    """Give one.

    Raises:
        UnknownSession: It was taken out.
    """
    for found in standing_sessions(session, [programme_session]):
        return found
    raise UnknownSession(str(programme_session))


def session_named(session: Session, named: str) -> Standing:
    """Find a session by number, id or title.

    Raises:
        UnknownSession, SeveralSessions: There is none so, or more than one.
    """
    found = standing_sessions(session)
    text = named.strip()
    for each in found:
        if text.upper() == each.number.upper() or text.lower() == str(each.id):
            return each
    alike = [each for each in found if fold(each.title) == fold(text)]
    if len(alike) > 1:
        raise SeveralSessions(text, tuple(each.number for each in alike))
    if not alike:
        raise UnknownSession(text)
    return alike[0]
