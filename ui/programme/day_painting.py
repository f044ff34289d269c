"""Paints the whole timeline: ground, line of now, blocks, places for what is in hand, and edges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.common.lettering import CELL_STRONG, LABEL, LABEL_STRONG
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.programme.geometry import AXIS, HEAD, Geometry
from ui.programme.paint import Target, paint_around, paint_ground, paint_target, paint_words
from ui.programme.sheet import HOUR, Block
from ui.programme.words import span

_FADED = 0.38
_RIGHT = Qt.AlignmentFlag.AlignRight
_LABEL = QRectF(0, 0, 44, 20)


@dataclass(frozen=True, slots=True)
class Hand:
    """What is carried with the places for it, and the session that keys act on."""

    carried: UUID | None = None
    targets: tuple[Target, ...] = ()
    chosen: UUID | None = None


class DayPainting:
    """One painting of a day, of which a part is seen."""

    def __init__(self, painter: QPainter, places: Geometry, seen: QRectF, look: Look) -> None:
        self._painter, self._places, self._seen, self._look = painter, places, seen, look
        self._sheet = places.sheet

    def paint(self, now: datetime | None, hand: Hand) -> None:
        """Paint all of it."""
        places = self._places
        shown = [each for each in self._sheet.blocks if places.area(each).intersects(self._seen)]
        y = self._now_y(now)
        self._paint_hours()
        if y is not None:
            line = QRectF(AXIS, y - 1, places.width - AXIS, 2)
            self._painter.fillRect(line, self._look.colour("invert"))
        for block in shown:
            self._paint_block(block, hand, words=False)
        if y is not None:
            self._paint_ticks(y, shown)
        for block in shown:
            self._paint_block(block, hand, words=True)
        for target in sorted(hand.targets, key=lambda each: each.aimed):
            area = places.place(target.column, target.starts, target.ends)
            paint_target(self._painter, area, target, self._look)
        self._paint_head()
        self._paint_axis(y, now)

    def _now_y(self, now: datetime | None) -> float | None:
        sheet = self._sheet
        if now is None or not sheet.first <= sheet.minute(now) <= sheet.last:
            return None
        return self._places.y(sheet.minute(now))

    def _paint_hours(self) -> None:
        look, places, seen = self._look, self._places, self._seen
        for at, column in enumerate(self._sheet.columns):
            left, right = places.lefts[at], places.lefts[at + 1]
            if not column.is_room:
                band = QRectF(left, seen.top(), right - left, seen.height())
                self._painter.fillRect(band, look.colour("bg"))
            edge = QRectF(right, seen.top(), 1, seen.height())
            self._painter.fillRect(edge, look.colour("line"))
        for minute in places.hours():
            line = QRectF(AXIS, round(places.y(minute)), places.width - AXIS, 1)
            self._painter.fillRect(line, look.colour("line"))

    def _paint_block(self, block: Block, hand: Hand, *, words: bool) -> None:
        painter, session = self._painter, block.session
        area = self._places.area(block)
        is_carried = session is not None and session.id == hand.carried
        is_chosen = session is not None and session.id == hand.chosen and hand.carried is None
        painter.save()
        if is_carried:
            if not words:
                self._paint_left_behind(area)
        else:
            painter.setOpacity(_FADED if hand.carried is not None else 1)
            if words:
                paint_words(painter, area, block, self._times(block), self._look)
            else:
                paint_ground(painter, area, block, self._look)
        if words and is_chosen:
            paint_around(painter, area, self._look)
        painter.restore()

    def _paint_left_behind(self, area: QRectF) -> None:
        self._painter.setPen(QPen(self._look.colour("ctl-line"), 1, Qt.PenStyle.DashLine))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        room = area.adjusted(12, 0, -8, 0)
        paint_text(self._painter, room, "Taken from here", Ink(LABEL, "text-2"), self._look)

    def _times(self, block: Block) -> str:
        of = block.session or block.stretch
        return span(of.starts_at, of.ends_at, self._sheet.day.zone) if of is not None else ""

    def _paint_ticks(self, y: float, shown: Iterable[Block]) -> None:
        """Mark now at both edges of what is on: a line across would run through its words."""
        for area in map(self._places.area, shown):
            if area.top() < y < area.bottom():
                for x in (area.left(), area.right() - 6):
                    self._painter.fillRect(QRectF(x, y - 1, 6, 2), self._look.colour("invert"))

    def _paint_head(self) -> None:
        painter, look, seen, places = self._painter, self._look, self._seen, self._places
        head = QRectF(seen.left(), seen.top(), seen.width(), HEAD)
        painter.fillRect(head, look.colour("surface"))
        painter.fillRect(head.adjusted(0, HEAD - 1, 0, 0), look.colour("line-strong"))
        for at, column in enumerate(self._sheet.columns):
            left, right = places.lefts[at], places.lefts[at + 1]
            icon = look.pixmap(column.icon, "text-3", 14)
            painter.drawPixmap(QPointF(left + 8, seen.top() + 15), icon)
            room = QRectF(left + 28, seen.top(), right - left - 34, HEAD - 1)
            ink = Ink(CELL_STRONG, "text" if column.is_room else "text-2")
            paint_text(painter, room, column.title, ink, look)

    def _paint_axis(self, y: float | None, now: datetime | None) -> None:
        painter, look, seen = self._painter, self._look, self._seen
        left = seen.left()
        below = QRectF(left, seen.top() + HEAD, AXIS, seen.height() - HEAD)
        painter.fillRect(below, look.colour("surface"))
        painter.save()
        painter.setClipRect(below)
        for minute in self._places.hours():
            middle = self._places.y(minute)
            is_cut = middle - below.top() < 6
            if is_cut or (y is not None and abs(middle - y) < 18):
                # It would be cut by the head, or the time of now stands there.
                continue
            words = f"{minute // HOUR % 24:02}:00"
            room = QRectF(left, middle - 9, AXIS - 10, 18)
            paint_text(painter, room, words, Ink(LABEL, "text-3", _RIGHT), look)
        if y is not None and now is not None:
            self._paint_time(_LABEL.translated(left + 8, y - 10), now)
        painter.restore()
        painter.fillRect(QRectF(left, seen.top(), AXIS, HEAD - 1), look.colour("surface"))
        edge = QRectF(left + AXIS - 1, seen.top(), 1, seen.height())
        painter.fillRect(edge, look.colour("line"))
        corner = QRectF(left, seen.top() + HEAD - 1, AXIS, 1)
        painter.fillRect(corner, look.colour("line-strong"))

    def _paint_time(self, area: QRectF, now: datetime) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._look.colour("invert"))
        self._painter.drawRoundedRect(area, 4, 4)
        ink = Ink(LABEL_STRONG, "invert-text", Qt.AlignmentFlag.AlignHCenter)
        words = f"{now.astimezone(self._sheet.day.zone):%H:%M}"
        paint_text(self._painter, area, words, ink, self._look)
