"""A verdict before a dialog, for a scan that came while one was open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.common.lettering import BODY, LEAD
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.desk.band import ink_on, paint_shape
from ui.desk.verdicts import Verdict

_HEIGHT = 72
_LASTS_MS = 8_000


class VerdictNote(QWidget):
    """Stands at the top of a dialog until the next verdict, or for eight seconds."""

    def __init__(self, look: Look, verdict: Verdict, dialog: QWidget) -> None:
        super().__init__(dialog)
        for before in dialog.findChildren(VerdictNote):
            if before is not self:
                before.hide()
                before.deleteLater()
        self._look = look
        self._verdict = verdict
        who = ", ".join(filter(None, (verdict.name, verdict.organisation)))
        self._who = who or verdict.lead
        said = ". ".join(filter(None, (verdict.headline, self._who)))
        self.setAccessibleName(said)
        dialog.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()
        QTimer.singleShot(_LASTS_MS, self, self.deleteLater)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def mouseReleaseEvent(self, _event: object) -> None:
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        verdict, look = self._verdict, self._look
        fill, ink = look.colour(verdict.tone or "sunken"), look.colour(ink_on(verdict.tone))
        painter.fillRect(self.rect(), fill)
        paint_shape(painter, QRectF(20, 16, 40, 40), verdict.shape, ink, fill)
        room = QRectF(80, 10, self.width() - 100, 28)
        paint_text(painter, room, verdict.headline, Ink(LEAD, ink_on(verdict.tone)), look)
        below = QRectF(80, 38, self.width() - 100, 24)
        paint_text(painter, below, self._who, Ink(BODY, ink_on(verdict.tone)), look)
        painter.end()

    def _fit(self) -> None:
        parent = self.parentWidget()
        self.setGeometry(0, 0, parent.width() if parent else 0, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
