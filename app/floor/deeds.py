"""Deeds of the running day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.meetings.deeds import Values


@dataclass(frozen=True, slots=True)
class MeetingCalled:
    """The people of a meeting were called to their table."""

    id: UUID
    called_at: datetime
    called_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class CallTakenBack:
    """They were not called; ``called_at`` is when they were called before that, if they were."""

    id: UUID
    called_at: datetime | None
    called_before: datetime


@dataclass(frozen=True, slots=True)
class MeetingSaid:
    """Somebody said what became of a meeting, or left it to the clock again.

    ``said`` and ``missing`` are as in the row of the meeting.
    """

    id: UUID
    said: str
    missing: str
    said_before: str
    missing_before: str


@dataclass(frozen=True, slots=True)
class SideSeated:
    """A side of a meeting sits at its table since an instant, as somebody's badge says there.

    Without one it does not sit there. ``is_host`` says which side it is; ``delegate_id`` whose
    badge it was, if it was one.
    """

    id: UUID
    is_host: bool
    delegate_id: UUID | None
    seated_at: datetime | None
    seated_before: datetime | None


@dataclass(frozen=True, slots=True)
class LatenessAnnounced:
    """A delegate let us know when they come."""

    id: UUID
    delegate_id: UUID
    comes_at: datetime


@dataclass(frozen=True, slots=True)
class LatenessTakenBack:
    """They did not say so."""

    id: UUID


@dataclass(frozen=True, slots=True)
class LatenessPutBack:
    """They did say so."""

    id: UUID


@dataclass(frozen=True, slots=True)
class PersonTold:
    """A delegate was told where their meetings of a day are, other than on paper.

    ``lines`` are as ``Schedule.lines`` has them.
    """

    id: UUID
    delegate: UUID
    day: date
    lines: tuple[Values, ...]


@dataclass(frozen=True, slots=True)
class TellingTakenBack:
    """They were not told."""

    id: UUID


@dataclass(frozen=True, slots=True)
class TellingPutBack:
    """They were told."""

    id: UUID


@dataclass(frozen=True, slots=True)
class FloorRulesChanged:
    """The day is watched otherwise: columns of ``FloorRules`` by name."""

    id: UUID
    values: Values
    before: Values
