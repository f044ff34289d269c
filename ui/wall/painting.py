"""Paints the wall. Lengths are those of its geometry; the painter enlarges them."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from app.delegates.short_names import short_name
from app.floor.wall import Seats, WallRow
from ui.common.lettering import Lettering
from ui.common.look import Look
from ui.wall.geometry import BAR, HEAD, INSET, NOW_FROM_RIGHT, THEN_FROM_RIGHT, Geometry
from ui.wall.ink import RIGHT, WallInk, as_fits, width_of
from ui.wall.words import Head, change, name, tables, whom

_BOLD, _HALF = QFont.Weight.Bold, QFont.Weight.DemiBold
COUNT = Lettering(148, _BOLD)
_LEAD, _TIMES = Lettering(44, _HALF), Lettering(32)
_TITLE, _TITLE_STRONG = Lettering(24, QFont.Weight.Medium), Lettering(24, _HALF)
_NAME, _NOW, _THEN = Lettering(40, _HALF), Lettering(40, QFont.Weight.Medium), Lettering(46, _BOLD)
_WHOM, _WHOM_GAP = Lettering(30, QFont.Weight.Medium), 14
_WAS, _FOOT, _FOOT_STRONG = Lettering(22, _HALF), Lettering(26), Lettering(26, _HALF)
_SMALLEST_NAME, _SMALLEST_FIGURE, _SMALLEST_COUNT = 32, 30, 76
_SMALLEST_OF_CHANGED, _BEFORE_WAS = 34, 8
_BEFORE_FIGURES = 26
_SHORTER = (22, 18, 14)


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below: the event, which page it is of how many, and how much time it has left."""

    event: str
    span: str
    page: int
    pages: int
    left: float = 1
    has_changes: bool = False


class WallPainter(WallInk):
    """Paints parts of the wall with one painter."""

    def __init__(self, painter: QPainter, geometry: Geometry, look: Look) -> None:
        super().__init__(painter, look)
        self._geometry = geometry
        painter.scale(geometry.scale, geometry.scale)

    def head(self, head: Head) -> None:
        """Paint the count, what comes next, the time, and the bar that grows with the slot."""
        with self._sized(self._geometry.writing.rim, self._geometry.head) as area:
            self._head(head, area.width())

    def _head(self, head: Head, wide: float) -> None:
        look = self._look
        top = QRectF(0, 0, wide, HEAD)
        self._painter.fillRect(top, look.colour("surface" if look.is_dark else "rail"))
        right = wide - 590
        room = right - 40 - 40
        figures = as_fits(head.count, COUNT, room * 0.62, _SMALLEST_COUNT)
        x = 40 + self.write(QRectF(40, 0, room, HEAD), head.count, figures, "text") + 36
        left = QRectF(x, 0, (right if head.title else wide) - 24 - x, HEAD)
        self._two_lines(left, (head.lead, "accent-text"), head.times)
        if head.title:
            self._painter.fillRect(QRectF(right, 54, 2, HEAD - 108), look.colour("line-strong"))
            clock = QRectF(wide - 200, 54, 160, 54)
            taken = self.write(clock, head.clock, _LEAD, "text-2", RIGHT)
            self._two_lines(
                QRectF(right + 40, 0, wide - right - 80, HEAD),
                (head.title, "text"),
                head.note,
                first_room=wide - right - 80 - taken - 20,
            )
        bar = QRectF(0, HEAD, wide, BAR)
        self._painter.fillRect(bar, look.colour("line"))
        bar.setWidth(wide * head.share)
        self._painter.fillRect(bar, look.colour("accent"))

    def titles(self, column: int, first: str) -> None:
        """Paint what a column shows."""
        writing = self._geometry.writing
        larger = writing.rim / writing.size
        with self._sized(writing.size, self._geometry.titles(column)) as area:
            right = area.right()
            texts = [
                (first, _TITLE, "text-2", area.x() + INSET),
                ("Next table", _TITLE_STRONG, "text", right - THEN_FROM_RIGHT),
            ]
            if writing.has_now:
                texts.append(("Now", _TITLE, "text-2", right - NOW_FROM_RIGHT))
            for text, usual, colour, x in texts:
                lettering = Lettering(round(usual.pixels * larger), usual.weight)
                room = QRectF(x, area.y() + 8, 280, area.height() - 8)
                self.write(room, text, lettering, colour)
            self.rule(area.bottomLeft(), area.bottomRight())

    def row(self, number: int, row: WallRow) -> None:
        """Paint a row; amber and with words if it is not where paper says."""
        writing = self._geometry.writing
        with self._sized(writing.size, self._geometry.place(number)) as area:
            if row.is_changed:
                self.amber(area.adjusted(0, 1, 0, -1))
            else:
                self.rule(area.bottomLeft(), area.bottomRight())
            self._row(area, row, has_now=writing.has_now)

    def _row(self, area: QRectF, row: WallRow, *, has_now: bool) -> None:
        ink, quiet = ("warn-on", "warn-on") if row.is_changed else ("text", "text-2")
        now, then = area.right() - NOW_FROM_RIGHT, area.right() - THEN_FROM_RIGHT
        figures = now if has_now else then
        room = QRectF(
            area.x() + INSET, area.y(), figures - area.x() - INSET - _BEFORE_FIGURES, area.height()
        )
        self._who(room, row, (ink, quiet))
        if has_now:
            seats = QRectF(now, area.y(), then - now - 20, area.height())
            self._seats(seats, row.now, (_NOW, quiet))
        last = QRectF(then, area.y(), area.right() - then - 8, area.height())
        self._seats(last, row.then, (_THEN if row.then.tables else _NOW, ink))

    def _who(self, room: QRectF, row: WallRow, inks: tuple[str, str]) -> None:
        beside = whom(row)
        wide = min(width_of(beside, _WHOM), room.width() / 2) + _WHOM_GAP if beside else 0
        shown, lettering = self._named(row, room.width() - wide)
        x = self.write(room.adjusted(0, 0, -wide, 0), shown, lettering, inks[0])
        if beside:
            self.write(room.adjusted(x + _WHOM_GAP, 3, 0, 3), beside, _WHOM, inks[1])

    def nothing(self, words: str) -> None:
        """Say why there is nobody."""
        geometry = self._geometry
        area = QRectF(0, HEAD + BAR, geometry.width, geometry.height - HEAD - BAR)
        self.write(area, words, _LEAD, "text-2", Qt.AlignmentFlag.AlignHCenter)

    def foot(self, foot: Foot) -> None:
        """Paint what amber means, the event, and the page with the time that it has left."""
        with self._sized(self._geometry.writing.rim, self._geometry.foot) as area:
            self._foot(foot, area)

    def _foot(self, foot: Foot, area: QRectF) -> None:
        if foot.has_changes:
            self.amber(QRectF(48, area.center().y() - 14, 44, 28), 6)
            self.write(area.adjusted(108, 0, 0, 0), "Table changed", _FOOT_STRONG, "text")
        middle = area.adjusted(480, 0, -480, 0)
        self.write(middle, foot.event, _FOOT, "text-2", Qt.AlignmentFlag.AlignHCenter)
        right = area.adjusted(0, 0, -RIGHT_OF_PAGE, 0)
        if foot.pages > 1:
            self._time_left(_left_bar(area), foot.left)
            right.adjust(0, 0, -(BAR_WIDE + 20), 0)
        number = f"{foot.page} of {foot.pages}" if foot.pages > 1 else ""
        words = "  ".join(filter(None, (foot.span, number)))
        self.write(right, words, _FOOT_STRONG, "text", RIGHT)

    def _time_left(self, bar: QRectF, share: float) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._look.colour("line-strong"))
        self._painter.drawRoundedRect(bar, 6, 6)
        bar.setWidth(max(bar.width() * share, bar.height()))
        self._painter.setBrush(self._look.colour("text"))
        self._painter.drawRoundedRect(bar, 6, 6)

    @contextmanager
    def _sized(self, size: float, area: QRectF) -> Generator[QRectF]:
        """Paint so much larger; give the area in the lengths of that."""
        self._painter.save()
        self._painter.scale(size, size)
        yield QRectF(area.topLeft() / size, area.size() / size)
        self._painter.restore()

    def _seats(self, area: QRectF, seats: Seats, ink: tuple[Lettering, str]) -> None:
        lettering, colour = ink
        said, was = tables(seats), change(seats)
        beside = width_of(was, _WAS) + _BEFORE_WAS if was else 0
        figures = as_fits(said, lettering, area.width() - beside, _SMALLEST_OF_CHANGED)
        if width_of(said, figures) + beside <= area.width():
            x = self.write(area, said, figures, colour) + _BEFORE_WAS
            self.write(area.adjusted(x, 9, 0, 9), was, _WAS, colour)
            return
        smaller = as_fits(said, lettering, area.width(), _SMALLEST_FIGURE)
        if not was and width_of(said, smaller) <= area.width():
            self.write(area, said, smaller, colour)
            return
        # Many tables, or a change of several: what was stands below what is.
        lines = [said, was] if was else _halved(said)
        for line, at in zip(lines, (-15, 15), strict=False):
            fitted = as_fits(line, Lettering(28, lettering.weight), area.width(), 22)
            self.write(area.translated(0, at), line, fitted, colour)

    def _named(self, row: WallRow, room: float) -> tuple[str, Lettering]:
        """Give a name as large as there is room for, or shorter where it would be too small."""
        whole, given = name(row), (row.short_name,) if row.short_name else ()
        # Of a person whose short name is long as well the end is cut: the first word names nobody.
        shorter = given or tuple(short_name(whole, most) for most in _SHORTER)
        for said in (whole, *shorter):
            fitted = as_fits(said, _NAME, room, _SMALLEST_NAME)
            if width_of(said, fitted) <= room:
                return said, fitted
        return said, Lettering(_SMALLEST_NAME, _NAME.weight)

    def _two_lines(
        self, area: QRectF, lead: tuple[str, str], below: str, first_room: float | None = None
    ) -> None:
        words, colour = lead
        first = QRectF(area.x(), 54, first_room or area.width(), 54)
        fitted = as_fits(words, _LEAD, first.width(), _TIMES.pixels)
        if not below:
            first.moveTop(HEAD / 2 - 27)
        self.write(first, words, fitted, colour)
        self.write(QRectF(area.x(), 112, area.width(), 44), below, _TIMES, "text-2")


RIGHT_OF_PAGE, BAR_WIDE = 48.0, 120.0


def time_left_area(geometry: Geometry) -> QRectF:
    """Give where it is shown how much time a page has left."""
    size = geometry.writing.rim
    area = geometry.foot
    bar = _left_bar(QRectF(area.topLeft() / size, area.size() / size))
    return QRectF(bar.topLeft() * size, bar.size() * size)


def _left_bar(foot: QRectF) -> QRectF:
    return QRectF(foot.right() - RIGHT_OF_PAGE - BAR_WIDE, foot.center().y() - 6, BAR_WIDE, 12)


def _halved(words: str) -> Sequence[str]:
    """Break a list in two lines that are about as long."""
    parts = words.split(", ")
    half = -(-len(parts) // 2)
    return [", ".join(parts[:half]) + ("," if parts[half:] else ""), ", ".join(parts[half:])]
