"""Words offered below a line while somebody types. What was typed stays until one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView

from ui.common.lettering import BODY, font

MOST = 8
_ROW = 32
"""As the style sheet has it."""
Suggest = Callable[[str], Sequence[str]]


def _nothing(_typed: str) -> Sequence[str]:
    return ()


class Completing(QObject):
    """Down goes to the offers and opens them, Up goes back, Enter and Tab take the one chosen.

    Nothing is chosen until somebody goes to it, so that Enter, which may end a scan, does nothing.
    Esc takes the offers away and leaves what was typed. They never have the focus.
    """

    chosen = Signal(str)

    def __init__(self, entry: QLineEdit) -> None:
        super().__init__(entry)
        self._entry = entry
        self._suggest: Suggest = _nothing
        self._words = QStringListModel(self)
        self._list: QListView | None = None
        entry.installEventFilter(self)
        entry.textEdited.connect(self._offer)

    @property
    def offered(self) -> tuple[str, ...]:
        """The words that are offered now."""
        shown = self._list is not None and self._list.isVisible()
        return tuple(self._words.stringList()) if shown else ()

    def suggest_by(self, suggest: Suggest) -> None:
        """Offer from now on what this gives for what was typed."""
        self._suggest = suggest

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Resize):
            self._put_away()
        elif (
            isinstance(event, QKeyEvent)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            if kind == QEvent.Type.ShortcutOverride and self._is_ours(event):
                # Esc would be the page's otherwise.
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress:
                return self._take(event)
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.offered)

    def _take(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
                return True
            case Qt.Key.Key_Up if self.offered:
                self._step(-1)
                return True
            case Qt.Key.Key_Escape if self.offered:
                self._put_away()
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if self._current():
                self._choose(self._current())
                # Tab goes on, with what it chose.
                return event.key() != Qt.Key.Key_Tab
            case _:
                return False

    def _step(self, by: int) -> None:
        if not self.offered:
            self._offer(self._entry.text())
            by = 1
        shown = self._list
        if shown is not None and self.offered:
            row = shown.currentIndex().row() + by
            index = (
                self._words.index(min(row, self._words.rowCount() - 1))
                if row >= 0
                else QModelIndex()
            )
            shown.setCurrentIndex(index)
            if index.isValid():
                self._announce(str(index.data()))

    def _current(self) -> str:
        if self._list is None or not self.offered:
            return ""
        index = self._list.currentIndex()
        return str(index.data()) if index.isValid() else ""

    def _offer(self, typed: str) -> None:
        words = self._suggest(typed)[:MOST]
        if not words or typed in words or not self._entry.hasFocus():
            self._put_away()
            return
        shown = self._list = self._list or self._build()
        self._words.setStringList(words)
        shown.setCurrentIndex(QModelIndex())
        window = self._entry.window()
        shown.setParent(window)
        below = self._entry.mapTo(window, QPoint(0, self._entry.height() + 2))
        height = len(words) * _ROW + 10
        if below.y() + height > window.height():
            below = self._entry.mapTo(window, QPoint(0, -height - 2))
        shown.setGeometry(below.x(), below.y(), self._entry.width(), height)
        shown.show()
        shown.raise_()

    def _build(self) -> QListView:
        shown = QListView(self._entry)
        shown.setProperty("part", "popover")
        shown.setModel(self._words)
        shown.setFont(font(BODY))
        shown.setUniformItemSizes(True)
        shown.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setAccessibleName(f"{self._entry.accessibleName()}, offered")
        shown.clicked.connect(lambda index: self._choose(str(index.data())))
        return shown

    def _choose(self, word: str) -> None:
        self._put_away()
        self._entry.setText(word)
        self.chosen.emit(word)

    def _put_away(self) -> None:
        if self._list is not None and self._list.isVisible():
            self._list.hide()
            # It goes with the entry.
            self._list.setParent(self._entry)

    def _announce(self, word: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._entry, word))
