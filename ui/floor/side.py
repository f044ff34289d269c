"""The panel at the right of the grid."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.common.parts import Panel, column

WIDTH = 360


class FloorSide(Panel):
    """Shows what needs somebody, or in its place the meeting that is open or carried."""

    def __init__(self) -> None:
        super().__init__("side")
        self.setFixedWidth(WIDTH)
        self._places = QStackedWidget()
        self._home = QWidget()
        self._places.addWidget(self._home)
        self._places.setProperty("part", "page")
        self._whole = column(self._places, gap=0, margins=(1, 0, 0, 0))
        self._whole.setStretch(0, 1)
        self.setLayout(self._whole)

    def set_foot(self, foot: QWidget) -> None:
        """Show this below whatever stands here."""
        self._whole.addWidget(foot)

    def set_home(self, home: QWidget) -> None:
        """Show this while no meeting is open."""
        shown = self._places.currentWidget() is self._home
        self._places.removeWidget(self._home)
        self._home.deleteLater()
        self._home = home
        self._places.insertWidget(0, home)
        if shown:
            self._places.setCurrentWidget(home)

    def show_home(self) -> None:
        """Show what needs somebody again."""
        self.show_panel(self._home)

    def show_panel(self, panel: QWidget) -> None:
        """Show a panel in place of all others."""
        if self._places.indexOf(panel) < 0:
            self._places.addWidget(panel)
        self._places.setCurrentWidget(panel)
