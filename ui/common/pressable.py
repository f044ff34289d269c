"""What is pressed by a click or by Space, and never by Enter, with which scanners end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.common.look import Look

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def is_enter(event: QKeyEvent) -> bool:
    """Tell the key that may be the end of a scan."""
    return event.key() in _ENTER


class Pressable(QAbstractButton):
    """A control that paints itself, and passes Enter by."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
