"""Every page, for those who use it by keyboard alone or hear it read out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.settings import HOME
from tests.building import EventBuilder, MovableClock, copy_event
from tests.ui.at_work import shown_workplace
from ui.common.page import Tools
from ui.entries import ENTRIES
from ui.workplace import Workplace

PAGES = [entry.key for entry in ENTRIES]
MOST_STOPS = 400


@pytest.fixture
def workplace(
    tmp_path: Path,
    tools: Tools,
    qtbot: QtBot,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Workplace]:
    """All pages of an event with some delegates."""
    monkeypatch.setenv(HOME, str(tmp_path))
    file = tmp_path / "event.matchdesk"
    made = copy_event(file, clock)
    EventBuilder(made).crowd(30)
    made.close()
    with shown_workplace(file, tools, clock, qtbot) as workplace:
        yield workplace


def shown_page(workplace: Workplace, key: str, qtbot: QtBot) -> None:
    workplace.show_page(key)
    if key == "delegates":
        qtbot.waitUntil(lambda: workplace.delegates.table.records.rowCount() == 30)


def can_have_focus(widget: QWidget) -> bool:
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    is_inside = isinstance(widget.parent(), QAbstractSpinBox)
    return tabbed and widget.isVisible() and widget.isEnabled() and not is_inside


@pytest.mark.parametrize("page", PAGES)
def test_whatever_can_have_the_focus_has_a_name(
    workplace: Workplace, page: str, qtbot: QtBot
) -> None:
    shown_page(workplace, page, qtbot)

    nameless = []
    for widget in workplace.findChildren(QWidget):
        if can_have_focus(widget) and not isinstance(widget, QAbstractSlider):
            heard = QAccessible.queryAccessibleInterface(widget)
            if not heard.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_every_part_and_comes_round(
    workplace: Workplace, page: str, qtbot: QtBot
) -> None:
    shown_page(workplace, page, qtbot)
    first = QApplication.focusWidget()
    assert first is not None
    wanted = {
        widget
        for widget in workplace.findChildren(QWidget)
        if can_have_focus(widget) and widget.focusProxy() is None
    }

    reached = [first]
    while len(reached) < MOST_STOPS:
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        # A date has several stops of its own.
        if now in reached[:-1] and now is not reached[-1]:
            break
        reached.append(now)
    else:
        stops = [f"{type(stop).__name__} {stop.accessibleName()}" for stop in reached[-6:]]
        pytest.fail(f"Tab never comes back to where it began; last it was at {stops}")

    missed = {
        f"{type(widget).__name__} {widget.accessibleName()}"
        for widget in wanted.difference(reached)
    }
    assert missed == set()
