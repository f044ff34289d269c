from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import BeforeCloseFunc, QtBot


class DressedBot(QtBot):
    """Gives what a test shows alone the style sheet that it has of its window otherwise.

    Were the sheet the application's, each change of it would go through all widgets that other
    tests have left, and the parts of a window would be styled twice.
    """

    def __init__(self, request: pytest.FixtureRequest, sheet: str) -> None:
        super().__init__(request)
        self._sheet = sheet

    def addWidget(  # noqa: N802 - pytest-qt's name
        self, widget: QWidget, *, before_close_func: BeforeCloseFunc | None = None
    ) -> None:
        self.dress(widget)
        super().addWidget(widget, before_close_func=before_close_func)

    def dress(self, widget: QWidget) -> None:
        """Style a widget, unless it has seen to that itself."""
        if not widget.styleSheet():
            widget.setStyleSheet(self._sheet)
