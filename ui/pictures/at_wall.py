"""The states of the wall display."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from app.floor.manager import FloorManager
from app.floor.moving import CannotMove
from app.floor.wall import WallRow
from app.journal.undo import undo
from ui.pictures.hand import Hand, Scene
from ui.pictures.stage import NOW
from ui.wall.window import WallWindow
from ui.wall_work import WallWork

_SWAPPED = 2


def _wall(hand: Hand) -> None:
    """Let some meetings of the next slot be at other tables than on paper."""
    event = hand.stage.desks.open(hand.stage.file)
    try:
        swapped = _swap_some(FloorManager(event.journal, event.letters))
        shown_wall(hand, NOW, lambda wall: any(row.is_changed for row in _rows(wall)))
        for _ in range(swapped):
            undo(event.journal)
    finally:
        event.close()


def _before(hand: Hand) -> None:
    shown_wall(hand, NOW - timedelta(hours=2), lambda wall: bool(_rows(wall)))


def _between(hand: Hand) -> None:
    shown_wall(hand, NOW + timedelta(minutes=9), lambda wall: bool(_rows(wall)))


def _over(hand: Hand) -> None:
    shown_wall(hand, NOW + timedelta(hours=10), lambda wall: not _rows(wall))


def _swap_some(manager: FloorManager) -> int:
    """Swap tables in the next slot, where none may be free, and say how many times."""
    look = manager.look(NOW.date())
    comes = next(slot for slot in look.day.slots if slot.starts_at > NOW)
    ahead = [each.id for each in look.day.meetings if each.place == comes.place]
    swapped = 0
    for one, other in zip(ahead[::2], ahead[1::2], strict=False):
        try:
            manager.moving.swap(look.day.date, one, other, anyway=True)
        except CannotMove:
            continue
        swapped += 1
        if swapped == _SWAPPED:
            break
    return swapped


def shown_wall(hand: Hand, now: datetime, seen: Callable[[WallWindow], bool]) -> None:
    """Open the wall as it is at an instant, and picture it."""
    (work,) = hand.workplace.findChildren(WallWork)
    hand.stage.watch.now = now
    work.show()
    hand.wait(lambda: work.window is not None, "the wall")
    wall = work.window
    assert wall is not None  # noqa: S101 - it was opened
    hand.wait(lambda: wall.board.wall is not None and seen(wall), "the wall")
    hand.settle()
    hand.instead = wall.board
    hand.afterwards(lambda: _put_away(hand, wall))


def _put_away(hand: Hand, wall: WallWindow) -> None:
    hand.instead = None
    hand.stage.watch.now = NOW
    wall.close()


def _rows(wall: WallWindow) -> tuple[WallRow, ...]:
    shown = wall.board.wall
    return () if shown is None else shown.rows


AT_WALL: Mapping[str, Scene] = {
    "wall": _wall,
    "wall-before": _before,
    "wall-between": _between,
    "wall-over": _over,
}
"""By the name of the picture."""
