"""Who speaks, for how long yet, and who is next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.common.buttons import Button, Rank
from ui.common.lettering import BODY, BODY_STRONG, COUNT, LABEL_STRONG, TITLE
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import Elided, Panel, Text, column, row
from ui.stage.faces import Face, Tone

_WIDE, _HIGH = 208, 120
_TRACE = 0.22
_FILLS = {Tone.RUNNING: "accent-soft", Tone.WARNING: "warn", Tone.OVER: "bad"}
_TEXTS = {Tone.WARNING: "warn-on", Tone.OVER: "bad-on"}
_BARS = {Tone.RUNNING: "accent", Tone.WARNING: "warn-on"}
_ICONS = {Tone.RUNNING: "play", Tone.WARNING: "triangle-alert", Tone.OVER: "octagon-x"}


class Countdown(QWidget):
    """Minutes and seconds that are left, amber in the last minute and red when time is up."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._face = look, Face("", "")
        self.setFixedSize(QSize(_WIDE, _HIGH))
        look.changed.connect(self.update)

    def show_face(self, face: Face) -> None:
        """Show what it is by now."""
        if face != self._face:
            self._face = face
            self.setAccessibleName(" ".join(filter(None, (face.word, face.figures))))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, face = self._look, self._face
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(_FILLS.get(face.tone, "sunken")))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        colour = _TEXTS.get(face.tone, "text")
        inner = QRectF(self.rect()).adjusted(16, 12, -16, -12)
        word = QRectF(inner.x(), inner.y(), inner.width(), 18)
        if face.tone in _ICONS:
            painter.drawPixmap(word.topLeft(), look.pixmap(_ICONS[face.tone], colour, 16))
            word.setLeft(word.left() + 24)
        paint_text(painter, word, face.word, Ink(LABEL_STRONG, colour), look)
        figures = QRectF(inner.x(), inner.y() + 22, inner.width(), 52)
        paint_text(painter, figures, face.figures or "–", Ink(COUNT, colour), look)
        if face.tone in _BARS:
            bar = QRectF(inner.x(), inner.bottom() - 8, inner.width(), 8)
            _paint_bar(painter, bar, face.share, look.colour(_BARS[face.tone]))
        painter.end()


class NowCard(Panel):
    """Names who speaks and who is next, and leads on by one key."""

    def __init__(self, look: Look) -> None:
        super().__init__("card")
        self.countdown = Countdown(look)
        self.who = Elided("", TITLE)
        self.whom = Elided("", BODY, "2")
        self.coming = Elided("", BODY_STRONG)
        self.ends = Text("", BODY)
        self.go_on = Button(look, "Next speaker", "play", "Alt+N", rank=Rank.MAIN)
        self.skip = Button(look, "Skip who is next", "fast-forward", "Alt+K")
        acts = row(self.go_on, self.skip, None, self.ends, gap=8)
        said = column(self.who, self.whom, 4, self.coming, None, acts, gap=2)
        inside = row(said, self.countdown, gap=20, margins=(20, 16, 16, 16))
        inside.setStretch(0, 1)
        self.setLayout(inside)

    def show_face(self, face: Face, ends: tuple[str, str]) -> None:
        """Show what it is by now, and when all will be done."""
        self.countdown.show_face(face)
        for part, text in ((self.who, face.title), (self.whom, face.whom)):
            if part.text() != text:
                part.setText(text)
        if self.coming.text() != face.next:
            self.coming.setText(face.next)
        said, tone = ends
        if self.ends.text() != said:
            self.ends.setText(said)
        self.ends.set_tone(tone)


def _paint_bar(painter: QPainter, area: QRectF, share: float, colour: QColor) -> None:
    """Paint how much is left, on a trace of the same colour: it is seen on every fill."""
    trace = QColor(colour)
    trace.setAlphaF(_TRACE)
    painter.setPen(Qt.PenStyle.NoPen)
    for shade, wide in ((trace, area.width()), (colour, area.width() * share)):
        if wide > 0:
            painter.setBrush(shade)
            bar = QRectF(area.x(), area.y(), max(wide, area.height()), area.height())
            painter.drawRoundedRect(bar, area.height() / 2, area.height() / 2)
