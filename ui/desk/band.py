"""The band of a verdict: its shape, what was decided, and the name in letters to be read afar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from ui.common.lettering import (
    BIG_NAME,
    FACT,
    SMALLEST_BIG_NAME,
    SUBTITLE,
    VERDICT,
    Lettering,
    font,
)
from ui.common.look import Look
from ui.desk.refusals import Shape
from ui.desk.verdicts import Verdict

HEIGHT = 272
LOW_HEIGHT = 216
"""On a screen of 800 pixels, so that what stands below keeps its room."""
_SIDE = 32
_SHAPE = 124
_TEXT_FROM = 190
_ABOVE_NAME, _BELOW_NAME = 44, 34
_RIM = 12
"""Above and below all words, so that two lines of a name touch no edge."""
_ROUND = 11
"""That of the card, less its line."""


class Band(QWidget):
    """Paints a verdict, in 0 ms: nothing fades, for the next one is already at the desk."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._verdict: Verdict | None = None
        self.setMinimumHeight(LOW_HEIGHT)
        self.setMaximumHeight(HEIGHT)
        look.changed.connect(self.update)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show a verdict."""
        self._verdict = verdict
        said = (verdict.headline, verdict.name, verdict.organisation, verdict.corner)
        self.setAccessibleName(". ".join(filter(None, said)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._verdict is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill())
        painter.drawPath(_round_above(QRectF(self.rect())))
        shape = QRectF(_SIDE, (self.height() - _SHAPE) / 2, _SHAPE, _SHAPE)
        paint_shape(painter, shape, self._verdict.shape, self._ink(), self._fill())
        self._paint_words(painter, self._verdict)
        painter.end()

    def _paint_words(self, painter: QPainter, verdict: Verdict) -> None:
        painter.setPen(self._ink())
        room = QRectF(_TEXT_FROM, 0, self.width() - _TEXT_FROM - _SIDE, self.height())
        if not verdict.name:
            painter.setFont(_fitting(verdict.headline, VERDICT, room.width(), 24))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, verdict.headline)
            self._paint_corner(painter, verdict.corner, room.bottom() - 78)
            return
        left = room.height() - _ABOVE_NAME - _BELOW_NAME - 2 * _RIM
        name, lines = name_in(verdict.name, room.width(), left)
        height = QFontMetricsF(name).height()
        whole = _ABOVE_NAME + len(lines) * height + _BELOW_NAME
        top = (self.height() - whole) / 2
        headline = _fitting(verdict.headline, VERDICT, room.width(), 22)
        above = QRectF(room.x(), top, room.width(), _ABOVE_NAME)
        _line(painter, headline, verdict.headline, above)
        y = top + _ABOVE_NAME
        for text in lines:
            _line(painter, name, text, QRectF(room.x(), y, room.width(), height))
            y += height
        corner = self._paint_corner(painter, verdict.corner, y + 2)
        below = QRectF(room.x(), y, room.width() - corner - 16, _BELOW_NAME)
        _line(painter, font(SUBTITLE), verdict.organisation, below)

    def _paint_corner(self, painter: QPainter, corner: str, y: float) -> float:
        painter.setFont(font(FACT))
        width = QFontMetricsF(painter.font()).horizontalAdvance(corner)
        area = QRectF(self.width() - _SIDE - width - 1, y, width + 2, 34)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, corner)
        return width

    def _fill(self) -> QColor:
        tone = self._verdict.tone if self._verdict else ""
        return self._look.colour(tone or "sunken")

    def _ink(self) -> QColor:
        return self._look.colour(ink_on(self._verdict.tone if self._verdict else ""))


def ink_on(tone: str) -> str:
    """Name the colour of words and shapes on a verdict's."""
    return f"{tone}-on" if tone else "text"


def paint_shape(painter: QPainter, area: QRectF, shape: Shape, ink: QColor, fill: QColor) -> None:
    """Paint a verdict's shape: ``ink`` for the form, ``fill`` for what is cut out of it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 124, area.height() / 124)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    _FORMS[shape](painter, fill)
    painter.restore()


def name_in(name: str, width: float, height: float) -> tuple[QFont, tuple[str, ...]]:
    """Fit a name: as large as one line holds, down to a limit, then in two lines."""
    one = _fitting(name, BIG_NAME, width, SMALLEST_BIG_NAME)
    if QFontMetricsF(one).horizontalAdvance(name) <= width:
        return one, (name,)
    words = name.split()
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if not breaks:
        return one, (name,)
    first, second = min(breaks, key=lambda pair: max(map(len, pair)))
    longer = max(first, second, key=QFontMetricsF(font(BIG_NAME)).horizontalAdvance)
    as_wide = _fitting(longer, Lettering(56, BIG_NAME.weight), width, 28)
    share = height / (2 * QFontMetricsF(as_wide).height())
    if share >= 1:
        return as_wide, (first, second)
    return font(Lettering(int(as_wide.pixelSize() * share), BIG_NAME.weight)), (first, second)


def _fitting(text: str, lettering: Lettering, width: float, smallest: int) -> QFont:
    at_full = QFontMetricsF(font(lettering)).horizontalAdvance(text)
    if at_full <= width:
        return font(lettering)
    pixels = max(int(lettering.pixels * width / at_full), smallest)
    return font(Lettering(pixels, lettering.weight))


def _line(painter: QPainter, letters: QFont, text: str, area: QRectF) -> None:
    painter.setFont(letters)
    shown = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


def _round_above(area: QRectF) -> QPainterPath:
    """Give an area that is round where the card around it is."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(area, _ROUND, _ROUND)
    path.addRect(area.adjusted(0, _ROUND, 0, 0))
    return path


def _tick(painter: QPainter, fill: QColor) -> None:
    painter.drawEllipse(QRectF(0, 0, 124, 124))
    painter.setPen(_stroke(fill, 15))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(36, 64), QPointF(55, 83), QPointF(89, 46)]))


def _warning(painter: QPainter, fill: QColor) -> None:
    # The stroke rounds the corners.
    painter.setPen(_stroke(painter.brush().color(), 12))
    painter.drawPolygon(QPolygonF([QPointF(62, 12), QPointF(118, 114), QPointF(6, 114)]))
    painter.setPen(_stroke(fill, 13))
    painter.drawLine(QPointF(62, 52), QPointF(62, 76))
    painter.drawPoint(QPointF(62, 98))


def _stop(painter: QPainter, fill: QColor) -> None:
    near, far = 36.0, 88.0
    corners = [(near, 0), (far, 0), (124, near), (124, far), (far, 124), (near, 124)]
    corners += [(0, far), (0, near)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.setPen(_stroke(fill, 13))
    painter.drawLine(QPointF(42, 42), QPointF(82, 82))
    painter.drawLine(QPointF(82, 42), QPointF(42, 82))


def _paper(painter: QPainter, fill: QColor) -> None:
    ink = painter.brush().color()
    page = [(22, 8), (74, 8), (102, 36), (102, 116), (22, 116)]
    # The stroke rounds the corners.
    painter.setPen(_stroke(ink, 16))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in page]))
    painter.setPen(_stroke(fill, 5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(76, -4), QPointF(76, 34), QPointF(114, 34)]))
    painter.translate(62, 78)
    painter.setPen(_stroke(fill, 7))
    for _arrow in range(2):
        painter.drawPath(_ARROW)
        painter.rotate(180)


def _half_turn() -> QPainterPath:
    """Give one of two arrows that follow each other round the origin: what comes anew."""
    path = QPainterPath(QPointF(-26, 0))
    path.arcTo(QRectF(-26, -26, 52, 52), 180, -135)
    path.lineTo(26, -11)
    path.moveTo(26, -27)
    path.lineTo(26, -11)
    path.lineTo(10, -11)
    return path


def _unknown(painter: QPainter, fill: QColor) -> None:
    painter.drawRoundedRect(QRectF(6, 6, 112, 112), 20, 20)
    painter.setPen(_stroke(fill, 12))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(44, 48))
    path.cubicTo(QPointF(44, 20), QPointF(84, 22), QPointF(82, 48))
    path.cubicTo(QPointF(81, 62), QPointF(62, 60), QPointF(62, 76))
    painter.drawPath(path)
    painter.drawPoint(QPointF(62, 97))


def _person(painter: QPainter, fill: QColor) -> None:
    painter.drawEllipse(QRectF(0, 0, 124, 124))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(QPointF(62, 46), 20, 20)
    painter.drawPie(QRectF(26, 72, 72, 64), 0, 180 * 16)


def _stroke(colour: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, Qt.PenStyle.SolidLine, cap, join)


_ARROW = _half_turn()
_FORMS = {
    Shape.TICK: _tick,
    Shape.WARNING: _warning,
    Shape.STOP: _stop,
    Shape.PAPER: _paper,
    Shape.UNKNOWN: _unknown,
    Shape.PERSON: _person,
}
