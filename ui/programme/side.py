"""The panel at the right of the timeline: conflicts, the session that is open, or one in hand."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.common.parts import Panel, column, scrolled
from ui.programme.conflicts_panel import ConflictsPanel
from ui.programme.moving_panel import MovingPanel
from ui.programme.session_panel import SessionPanel

WIDTH = 360


class ProgrammeSide(Panel):
    """Shows one of the three."""

    def __init__(
        self, conflicts: ConflictsPanel, session: SessionPanel, moving: MovingPanel
    ) -> None:
        super().__init__("side")
        self.setFixedWidth(WIDTH)
        self.conflicts, self.session, self.moving = conflicts, session, moving
        self._hand = scrolled(moving)
        self._places = QStackedWidget()
        self._places.setProperty("part", "page")
        for each in (conflicts, session, self._hand):
            self._places.addWidget(each)
        self.setLayout(column(self._places, gap=0, margins=(1, 0, 0, 0)))

    @property
    def is_session_open(self) -> bool:
        """Tell whether a session is shown."""
        return self._places.currentWidget() is self.session

    def show_conflicts(self) -> None:
        """Show what can't be so."""
        self._show(self.conflicts)

    def show_session(self) -> None:
        """Show the session that is open."""
        self._show(self.session)

    def show_moving(self) -> None:
        """Show what is in hand."""
        self._show(self._hand)

    def _show(self, panel: QWidget) -> None:
        self._places.setCurrentWidget(panel)
