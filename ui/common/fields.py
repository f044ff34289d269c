"""Fields of numbers, days and times, as the style sheet can show them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox

Spin = TypeVar("Spin", bound=QAbstractSpinBox)


def plain(spin: Spin) -> Spin:
    """Give such a field the inset that others have. It is changed by typing, Up and Down.

    The style sheet hides the arrows. ``NoButtons`` must stay away: with it, under a style sheet,
    Qt 6.12 leaves the text a width of one pixel; and it passes the sheet's padding by.
    """
    spin.lineEdit().setTextMargins(9, 0, 9, 0)
    return spin
