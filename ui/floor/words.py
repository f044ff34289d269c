"""The running day in words, as the page says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from app.floor.day import DayMeeting, DaySlot, FloorDay, Participant
from app.floor.states import Attendance
from ui.floor.sheet import Cell, Sheet, Tone

TONE_WORDS: Mapping[Tone, str] = {
    Tone.PLANNED: "Planned",
    Tone.BOTH_HERE: "Both here",
    Tone.CALLED: "Called",
    Tone.RUNNING: "Running",
    Tone.MISSING: "One missing",
    Tone.NO_SHOW: "No-show",
    Tone.MISSED: "No-show",
    Tone.MOVED: "Moved",
    Tone.HELD: "Held",
    Tone.CANCELLED: "Cancelled",
    Tone.FREE: "Free",
    Tone.CLOSED: "Closed",
}
ATTENDANCE_WORDS: Mapping[Attendance, str] = {
    Attendance.HERE: "Here",
    Attendance.EXPECTED: "Not here yet",
    Attendance.LATE: "Late",
    Attendance.ABSENT: "Did not come",
    Attendance.NOT_EXPECTED: "Not expected",
}
_AWAY = frozenset({Attendance.EXPECTED, Attendance.LATE, Attendance.ABSENT})


def clock(day: FloorDay, instant: datetime) -> str:
    """Give the time of day at the venue."""
    return f"{instant.astimezone(day.zone):%H:%M}"


def long_words(time: timedelta) -> str:
    """Say how long it is: ``12 min``, ``2 h 05``."""
    minutes = time // timedelta(minutes=1)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02}"


def slot_times(day: FloorDay, slot: DaySlot) -> str:
    """Give when a slot begins and ends."""
    return f"{clock(day, slot.starts_at)}–{clock(day, slot.ends_at)}"


def whole_name(someone: Participant) -> str:
    """Name somebody by the organisation they stand for, or else by their own name."""
    return someone.who.organisation or someone.who.name or someone.who.badge_number


def side_words(day: FloorDay, people: Iterable[UUID]) -> str:
    """Name a side of a meeting, each organisation once."""
    return ", ".join(dict.fromkeys(whole_name(day.people[each]) for each in people))


def pair_words(day: FloorDay, meeting: DayMeeting, between: str = " ↔ ") -> str:
    """Name both sides of a meeting, the host first."""
    return f"{side_words(day, meeting.hosts)}{between}{side_words(day, meeting.guests)}"


def state_words(cell: Cell) -> str:
    """Say how it stands with the meeting of a cell."""
    face = cell.face
    missing = [each.name for each in face.lines if each.dot in _AWAY]
    words = TONE_WORDS[face.tone]
    if face.tone in {Tone.MISSING, Tone.NO_SHOW, Tone.MISSED} and missing:
        words = (
            words if len(missing) == 1 else "Both missing" if face.tone is Tone.MISSING else words
        )
        return f"{words}: {' and '.join(missing)}"
    return words


def cell_words(sheet: Sheet, row: int, column: int) -> str:
    """Say a cell to whoever can't see it."""
    day, cell = sheet.day, sheet.rows[row][column]
    where = f"Table {day.tables[row].label}, slot {day.slots[column].number}"
    if not cell.meetings:
        return f"{where}, {TONE_WORDS[cell.face.tone].lower()}"
    said = state_words(cell)
    words = [
        where,
        pair_words(day, day.meeting[cell.meetings[0]], " and "),
        said[0].lower() + said[1:],
    ]
    if cell.face.off_table:
        words.append("the table is closed then")
    if cell.face.clash:
        words.append("another meeting has the table as well")
    if cell.face.locked:
        words.append("locked")
    return ", ".join(words)


def cell_tip(sheet: Sheet, row: int, column: int) -> str:
    """Say what there is no room for in a cell."""
    day, cell = sheet.day, sheet.rows[row][column]
    lines = []
    for each in cell.meetings:
        meeting = day.meeting[each]
        lines.append(f"{pair_words(day, meeting)}  {meeting.number}")
    if lines:
        lines.append(state_words(cell))
    return "\n".join(lines)
