"""Whoever works by keyboard sees where the focus is, on each page and in each dialog."""

from __future__ import annotations

import os
from collections.abc import Iterator
from operator import ne

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.settings import HOME, load_settings
from ui.common.look import Look, ThemeName
from ui.pictures.hand import Hand, Scene, dialogs
from ui.pictures.making import SCENES
from ui.pictures.stage import set_stage
from ui.shell.desk_pill import DeskWish
from ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard|propagateSizeHints)"
)
MOST_STOPS = 120
AROUND = QMargins(20, 20, 20, 20)
"""A field may leave it to what stands around it to show the focus."""
A_CARET = 60
"""So many dots may blink in a field that shows its focus in no other way."""
_SIZE = (1280, 800)


def _rename(hand: Hand) -> None:
    hand.at_desk().bar.desk.wanted.emit(DeskWish.RENAME)
    hand.settle()


PLACES: dict[str, Scene] = {
    name: scene
    for name, scene in SCENES.items()
    if name
    in {
        *("start-recents", "start-new-event", "desk-ready", "desk-cancelled", "desk-one-name"),
        *("desk-walk-in", "desk-perhaps-known", "delegates-detail", "delegates-edit"),
        *("delegates-selected", "delegates-to-decide", "event-overview", "event-close-tables"),
        *("event-owners", "event-import-choose", "event-import-check", "print-one"),
        *("scanner-test", "help", "crash"),
    }
} | {"rename": _rename}


@pytest.fixture(scope="module")
def hand(dressed: Look) -> Iterator[Hand]:
    """A hand at the sample event, whose cursor stands still."""
    before = os.environ.get(HOME)
    for left in QApplication.topLevelWidgets():
        # What another test left open would keep this window from coming to the front.
        left.hide()
    with set_stage() as stage:
        window = Window(dressed, load_settings(), stage.watch)
        blinking = QApplication.cursorFlashTime()
        QApplication.setCursorFlashTime(0)
        window.resize(*_SIZE)
        window.show()
        window.activateWindow()
        yield Hand(stage, window, dressed)
        window.close()
        window.deleteLater()
        QApplication.setCursorFlashTime(blinking)
    assert os.environ.get(HOME) == before
    dressed.wear(ThemeName.LIGHT)


@pytest.mark.parametrize("place", PLACES)
def test_the_focus_is_seen_wherever_tab_goes(hand: Hand, place: str) -> None:
    PLACES[place](hand)
    top = dialogs()[-1] if dialogs() else hand.window
    hand.wait(lambda: _is_in_front(top), place)

    unseen = []
    for theme in (ThemeName.LIGHT, ThemeName.DARK):
        hand.look.wear(theme)
        for stop in _stops():
            why = _hidden(stop, top)
            unseen += [f"{_called(stop)}, {theme}: {why}"] if why else []

    hand.put_away()
    assert unseen == []


def _is_in_front(window: QWidget) -> bool:
    """Tell whether a window has the keys, and bring it there if not.

    What another test left behind may take them once more; a field that was filled may have opened
    its list of suggestions.
    """
    suggestions = QApplication.activePopupWidget()
    if suggestions is not None:
        suggestions.close()
    window.activateWindow()
    return window.isActiveWindow()


def _stops() -> Iterator[QWidget]:
    """Go on by Tab until it is where it was before."""
    reached: list[QWidget] = []
    for _ in range(MOST_STOPS):
        now = QApplication.focusWidget()
        assert now is not None, f"nothing has the focus after {reached[-1:]}"
        if now in reached[:-1]:
            return
        if not reached or now is not reached[-1]:
            reached.append(now)
            if now.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield now
        assert QApplication.focusWidget() is now
        QTest.keyClick(now, Qt.Key.Key_Tab)
    pytest.fail(f"Tab never comes back; last it was at {_called(reached[-1])}")


def _hidden(stop: QWidget, top: QWidget) -> str:
    """Say why somebody would not see that this has the focus; blank if they would."""
    seen = stop.visibleRegion().boundingRect()
    if seen.width() < min(stop.width(), 24) or seen.height() < min(stop.height(), 16):
        return "out of sight"
    area = QRect(stop.mapTo(top, seen.topLeft()), seen.size())
    over = top.childAt(area.center())
    if over is None or not (over is stop or stop.isAncestorOf(over) or over.isAncestorOf(stop)):
        return f"covered by {_called(over) if over else 'nothing of this window'}"
    with_focus = _picture(top, area)
    stop.clearFocus()
    without = _picture(top, area)
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    return "" if _differing(with_focus, without) > A_CARET else "looks the same without the focus"


def _picture(top: QWidget, area: QRect) -> QImage:
    room = area.marginsAdded(AROUND).intersected(QRect(QPoint(), top.size()))
    return top.grab(room).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _differing(one: QImage, other: QImage) -> int:
    first, second = (memoryview(each.constBits()).cast("I") for each in (one, other))
    return sum(map(ne, first, second))


def _called(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.property("text") or ""
    return f"{type(widget).__name__} “{name}”"
