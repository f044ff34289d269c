"""What somebody on the Print page does and sees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from app.printers.port import JobState
from tests.ui.robot import Robot
from ui.common.choice_row import ChoiceRow
from ui.common.page import News
from ui.papers.page import PrintPage
from ui.papers.run_card import RunCard


class PrintRobot(Robot):
    """Chooses, prints, saves, and sees to what was handed over."""

    def __init__(self, page: PrintPage, qtbot: QtBot) -> None:
        super().__init__(page, qtbot)
        self.page = page
        self.told: list[str] = []
        self.kept: list[tuple[str, str]] = []
        page.told.connect(self._hear)
        page.printer_chosen.connect(lambda kind, name: self.kept.append((kind, name)))
        page.stock_chosen.connect(lambda kind, name: self.kept.append((kind, name)))

    @property
    def papers(self) -> set[str]:
        return set(self.page.choosing.what.keys)

    def chooses(self, row: str) -> None:
        self.waits(lambda: self._row(row) is not None, row)
        found = self._row(row)
        assert found is not None
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def may_not_choose(self, row: str) -> None:
        self.waits(lambda: self._row(row) is None, row)

    def narrows(self, what: str, words: str) -> None:
        (choice,) = (
            each
            for each in (
                self.page.choosing.delegation,
                self.page.choosing.badge_type,
                self.page.choosing.day,
                self.page.choosing.order,
                self.page.way.backs.choice,
            )
            if each.accessibleName() == what
        )
        self.waits(lambda: choice.findText(words) >= 0, words)
        choice.setCurrentText(words)
        choice.activated.emit(choice.currentIndex())

    def takes_printer(self, name: str) -> None:
        printers = self.page.way.printer
        self.waits(lambda: printers.findData(name) >= 0, name)
        printers.setCurrentIndex(printers.findData(name))
        printers.activated.emit(printers.currentIndex())

    def names_file(self, file: Path) -> None:
        self._qtbot.waitUntil(lambda: bool(self._file_dialogs()), timeout=10_000)
        (asking,) = self._file_dialogs()
        asking.fileSelected.emit(str(file))
        asking.done(QDialog.DialogCode.Rejected)

    def sees_run(self, state: JobState) -> None:
        self.waits(lambda: any(each.state is state for each in self.page.runs.runs), state)

    def sees_runs(self, *states: JobState) -> None:
        """See these runs and no other, the newest first."""
        self.waits(lambda: tuple(each.state for each in self.page.runs.runs) == states, str(states))

    def moves_run_to(self, title: str) -> None:
        """Choose another printer in the menu of the only run."""
        self.presses_starting("Other printer…")
        (card,) = (each for each in self.page.findChildren(RunCard) if each.isVisible())
        (action,) = (each for each in card.menu.actions() if each.text() == title)
        action.trigger()
        card.menu.close()

    def presses_starting(self, words: str) -> None:
        self.waits(lambda: self._starting(words), words)
        button = self.button_where(lambda each: each.accessibleName().startswith(words))
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def starts_at(self) -> int:
        return self.page.way.start.label

    @property
    def page_height(self) -> int:
        (sheet,) = self.page.middle.findChildren(QScrollArea)
        inside = sheet.widget()
        assert inside is not None
        return inside.height()

    def clicks_label(self, number: int) -> None:
        """Click on a label in the small picture of the sheet."""
        picture = self.page.way.start.sheet
        middle = picture.areas()[number - 1].center().toPoint()
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=middle)

    def looks_at_page(self) -> None:
        """Go by Tab from the last control above the page to the page itself."""
        (sheet,) = self.page.middle.findChildren(QScrollArea)
        sheet.setFocus(Qt.FocusReason.TabFocusReason)

    def tabs_through(self) -> list[str]:
        """Press Tab until the first control has the focus again; give what had it."""
        names: list[str] = []
        first = focused = QApplication.focusWidget()
        while focused is not None and (focused is not first or not names):
            text = focused.text() if isinstance(focused, QAbstractButton) else ""
            names.append(focused.accessibleName() or text)
            QTest.keyClick(focused, Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
        return names

    def turns(self, key: Qt.Key) -> None:
        """Press an arrow, and wait until another page is there."""
        before = self.page.middle.turned_to
        self.presses_keys(key, Qt.KeyboardModifier.NoModifier)
        self.waits(lambda: self.page.middle.turned_to != before, before)

    @contextmanager
    def wants(self, signal: SignalInstance) -> Iterator[None]:
        """Expect that something is asked of the window."""
        with self._qtbot.waitSignal(signal):
            yield

    def hears(self, text: str) -> None:
        self.waits(lambda: text in self.told, f"{text} in {self.told}")

    def _starting(self, words: str) -> bool:
        found = self.button_where(lambda each: each.accessibleName().startswith(words))
        return found is not None

    def _row(self, words: str) -> ChoiceRow | None:
        button = self.button_where(
            lambda each: isinstance(each, ChoiceRow) and each.accessibleName().startswith(words)
        )
        return button if isinstance(button, ChoiceRow) else None

    def _file_dialogs(self) -> list[QFileDialog]:
        return [each for each in self.page.findChildren(QFileDialog) if each.isVisible()]

    def _hear(self, news: News) -> None:
        self.told.append(news.text)
