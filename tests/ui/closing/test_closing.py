"""Closing a day in the window: what is open is listed, and each leads to where it is seen to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.closing.closing import Closing, Open
from app.desks import OpenEvent
from app.settings import HOME
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from ui.closing.dialog import CloseDialog
from ui.common.page import Tools


class Closer:
    """Somebody before the dialog."""

    def __init__(self, day: RunningDay, tools: Tools, qtbot: QtBot, home: QWidget) -> None:
        self.day, self.qtbot = day, qtbot
        self.closing = Closing(day.journal)
        self._tools, self._home = tools, home
        self.went: list[Open] = []
        self.dialog: CloseDialog

    def asks(self) -> None:
        goes = {what: (lambda what=what: self.went.append(what)) for what in Open}
        self.dialog = CloseDialog(self._tools, self.closing, FIRST_DAY, goes, self._home)
        self.dialog.open()
        self.reads("open")

    def reads(self, words: str) -> None:
        self.qtbot.waitUntil(
            lambda: words in self.dialog.said() and "Looking" not in self.dialog.said(),
            timeout=15_000,
        )

    def presses(self, words: str) -> None:
        def found() -> list[QAbstractButton]:
            buttons = self.dialog.findChildren(QAbstractButton)
            return [each for each in buttons if words in each.text() and each.isVisible()]

        # What is said is laid out a moment before it is shown.
        self.qtbot.waitUntil(lambda: bool(found()), timeout=15_000)
        found()[0].click()


@pytest.fixture
def day(open_event: OpenEvent, event: EventBuilder, clock: MovableClock) -> RunningDay:
    return RunningDay(Floor(open_event, event), clock)


@pytest.fixture
def closer(
    day: RunningDay, tools: Tools, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Closer:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    return Closer(day, tools, qtbot, home)


def test_a_day_on_which_nothing_is_open_is_closed_and_reopened(closer: Closer) -> None:
    closer.asks()
    closer.reads("Nothing is open")

    closer.presses("Close the day")
    closer.reads("Closed at")
    assert closer.closing.look(FIRST_DAY).closed_at is not None

    closer.presses("Reopen the day")
    closer.reads("Nothing is open")
    assert closer.closing.look(FIRST_DAY).closed_at is None


def test_what_is_open_leads_to_where_it_is_seen_to(closer: Closer) -> None:
    closer.day.meets("Ada", "Bo", "10:15", "3")
    closer.day.is_now("18:04")
    closer.asks()
    closer.reads("still open")

    closer.presses("Record them")

    assert closer.went == [Open.NOT_RECORDED]
    assert not closer.dialog.isVisible()
    assert closer.closing.look(FIRST_DAY).closed_at is None


def test_a_day_is_closed_all_the_same_with_its_number_noted(closer: Closer) -> None:
    closer.day.meets("Ada", "Bo", "10:15", "3")
    closer.day.is_now("18:04")
    closer.asks()

    closer.presses("Close it all the same")

    closer.reads("Closed at 18:04")
