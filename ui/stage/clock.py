"""Paints the clock, to be read from the last row."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.common.lettering import Lettering, font
from ui.common.look import Look
from ui.stage.faces import Face, Tone

# Lengths are those of a picture of this height, which is then enlarged.
_HIGH = 900
_RIM = 64
_WORD, _TITLE, _WHOM = 56, 92, 52
_FIGURES, _NEXT = 380, 48
_SMALLEST = 0.45
_AT_LEFT, _AT_RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_FILLS = {Tone.PLAIN: "surface", Tone.RUNNING: "surface", Tone.WARNING: "warn", Tone.OVER: "bad"}
_TEXTS = {Tone.PLAIN: "text", Tone.RUNNING: "text", Tone.WARNING: "warn-on", Tone.OVER: "bad-on"}
_SOFT = {Tone.PLAIN: "text-2", Tone.RUNNING: "text-2"}
_BAR = {Tone.RUNNING: "accent", Tone.WARNING: "warn-on"}


class StageClock(QWidget):
    """Shows one face."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._face = look, Face("", "")
        self.setAccessibleName("Clock")

    @property
    def face(self) -> Face:
        """What it shows."""
        return self._face

    def wear(self, look: Look) -> None:
        """Take the colours of another theme."""
        self._look = look
        self.update()

    def show_face(self, face: Face) -> None:
        """Show another face."""
        if face == self._face:
            return
        self._face = face
        said = (face.word, face.title, face.whom, face.figures, face.next, face.note)
        self.setAccessibleDescription(". ".join(filter(None, said)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.height() / _HIGH
        painter.scale(scale, scale)
        wide, face = self.width() / scale, self._face
        painter.fillRect(QRectF(0, 0, wide, _HIGH), self._look.colour(_FILLS[face.tone]))
        room = wide - 2 * _RIM
        strong = self._look.colour(_TEXTS[face.tone])
        soft = self._look.colour(_SOFT.get(face.tone, _TEXTS[face.tone]))
        painter.setPen(strong)
        head = QRectF(_RIM, 40, room, 76)
        taken = _line(painter, head, face.note, _NEXT, _AT_RIGHT)
        _line(painter, QRectF(_RIM, 124, room, 120), face.title, _TITLE)
        self._figures(painter, QRectF(_RIM, 300, room, 400))
        self._bar(painter, QRectF(_RIM, 722, room, 16))
        painter.setPen(soft)
        _line(painter, head.adjusted(0, 0, -taken, 0), face.word, _WORD)
        _line(painter, QRectF(_RIM, 244, room, 70), face.whom, _WHOM)
        _line(painter, QRectF(_RIM, 772, room, 88), face.next, _NEXT)

    def _figures(self, painter: QPainter, area: QRectF) -> None:
        lettering = Lettering(_FIGURES, QFont.Weight.Bold)
        painter.setFont(font(lettering))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._face.figures)

    def _bar(self, painter: QPainter, area: QRectF) -> None:
        colour = _BAR.get(self._face.tone)
        if colour is None:
            return
        if self._face.tone is Tone.RUNNING:
            painter.fillRect(area, self._look.colour("sunken"))
        filled = QRectF(area)
        filled.setWidth(area.width() * self._face.share)
        painter.fillRect(filled, self._look.colour(colour))


def _line(
    painter: QPainter, area: QRectF, text: str, size: int, side: Qt.AlignmentFlag = _AT_LEFT
) -> float:
    """Write a line as large as it goes in, then shortened; give how wide it is."""
    if not text:
        return 0
    weight = QFont.Weight.Bold if size == _TITLE else QFont.Weight.Medium
    whole = QFontMetricsF(font(Lettering(size, weight))).horizontalAdvance(text)
    share = max(min(1, area.width() / whole), _SMALLEST)
    fitted = font(Lettering(max(int(size * share), 1), weight))
    metrics = QFontMetricsF(fitted)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(fitted)
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
