"""Paints cells of the grid: ground, then what runs over it, then what is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.floor.states import Attendance
from ui.common.lettering import CELL, CELL_STRONG, CHIP, font
from ui.common.look import Look
from ui.common.painting import CARD_ROUND, Ink, Marks, paint_hatch, paint_text
from ui.floor.sheet import Face, Line, Tone

CELL_WIDTH, CELL_HEIGHT = 176, 44
NAME_LEFT, NAME_TOP, NAME_HEIGHT = 30, 4, 18


@dataclass(frozen=True, slots=True)
class Style(Marks):
    """Its marks, and whether its outline is broken."""

    dashed: bool = False


STYLES: Mapping[Tone, Style] = {
    Tone.PLANNED: Style(icon="clock"),
    Tone.BOTH_HERE: Style(bar="ok", icon="user-check", icon_colour="ok-text"),
    Tone.CALLED: Style(bar="ok", icon="megaphone", icon_colour="ok-text"),
    Tone.RUNNING: Style("accent-soft", "accent-line", "accent", icon="play", icon_colour="accent"),
    Tone.MISSING: Style(
        "warn-soft", "warn-line", "warn-mark", icon="circle-alert", icon_colour="warn-text"
    ),
    Tone.NO_SHOW: Style("bad-soft", "bad", "bad", icon="user-x", icon_colour="bad-text"),
    Tone.MISSED: Style("surface", "bad-line", "bad", "text-3", "user-x", "bad-text"),
    Tone.MOVED: Style("move-soft", "move-line", "move", icon="move", icon_colour="move-text"),
    Tone.HELD: Style("", "", "", "text-3", "check", "ok-text"),
    Tone.CANCELLED: Style("", "ctl-line", "", "text-3", "ban", dashed=True),
    Tone.FREE: Style("free", "", "", "text-3"),
    Tone.CLOSED: Style("", "line", "", "text-2"),
}


def paint_face(painter: QPainter, area: QRectF, face: Face, look: Look, *, fill: str = "") -> None:
    """Paint a whole cell. ``fill`` takes the place of the ground that is usual for it."""
    paint_ground(painter, area, face, look, fill=fill)
    paint_writing(painter, area, face, look)


def paint_ground(
    painter: QPainter, area: QRectF, face: Face, look: Look, *, fill: str = ""
) -> None:
    """Paint what is under the writing."""
    style = STYLES[face.tone]
    shape = area.adjusted(0.5, 0.5, -0.5, -0.5)
    colour = fill or style.fill
    painter.setBrush(look.colour(colour) if colour else Qt.BrushStyle.NoBrush)
    painter.setPen(_outline(style, look))
    if face.clash:
        painter.setPen(QPen(look.colour("bad"), 1))
    elif look.is_dark and face.tone is Tone.FREE:
        painter.setPen(QPen(look.colour("line"), 1))
    if colour or style.outline:
        painter.drawRoundedRect(shape, CARD_ROUND, CARD_ROUND)
    if face.tone is Tone.CLOSED or face.off_table:
        paint_closed(painter, shape, look)
    if style.bar:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(style.bar))
        painter.drawRoundedRect(QRectF(area.x() + 4, area.y() + 5, 3, area.height() - 10), 1.5, 1.5)


def paint_writing(painter: QPainter, area: QRectF, face: Face, look: Look) -> None:
    """Paint names, marks and chips."""
    paint_marks(painter, area, face, look)
    for room, each in zip(rooms(area), face.lines, strict=False):
        paint_name(painter, room, each, STYLES[face.tone].text, look)


def rooms(area: QRectF) -> tuple[QRectF, QRectF]:
    """Give where the names of both sides stand in a cell."""
    x, y, wide = area.x() + NAME_LEFT, area.y() + NAME_TOP, area.width()
    return (
        QRectF(x, y, wide - 54, NAME_HEIGHT),
        QRectF(x, y + NAME_HEIGHT, wide - 68, NAME_HEIGHT),
    )


def paint_marks(painter: QPainter, area: QRectF, face: Face, look: Look) -> None:
    """Paint what is written in a cell, but for the names."""
    style = STYLES[face.tone]
    if not face.lines:
        words = "Free" if face.tone is Tone.FREE else "Closed"
        paint_text(painter, area.adjusted(14, 0, -8, 0), words, Ink(CELL, style.text), look)
        return
    for room, each in zip(rooms(area), face.lines, strict=False):
        middle = QPointF(area.x() + 19, room.y() + NAME_HEIGHT / 2)
        paint_dot(painter, middle, each.dot, face.tone, look)
    right = area.right() - 8
    for icon, colour in _icons(face, style):
        painter.drawPixmap(QPointF(right - 14, area.y() + 6), look.pixmap(icon, colour, 14))
        right -= 18
    paint_kind(painter, QPointF(area.right() - 5, area.y() + 23), face.kind, look)


def _icons(face: Face, style: Style) -> list[tuple[str, str]]:
    icons = [(style.icon, style.icon_colour)] if style.icon else []
    if face.clash:
        icons.append(("layers", "bad-text"))
    elif face.locked:
        icons.append(("lock", "text-3"))
    return icons


def paint_closed(painter: QPainter, shape: QRectF, look: Look) -> None:
    """Paint a field that is out of bounds."""
    paint_hatch(painter, shape, look)
    painter.setPen(QPen(look.colour("line-strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, CARD_ROUND, CARD_ROUND)


def paint_dot(painter: QPainter, middle: QPointF, dot: Attendance, tone: Tone, look: Look) -> None:
    """Paint where somebody stands: ● here, ○ not yet, a thick ring late, × not come."""
    match dot:
        case Attendance.HERE:
            painter.setPen(Qt.PenStyle.NoPen)
            is_over = tone in {Tone.HELD, Tone.MISSED}
            painter.setBrush(look.colour("ctl-line" if is_over else "ok"))
            painter.drawEllipse(middle, 4, 4)
        case Attendance.EXPECTED | Attendance.LATE:
            thick = 2.5 if dot is Attendance.LATE else 1.5
            colour = "warn-mark" if tone is Tone.MISSING else "text-3"
            painter.setPen(QPen(look.colour(colour), thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 4.25 - thick / 2, 4.25 - thick / 2)
        case Attendance.ABSENT:
            painter.setPen(QPen(look.colour("bad-text"), 2))
            painter.drawLine(middle - QPointF(3.5, 3.5), middle + QPointF(3.5, 3.5))
            painter.drawLine(middle - QPointF(3.5, -3.5), middle + QPointF(3.5, -3.5))
        case Attendance.NOT_EXPECTED:
            painter.setPen(QPen(look.colour("text-3"), 1.5))
            painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0))


def paint_kind(painter: QPainter, right_top: QPointF, kind: str, look: Look) -> None:
    """Paint the chip of a meeting's kind: C2C filled, B2C grey, B2B an outline."""
    area = QRectF(right_top.x() - 30, right_top.y(), 30, 16)
    shape = area.adjusted(0.5, 0.5, -0.5, -0.5)
    fill, pen, ink = {
        "C2C": ("text-2", "", "surface"),
        "B2C": ("sunken", "line-strong", "text"),
    }.get(kind, ("", "line-strong", "text-2"))
    painter.setPen(QPen(look.colour(pen), 1) if pen else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, 4, 4)
    painter.setFont(font(CHIP))
    painter.setPen(look.colour(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, kind)


def paint_name(painter: QPainter, room: QRectF, line: Line, colour: str, look: Look) -> None:
    """Paint the name of a side, cut short where there is no room."""
    painter.save()
    letters = CELL_STRONG if line.strong else CELL
    painter.setFont(font(letters))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.setPen(look.colour(colour))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    if line.struck:
        # The letters' own line would be grey on grey under a state's colour, and is thinner.
        middle = room.center().y() + 0.5
        wide = metrics.horizontalAdvance(shown)
        painter.setPen(QPen(look.colour(colour), 1.2))
        painter.drawLine(QPointF(room.x() - 1, middle), QPointF(room.x() + wide + 1, middle))
    painter.restore()


def _outline(style: Style, look: Look) -> QPen | Qt.PenStyle:
    if not style.outline:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(look.colour(style.outline), 1)
    if style.dashed:
        pen.setDashPattern([3, 2.5])
    return pen
