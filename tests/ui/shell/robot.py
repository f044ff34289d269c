from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.common.page import News, Page
from ui.shell.frame import Frame
from ui.shell.rail import Entry, RailButton
from ui.shell.toasts import Toast
from ui.shell.top_bar import TopBar

ENTRIES = (
    Entry("desk", "Desk", "scan-line"),
    Entry("delegates", "Delegates", "users"),
    Entry("event", "Event", "settings-2"),
)


_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


class PlainPage(Page):
    """A page with one field, as others have."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.arrived = 0

    def arrive(self) -> None:
        self.arrived += 1
        self.field.setFocus()


class Desk:
    """Somebody at a window with three pages."""

    def __init__(
        self, frame: Frame, bar: TopBar, pages: dict[str, PlainPage], qtbot: QtBot
    ) -> None:
        self.frame = frame
        self.bar = bar
        self.pages = pages
        self.qtbot = qtbot
        self.done: list[object] = []

    def presses(self, keys: str, into: QWidget | None = None) -> None:
        names = keys.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in names[:-1]:
            modifiers |= _MODIFIERS[name]
        key = getattr(Qt.Key, f"Key_{names[-1]}")
        target = into or QApplication.focusWidget() or self.frame
        QTest.keyClick(target, key, modifiers)

    def types(self, text: str) -> None:
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, text)

    def rail(self, key: str) -> RailButton:
        return next(
            button
            for button in self.frame.rail.findChildren(RailButton)
            if button.text().lower() == key
        )

    def reads_page(self, key: str) -> None:
        assert self.frame.page == key
        assert self.rail(key).chosen
        assert self.pages[key].isVisible()

    def hears(self, text: str, *, undoable: bool = True) -> Toast:
        self.pages[self.frame.page].told.emit(News(text, undoable))
        return self.frame.toasts.shown[-1]

    def sees_toasts(self, *texts: str) -> None:
        self.qtbot.waitUntil(lambda: self._toasts() == list(texts))

    def offers(self) -> list[str]:
        return [offer.text for offer in self.bar.search.list.offers]

    def sees_offers(self, *texts: str) -> None:
        self.qtbot.waitUntil(lambda: self.offers() == list(texts))

    def waits(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until)

    def _toasts(self) -> list[str]:
        return [toast.news.text for toast in self.frame.toasts.shown]


def texts_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def put_pointer_on(widget: QWidget) -> None:
    point = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(point, point, point))


def take_pointer_off(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
