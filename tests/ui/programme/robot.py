"""What somebody does and sees who looks after the sessions of a day."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.robot import Robot
from ui.common.jobs import Quiet
from ui.programme.page import ProgrammePage
from ui.programme.session_dialog import SessionDialog
from ui.programme.sessions_part import SessionsPart
from ui.programme.sheet import Block, Sheet, Tone


class ProgrammeRobot(Robot):
    """Names a session by its title; strikes keys where the focus is."""

    def __init__(self, page: ProgrammePage, part: SessionsPart, qtbot: QtBot) -> None:
        super().__init__(page, qtbot)
        self.page, self.part = page, part
        self.told: list[str] = []
        self.heard: list[bool] = []
        part.told.connect(lambda news: self.told.append(news.text))
        part.heard.connect(self.heard.append)

    @property
    def sheet(self) -> Sheet:
        assert self.part.timeline.sheet is not None
        return self.part.timeline.sheet

    def comes(self) -> None:
        """Come to the part, and see the day."""
        self.page.show()
        self.page.activateWindow()
        self.page.arrive()
        self.waits(lambda: self.part.timeline.sheet is not None, "the day")
        self.page.arrive()

    def block(self, title: str) -> Block:
        (found,) = (each for each in self.sheet.blocks if each.title == title)
        return found

    def sees(self, title: str, tone: Tone) -> None:
        """See how a session looks, as soon as it looks so."""
        self.waits(
            lambda: any(each.title == title and each.tone is tone for each in self.sheet.blocks),
            f"{title} {tone}",
        )

    def stands(self, title: str) -> tuple[str, str]:
        """Give the room and the times of a session as they are drawn."""
        block = self.block(title)
        room = self.sheet.columns[block.column].title
        return room, f"{_clock(block.starts)}-{_clock(block.ends)}"

    def strikes(self, *keys: Qt.Key) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None, "nothing has the focus"
            QTest.keyClick(focused, key)

    def goes_to(self, title: str) -> None:
        block = self.block(title)
        assert block.session is not None
        self.part.timeline.setFocus()
        self.part.timeline.choose(block.session.id)

    @property
    def at(self) -> str:
        """The title of the session that keys act on."""
        chosen = self.part.timeline.chosen
        return self.sheet.of_session[chosen].title if chosen is not None else ""

    def picks_up(self, title: str) -> None:
        self.goes_to(title)
        self.strikes(Qt.Key.Key_M)
        self.waits(lambda: self.part.carrying.carry is not None, "a session in hand")

    def opens(self, title: str) -> None:
        self.goes_to(title)
        self.strikes(Qt.Key.Key_Return)
        self.waits(lambda: self.part.side.is_session_open, "the panel")
        self.settles()

    def settles(self) -> None:
        """See the list of the session that is open as it was read last."""
        done: list[None] = []
        view = Quiet(self.part)
        for jobs in (self.part._tools.quick, self.part._tools.reads):
            jobs.run(lambda _report: None, view=view, then=done.append)
        self.waits(lambda: len(done) == 2, "all work")

    def point(self, title: str) -> QPoint:
        """Give where a session is seen in the viewport."""
        places, timeline = self.part.timeline.places, self.part.timeline
        assert places is not None
        middle = places.area(self.block(title)).center()
        return QPoint(
            round(middle.x()) - timeline.horizontalScrollBar().value(),
            round(middle.y()) - timeline.verticalScrollBar().value(),
        )

    def drags(self, title: str, by: QPoint) -> None:
        """Hold a session with the mouse, and carry it so far."""
        view, start = self.part.timeline.viewport(), self.point(title)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view, start + QPoint(0, 20))
        self.waits(lambda: self.part.carrying.carry is not None, "a session in hand")
        QTest.mouseMove(view, start + by)

    def lets_go(self, title_was_at: QPoint, by: QPoint) -> None:
        view = self.part.timeline.viewport()
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=title_was_at + by)

    def dialog(self) -> SessionDialog:
        self.waits(lambda: bool(self.part.findChildren(SessionDialog)), "a dialog")
        return self.part.findChildren(SessionDialog)[-1]


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
