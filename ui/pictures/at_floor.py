"""The states of the page of the floor."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.entries import FLOOR
from ui.floor.headers import PITCH_WIDTH
from ui.floor.page import GRID, FloorPage
from ui.floor.sheet import Tone
from ui.pictures.hand import Hand, NotShown, Scene

_WAITS_FOR_LOOKS = 4


def _floor(hand: Hand) -> None:
    _page(hand)


def _done(hand: Hand) -> None:
    """Let somebody not come, and move a meeting that starts later."""
    page = _page(hand)
    _open(page, Tone.RUNNING)
    hand.press("Host did not come", page.side)
    _go_to(page, Tone.BOTH_HERE)
    _strike(page, Qt.Key.Key_M, Qt.Key.Key_1)
    hand.wait(lambda: bool(hand.workplace.frame.toasts.shown), "the move")
    for _ in range(2):
        hand.afterwards(hand.settle)
        hand.afterwards(hand.workplace.undo)
    page.opened.close()
    _look_around(hand)


def _meeting(hand: Hand) -> None:
    page = _page(hand)
    _open(page, Tone.MISSING)
    hand.settle()


def _moving(hand: Hand) -> None:
    page = _page(hand)
    _go_to(page, Tone.PLANNED)
    _strike(page, Qt.Key.Key_M, Qt.Key.Key_Right)
    hand.afterwards(page.carrying.put_back)
    hand.settle()


def _hall(hand: Hand) -> None:
    page = _page(hand)
    hand.press("Whole hall", page)
    hand.afterwards(lambda: page.head.view_chosen.emit(GRID))
    hand.settle()


def _filtered(hand: Hand) -> None:
    page = _page(hand)
    next(chip for chip in reversed(page.head.chips) if chip.count).click()
    hand.afterwards(page.head.clear)
    hand.settle()


def _found(hand: Hand) -> None:
    page = _page(hand)
    page.find_somebody()
    page.finder.field.setText("mosel")
    hand.afterwards(page.finder.hide)
    hand.settle()


def _no_plan(hand: Hand) -> None:
    hand.window.close_event()
    hand.open(hand.stage.other)
    hand.afterwards(hand.window.close_event)
    hand.workplace.show_page(FLOOR)
    _look_around(hand)


def _page(hand: Hand) -> FloorPage:
    """Come to the page, as it is while nothing is open in it."""
    hand.workplace.show_page(FLOOR)
    page = hand.workplace.floor
    hand.wait(lambda: page.grid.sheet is not None, "the day")
    page.opened.close()
    page.grid.choose(0, 0)
    page.grid.go_to_now()
    _look_around(hand)
    return page


def _look_around(hand: Hand) -> None:
    """Wait for what needs somebody, and for what could be done about it."""
    for _ in range(_WAITS_FOR_LOOKS):
        hand.settle()


def _open(page: FloorPage, tone: Tone) -> None:
    _go_to(page, tone)
    _strike(page, Qt.Key.Key_Return)


def _go_to(page: FloorPage, tone: Tone) -> None:
    """Go to the first cell that looks so, in the slot that runs or later."""
    sheet = page.grid.sheet
    assert sheet is not None  # noqa: S101 - it was waited for
    slot = sheet.running
    first = sheet.column_of[slot.place] if slot is not None else 0
    for column in range(first, len(sheet.day.slots)):
        for row, cells in enumerate(sheet.rows):
            if cells[column].face.tone is tone:
                page.grid.choose(row, column)
                page.grid.horizontalScrollBar().setValue(PITCH_WIDTH * max(first - 1, 0))
                return
    raise NotShown(tone)


def _strike(page: FloorPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.grid, key)


AT_FLOOR: Mapping[str, Scene] = {
    "floor": _floor,
    "floor-meeting": _meeting,
    "floor-moving": _moving,
    "floor-hall": _hall,
    "floor-filtered": _filtered,
    "floor-found": _found,
    "floor-done": _done,
    "floor-no-plan": _no_plan,
}
"""By the name of the picture."""
