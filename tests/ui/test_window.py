from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.checkin.scanning import Scanning
from app.delegates.deeds import DelegateAdded, DoubtRaised
from app.delegates.doubts import Doubts
from app.desks import Desks, OpenEvent
from app.journal.batches import BatchPen
from app.journal.journal import Unit
from app.settings import HOME, load_settings
from tests.building import DESK_2, EventBuilder, MovableClock, copy_event, make_event
from tests.ui.delegates.robots import OfficeRobot
from tests.ui.desk.robot import DeskRobot
from tests.ui.scanner.hands import Keyboard
from tests.ui.shell.robot import texts_of
from ui.common.buttons import Button
from ui.common.look import Look
from ui.common.parts import column
from ui.desk.lamp import Lamp
from ui.desk.note import VerdictNote
from ui.entries import DELEGATES, DESK, ENTRIES, EVENT
from ui.scanner.layouts import CARD
from ui.scanner.self_test import ScannerTest
from ui.shell.crash import CrashDialog, CrashGuard
from ui.shell.desk_pill import DeskWish
from ui.shell.rail import RailButton
from ui.window import SMALLEST, USUAL, Window
from ui.workplace import Workplace

PROJECT = Path(__file__).parents[2]
WATCHES_EVERY_MS = 100
HALF_AN_HOUR_S = 1_800
W = TypeVar("W", bound=QWidget)


@dataclass
class AtTheWindow:
    """Somebody who has a window, a keyboard and a scanner."""

    window: Window
    keyboard: Keyboard
    qtbot: QtBot

    @property
    def workplace(self) -> Workplace:
        assert self.window.workplace is not None
        return self.window.workplace

    def corrects_somebody(self, file: Path, name: str, given: str) -> OfficeRobot:
        """Open an event, and type another name into somebody's form."""
        self.opens(file)
        office = OfficeRobot(self.workplace.delegates, self.qtbot)
        self.goes_to(DELEGATES)
        office.arrives()
        office.opens(name)
        office.presses("Edit")
        office.fills("Given name", given)
        return office

    @property
    def desk(self) -> DeskRobot:
        return DeskRobot(self.workplace.desk, self.qtbot)

    def opens(self, file: Path) -> None:
        self.window.open(file)
        self.sees(lambda: self.window.workplace is not None and bool(self.workplace.frame.page))

    @property
    def lamp(self) -> Lamp:
        return self.workplace.desk.field.lamp

    def sees_lamp(self, words: str, tone: str) -> None:
        self.sees(lambda: (self.lamp.text(), self.lamp.tone) == (words, tone))

    def goes_to(self, page: str) -> None:
        self.workplace.show_page(page)
        self.is_in_front(self.window)

    def puts_the_cursor_into(self, field: QLineEdit) -> None:
        self.is_in_front(field.window())
        field.setFocus()
        self.sees(field.hasFocus)

    def is_in_front(self, window: QWidget) -> None:
        window.activateWindow()
        self.sees(window.isActiveWindow)

    def scans(self, code: str) -> None:
        self.keyboard.scans(code)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        self.keyboard.strikes(key, modifiers=modifier)

    def sees(self, what: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(what, timeout=15_000)

    def sees_page(self, key: str) -> None:
        self.sees(lambda: self.workplace.frame.page == key)

    def sees_dialog(self, kind: type[W]) -> W:
        self.sees(lambda: any(each.isVisible() for each in self.window.findChildren(kind)))
        return next(each for each in self.window.findChildren(kind) if each.isVisible())

    def reads_on_the_rail(self, words: str) -> None:
        buttons = self.workplace.frame.rail.findChildren(RailButton)
        self.sees(lambda: words in [each.accessibleName() for each in buttons])

    def reads_toast(self, words: str) -> None:
        shown = self.workplace.frame.toasts
        self.sees(lambda: any(words in toast.news.text for toast in shown.shown))

    def reads_notice(self, *words: str) -> None:
        notice = self.workplace.frame.notice
        self.sees(lambda: all(each in notice.problem() for each in words))

    def reads_problem_at_the_start(self, words: str) -> None:
        self.sees(lambda: words in self.window.start.status.problem())


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of this desk, in a folder of their own."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def new_window(changed_look: Look, clock: MovableClock, qtbot: QtBot) -> Callable[[], AtTheWindow]:
    def begin() -> AtTheWindow:
        window = Window(changed_look, load_settings(), clock, watch_every_ms=WATCHES_EVERY_MS)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return AtTheWindow(window, Keyboard(), qtbot)

    return begin


@pytest.fixture
def desk(new_window: Callable[[], AtTheWindow]) -> AtTheWindow:
    return new_window()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cluster.matchdesk"


@pytest.fixture
def rasa(file: Path, clock: MovableClock) -> str:
    """The badge of Rasa Petrauskaitė, who is expected."""
    return badges(copy_event(file, clock), "Rasa Petrauskaitė")["Rasa Petrauskaitė"]


def badges(made: OpenEvent, *names: str) -> dict[str, str]:
    """Let these people come to an event, close it, and give their badges."""
    event = EventBuilder(made)
    codes = {name: event.badge_of(event.delegate(*name.split())) for name in names}
    made.close()
    return codes


def field_of_delegates(desk: AtTheWindow) -> QLineEdit:
    desk.goes_to(DELEGATES)
    return desk.workplace.delegates.head.field


def field_of_event(desk: AtTheWindow) -> QLineEdit:
    desk.goes_to(EVENT)
    fields = desk.workplace.event_page.findChildren(QLineEdit)
    desk.sees(lambda: any(each.text() == "Cluster days" for each in fields))
    return next(each for each in fields if each.text() == "Cluster days")


def field_of_dialog(desk: AtTheWindow) -> QLineEdit:
    desk.goes_to(EVENT)
    desk.workplace.bar.desk.wanted.emit(DeskWish.ON_DUTY)
    field = desk.sees_dialog(QDialog).findChild(QLineEdit)
    assert field is not None
    return field


@pytest.mark.parametrize("field_of", [field_of_delegates, field_of_event, field_of_dialog])
def test_a_scan_leads_to_the_desk_and_types_nothing(
    desk: AtTheWindow, file: Path, rasa: str, field_of: Callable[[AtTheWindow], QLineEdit]
) -> None:
    desk.opens(file)
    field = field_of(desk)
    desk.puts_the_cursor_into(field)
    before = field.text()

    desk.scans(rasa)

    desk.sees_page(DESK)
    desk.desk.reads("Checked in", "Rasa Petrauskaitė")
    assert field.text() == before


def test_a_desk_waits_for_a_scanner_until_one_was_read(
    new_window: Callable[[], AtTheWindow], file: Path, rasa: str
) -> None:
    desk = new_window()
    desk.opens(file)
    desk.sees_lamp("Waiting for a scanner", "")

    desk.scans(rasa)

    desk.sees_lamp("Scanner ready", "ok")
    assert desk.lamp.accessibleDescription().startswith("The last scan was read at 10:30.")
    desk.window.close()
    then = new_window()
    then.opens(file)
    then.sees_lamp("Scanner ready", "ok")


def test_a_scan_that_lost_letters_is_told_and_leads_to_the_test(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    desk.opens(file)
    desk.scans(rasa[:-4])
    desk.sees_lamp("Scanner garbled: test it", "warn")

    desk.lamp.setFocus()
    desk.presses(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    test = desk.sees_dialog(ScannerTest)
    desk.is_in_front(test)
    desk.scans(CARD)

    desk.sees_lamp("Scanner ready", "ok")


def test_what_the_scanner_test_forgets_nobody_knows(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    desk.opens(file)
    desk.window.computer.test_scanner()
    test = desk.sees_dialog(ScannerTest)
    desk.is_in_front(test)
    desk.scans(CARD[:-2] + "zy")
    desk.sees_lamp("Scanner ready", "ok")

    (forget,) = (each for each in test.findChildren(Button) if each.text().startswith("Forget"))
    QTest.mouseClick(forget, Qt.MouseButton.LeftButton)

    desk.sees_lamp("Waiting for a scanner", "")


def test_doubts_that_wait_are_counted_on_the_rail(
    desk: AtTheWindow, file: Path, clock: MovableClock
) -> None:
    doubt, made = uuid4(), copy_event(file, clock)
    one, other = EventBuilder(made).delegates(("Rasa", "P"), ("Rasa", "P"))
    with made.journal.writing(Unit(uuid4())) as pen:
        pen.write(DoubtRaised(doubt, "same_person", one, other, {"why": "name"}))
    made.close()
    desk.opens(file)
    desk.reads_on_the_rail("Delegates, 1 to look at")

    elsewhere = Desks(DESK_2, clock=clock).open(file)
    Doubts(elsewhere.journal).settle(doubt)
    elsewhere.close()

    desk.reads_on_the_rail("Delegates")


def test_a_scan_without_an_event_changes_nothing(desk: AtTheWindow, rasa: str) -> None:
    desk.scans(rasa)

    assert desk.window.workplace is None
    assert desk.window.start.isVisible()


def test_what_the_desk_shows_is_taken_back_there(desk: AtTheWindow, file: Path, rasa: str) -> None:
    desk.opens(file)
    desk.scans(rasa)
    desk.desk.reads("Checked in")

    desk.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    desk.desk.reads("is taken back.")
    assert state_of(file, "Rasa") == "expected"


def test_a_scan_is_taken_back_and_done_again_from_another_page(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    desk.opens(file)
    desk.scans(rasa)
    desk.desk.reads("Checked in")
    desk.goes_to(EVENT)

    desk.presses(Qt.Key.Key_Z, control)
    desk.reads_toast("taken back")
    desk.presses(Qt.Key.Key_Z, control | shift)
    desk.reads_toast("again")

    assert state_of(file, "Rasa") == "here"


def test_what_another_program_does_is_seen_on_the_desk(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    desk.opens(file)
    desk.desk.reads("Nobody yet today.")

    answer = desk_py("scan", str(file), rasa, "--at", "2027-03-16T10:31", "--desk", "Door")

    assert json.loads(answer)["decision"] == "checked_in"
    desk.desk.reads("Rasa Petrauskaitė")


def test_the_theme_is_switched_on_the_rail(desk: AtTheWindow, file: Path, rasa: str) -> None:
    desk.opens(file)

    desk.workplace.frame.rail.theme_wanted.emit()

    desk.sees(lambda: load_settings().theme == "dark")


def test_a_theme_that_is_chosen_last_is_kept_as_well(desk: AtTheWindow) -> None:
    desk.window.computer.switch_theme()
    desk.window.close()

    assert load_settings().theme == "dark"


def test_the_first_window_is_no_larger_than_the_screen(
    new_window: Callable[[], AtTheWindow],
) -> None:
    window = new_window().window

    room = window.screen().availableSize()
    assert room.width() < USUAL[0], "this screen is too large to tell"
    assert window.width() == room.width()
    assert window.height() < room.height()


def test_what_a_small_screen_has_no_room_for_is_brought_in_sight_by_the_focus(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    desk.opens(file)
    field, desk_pill = desk.workplace.desk.field.entry, desk.workplace.bar.desk
    assert desk.window.width() < SMALLEST[0], "this screen is too large to tell"
    assert desk_pill.visibleRegion().isEmpty()

    desk_pill.setFocus()

    assert desk_pill.visibleRegion().boundingRect() == desk_pill.rect()
    field.setFocus()
    assert field.visibleRegion().contains(field.rect().topLeft())


def test_a_dialog_that_the_screen_has_no_room_for_scrolls_inside(desk: AtTheWindow) -> None:
    dialog = QDialog(desk.window)
    field, button = QLineEdit(), QPushButton("Keep")
    field.setMinimumHeight(2_000)
    dialog.setLayout(column(button, field))

    dialog.open()
    button.setFocus()

    room = desk.window.screen().availableSize()
    desk.sees(lambda: dialog.height() < room.height())
    desk.sees(lambda: button.visibleRegion().boundingRect() == button.rect())
    assert dialog.focusWidget() is button
    dialog.done(QDialog.DialogCode.Rejected)


def test_the_next_start_is_as_this_one_was_left(
    new_window: Callable[[], AtTheWindow], file: Path, rasa: str
) -> None:
    first = new_window()
    first.opens(file)
    first.window.resize(800, 740)
    first.goes_to(EVENT)
    first.window.close()

    then = new_window()
    then.opens(file)

    then.sees_page(EVENT)
    assert (then.window.width(), then.window.height()) == (800, 740)


def test_an_event_is_not_closed_over_what_is_unsaved(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    office = desk.corrects_somebody(file, "Rasa Petrauskaitė", "Raša")
    desk.goes_to(DESK)

    desk.window.close_event()
    desk.sees_page(DELEGATES)
    office.reads("The changes to Rasa Petrauskaitė are not saved.")
    office.presses("Save")

    desk.sees(lambda: desk.window.workplace is None)
    assert state_of(file, "Raša") == "expected"


def test_an_event_is_closed_while_its_other_pages_are_still_being_made(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    desk.opens(file)
    place, pages = desk.workplace, len(desk.workplace.frame.pages)
    assert pages < len(ENTRIES), "all pages are there before anybody can close the event"

    desk.window.close_event()

    desk.sees(lambda: not isValid(place))


def test_the_window_closes_once_what_is_unsaved_is_given_up(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    office = desk.corrects_somebody(file, "Rasa Petrauskaitė", "Raša")

    assert not desk.window.close()
    office.reads("The changes to Rasa Petrauskaitė are not saved.")
    office.presses("Discard")

    desk.sees(lambda: not desk.window.isVisible())


def test_a_window_closes_even_if_its_settings_cannot_be_kept(
    desk: AtTheWindow, file: Path, rasa: str, home: Path
) -> None:
    desk.opens(file)
    desk.desk.reads("Nobody yet today.")
    (home / "settings.toml").write_text("no TOML")

    assert desk.window.close()


def test_a_copy_is_saved_where_somebody_says(
    desk: AtTheWindow, file: Path, rasa: str, tmp_path: Path
) -> None:
    copy = tmp_path / "stick" / "copy.matchdesk"
    copy.parent.mkdir()
    desk.opens(file)

    desk.workplace.saving.copy()
    ask = desk.sees_dialog(QFileDialog)
    ask.selectFile(str(copy))
    QTest.keyClick(ask.findChildren(QLineEdit)[0], Qt.Key.Key_Return)

    desk.reads_toast("A copy is in")
    assert state_of(copy, "Rasa") == "expected"


def test_one_event_is_closed_and_another_opened(
    desk: AtTheWindow, file: Path, rasa: str, clock: MovableClock, tmp_path: Path
) -> None:
    other = tmp_path / "other.matchdesk"
    jonas = badges(make_event(other, clock), "Jonas Kazlauskas")["Jonas Kazlauskas"]
    desk.opens(file)

    desk.workplace.bar.desk.wanted.emit(DeskWish.CLOSE_EVENT)
    desk.sees(desk.window.start.isVisible)
    desk.opens(other)
    desk.scans(rasa)
    desk.desk.reads("Not this event")
    desk.scans(jonas)

    desk.desk.reads("Checked in", "Jonas Kazlauskas")


def test_a_second_window_is_refused_however_long_the_first_was_open(
    new_window: Callable[[], AtTheWindow], file: Path, rasa: str
) -> None:
    first, second = new_window(), new_window()
    first.opens(file)
    opened = time.time() - HALF_AN_HOUR_S
    os.utime(f"{file}-window", (opened, opened))

    second.window.open(file)
    second.reads_problem_at_the_start("is open in another window of this computer")
    first.window.close_event()

    second.opens(file)


def test_an_event_that_was_refused_may_be_tried_in_another_window(
    new_window: Callable[[], AtTheWindow], tmp_path: Path
) -> None:
    torn = tmp_path / "torn.matchdesk"
    torn.write_text("no event")
    first, second = new_window(), new_window()

    first.window.open(torn)
    first.reads_problem_at_the_start("torn.matchdesk")
    second.window.open(torn)

    second.sees(lambda: bool(second.window.start.status.problem()))
    assert "another window" not in second.window.start.status.problem()


def test_two_wishes_at_once_open_one_event(
    desk: AtTheWindow, file: Path, rasa: str, clock: MovableClock, tmp_path: Path
) -> None:
    other = tmp_path / "other.matchdesk"
    badges(make_event(other, clock))

    desk.window.open(file)
    desk.window.open(other)
    desk.sees(lambda: desk.window.workplace is not None)

    assert len(desk.window.findChildren(Workplace)) == 1
    assert not Path(f"{other}-window").exists()


def test_another_name_of_the_desk_counts_from_the_next_scan(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    desk.opens(file)
    desk.workplace.bar.desk.wanted.emit(DeskWish.RENAME)
    ask = desk.sees_dialog(QDialog)
    field = ask.findChild(QLineEdit)
    assert field is not None
    before = desk.workplace

    desk.puts_the_cursor_into(field)
    field.setText("North door")
    desk.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.sees(lambda: desk.window.workplace not in (None, before))
    desk.is_in_front(desk.window)
    desk.scans(rasa)

    desk.desk.reads("Checked in", "North door")
    assert load_settings().desk_name == "North door"


def test_scarce_room_and_work_that_broke_off_are_both_told(
    desk: AtTheWindow,
    file: Path,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    break_off(file, clock)
    usage = shutil.disk_usage(tmp_path)._replace(free=400_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)

    desk.opens(file)

    desk.reads_notice("Work that broke off", "1 entries stayed", "Only 400 MB are free")


def test_a_mistake_of_ours_is_told_and_the_desk_goes_on(
    desk: AtTheWindow, file: Path, rasa: str, dressed: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard = CrashGuard(dressed, lambda: desk.window)
    monkeypatch.setattr(sys, "excepthook", guard._hook)
    desk.opens(file)

    desk.workplace.tools.quick.run(
        lambda _report: 1 / 0, view=desk.window.start.status, then=lambda _never: None
    )

    dialog = desk.sees_dialog(CrashDialog)
    assert dialog.said == "Matchdesk made a mistake."
    dialog.accept()
    desk.is_in_front(desk.window)
    desk.scans(rasa)
    desk.desk.reads("Checked in")


def test_the_mouse_is_not_needed_for_help(desk: AtTheWindow, file: Path, rasa: str) -> None:
    desk.opens(file)

    desk.presses(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)

    assert any("Any time, on any page" in text for text in texts_of(desk.sees_dialog(QDialog)))


def test_help_is_there_before_an_event_is_open(desk: AtTheWindow) -> None:
    desk.is_in_front(desk.window)

    desk.presses(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)

    assert any("Ctrl" in text for text in texts_of(desk.sees_dialog(QDialog)))


def test_a_scan_while_a_dialog_is_open_says_its_verdict_there(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    desk.opens(file)
    desk.presses(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    dialog = desk.sees_dialog(QDialog)

    desk.scans(rasa)

    def verdicts() -> list[str]:
        return [each.accessibleName() for each in dialog.findChildren(VerdictNote)]

    desk.sees(lambda: any(each.startswith("Checked in. Rasa") for each in verdicts()))
    assert state_of(file, "Rasa") == "here"


def test_undo_says_whose_it_was(desk: AtTheWindow, file: Path, rasa: str) -> None:
    desk.opens(file)
    desk.scans(rasa)
    desk.desk.reads("Checked in")
    desk.goes_to(EVENT)

    desk.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    desk.reads_toast("The check-in of Rasa")


def test_enter_in_the_command_box_does_nothing_before_something_is_typed(
    desk: AtTheWindow, file: Path, rasa: str
) -> None:
    desk.opens(file)
    desk.scans(rasa)
    desk.desk.reads("Checked in")

    desk.presses(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    desk.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)

    assert desk.workplace.bar.search.list.marked() is None
    assert state_of(file, "Rasa") == "here"


def break_off(file: Path, clock: MovableClock) -> None:
    """Make an event with a batch that was broken off after somebody had built on it."""
    event = copy_event(file, clock)
    newcomer = uuid4()
    BatchPen(event.journal, Unit(uuid4())).write([DelegateAdded(newcomer, {"status": "accepted"})])
    Scanning(event.journal).check_in(newcomer)
    event.close()


def state_of(file: Path, text: str) -> str:
    """Ask the file itself where somebody stands."""
    (found,) = json.loads(desk_py("find", str(file), text, "--at", "2027-03-16T11:00"))["delegates"]
    state: str = found["state"]
    return state


def desk_py(*arguments: str) -> str:
    """Run a command beside the window."""
    answer = subprocess.run(
        [sys.executable, "-P", "-m", "app.cli", *arguments, "--json"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    return answer.stdout
