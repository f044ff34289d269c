"""What a delegate's schedule says now, row by row, and what the paper says instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.meetings.attendees import Someone
from app.meetings.upcoming import DelegateMeeting, DelegateMeetings, Partner
from app.printing.schedules.changes import Change, LineChange
from app.printing.schedules.lines import ScheduleLine
from app.printing.schedules.standing import ScheduleStanding
from ui.common.times import Times, day_words

CHANGE_WORDS = {
    Change.MOVED: "Moved",
    Change.NEW_PARTNER: "New partner",
    Change.NEW: "New",
    Change.CANCELLED: "Cancelled",
}


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """A meeting, and how it differs from the paper, if it does."""

    meeting: DelegateMeeting
    change: LineChange | None = None

    @property
    def is_cancelled(self) -> bool:
        """Tell whether only the paper says it."""
        return self.change is not None and self.change.now is None

    def runs_at(self, now: datetime) -> bool:
        """Tell whether it takes place at an instant."""
        return not self.is_cancelled and self.meeting.starts_at <= now < self.meeting.ends_at


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of a sentence; what is ``old`` holds no more."""

    text: str
    old: bool = False


def rows_of(
    meetings: DelegateMeetings, standing: ScheduleStanding, now: datetime
) -> tuple[ScheduleRow, ...]:
    """Give what is before somebody today, and whatever has changed on other days."""
    changed = {each.now.meeting: each for each in standing.changes if each.now}
    today = {each.id for each in meetings.upcoming(now).meetings}
    rows = [
        ScheduleRow(each, changed.get(each.id))
        for each in meetings.meetings
        if each.id in today or each.id in changed
    ]
    rows += [
        ScheduleRow(_on_paper(each.was), each)
        for each in standing.changes
        if each.now is None and each.was is not None
    ]
    moved = (each for each in standing.changes if each.now is not None and each.now.title)
    rows += [ScheduleRow(_on_paper(each.line), each) for each in moved]
    return tuple(sorted(rows, key=lambda each: each.meeting.starts_at))


def fitting(rows: Sequence[ScheduleRow], most: int) -> tuple[ScheduleRow, ...]:
    """Leave out what has not changed, the last of it first, until so many rows are left."""
    too_many = len(rows) - most
    plain = [each for each in rows if each.change is None]
    dropped = plain[max(len(plain) - too_many, 0) :] if too_many > 0 else []
    return tuple(each for each in rows if each not in dropped)


def change_words(row: ScheduleRow, times: Times) -> tuple[Said, ...]:
    """Say what the paper says instead; nothing, if it says the same."""
    change = row.change
    if change is None:
        return ()
    return tuple(_SAID[change.change](change, times))


def _moved(change: LineChange, times: Times) -> Iterator[Said]:
    was, now = change.was, change.now
    if was is None or now is None:
        return
    yield Said("Was ")
    if was.starts_at == now.starts_at:
        yield Said("" if now.title else "table ")
        yield Said(was.table or "–", old=True)
        yield Said(". All else is the same.")
        return
    place = "" if now.title else "table "
    table = f", {place}{was.table}" if was.table and was.table != now.table else ""
    yield Said(f"{_time(was, times)}{table}", old=True)
    same = "." if now.title else ". Same partner."
    yield Said(same if table else ". All else is the same.")


def _new_partner(change: LineChange, _times: Times) -> Iterator[Said]:
    if change.was is not None:
        yield Said("Was ")
        table = f", table {change.was.table}" if change.was.table else ""
        yield Said(f"{whom(change.was.partners)}{table}", old=True)
        yield Said(".")


def _new(_change: LineChange, _times: Times) -> Iterator[Said]:
    yield Said("The paper does not say it.")


def _cancelled(_change: LineChange, _times: Times) -> Iterator[Said]:
    yield Said("It does not take place.")


_SAID = {
    Change.MOVED: _moved,
    Change.NEW_PARTNER: _new_partner,
    Change.NEW: _new,
    Change.CANCELLED: _cancelled,
}


def whom(people: tuple[Someone, ...]) -> str:
    """Name organisations, or the people where they have none."""
    named = (each.organisation or each.name for each in people)
    return ", ".join(dict.fromkeys(filter(None, named))) or "nobody on the list"


def _time(line: ScheduleLine, times: Times) -> str:
    local = line.starts_at.astimezone(times.zone)
    day = "" if local.date() == times.today() else f"{day_words(local.date())}, "
    return f"{day}{local:%H:%M}"


def _on_paper(line: ScheduleLine) -> DelegateMeeting:
    return DelegateMeeting(
        line.meeting,
        "",
        line.starts_at,
        line.ends_at,
        line.table,
        line.kind,
        tuple(Partner(each, "expected", None) for each in line.partners),
        line.title,
    )
