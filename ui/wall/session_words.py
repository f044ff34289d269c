"""What the wall says of sessions."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from app.delegates.folding import fold
from app.programme.wall import Mark, RoomRow, WallSession
from ui.common.times import day_words


def session_lines(each: WallSession, zone: ZoneInfo, *, is_next: bool) -> tuple[str, str]:
    """Give what a session is, and below until when, or from when, and what has changed."""
    when = _clock(each.starts_at, zone) if is_next else f"until {_clock(each.ends_at, zone)}"
    if each.mark is Mark.GONE or (each.mark is Mark.CANCELLED and not is_next):
        return each.title, mark_words(each, zone)
    return each.title, ", ".join(filter(None, (when, mark_words(each, zone))))


def mark_words(each: WallSession, zone: ZoneInfo) -> str:
    """Say what has changed; blank if nothing has."""
    if each.mark is None:
        return ""
    if each.mark is Mark.CANCELLED or each.other is None:
        return "cancelled"
    starts_at, _ends_at, room = each.other
    is_elsewhere = fold(room) != fold(each.room)
    parts = [room or "no room"] if is_elsewhere else []
    if starts_at != each.starts_at or each.mark is Mark.GONE:
        parts.append(_instant(starts_at, each.starts_at, zone))
    return f"{'now in' if each.mark is Mark.GONE else 'was'} {', '.join(parts)}"


def row_words(row: RoomRow, zone: ZoneInfo) -> str:
    """Say a row to whoever can't see it: ``Hall A: now Opening, until 10:00; next …``."""
    said = []
    for when, each in (("now", row.now), ("next", row.next)):
        if each is not None:
            said.append(f"{when} {', '.join(session_lines(each, zone, is_next=each is row.next))}")
    return f"{row.room or 'No room'}: {'; '.join(said)}"


def _clock(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%H:%M}"


def _instant(instant: datetime, beside: datetime, zone: ZoneInfo) -> str:
    """Give a time of day, with its day if that is another one."""
    local, other = instant.astimezone(zone), beside.astimezone(zone)
    day = "" if local.date() == other.date() else f"{day_words(local.date())} "
    return f"{day}{local:%H:%M}"
