"""Ctrl+Z and Ctrl+Shift+Z, also while a text field has the focus and nothing to take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

UNDO, REDO = "Ctrl+Z", "Ctrl+Shift+Z"


class UndoKeys(QObject):
    """Hears the keys in one window. A field in which something was typed keeps them to itself."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._field: QLineEdit | None = None
        for keys, signal in ((UNDO, self.undo_wanted), (REDO, self.redo_wanted)):
            QShortcut(QKeySequence(keys), window).activated.connect(signal)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - windows exist only in one
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep an idle field from claiming the keys, as Qt's do whether they have a use or not."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            field = self._field
            idle = field is not None and not (
                field.isUndoAvailable() if keys == QKeySequence(UNDO) else field.isRedoAvailable()
            )
            if idle and keys in (QKeySequence(UNDO), QKeySequence(REDO)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A dialog's field may be gone by now.
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = None
        if isinstance(new, QLineEdit):
            self._field = new
            new.installEventFilter(self)
