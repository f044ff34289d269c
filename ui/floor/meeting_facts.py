"""What is known of one meeting and its people, in words."""

from __future__ import annotations

from datetime import datetime

from app.floor.day import DayMeeting, FloorDay, Participant
from app.floor.states import Attendance
from ui.floor.words import ATTENDANCE_WORDS, clock


def presence_words(day: FloorDay, someone: Participant, stands: Attendance, now: datetime) -> str:
    """Say where somebody is, since when, and when they come."""
    since = someone.here_since(now)
    if since is not None:
        return f"Here since {clock(day, since)}"
    if someone.comes_at is not None and someone.comes_at > now:
        return f"Comes at {clock(day, someone.comes_at)}"
    left = [stay.until for stay in someone.stays if stay.until is not None]
    if left:
        return f"Left at {clock(day, max(left))}"
    return ATTENDANCE_WORDS[stands]


def fact_words(day: FloorDay, meeting: DayMeeting) -> list[str]:
    """Say when it is, where it was before, and what else is known."""
    slot = day.slot[meeting.place]
    times = f"{clock(day, slot.starts_at)}–{clock(day, meeting.ends_at)}"
    facts = [f"{times}, meeting {meeting.number}"]
    if meeting.has_moved:
        was = day.slot.get(meeting.planned_place if meeting.planned_place is not None else -1)
        table = day.table.get(meeting.planned_table) if meeting.planned_table is not None else None
        when = f"{clock(day, was.starts_at)}" if was is not None else "another day"
        where = f", table {table.label}" if table is not None else ""
        facts.append(f"Was planned for {when}{where}.")
    if meeting.called_at is not None:
        facts.append(f"Called at {clock(day, meeting.called_at)}.")
    if not day.has_table(meeting):
        facts.append("Its table is closed then. Move it.")
    if meeting.locked:
        facts.append("Locked: planning anew leaves it here.")
    return facts
