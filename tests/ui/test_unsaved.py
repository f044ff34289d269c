"""What is typed and not saved is asked about before the event that it is of goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.settings import HOME, load_settings
from tests.building import EventBuilder, MovableClock, make_event
from tests.ui.event.robot import EventRobot
from tests.ui.scanner.hands import Keyboard
from tests.ui.test_window import AtTheWindow
from ui.common.look import Look
from ui.entries import DELEGATES, DESK, EVENT
from ui.shell.ask import Ask
from ui.shell.desk_pill import DeskWish
from ui.window import Window


@pytest.fixture
def file(tmp_path: Path, clock: MovableClock) -> Path:
    """An event of Rasa Petrauskaitė."""
    made = make_event(tmp_path / "cluster.matchdesk", clock)
    EventBuilder(made).delegate("Rasa", "Petrauskaitė")
    made.close()
    return tmp_path / "cluster.matchdesk"


@pytest.fixture
def desk(
    dressed: Look,
    clock: MovableClock,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[AtTheWindow]:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    window = Window(dressed, load_settings(), clock)
    window.show()
    yield AtTheWindow(window, Keyboard(), qtbot)
    if window.workplace is not None:
        window.workplace.frame.leave(window.close)
    window.deleteLater()


def button_of(part: QWidget, words: str) -> QPushButton:
    return next(each for each in part.findChildren(QPushButton) if each.text() == words)


def test_another_event_is_opened_once_it_is_known_what_becomes_of_a_form(
    desk: AtTheWindow, file: Path, tmp_path: Path, clock: MovableClock
) -> None:
    other = tmp_path / "other.matchdesk"
    make_event(other, clock).close()
    office = desk.corrects_somebody(file, "Rasa Petrauskaitė", "Raša")
    desk.goes_to(DESK)
    before = desk.workplace

    desk.window.open(other)
    desk.sees_page(DELEGATES)
    office.reads("The changes to Rasa Petrauskaitė are not saved.")
    assert desk.workplace is before
    assert not desk.window.start.status.busy
    office.presses("Discard")

    desk.sees(lambda: desk.window.workplace not in (None, before))
    desk.sees(lambda: bool(desk.workplace.frame.page))
    assert Path(f"{other}-window").exists()
    assert not Path(f"{file}-window").exists()


def test_a_desk_gets_another_name_once_the_event_page_has_saved(
    desk: AtTheWindow, file: Path
) -> None:
    desk.opens(file)
    desk.goes_to(EVENT)
    office = EventRobot(desk.workplace.event_page, desk.qtbot)
    office.arrives()
    office.types_fact("city", "Kaunas")
    before = desk.workplace

    desk.workplace.bar.desk.wanted.emit(DeskWish.RENAME)
    ask = desk.sees_dialog(Ask)
    ask.field.setText("North door")
    desk.qtbot.mouseClick(button_of(ask, "Save"), Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call] # pytest-qt has no types
    office.reads(office.page.overview.facts, "The changes to the event are not saved.")
    assert office.page.overview.facts.fields["city"].text() == "Kaunas"
    assert load_settings().desk_name != "North door"
    office.presses("Save")

    desk.sees(lambda: desk.window.workplace not in (None, before))
    desk.sees(lambda: bool(desk.workplace.frame.page))
    assert load_settings().desk_name == "North door"
    desk.goes_to(EVENT)
    again = EventRobot(desk.workplace.event_page, desk.qtbot)
    again.arrives()
    assert again.page.overview.facts.fields["city"].text() == "Kaunas"
