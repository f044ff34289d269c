"""A schedule as small as a badge: values in, drawing out. Pauses are left out.

Importing this loads ReportLab and qrcode: callers import it where they print.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.printing.colour import Colour
from app.printing.layout import DOT, QUIET_MODULES, Block, Box, Style, Symbol, Tone, Typeface
from app.printing.paper import Paper
from app.printing.schedules.faces import DayFace, LineFace, ScheduleFace
from app.printing.stock import Spot

_LARGEST, _SMALLEST = 3.6, 2.3
"""Millimetres of plain type."""
_CHANGED = Colour.parse("#F1EBFC")
_USUAL_ROW, _LEAST_ROW, _TWO_LINES = 2.9, 1.45, 2.4
"""Heights of rows, in sizes of plain type: at most, at least, and from when on two lines fit."""
_LEAST_COLUMN = 12.5
"""In sizes of plain type, too."""
_GUTTER = 3.0
_LEAST_EDGE = 3.8
_ASK = "Is this still right? Hold the code to the scanner at any desk."

_Row = DayFace | LineFace


@dataclass(frozen=True, slots=True)
class BackDrawing:
    """Draws backs of one size."""

    wide: float
    high: float

    def draw(self, paper: Paper, face: ScheduleFace, origin: Spot) -> None:
        """Draw one, from its upper left corner."""
        _Pen(paper, Box(origin.x, origin.y, self.wide, self.high)).draw(face)


@dataclass(frozen=True, slots=True)
class _Pen:
    paper: Paper
    area: Box

    @property
    def unit(self) -> float:
        return max(_SMALLEST, min(_LARGEST, self.area.width / 29, self.area.height / 22))

    @property
    def inner(self) -> Box:
        """What lies within the margins, which grow with the badge."""
        edge = max(_LEAST_EDGE, min(self.area.width, self.area.height) / 15)
        return Box(
            self.area.x + edge,
            self.area.y + edge,
            self.area.width - 2 * edge,
            self.area.height - 2 * edge,
        )

    def draw(self, face: ScheduleFace) -> None:
        top = self._head(face)
        bottom = self.inner.bottom
        if self.area.height > self.area.width:
            bottom -= self.unit * 1.4
            line = Box(self.inner.x, bottom, self.inner.width, self.unit * 1.4)
            ask = Style((self.unit * 0.8, self.unit * 0.7), tone=Tone.FAINT)
            self.paper.set(Block(line, {"ask": ask}, sink=1), {"ask": _ASK})
        self._rows(face, Box(self.inner.x, top, self.inner.width, bottom - top))

    def _head(self, face: ScheduleFace) -> float:
        """Write whose it is, beside the code; give where that ends."""
        dots = 7 if self.area.height > self.area.width else 5
        quiet = QUIET_MODULES * dots * DOT
        side = Symbol(0, 0, dots).box.width
        symbol = Symbol(self.inner.right - side, self.inner.y, dots)
        self.paper.code(face.code, symbol)
        unit = self.unit
        styles = {
            "name": Style((unit * 1.7, unit * 1.4), Typeface.DISPLAY_STRONG, lines=2, leading=1.1),
            "edition": Style((unit * 0.85,), tone=Tone.FAINT, gap=unit * 0.3),
        }
        room = Box(self.inner.x, self.inner.y, symbol.x - quiet - self.inner.x, side)
        texts = {"name": face.name, "edition": f"{face.badge_number} · {face.edition}"}
        self.paper.set(Block(room, styles), texts)
        return symbol.box.bottom + quiet

    def _rows(self, face: ScheduleFace, room: Box) -> None:
        unit = self.unit
        most = max(1, int(room.height / (_LEAST_ROW * unit)))
        widest = max(1, int((room.width + _GUTTER) / (_LEAST_COLUMN * unit + _GUTTER)))
        columns = _columns(face, most, widest)
        high = min(_USUAL_ROW * unit, room.height / max(map(len, columns)))
        wide = (room.width - (len(columns) - 1) * _GUTTER) / len(columns)
        for column, rows in enumerate(columns):
            for place, row in enumerate(rows):
                area = Box(room.x + column * (wide + _GUTTER), room.y + place * high, wide, high)
                self._row(row, area)

    def _row(self, row: _Row, area: Box) -> None:
        if isinstance(row, LineFace):
            self._line(row, area)
            return
        day = Style((self.unit, self.unit * 0.85), Typeface.STRONG)
        self.paper.set(Block(area, {"day": day}, sink=0.6), {"day": row.title})

    def _line(self, line: LineFace, area: Box) -> None:
        unit = self.unit
        if line.changed:
            self.paper.fill(area, _CHANGED)
        self.paper.rule(Spot(area.x, area.y), area.width)
        inner = Box(area.x, area.y + 0.2, area.width, area.height - 0.4)
        strong = Style((unit * 1.05, unit * 0.9), Typeface.STRONG, leading=1.1)
        table = Style((unit * 1.25, unit, unit * 0.8), Typeface.DISPLAY_STRONG, leading=1.05)
        x = inner.x
        for text, wide, style in ((line.time, 3.0, strong), (line.table, 2.4, table)):
            room = Box(x, inner.y, wide * unit, inner.height)
            self.paper.set(Block(room, {"text": style}, sink=0.5), {"text": text})
            x += (wide + 0.3) * unit
        styles = {
            "organisation": Style(
                (unit, unit * 0.9, unit * 0.8), Typeface.STRONG, lines=2, leading=1.05
            ),
            "person": Style((unit * 0.85, unit * 0.75), tone=Tone.SOFT, leading=1.1),
        }
        has_room = area.height >= _TWO_LINES * unit
        texts = {"organisation": line.organisation}
        if has_room:
            texts["person"] = line.changed or line.person
        room = Box(x, inner.y, area.right - x, inner.height)
        self.paper.set(Block(room, {name: styles[name] for name in texts}, sink=0.5), texts)


def _columns(face: ScheduleFace, most: int, widest: int) -> list[list[_Row]]:
    """Put the rows into columns: as few as hold ``most`` each; each day its own, if that goes."""
    days: list[list[_Row]] = [
        [day, *(each for each in day.entries if isinstance(each, LineFace))] for day in face.days
    ]
    rows = [row for day in days for row in day]
    count = min(-(-len(rows) // most), widest)
    if count == len(days):
        return days
    each = -(-len(rows) // count)
    return [rows[start : start + each] for start in range(0, len(rows), each)]
