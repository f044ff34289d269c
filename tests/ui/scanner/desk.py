"""A window with a filter, what came of the keys, and every kind of place to have the focus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.scanner.hands import Keyboard
from ui.scanner.filter import ScannerFilter

BADGE = "BDGBCNCILCBDEFGHIJKLNVBRRFJEHTGJNENRRHDBFGURL"
TICKET = "k7hj2mw9qxz4tefa8sdcupvb3g5nyr6k"


@dataclass
class Desk:
    """A window with a filter, and what came of the keys."""

    qtbot: QtBot
    filter: ScannerFilter
    page: QWidget
    scans: list[str] = field(default_factory=list)
    deeds: list[str] = field(default_factory=list)
    keyboard: Keyboard = field(default_factory=Keyboard)

    def focuses(self, widget: QWidget) -> None:
        layout = self.page.layout()
        assert layout is not None
        layout.addWidget(widget)
        self.comes_forward(widget, self.page)

    def comes_forward(self, widget: QWidget, window: QWidget) -> None:
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        widget.setFocus()
        self.qtbot.waitUntil(widget.hasFocus)

    def has_scanned(self, *codes: str) -> None:
        self.qtbot.waitUntil(lambda: len(self.scans) >= len(codes))
        assert self.scans == list(codes)

    def reads(self, text: str, field: QLineEdit) -> None:
        self.qtbot.waitUntil(lambda: len(field.text()) >= len(text))
        assert field.text() == text


def field_of_one_line(desk: Desk) -> Callable[[], object]:
    field = QLineEdit("Lind")
    field.returnPressed.connect(lambda: desk.deeds.append("Enter"))
    desk.focuses(field)
    return field.text


def field_of_notes(desk: Desk) -> Callable[[], object]:
    notes = QPlainTextEdit("note")
    desk.focuses(notes)
    return notes.toPlainText


def number(desk: Desk) -> Callable[[], object]:
    box = QSpinBox()
    desk.focuses(box)
    return box.text


def choice(desk: Desk) -> Callable[[], object]:
    box = QComboBox()
    box.addItems(["C2C", "B2C", "G2B"])
    desk.focuses(box)
    return box.currentText


def open_choice(desk: Desk) -> Callable[[], object]:
    box = QComboBox()
    box.addItems(["C2C", "B2C", "G2B"])
    desk.focuses(box)
    box.showPopup()
    desk.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return lambda: (box.currentText(), QApplication.activePopupWidget() is not None)


def button(desk: Desk) -> Callable[[], object]:
    pressed = QPushButton("Book")
    pressed.clicked.connect(lambda: desk.deeds.append("clicked"))
    desk.focuses(pressed)
    return lambda: None


def tick(desk: Desk) -> Callable[[], object]:
    box = QCheckBox("B&DG")
    desk.focuses(box)
    return box.isChecked


def table(desk: Desk) -> Callable[[], object]:
    view = QTableView()
    model = QStringListModel(["Ada", "Ben", "Dov"], view)
    view.setModel(model)
    desk.focuses(view)
    view.setCurrentIndex(model.index(0))
    return lambda: view.currentIndex().row()


def menu(desk: Desk) -> Callable[[], object]:
    desk.focuses(QLineEdit())
    opened = QMenu(desk.page)
    for word in ("&Badge", "&Delete", "&Go"):
        opened.addAction(word).triggered.connect(lambda: desk.deeds.append("chosen"))
    opened.popup(desk.page.mapToGlobal(desk.page.rect().center()))
    desk.qtbot.waitUntil(opened.isVisible)
    return opened.isVisible


def dialog(desk: Desk) -> Callable[[], object]:
    opened = QDialog(desk.page)
    layout, name, save = QVBoxLayout(opened), QLineEdit("Rasa"), QPushButton("Save")
    layout.addWidget(name)
    layout.addWidget(save)
    save.setDefault(True)
    save.clicked.connect(lambda: desk.deeds.append("saved"))
    desk.page.show()
    opened.open()
    desk.comes_forward(name, opened)
    return name.text


def page_with_bare_keys(desk: Desk) -> Callable[[], object]:
    desk.focuses(QPushButton("Floor"))
    for key in (*BADGE[:12], *"1234567890KHJ", "Shift+B", "Return", "Space"):
        shortcut = QShortcut(QKeySequence(key), desk.page)
        shortcut.activated.connect(lambda: desk.deeds.append("acted"))
        shortcut.activatedAmbiguously.connect(lambda: desk.deeds.append("acted"))
    return lambda: None


PLACES = (
    field_of_one_line,
    field_of_notes,
    number,
    choice,
    open_choice,
    button,
    tick,
    table,
    menu,
    dialog,
    page_with_bare_keys,
)
