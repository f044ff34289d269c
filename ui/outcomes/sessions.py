"""Who came to the sessions of a day so far, beside who was booked for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.outcomes.programme_figures import ProgrammeFigures
from app.programme.views import SessionFacts
from ui.common.lettering import CELL, CELL_STRONG, LABEL
from ui.common.look import Look
from ui.common.painting import Ink, paint_bar, paint_text
from ui.common.parts import Text, column, line

_HIGH, _LINE, _BAR_Y, _BAR, _BELOW_Y = 58, 18, 21, 7, 31
_NUMBER = 84


class SessionsSoFar(QWidget):
    """A heading, then each session that has begun, and of which something is known."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._all = Text("", LABEL, "2", wraps=True)
        self._rest = Text("", LABEL, "2", wraps=True)
        self.rows = _Rows(look)
        told = column(Text("Sessions so far", CELL_STRONG), self._all, gap=4)
        self.setLayout(column(line(), told, self.rows, self._rest, gap=10))
        self.hide()

    def show_figures(self, begun: ProgrammeFigures) -> None:
        """Show those of another day, or at another time."""
        known = [each for each in begun.sessions if each.figures.booked or each.figures.here]
        self.rows.show_sessions(known)
        self._all.setText(_in_all(begun))
        left = len(begun.sessions) - len(known)
        rest = f"{_sessions(left)} more, without bookings or check-in." if left else ""
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.setVisible(bool(known))


class _Rows(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sessions: tuple[SessionFacts, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_sessions(self, sessions: Sequence[SessionFacts]) -> None:
        self._sessions = tuple(sessions)
        said = (f"{each.title}: {came_words(each)}, {share_words(each)}" for each in sessions)
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HIGH * len(self._sessions))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, each in enumerate(self._sessions):
            area = QRectF(0, at * _HIGH, self.width(), _HIGH)
            if event.rect().intersects(area.toAlignedRect()):
                self._paint(painter, area, each)
        painter.end()

    def _paint(self, painter: QPainter, area: QRectF, each: SessionFacts) -> None:
        look, figures = self._look, each.figures
        title = QRectF(area.x(), area.y(), area.width() - _NUMBER, _LINE)
        paint_text(painter, title, each.title, Ink(CELL), look)
        number = QRectF(area.right() - _NUMBER, area.y(), _NUMBER, _LINE)
        right = Ink(CELL, "text-2", Qt.AlignmentFlag.AlignRight)
        paint_text(painter, number, came_words(each), right, look)
        below = QRectF(area.x(), area.y() + _BAR_Y, area.width(), _LINE)
        if figures.booked:
            bar = QRectF(area.x(), area.y() + _BAR_Y, area.width(), _BAR)
            share = figures.booked_here / figures.booked
            paint_bar(painter, bar, share, look, look.colour("text-2"))
            below.moveTop(area.y() + _BELOW_Y)
        paint_text(painter, below, share_words(each), Ink(LABEL, "text-2"), look)


def came_words(each: SessionFacts) -> str:
    """Say how many came: of those who had booked, if anybody had."""
    figures = each.figures
    if figures.booked:
        return f"{figures.booked_here:,} of {figures.booked:,}"
    return f"{figures.here:,} came"


def share_words(each: SessionFacts) -> str:
    """Say what share that is, and how many came besides."""
    figures = each.figures
    if not figures.booked:
        return "nobody had booked"
    said = f"{_share(figures.booked_here, figures.booked)} of the booked"
    return f"{said}, {figures.walked_in:,} more walked in" if figures.walked_in else said


def _in_all(begun: ProgrammeFigures) -> str:
    booked, here = begun.booked, sum(each.figures.booked_here for each in begun.sessions)
    if not booked:
        return f"{begun.came:,} came in all."
    share = _share(here, booked)
    return f"{here:,} of {booked:,} who had booked came ({share}), {begun.came:,} came in all."


def _share(part: int, whole: int) -> str:
    """Give a share: what is not whole never reads as whole, nor some as none."""
    return f"{max(part * 100 // whole, 1 if part else 0)} %"


def _sessions(count: int) -> str:
    return "1 session" if count == 1 else f"{count:,} sessions"
