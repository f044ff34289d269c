"""Where arrows lead from one session to another."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt

from ui.programme.sheet import Block, Sheet

_ALONG = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ARROWS = frozenset(_ALONG) | frozenset(_ACROSS)


def step(sheet: Sheet, key: Qt.Key, chosen: UUID | None) -> UUID | None:
    """Give the session to which an arrow leads; the one chosen, if it leads nowhere.

    Up and Down go through a room by time, Left and Right to what is nearest in time in the
    next room that has a session. With none chosen, an arrow leads to what is on now or next.
    """
    here = sheet.of_session.get(chosen) if chosen is not None else None
    if here is None:
        return first(sheet)
    if key in _ALONG:
        found = _next_in_room(sheet, here, _ALONG[key])
    else:
        found = _next_room(sheet, here, _ACROSS[key])
    return found.session.id if found is not None and found.session is not None else chosen


def first(sheet: Sheet) -> UUID | None:
    """Give the session that is on now or comes next; of a day that is over, the last one."""
    by_time = sorted(sheet.of_session.values(), key=_when)
    now = sheet.minute(sheet.now)
    coming = [each for each in by_time if each.ends > now] or by_time[-1:]
    return coming[0].session.id if coming and coming[0].session is not None else None


def _next_in_room(sheet: Sheet, here: Block, by: int) -> Block | None:
    own = [each for each in sheet.of_session.values() if each.column == here.column]
    own.sort(key=_when)
    at = own.index(here) + by
    return own[at] if 0 <= at < len(own) else None


def _next_room(sheet: Sheet, here: Block, by: int) -> Block | None:
    columns = {each.column for each in sheet.of_session.values()}
    beyond = [each for each in columns if (each - here.column) * by > 0]
    if not beyond:
        return None
    column = min(beyond, key=lambda each: abs(each - here.column))
    there = [each for each in sheet.of_session.values() if each.column == column]
    return min(there, key=lambda each: (_apart(here, each), _when(each)))


def _apart(one: Block, other: Block) -> int:
    return max(0, one.starts - other.ends + 1, other.starts - one.ends + 1)


def _when(block: Block) -> tuple[int, int, int]:
    return block.starts, block.lane, block.column
