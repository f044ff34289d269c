"""What a floor manager does and sees on the page of the floor."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.robot import Robot
from ui.floor.marks import Mark, Way
from ui.floor.page import FloorPage
from ui.floor.sheet import Sheet, Tone

_NONE = Qt.KeyboardModifier.NoModifier


class FloorRobot(Robot):
    """Names a cell by its table and the time its slot starts."""

    def __init__(self, page: FloorPage, qtbot: QtBot) -> None:
        super().__init__(page, qtbot)
        self.page = page
        self.told: list[str] = []
        page.told.connect(lambda news: self.told.append(news.text))

    @property
    def sheet(self) -> Sheet:
        """What the grid shows."""
        assert self.page.grid.sheet is not None
        return self.page.grid.sheet

    def comes(self) -> None:
        """Come to the page, and see the day."""
        self.page.show()
        self.page.activateWindow()
        self.waits(lambda: self.page.grid.sheet is not None, "the day")
        self.page.arrive()

    def cell(self, table: str, clock: str) -> tuple[int, int]:
        """Give row and column."""
        day = self.sheet.day
        row = next(at for at, each in enumerate(day.tables) if each.label == table)
        column = next(
            at
            for at, each in enumerate(day.slots)
            if f"{each.starts_at.astimezone(day.zone):%H:%M}" == clock
        )
        return row, column

    def sees(self, table: str, clock: str, tone: Tone) -> None:
        """See how a cell looks, as soon as it looks so."""
        row, column = self.cell(table, clock)
        self.waits(
            lambda: self.sheet.rows[row][column].face.tone is tone, f"{table} {clock} {tone}"
        )

    def hears(self, table: str, clock: str) -> str:
        """Give what a cell is called for those who can't see it."""
        model, (row, column) = self.page.grid.model(), self.cell(table, clock)
        said: str = model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)
        return said

    def goes_to(self, table: str, clock: str) -> None:
        """Make a cell the current one."""
        self.page.grid.choose(*self.cell(table, clock))
        self.page.grid.setFocus()

    def stands_on(self, table: str, clock: str) -> None:
        where = self.cell(table, clock)
        self.waits(lambda: self.page.grid.place == where, f"{table} {clock}")

    def strikes(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Strike keys in the grid."""
        for key in keys:
            QTest.keyClick(self.page.grid, key, modifier)

    def strikes_in_hall(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.page.hall, key)

    def strikes_where_the_focus_is(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    def has_focus_on(self, words: str) -> None:
        """Put the focus on a button."""
        self.may_press(words)
        button = self._button(words)
        assert button is not None
        button.setFocus()

    def stays_on(self, words: str) -> None:
        """See that the button of this name has the focus, also if it was made anew."""
        self.waits(lambda: QApplication.focusWidget() is self._button(words), words)

    def clicks(self, table: str, clock: str) -> None:
        view = self.page.grid.viewport()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, _NONE, self._middle(table, clock))

    def clicks_where_it_is_seen(self, table: str, clock: str) -> None:
        """Click the part of a cell that is in sight, at its left."""
        grid = self.page.grid
        grid.horizontalScrollBar().setValue(0)
        area, left = grid.area_of(*self.cell(table, clock)), Qt.MouseButton.LeftButton
        at = QPoint(round(area.x()) + 6, round(area.center().y()))
        assert at.x() < grid.viewport().width() < area.right()
        QTest.mouseClick(grid.viewport(), left, _NONE, at)

    def drags(self, start: tuple[str, str], end: tuple[str, str]) -> None:
        """Drag a meeting from cell to cell."""
        view, left = self.page.grid.viewport(), Qt.MouseButton.LeftButton
        begin, to = self._middle(*start), self._middle(*end)
        QTest.mousePress(view, left, _NONE, begin)
        for step in (begin + QPoint(30, 4), (begin + to) / 2, to):
            QTest.mouseMove(view, step)
        QTest.mouseRelease(view, left, _NONE, to)

    def may_drop(self, table: str, clock: str) -> str:
        """See that a place takes what is carried; give why."""
        mark = self._mark(table, clock)
        assert mark.way in {Way.OPEN, Way.SWAP}, mark
        return mark.words

    def may_not_drop(self, table: str, clock: str) -> str:
        """See that it does not; give why not."""
        mark = self._mark(table, clock)
        assert mark.way in {Way.NONE, Way.BARRED}, mark
        return mark.words

    def carries_nothing(self) -> None:
        assert self.page.carrying.carry is None

    def is_told(self, words: str) -> None:
        self.waits(lambda: any(words in each for each in self.told), words)

    def _mark(self, table: str, clock: str) -> Mark:
        assert self.page.grid.marks is not None
        return self.page.grid.marks.mark(*self.cell(table, clock))

    def _middle(self, table: str, clock: str) -> QPoint:
        self.page.grid.scrollTo(self.page.grid.model().index(*self.cell(table, clock)))
        return self.page.grid.area_of(*self.cell(table, clock)).center().toPoint()
