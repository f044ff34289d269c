"""What is said of a session, and what is refused of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from app.delegates.person import Person
from app.errors import DeskError
from app.programme.session import SessionKind, Standing

LONGEST: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class SessionOrder:
    """What is said of a session. Nothing means: not said; a blank clears a text.

    Names and delegates of ``speakers`` and ``moderators`` are all of them. ``open_to_all`` takes
    the limit of places away.
    """

    title: str | None = None
    kind: SessionKind | None = None
    track: str | None = None
    abstract: str | None = None
    places: int | None = None
    open_to_all: bool = False
    booking: bool | None = None
    everybody: bool | None = None
    speakers: Sequence[UUID | str] | None = None
    moderators: Sequence[UUID | str] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """When and where a session is. Nothing means: as it is."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    room: str | None = None


@dataclass(eq=False)
class SessionNotPossible(DeskError):
    """A session makes no sense.

    ``reason``: ``no_title``, ``no_times``, ``ends_before_it_starts``, ``too_long`` (more than a
    day), ``other_day`` (it starts on no day of the event), ``no_places`` (less than one),
    ``fewer_places`` (more are booked).
    """

    reason: str
    value: str = ""


@dataclass(eq=False)
class RoomTaken(DeskError):
    """Another session is in the room then."""

    room: str
    number: str
    title: str
    starts: datetime
    ends: datetime


@dataclass(eq=False)
class SessionFull(DeskError):
    """All places of a session are taken. ``booked`` of them by booking."""

    number: str
    title: str
    places: int
    booked: int


@dataclass(eq=False)
class SessionOff(DeskError):
    """A session does not take place."""

    number: str
    title: str


@dataclass(eq=False)
class SessionStands(DeskError):
    """A session takes place already, so it can't be restored."""

    number: str
    title: str


@dataclass(eq=False)
class NotComing(DeskError):
    """Somebody who does not come can't be booked, or be let in."""

    delegate: Person


@dataclass(eq=False)
class InSessionThen(DeskError):
    """Somebody has to be in another session at that time."""

    delegate: Person
    number: str
    title: str
    how: str


@dataclass(eq=False)
class NotBooked(DeskError):
    """Somebody is not booked for a session, or not excused from it."""

    delegate: Person
    number: str
    title: str


def check_times(
    starts_at: datetime | None, ends_at: datetime | None, day: date | None, days: Sequence[date]
) -> tuple[datetime, datetime]:
    """Give the times of a session that starts on ``day``, at the venue.

    Raises:
        SessionNotPossible: They are of no use.
    """
    if starts_at is None or ends_at is None:
        raise SessionNotPossible("no_times")
    # Times of one zone are compared by the clock, which goes forward and back a night a year.
    starts_at, ends_at = starts_at.astimezone(UTC), ends_at.astimezone(UTC)
    if starts_at >= ends_at:
        raise SessionNotPossible("ends_before_it_starts")
    if ends_at - starts_at > LONGEST:
        raise SessionNotPossible("too_long")
    if day not in days:
        raise SessionNotPossible("other_day", str(day))
    return starts_at, ends_at


def check_room(room: str, times: tuple[datetime, datetime], others: Sequence[Standing]) -> None:
    """Refuse a room that another session is in.

    Raises:
        RoomTaken: Naming it.
    """
    for other in others:
        if not other.cancelled and other.is_in(room) and other.meets(*times):
            raise RoomTaken(room, other.number, other.title, other.starts_at, other.ends_at)
