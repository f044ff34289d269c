"""All that can be done, by the command box."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.settings import HOME, load_settings
from tests.building import EventBuilder, MovableClock, copy_event, make_event
from ui.common.buttons import Button
from ui.common.look import Look, ThemeName
from ui.entries import DELEGATES, DESK, EVENT, FLOOR
from ui.floor.changes.dialog import ChangeDialog
from ui.floor.rules_dialog import FloorRulesDialog
from ui.printing.dialog import BadgeDialog
from ui.reporting.dialog import ReportDialog
from ui.scanner.self_test import ScannerTest
from ui.shell.ask import Ask
from ui.shell.command_list import Offer
from ui.shell.help import Help
from ui.stage.window import StageWindow
from ui.window import Window
from ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard|propagateSizeHints)"
)
CONTROL = Qt.KeyboardModifier.ControlModifier


class AtTheBox:
    """Somebody who says what shall be done."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def workplace(self) -> Workplace:
        assert self.window.workplace is not None
        return self.window.workplace

    def opens(self, file: Path) -> None:
        self.window.open(file)
        self.sees(lambda: self.window.workplace is not None and bool(self.workplace.frame.page))

    def types(self, words: str) -> tuple[Offer, ...]:
        """Type into the box, and give what it offers."""
        box = self.workplace.bar.search
        box.start()
        box.selectAll()
        QTest.keyClicks(box, words)
        return box.list.offers

    def says(self, words: str, command: str) -> None:
        """Do what these words bring to the top."""
        assert self.types(words)[0].text == command
        QTest.keyClick(self.workplace.bar.search, Qt.Key.Key_Return)

    def sees_dialog(self, kind: type[QDialog]) -> None:
        def shown() -> list[QDialog]:
            return [each for each in self.window.findChildren(kind) if each.isVisible()]

        self.sees(lambda: bool(shown()))
        shown()[0].reject()
        self.sees(lambda: not shown())
        self.window.activateWindow()
        self.sees(self.window.isActiveWindow)

    def sees_page(self, key: str) -> None:
        self.sees(lambda: self.workplace.frame.page == key)

    def sees(self, what: object) -> None:
        assert callable(what)
        self.qtbot.waitUntil(what, timeout=15_000)


@pytest.fixture
def desk(
    changed_look: Look,
    clock: MovableClock,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[AtTheBox]:
    """Somebody at the window, with one event open and one that was open before."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    for name, make in (("now", copy_event), ("before", make_event)):
        made = make(tmp_path / f"{name}.matchdesk", clock)
        EventBuilder(made).delegates(("Anna", "A"), ("Rasa", "B"))
        made.close()
    window = Window(changed_look, load_settings(), clock)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    somebody = AtTheBox(window, qtbot)
    somebody.opens(tmp_path / "before.matchdesk")
    window.close_event()
    somebody.opens(tmp_path / "now.matchdesk")
    somebody.sees(lambda: len(window.start.recents.listed) > 0)
    yield somebody
    window.close()


ASKING: tuple[tuple[str, str, type[QDialog]], ...] = (
    ("paper", "Print badges…", BadgeDialog),
    ("backup", "Save a copy…", QFileDialog),
    ("excel", "Export all delegates…", QFileDialog),
    ("rename desk", "Rename this desk…", Ask),
    ("duty", "Person on duty…", Ask),
    ("barcode", "Scanner test…", ScannerTest),
    ("shortcuts", "Help", Help),
    ("open other", "Open…", QFileDialog),
    ("collapsed", "Close tables or a zone…", ChangeDialog),
    ("delay", "Start later or earlier…", ChangeDialog),
    ("day report", "Day report, PDF…", ReportDialog),
    ("closing report", "Closing report, PDF…", ReportDialog),
)
THEMES = (
    ("dark", "Dark theme", ThemeName.DARK),
    ("system", "Theme of the system", ThemeName.SYSTEM),
    ("light", "Light theme", ThemeName.LIGHT),
)


def test_what_asks_is_asked_for_by_its_words(desk: AtTheBox) -> None:
    for words, command, dialog in ASKING:
        desk.says(words, command)

        desk.sees_dialog(dialog)


def test_who_leaves_is_named_in_the_box(desk: AtTheBox) -> None:
    desk.types("anna")
    box = desk.workplace.bar.search
    words = "Anna A leaves for today…"
    desk.sees(lambda: words in [offer.text for offer in box.list.offers])
    rows = [offer.text for offer in box.list.offers].index(words)
    for _ in range(rows):
        QTest.keyClick(box, Qt.Key.Key_Down)

    QTest.keyClick(box, Qt.Key.Key_Return)

    desk.sees_page(FLOOR)
    desk.sees_dialog(ChangeDialog)


def test_the_rules_of_the_floor_are_asked_for_there(desk: AtTheBox) -> None:
    desk.says("freeze time", "Rules of the floor…")
    desk.sees_page(FLOOR)
    desk.sees_dialog(FloorRulesDialog)


def test_the_clocks_come_to_the_front_and_go_with_the_event(desk: AtTheBox) -> None:
    for words, command, title in (
        ("countdown speaker", "Speech clock", "Speeches"),
        ("mixed tables", "Round clock", "Rounds"),
    ):
        desk.says(words, command)
        desk.sees(lambda title=title: clocks(title) != [])
        desk.says(words, command)
        assert len(clocks(title)) == 1
    desk.says("create", "New event")
    desk.sees(lambda: clocks("Speeches") == clocks("Rounds") == [])


def clocks(title: str) -> list[StageWindow]:
    """Give the clocks of this title that are open."""
    windows = QApplication.topLevelWidgets()
    return [
        each
        for each in windows
        if isinstance(each, StageWindow) and each.isVisible() and each.windowTitle() == title
    ]


def test_what_stands_on_a_page_is_gone_to(desk: AtTheBox) -> None:
    desk.says("walk in", "Register on site")
    desk.sees_page(DESK)
    desk.sees(lambda: desk.workplace.desk.card.asks)

    desk.says("duplicates", "Doubts to look at")
    desk.sees_page(DELEGATES)

    desk.says("zones", "Places to meet")
    desk.sees_page(EVENT)
    places: QWidget = desk.workplace.event_page.overview.tables
    desk.sees(lambda: places.isAncestorOf(desk.window.focusWidget()))


def test_every_list_can_be_imported(desk: AtTheBox) -> None:
    for of in ("delegates", "requests", "meetings"):
        desk.says(f"import {of}", f"Import {of}…")

        desk.sees_page(EVENT)
        desk.sees(lambda: not desk.workplace.event_page.overview.isVisible())
        desk.workplace.event_page.show_overview()


def test_themes_are_put_on_by_name(desk: AtTheBox, dressed: Look) -> None:
    for words, command, theme in THEMES:
        desk.says(words, command)

        assert dressed.wanted is theme


def test_sound_says_what_a_press_would_bring(desk: AtTheBox) -> None:
    desk.says("mute", "Turn sound off")
    assert not desk.workplace.sounds.on

    desk.says("mute", "Turn sound on")
    assert desk.workplace.sounds.on


def test_an_event_that_was_open_before_is_opened_again(desk: AtTheBox) -> None:
    offers = [each.text for each in desk.types("recent")]
    assert offers == ["Open Cluster days"], "the one that is open is offered as well"

    QTest.keyClick(desk.workplace.bar.search, Qt.Key.Key_Return)

    desk.sees(lambda: desk.window.workplace is not None)
    desk.sees(lambda: load_settings().recent[0].endswith("before.matchdesk"))


def test_a_new_event_is_begun_from_an_open_one(desk: AtTheBox) -> None:
    desk.says("create", "New event")

    desk.sees(desk.window.start.new_event.isVisible)


def test_keys_are_shown_beside_what_they_do(desk: AtTheBox) -> None:
    keys = {each.text: each.keys for each in desk.types("")}

    assert keys["Register on site"] == "Alt+G"
    assert keys["Full screen"] == "F11"
    assert keys["Go to Event"] == "Ctrl+6"
    assert keys["Go to Programme"] == "Ctrl+7"
    assert keys["Help"] == "F1"


def test_whatever_a_page_has_a_button_for_is_offered_there(desk: AtTheBox) -> None:
    desk.says("go to delegates", "Go to Delegates")
    desk.sees_page(DELEGATES)
    desk.sees(lambda: desk.workplace.delegates.table.records.rowCount() == 2)

    (columns,) = (each for each in desk.types("columns") if each.text == "Columns")

    assert columns.detail == "On Delegates"
    desk.workplace.bar.search.leave()
    desk.says("go to desk", "Go to Desk")
    assert all(each.text != "Columns" for each in desk.types("columns"))


def test_what_several_buttons_say_is_offered_by_none(desk: AtTheBox, dressed: Look) -> None:
    page = desk.workplace.desk
    desk.says("go to desk", "Go to Desk")
    for words in ("Keep both", "Keep both", "Keep ours"):
        button = Button(dressed, words)
        button.setParent(page)
        button.show()

    assert [each.text for each in desk.types("keep")] == ["Keep ours"]
