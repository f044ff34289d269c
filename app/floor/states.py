"""What a meeting is at an instant. The clock decides, but for what a person said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay


class MeetingState(StrEnum):
    """How it stands with a meeting."""

    PLANNED = "planned"
    CALLED = "called"
    RUNNING = "running"
    LATE = "late"
    """It should run, and one side at least is not there."""
    HELD = "held"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


class Missing(StrEnum):
    """Which side is not there."""

    HOST = "host"
    GUEST = "guest"
    BOTH = "both"


class Word(StrEnum):
    """What a person says of a meeting; nothing leaves it to the clock."""

    NOTHING = ""
    LATE = "late"
    """One side is not at the table, though it may be in the house. It counts until the end."""
    RUNNING = "running"
    HELD = "held"
    NO_SHOW = "no_show"


class Attendance(StrEnum):
    """Where somebody stands for a meeting: the dot before a name."""

    HERE = "here"
    EXPECTED = "expected"
    """Not here yet; the meeting has not begun."""
    LATE = "late"
    """Not here, and the meeting should run."""
    ABSENT = "absent"
    """They did not come."""
    NOT_EXPECTED = "not_expected"
    """The meeting is cancelled, or they do not come to the event."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with a meeting.

    ``missing``: which side is not in the house, or did not come. ``is_said``: a person said it.
    """

    state: MeetingState
    missing: Missing | None = None
    is_said: bool = False


def standing(day: FloorDay, meeting: DayMeeting, now: datetime) -> Standing:
    """Say how it stands with a meeting at an instant.

    A side is there when one of its people is in the house, for an organisation may send whom it
    likes. Where badges say that both sides sit at the table, it runs, also before its time. What is
    over counts as held if both sides were in the house meanwhile. What has no slot any more does
    not go by the clock.
    """
    said = _said(meeting, now)
    if said is not None:
        return Standing(said, Missing(meeting.missing) if meeting.missing else None, is_said=True)
    missing = _missing(day, meeting, now)
    if not meeting.has_slot:
        return Standing(MeetingState.PLANNED, missing)
    if meeting.ends_at <= now:
        missing = None if meeting.are_seated else missing
        return Standing(MeetingState.NO_SHOW if missing else MeetingState.HELD, missing)
    if meeting.starts_at <= now or (meeting.are_seated and missing is None):
        return Standing(MeetingState.LATE if missing else MeetingState.RUNNING, missing)
    return Standing(MeetingState.CALLED if meeting.called_at else MeetingState.PLANNED, missing)


def _said(meeting: DayMeeting, now: datetime) -> MeetingState | None:
    if meeting.cancelled:
        return MeetingState.CANCELLED
    if meeting.said in {Word.RUNNING, Word.LATE} and meeting.ends_at > now:
        return MeetingState(meeting.said)
    # Whoever saw them sit there saw both, whatever the desk knows of them.
    if meeting.said in {Word.RUNNING, Word.HELD}:
        return MeetingState.HELD
    return MeetingState.NO_SHOW if meeting.said == Word.NO_SHOW else None


def attendance(day: FloorDay, meeting: DayMeeting, person: UUID, now: datetime) -> Attendance:
    """Say where one of its people stands for a meeting at an instant."""
    someone = day.people[person]
    if meeting.cancelled or not someone.is_coming:
        return Attendance.NOT_EXPECTED
    is_over = meeting.ends_at <= now
    if meeting.said == Word.NO_SHOW and is_missing(meeting, person):
        return Attendance.ABSENT
    if is_over:
        came = someone.was_here(meeting.starts_at, meeting.ends_at)
        is_known = meeting.said not in {Word.NOTHING, Word.LATE}
        return Attendance.HERE if came or is_known else Attendance.ABSENT
    if meeting.said == Word.LATE and is_missing(meeting, person):
        return Attendance.LATE
    if someone.is_here(now) or meeting.said in {Word.RUNNING, Word.HELD}:
        return Attendance.HERE
    return Attendance.LATE if meeting.starts_at <= now else Attendance.EXPECTED


def people_of(meeting: DayMeeting, side: Missing | None) -> tuple[UUID, ...]:
    """Give the people of a side of a meeting, or of both; nobody for none."""
    match side:
        case Missing.HOST:
            return meeting.hosts
        case Missing.GUEST:
            return meeting.guests
        case Missing.BOTH:
            return meeting.people
        case None:
            return ()


def is_missing(meeting: DayMeeting, person: UUID) -> bool:
    """Tell whether somebody belongs to a side of which it was said that it did not come."""
    is_host = person in meeting.hosts
    return meeting.missing in {Missing.BOTH, Missing.HOST if is_host else Missing.GUEST}


def _missing(day: FloorDay, meeting: DayMeeting, now: datetime) -> Missing | None:
    def is_there(side: Iterable[UUID]) -> bool:
        people = [day.people[each] for each in side]
        if meeting.has_slot and meeting.ends_at <= now:
            return any(each.was_here(meeting.starts_at, meeting.ends_at) for each in people)
        return any(each.is_here(now) for each in people)

    host, guest = is_there(meeting.hosts), is_there(meeting.guests)
    if host and guest:
        return None
    if host:
        return Missing.GUEST
    return Missing.HOST if guest else Missing.BOTH
