"""The four steps of an import, and which of them is due."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.lettering import BODY, BODY_STRONG, LABEL_STRONG, font
from ui.common.look import Look

_CIRCLE, _WAY = 24, 24


class Step(IntEnum):
    """What is done one after the other."""

    CHOOSE = 0
    MATCH = 1
    CHECK = 2
    IMPORT = 3


STEP_WORDS = {
    Step.CHOOSE: "Choose file",
    Step.MATCH: "Match the columns",
    Step.CHECK: "Check the rows",
    Step.IMPORT: "Import",
}


class StepBar(QWidget):
    """Paints the steps in a row: those done are ticked, the present one is filled."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._now = Step.CHOOSE
        self._all_done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.show_step(Step.CHOOSE)

    def show_step(self, step: Step, *, done: bool = False) -> None:
        """Show which step is due; ``done`` if it is behind too."""
        self._now, self._all_done = step, done
        self.setAccessibleName(f"Step {step + 1} of {len(Step)}: {STEP_WORDS[step]}")
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(BODY_STRONG))
        words = sum(metrics.horizontalAdvance(each) for each in STEP_WORDS.values())
        return QSize(round(words + len(Step) * (_CIRCLE + 8) + 3 * (_WAY + 20)) + 8, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 2.0, self.height() / 2
        for step in Step:
            if step:
                painter.setPen(QPen(self._look.colour("line-strong"), 1))
                painter.drawLine(QPointF(x, middle), QPointF(x + _WAY, middle))
                x += _WAY + 10
            self._paint_circle(painter, QRectF(x, middle - 12, _CIRCLE, _CIRCLE), step)
            x += _CIRCLE + 8
            due = step == self._now
            painter.setFont(font(BODY_STRONG if due else BODY))
            painter.setPen(self._look.colour("text" if due else "text-2"))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(STEP_WORDS[step])
            room = QRectF(x, 0, wide + 2, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, STEP_WORDS[step])
            x += wide + 10
        painter.end()

    def _paint_circle(self, painter: QPainter, area: QRectF, step: Step) -> None:
        behind = step < self._now or (self._all_done and step == self._now)
        due = step == self._now and not behind
        fill = "ok" if behind else "accent" if due else "surface"
        painter.setPen(
            Qt.PenStyle.NoPen if behind or due else QPen(self._look.colour("line-strong"), 1)
        )
        painter.setBrush(self._look.colour(fill))
        painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5))
        if behind:
            tick = self._look.pixmap("check", "ok-on", 14)
            painter.drawPixmap(area.center() - QPointF(7, 7), tick)
            return
        painter.setFont(font(LABEL_STRONG))
        painter.setPen(self._look.colour("accent-on" if due else "text-2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(step + 1))
