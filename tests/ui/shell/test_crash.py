from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.settings import HOME
from tests.building import MovableClock
from tests.ui.shell.robot import texts_of
from ui.common.look import Look
from ui.shell.crash import CrashDialog, CrashGuard


@pytest.fixture
def guard(
    dressed: Look,
    clock: MovableClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> Iterator[CrashGuard]:
    monkeypatch.setenv(HOME, str(tmp_path))
    guard = CrashGuard(dressed, clock=clock)
    yield guard
    if guard.dialog is not None:
        guard.dialog.accept()


def shown(guard: CrashGuard) -> CrashDialog:
    assert guard.dialog is not None
    return guard.dialog


def press(dialog: CrashDialog, words: str) -> None:
    (button,) = (each for each in dialog.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def reports(folder: Path) -> list[str]:
    return [file.read_text() for file in sorted((folder / "log").glob("mistake-*.txt"))]


def test_a_mistake_is_told_and_kept_without_a_window(guard: CrashGuard, tmp_path: Path) -> None:
    guard.tell(ValueError("Jūratė Balsevičė"))

    assert shown(guard).isVisible()
    assert shown(guard).said == "Matchdesk made a mistake."
    assert any("Nothing that was confirmed is lost." in text for text in texts_of(shown(guard)))
    (report,) = reports(tmp_path)
    assert "ValueError" in report
    assert "Balsevi" not in report


def test_going_on_closes_the_dialog_and_the_next_mistake_opens_one(
    guard: CrashGuard, qtbot: QtBot
) -> None:
    guard.tell(ValueError())

    with qtbot.assertNotEmitted(guard.close_wanted):
        press(shown(guard), "Go on")
    assert guard.dialog is None

    guard.tell(KeyError())
    assert shown(guard).said == "Matchdesk made a mistake."


def test_a_second_mistake_only_counts_up(
    guard: CrashGuard, tmp_path: Path, clock: MovableClock
) -> None:
    guard.tell(ValueError())
    first = shown(guard)
    clock.passes(seconds=1)
    guard.tell(KeyError())

    assert shown(guard) is first
    assert first.said == "Matchdesk made 2 mistakes."
    assert len(reports(tmp_path)) == 2


def test_the_report_is_copied_whole(guard: CrashGuard, tmp_path: Path) -> None:
    guard.tell(ValueError())

    press(shown(guard), "Copy the report")

    assert QGuiApplication.clipboard().text() == reports(tmp_path)[0].rstrip("\n") + "\n"


def test_closing_is_asked_for(guard: CrashGuard, qtbot: QtBot) -> None:
    guard.tell(ValueError())

    with qtbot.waitSignal(guard.close_wanted):
        press(shown(guard), "Close Matchdesk")


def test_enter_presses_nothing(guard: CrashGuard) -> None:
    guard.tell(ValueError())

    QTest.keyClick(shown(guard), Qt.Key.Key_Return)

    assert shown(guard).isVisible()


def test_a_report_that_can_t_be_kept_is_told_all_the_same(
    guard: CrashGuard, tmp_path: Path
) -> None:
    (tmp_path / "log").write_text("in the way")

    guard.tell(ValueError())

    assert any("copy it" in text for text in texts_of(shown(guard)))


def test_a_mistake_while_telling_does_not_go_round(
    dressed: Look, clock: MovableClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))

    def window() -> QWidget | None:
        hasty.tell(KeyError())
        return None

    hasty = CrashGuard(dressed, window, clock=clock)
    hasty.tell(ValueError())

    assert len(reports(tmp_path)) == 1
    assert shown(hasty).said == "Matchdesk made a mistake."
    shown(hasty).accept()


RUNNING = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.common.look import Look
from ui.shell.crash import CrashGuard

application = QApplication([])
guard = CrashGuard(Look())
guard.install()

def fail():
    raise ValueError("Balsevi")

def look():
    said = guard.dialog.said if guard.dialog else "nothing yet"
    if "2 mistakes" in said:
        print(said)
        application.quit()

watch = QTimer()
watch.timeout.connect(look)
watch.start(10)
QTimer.singleShot(0, fail)
threading.Thread(target=fail).start()
application.exec()
"""


def test_mistakes_of_any_thread_are_heard_and_the_program_lives(tmp_path: Path) -> None:
    environment = os.environ | {HOME: str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(
        [sys.executable, "-c", RUNNING],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=60,
    )

    assert (done.returncode, done.stdout) == (0, "Matchdesk made 2 mistakes.\n")
    assert len(reports(tmp_path)) == 2
