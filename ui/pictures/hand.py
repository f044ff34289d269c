"""The hand at the window: it scans, types and presses as people do, and takes the pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from app.clock import Clock
from app.progress import Report
from ui.common.jobs import Jobs, Quiet
from ui.common.look import Look
from ui.entries import DESK
from ui.opened import Heard, Opened, open_event
from ui.pictures.printers import StagePrinters
from ui.pictures.stage import Stage
from ui.window import Window
from ui.workplace import Workplace

Scene = Callable[["Hand"], None]
"""Brings a state about."""
_PATIENCE_S, _LOOKS_MS = 60.0, 2
_SETTLES_MS = 160
"""Longer than pages wait for others to finish typing or writing."""


class NotShown(Exception):
    """What a picture was to show did not come; the text says what that was."""


class Hand:
    """Works at one window. Whatever it does, it waits for what comes of it."""

    def __init__(self, stage: Stage, window: Window, look: Look) -> None:
        self.stage = stage
        self.window = window
        self.look = look
        self.printers = StagePrinters()
        self._view = Quiet()
        self.instead: QWidget | None = None
        """What is pictured in place of the window, once it is set and until it is taken away."""
        self._afterwards: list[Callable[[], object]] = []

    @property
    def workplace(self) -> Workplace:
        """The pages of the event, which is opened if it is not."""
        if self.window.workplace is None:
            self.open(self.stage.file)
        assert self.window.workplace is not None  # noqa: S101 - it was waited for
        return self.window.workplace

    def open(self, file: Path) -> None:
        """Open an event."""
        self.window.open(file, self._opened)
        self.wait(lambda: self.window.workplace is not None, "the event")
        self.settle()

    def _opened(self, file: Path, clock: Clock, heard: Heard) -> Opened:
        return replace(open_event(file, clock, heard), printers=lambda: self.printers)

    def afterwards(self, tidy: Callable[[], object]) -> None:
        """Do this when the picture is taken."""
        self._afterwards.append(tidy)

    def wait(self, seen: Callable[[], bool], what: str) -> None:
        """Wait until something is to be seen.

        Raises:
            NotShown: It did not come.
        """
        until = monotonic() + _PATIENCE_S
        waiting, look = QEventLoop(), QTimer(interval=_LOOKS_MS)
        look.timeout.connect(lambda: waiting.quit() if seen() or monotonic() > until else None)
        look.start()
        if not seen():
            waiting.exec()
        look.stop()
        if not seen():
            raise NotShown(what)

    def settle(self) -> None:
        """Wait until everything that was begun has come to its end."""
        self._drain()
        QTest.qWait(_SETTLES_MS)
        self._drain()

    def come_in_front(self) -> None:
        """Let the window hear the keys; none has the focus in one that does not."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "the window")

    def at_desk(self) -> Workplace:
        """Go to the Desk, ready for the next."""
        workplace = self.workplace
        self.stage.watch.now += timedelta(milliseconds=1)
        self.come_in_front()
        workplace.show_page(DESK)
        QTest.keyClick(workplace.desk.field.entry, Qt.Key.Key_Escape)
        return workplace

    def scan(self, code: str) -> None:
        """Scan a badge, and see the verdict."""
        desk = self.at_desk().desk
        self.window.computer.catcher.scanned.emit(code)
        self.wait(lambda: desk.card.verdict is not None, "a verdict")
        self.settle()

    def wait_for_dialog(self) -> None:
        """Wait until all that a dialog reads stands in it."""
        for _ in range(3):
            self.settle()

    def type_at_desk(self, text: str) -> None:
        """Type a name at the Desk, and see who is found."""
        self.at_desk().desk.field.entry.insert(text)
        self.settle()

    def fill(self, within: QWidget, label: str, text: str) -> None:
        """Write into the field of this name."""
        for entry in within.findChildren(QLineEdit):
            if entry.accessibleName() == label and entry.isVisible():
                entry.clear()
                entry.insert(text)
                return
        raise NotShown(label)

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Press the button that says this, or is called so for those who can't see it."""
        place = within or self.window
        self.wait(lambda: _button(place, words) is not None, words)
        button = _button(place, words)
        assert button is not None  # noqa: S101 - it was waited for
        button.setFocus()
        button.click()
        self.settle()

    def resize(self, width: int, height: int) -> bool:
        """Give the window a size; tell whether it had another."""
        if (self.window.width(), self.window.height()) == (width, height):
            return False
        self.window.resize(width, height)
        QTest.qWait(10)
        return True

    def picture(self, *, dark: bool, width: int, height: int) -> QImage:
        """Take a picture of the window, and of the dialog or menu that stands over it."""
        if self.look.is_dark != dark:
            self.window.computer.switch_theme()
        self.resize(width, height)
        if self.instead is not None:
            self.instead.resize(width, height)
        whole = (
            (self.instead or self.window)
            .grab()
            .toImage()
            .convertToFormat(QImage.Format.Format_RGB32)
        )
        painter = QPainter(whole)
        for dialog in dialogs():
            corner = QPoint((width - dialog.width()) // 2, (height - dialog.height()) // 2)
            painter.drawPixmap(corner, dialog.grab())
            painter.setPen(self.look.colour("ctl-line"))
            painter.drawRect(dialog.rect().translated(corner).adjusted(-1, -1, 0, 0))
        popup = QApplication.activePopupWidget()
        opener = popup.parentWidget() if popup is not None else None
        if popup is not None and opener is not None:
            # Where there is no screen to see, menus are kept on a small one.
            right = QPoint(opener.width() - popup.width(), opener.height() + 4)
            painter.drawPixmap(opener.mapTo(self.window, right), popup.grab())
        painter.end()
        return whole

    def put_away(self) -> None:
        """Leave no dialog, no news and no import behind."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        while self._afterwards:
            self._afterwards.pop()()
        for dialog in dialogs():
            dialog.reject()
        workplace = self.window.workplace
        if workplace is None:
            return
        workplace.bar.search.leave()
        running = workplace.event_page.importing.result.strip
        running.stop()
        workplace.event_page.take_back()
        self.wait(lambda: not running.busy, "the end of an import")
        for toast in workplace.frame.toasts.shown:
            toast.ended.emit()

    def _wait_for(self, jobs: Jobs) -> None:
        ended: list[None] = []
        jobs.run(_nothing, view=self._view, then=ended.append)
        self.wait(lambda: bool(ended), "the end of all work")

    def _drain(self) -> None:
        """Let every queue of the event come to its end, and what that has begun as well."""
        if self.window.workplace is None:
            QTest.qWait(_SETTLES_MS)
            self.wait(lambda: not self.window.start.status.busy, "the end of what starts")
            return
        tools = self.window.workplace.tools
        for jobs in (tools.quick, tools.papers, tools.reads, tools.quick):
            self._wait_for(jobs)


def dialogs() -> list[QDialog]:
    """Give the dialogs that are open."""
    shown = QApplication.topLevelWidgets()
    return [each for each in shown if isinstance(each, QDialog) and each.isVisible()]


def _nothing(_report: Report) -> None:
    """Do nothing, after all that was to be done before."""


def _button(place: QWidget, words: str) -> QAbstractButton | None:
    for button in place.findChildren(QAbstractButton):
        named = words in (button.text(), button.accessibleName())
        if named and button.isVisible() and button.isEnabled():
            return button
    return None
