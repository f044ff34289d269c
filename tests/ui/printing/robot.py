"""What somebody who prints does and sees, and a printer that keeps its paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from app.printing.readback import codes_in
from tests.ui.robot import Robot
from ui.common.buttons import Button, Choice, Rank
from ui.common.page import News
from ui.printing.paper_dialog import PaperDialog
from ui.printing.printers import Printers, Way

OFFICE_LASER = "Office laser"
ON_LASER = Way(printer=OFFICE_LASER).written
INTO_FILE = Way(into_file=True).written
ALT = Qt.KeyboardModifier.AltModifier
Asking = TypeVar("Asking", bound=QDialog)


def codes_of(pdf: bytes, folder: Path) -> list[str]:
    """Read the codes on what arrived at a printer."""
    file = folder / "arrived.pdf"
    file.write_bytes(pdf)
    return list(codes_in(file))


class PaperTray(Printers):
    """A printer as Qt sees one, whose paper is a file: the only printer a build machine has."""

    def __init__(self, paper: Path) -> None:
        self.paper = paper
        self.there: tuple[str, ...] = (OFFICE_LASER,)

    def names(self) -> tuple[str, ...]:
        return self.there

    def usual(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.paper))
        printer.setResolution(300)
        return printer

    def codes(self) -> list[str]:
        """Read what came out."""
        return list(codes_in(self.paper))


class PaperRobot(Robot):
    """Prints, saves, and answers the system's own dialogs."""

    def __init__(self, dialog: PaperDialog[Any], tray: PaperTray, qtbot: QtBot) -> None:
        super().__init__(dialog, qtbot)
        self.dialog = dialog
        self.tray = tray
        self.told: list[str] = []
        self.ways: list[str] = []
        self._closed: list[int] = []
        dialog.sending.printers = tray
        dialog.told.connect(self._hear)
        dialog.way_chosen.connect(self.ways.append)
        dialog.finished.connect(self._closed.append)

    def presses_keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(self.dialog, key, modifier)

    def chooses(self, row: str) -> None:
        self.waits(lambda: self._starting(row) is not None, row)
        button = self._starting(row)
        assert button is not None
        button.click()

    def chooses_in_list(self, words: str) -> None:
        (choice,) = (each for each in self._lists() if each.accessibleName() != "Printer")
        self.waits(lambda: choice.findText(words) >= 0, words)
        choice.setCurrentText(words)

    def takes_printer(self, name: str) -> None:
        """Choose one of the printers of the print service."""
        (choice,) = (each for each in self._lists() if each.accessibleName() == "Printer")
        self.waits(lambda: choice.findData(name) >= 0, name)
        choice.setCurrentIndex(choice.findData(name))
        choice.activated.emit(choice.currentIndex())

    def printer_shown(self) -> str:
        (choice,) = (each for each in self._lists() if each.accessibleName() == "Printer")
        return choice.currentText()

    def filled_buttons(self) -> list[str]:
        """Give the words of the buttons that are filled."""
        shown = (each for each in self.dialog.findChildren(Button) if each.isVisible())
        return [each.text() for each in shown if each.rank is Rank.MAIN]

    def answers_system_dialog(self, *, prints: bool) -> None:
        asking = self._asking(QPrintDialog)
        asking.done(QDialog.DialogCode.Accepted if prints else QDialog.DialogCode.Rejected)

    def names_file(self, file: Path) -> None:
        asking = self._asking(QFileDialog)
        asking.fileSelected.emit(str(file))
        asking.done(QDialog.DialogCode.Rejected)

    def proposed_file(self) -> str:
        (file,) = self._asking(QFileDialog).selectedFiles()
        return Path(file).name

    def sees_paper_move(self) -> None:
        self._qtbot.waitUntil(self.tray.paper.exists, timeout=20_000)

    def hears(self, text: str) -> None:
        self._qtbot.waitUntil(lambda: text in self.told, timeout=20_000)

    def is_closed(self) -> None:
        self._qtbot.waitUntil(lambda: bool(self._closed), timeout=20_000)

    def is_open(self) -> None:
        assert not self._closed

    def _lists(self) -> list[Choice]:
        return self.dialog.findChildren(Choice)

    def _hear(self, news: News) -> None:
        assert not news.undoable
        self.told.append(news.text)

    def _asking(self, kind: type[Asking]) -> Asking:
        self._qtbot.waitUntil(
            lambda: any(each.isVisible() for each in self.dialog.findChildren(kind)), timeout=10_000
        )
        return next(each for each in self.dialog.findChildren(kind) if each.isVisible())

    def _starting(self, row: str) -> QAbstractButton | None:
        return self.button_where(lambda each: each.accessibleName().startswith(row))
