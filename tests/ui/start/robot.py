from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.starting import Starting
from ui.start.page import StartPage
from ui.start.recent_list import RecentEntry


class FirstScreen:
    """Somebody who has just started the program."""

    def __init__(self, page: StartPage, starting: Starting, qtbot: QtBot) -> None:
        self.page = page
        self.starting = starting
        self.qtbot = qtbot
        self.wanted: list[Path] = []
        page.event_wanted.connect(self.wanted.append)

    def presses(self, words: str) -> None:
        button = next(
            each
            for each in self.page.findChildren(QPushButton)
            if each.text() == words and each.isVisibleTo(self.page)
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def chooses_sample(self) -> None:
        self.presses("Open a sample event…")
        self.qtbot.waitUntil(lambda: bool(self.page.samples.entries))

    def opens_list(self) -> None:
        self.page.arrive()
        self.qtbot.waitUntil(lambda: len(self.entries()) == len(self.starting.recents()))

    def entries(self) -> list[RecentEntry]:
        return [each for each in self.page.findChildren(RecentEntry) if not each.isHidden()]

    def sees_events(self, *names: str) -> None:
        self.qtbot.waitUntil(lambda: [each.text() for each in self.entries()] == list(names))

    def sees_event_wanted(self) -> Path:
        self.qtbot.waitUntil(lambda: bool(self.wanted), timeout=20_000)
        return self.wanted[-1]

    def reads_outlook(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.page.new_event.said())

    def reads_problem(self, words: str) -> None:
        self.qtbot.waitUntil(
            lambda: (
                words
                in self.page.status.problem()
                + self.page.samples.status.problem()
                + self.page.new_event.status.problem()
            )
        )

    def drops(self, *files: Path) -> None:
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        how = (Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton)
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPointF(9, 9), *how, none)
        QApplication.sendEvent(self.page, enter)
        if enter.isAccepted():
            QApplication.sendEvent(self.page, QDropEvent(QPointF(9, 9), *how, none))
