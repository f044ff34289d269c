"""The dialogs as the page of outcomes brings them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.outcomes.export.written import files_written
from app.settings import HOME
from tests.building import FIRST_DAY, MovableClock, copy_event_file
from tests.ui.at_work import shown_on
from ui.common.page import Tools
from ui.entries import OUTCOMES
from ui.exporting.dialog import ExportDialog
from ui.exporting.hand_back import HandBackDialog
from ui.exporting.writing import WritingDialog
from ui.opened import Opened, open_event
from ui.workplace import Workplace

D = TypeVar("D", bound=WritingDialog)


@pytest.fixture
def window(
    tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened]:
    """An event as the window has it open, of somebody whose files are in the test's folder."""
    monkeypatch.setenv(HOME, str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    opened = open_event(copy_event_file(tmp_path / "open.matchdesk"), clock, lambda _changes: None)
    yield opened
    opened.event.close()


@pytest.fixture
def place(window: Opened, tools: Tools, clock: MovableClock, qtbot: QtBot) -> Iterator[Workplace]:
    with shown_on(window, tools, clock, qtbot) as workplace:
        workplace.show_page(OUTCOMES)
        yield workplace


def brought(place: Workplace, kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in place.findChildren(kind)))
    return place.findChildren(kind)[-1]


def test_two_keys_write_the_workbook(
    place: Workplace, window: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(place.outcomes, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = brought(place, ExportDialog, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(dialog.written.words), timeout=20_000)
    assert dialog.folder.is_relative_to(tmp_path)
    assert [file.name for file in dialog.folder.iterdir()] == ["event.xlsx"]
    with window.event.journal.reading() as session:
        assert len(files_written(session)) == 1
    dialog.reject()


def test_check_ins_are_handed_back_from_there(place: Workplace, qtbot: QtBot) -> None:
    (offer,) = (each for each in place.outcomes.offers if each.words == "Hand back check-ins…")
    offer.run(FIRST_DAY)

    brought(place, HandBackDialog, qtbot).reject()
