"""What happened last, at all desks or at this one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from app.checkin.reception import RecentScan
from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, row
from ui.common.times import Times, day_words
from ui.desk.recent_rows import RecentList
from ui.desk.verdicts import Verdict

MOST = 24
"""More than a tall screen has room for."""
_ALL, _OWN = "All desks", "This desk"


class RecentCard(Panel):
    """The last scans. ``chosen`` carries a delegate's id.

    ``own_chosen`` tells whether only the scans of this desk are wanted.
    """

    chosen = Signal(object)
    own_chosen = Signal(bool)

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__("card")
        self._times = times
        self._known: tuple[RecentScan, ...] = ()
        self._verdict: Verdict | None = None
        self._empty = Text("", BODY, "3", wraps=True)
        self.desks = DesksButton(look)
        self._list = RecentList(look, times)
        head = row(Text("Recent scans", SECTION), None, self.desks, margins=(12, 0, 2, 0))
        nobody = row(self._empty, margins=(12, 0, 12, 0))
        layout = column(head, nobody, self._list, gap=4, margins=(8, 12, 8, 8))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._list.chosen.connect(self.chosen)
        self.desks.own_chosen.connect(self.own_chosen)

    def show_recent(self, recent: Sequence[RecentScan], day: date) -> None:
        """Show what happened on a day, newest first."""
        self._known = tuple(recent)
        self._empty.setText(self._nobody(day))
        self._empty.setVisible(not recent)
        self._show()

    def mark(self, verdict: Verdict | None) -> None:
        """Mark what the card shows, if it is among them."""
        self._verdict = verdict
        self._show()

    def _show(self) -> None:
        self._list.show_scans(self._known, self._marked())

    def _marked(self) -> int:
        verdict = self._verdict
        if verdict is None:
            return -1
        whose = verdict.person.id if verdict.person else None
        for at, scan in enumerate(self._known):
            if scan.delegate == whose and (whose or scan.verdict == verdict.reason):
                return at
        return -1

    def _nobody(self, day: date) -> str:
        today = self._times.today()
        where = " at this desk" if self.desks.is_own else ""
        if day == today:
            return f"Nobody yet today{where}."
        return f"Nobody{' yet' if day > today else ''} on {day_words(day)}{where}."


class DesksButton(SmallButton):
    """Says whose scans are shown, and opens a menu of the two answers."""

    own_chosen = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _ALL, rank=Rank.QUIET)
        self.menu_below = QMenu(self)
        group = QActionGroup(self)
        self.answers = {own: self._answer(own, group) for own in (False, True)}
        self.choose(own=False)
        self.clicked.connect(self._open)

    @property
    def is_own(self) -> bool:
        """Tell whether only this desk's scans are wanted."""
        return self.answers[True].isChecked()

    def choose(self, *, own: bool) -> None:
        """Show an answer, as it was given before."""
        self.answers[own].setChecked(True)
        words = _OWN if own else _ALL
        self.set_words(words)
        self.setAccessibleName(f"Scans of: {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Down too."""
        if event.key() == Qt.Key.Key_Down:
            self._open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        at = QPointF(self.width() - 24, (self.height() - 14) / 2)
        painter.drawPixmap(at, self.look.pixmap("chevron-down", "text-2", 14))
        painter.end()

    def _content_width(self) -> float:
        return super()._content_width() + 20

    def _open(self) -> None:
        size = self.menu_below.sizeHint()
        self.menu_below.popup(
            self.mapToGlobal(QPoint(self.width() - size.width(), self.height() + 4))
        )

    def _answer(self, own: bool, group: QActionGroup) -> QAction:
        action = self.menu_below.addAction(_OWN if own else _ALL)
        action.setCheckable(True)
        group.addAction(action)
        action.triggered.connect(lambda: self._choose(own=own))
        return action

    def _choose(self, *, own: bool) -> None:
        self.choose(own=own)
        self.own_chosen.emit(own)
