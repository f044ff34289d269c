"""Fields of dialogs as the style sheet can show them, under what they are called."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QAbstractSpinBox, QBoxLayout, QDateEdit, QLineEdit, QWidget

from ui.common.lettering import LABEL_STRONG
from ui.common.parts import Text, column

DONE = "Ctrl+Return"
"""Ends a dialog as its filled button does; Enter alone may be the end of a scan."""

Spin = TypeVar("Spin", bound=QAbstractSpinBox)


def plain(spin: Spin) -> Spin:
    """Give such a field the inset that others have. It is changed by typing, Up and Down.

    The style sheet hides the arrows. ``NoButtons`` must stay away: with it, under a style sheet,
    Qt 6.12 leaves the text a width of one pixel; and it passes the sheet's padding by.
    """
    spin.lineEdit().setTextMargins(9, 0, 9, 0)
    return spin


class DateField(QDateEdit):
    """A day. Tab leaves it, as it leaves other fields; Left and Right go through its parts."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)


def inset(field: QAbstractSpinBox) -> None:
    """Keep what is typed off the frame; a style sheet's padding does not reach it."""
    field.lineEdit().setTextMargins(8, 0, 0, 0)


def take_digits(field: QLineEdit, most: int) -> None:
    """Let only as many digits be typed as ``most`` has.

    A validator of integers takes signs and what parts thousands, which no ``int`` reads.
    """
    digits = QRegularExpression(f"[0-9]{{1,{len(str(most))}}}")
    field.setValidator(QRegularExpressionValidator(digits, field))


def labelled(words: str, field: QWidget) -> QBoxLayout:
    """Put a field under what it is called."""
    label = Text(words, LABEL_STRONG, "2")
    label.setBuddy(field)
    field.setAccessibleName(words)
    return column(label, field, gap=4)
