"""The page of the programme among the others, and its parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.settings import HOME
from tests.building import FIRST_DAY, SECOND_DAY, MovableClock, copy_event_file
from tests.ui.at_work import shown_workplace
from ui.common.day_part import DayPart
from ui.common.page import News, Tools
from ui.common.parts import column
from ui.entries import DESK, PROGRAMME
from ui.programme.page import ProgrammePage
from ui.programme.part import PartEntry
from ui.workplace import Workplace

CONTROL = Qt.KeyboardModifier.ControlModifier


class Listening(DayPart):
    """A part with a field, that takes scans while it is asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        self.setLayout(column(self.field))
        self.days: list[date] = []
        self.scans: list[str] | None = None

    def show_day(self, day: date) -> None:
        self.days.append(day)

    def arrive(self) -> None:
        self.field.setFocus()

    def take_scan(self, text: str) -> bool:
        if self.scans is not None:
            self.scans.append(text)
        return self.scans is not None


@pytest.fixture
def page(tools: Tools, qtbot: QtBot) -> ProgrammePage:
    entries = [PartEntry(key, key.title(), "list", Listening) for key in ("talks", "tours")]
    page = ProgrammePage(tools, FIRST_DAY, entries)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive()
    return page


@pytest.fixture
def workplace(
    tmp_path: Path,
    tools: Tools,
    clock: MovableClock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Workplace]:
    monkeypatch.setenv(HOME, str(tmp_path))
    file = copy_event_file(tmp_path / "open.matchdesk")
    with shown_workplace(file, tools, clock, qtbot) as workplace:
        yield workplace


def _part(page: ProgrammePage) -> Listening:
    assert isinstance(page.part, Listening)
    return page.part


def test_the_page_is_the_last_of_the_rail_and_has_its_key(
    workplace: Workplace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: workplace.frame.page == DESK)

    QTest.keyClick(workplace, Qt.Key.Key_7, CONTROL)

    assert workplace.frame.page == PROGRAMME
    assert workplace.frame.rail.pages[-1] == PROGRAMME


def test_keys_go_from_part_to_part_and_each_has_the_focus_where_work_begins(
    page: ProgrammePage,
) -> None:
    talks = _part(page)
    assert talks.field.hasFocus()

    QTest.keyClick(page, Qt.Key.Key_PageDown, CONTROL)
    tours = _part(page)
    assert tours is not talks
    assert tours.field.hasFocus()

    QTest.keyClick(page, Qt.Key.Key_PageDown, CONTROL)
    assert page.part is talks


def test_a_part_that_is_made_later_shows_the_day_that_the_others_show(page: ProgrammePage) -> None:
    page.show_day(SECOND_DAY)

    assert _part(page).days == [FIRST_DAY, SECOND_DAY]
    page.show_part("tours")
    assert _part(page).days == [SECOND_DAY]


def test_a_scan_goes_to_the_part_that_waits_for_one(page: ProgrammePage) -> None:
    tours = page.show_part("tours")
    assert isinstance(tours, Listening)
    page.show_part("talks")
    assert not page.take_scan("nobody waits")

    tours.scans = []
    assert page.take_scan("somebody waits")
    assert tours.scans == ["somebody waits"]


def test_what_a_part_tells_is_told_by_the_page(page: ProgrammePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.told) as told:
        page.part.told.emit(News("Done."))

    assert told.args == [News("Done.")]
