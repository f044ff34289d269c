"""Change slips as PDF: values in, pages out.

Importing this loads ReportLab and qrcode: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from app.printing.document import Draw, Folio
from app.printing.fitting import Line
from app.printing.fonts import as_printed, width
from app.printing.layout import Align, Block, Box, Style, Symbol, Tone, Typeface
from app.printing.paper import Paper
from app.printing.slips.faces import ChangeFace, SlipFace
from app.printing.slips.wishes import A6, ROLL, SlipPaper
from app.printing.stock import Spot

_HAIR = 0.25
_TITLE, _WAS = "Change slip", "Was "
_SMALL = 0.85
"""Size of what matters less, beside plain text."""
_Rows = tuple[Sequence[ChangeFace], float]
"""Changes on one page, and how high each stands."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where things stand on a paper, and how large type is on it, in millimetres.

    ``unit`` is the size of plain text. Changes stand from ``rows`` to ``foot``; each is
    ``row`` high if there is room for that, ``least`` if there is not.
    """

    margin: float
    unit: float
    head: float
    rows: float
    foot: float
    row: float
    least: float
    symbol: Symbol


_SHAPES: Mapping[str, _Shape] = {
    ROLL: _Shape(4, 3.2, 3.5, 23.5, 76.2, 26, 17, Symbol(5.5, 78.8, dots=7)),
    A6: _Shape(9, 3.8, 9, 41, 112, 34, 22, Symbol(10, 116.5, dots=9)),
}


class SlipDrawing:
    """Draws slips: each on a page of its own, or on more if much has changed."""

    def __init__(self, event: str, kind: SlipPaper) -> None:
        self._event, self._kind = as_printed(event), kind
        self._shape = _SHAPES[kind.name]

    def pages(self, face: SlipFace) -> tuple[Draw, ...]:
        """Give what draws the pages of a slip."""
        return tuple(partial(self._draw, face, rows) for rows in self._rows(face.changes))

    def _draw(self, face: SlipFace, rows: _Rows, paper: Paper, folio: Folio) -> None:
        _Pen(paper, self._kind, self._shape, self._event).draw(face, rows, folio)

    def _rows(self, changes: Sequence[ChangeFace]) -> Iterator[_Rows]:
        room = self._shape.foot - self._shape.rows
        most = int(room / self._shape.least)
        for start in range(0, len(changes), most):
            part = changes[start : start + most]
            yield part, min(self._shape.row, room / len(part))


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws one page."""

    paper: Paper
    kind: SlipPaper
    shape: _Shape
    event: str

    def draw(self, face: SlipFace, rows: _Rows, folio: Folio) -> None:
        changes, high = rows
        self._head(face)
        y = self.shape.rows
        for change in changes:
            self._rule(y)
            self._change(change, Box(self._left, y, self._wide, high))
            y += high
        self._rule(y)
        self._foot(face, folio.words_if_several)

    def _head(self, face: SlipFace) -> None:
        unit, top = self.shape.unit, self.shape.head
        self._occasion()
        name = Style(
            (unit * 2.4, unit * 2, unit * 1.7), Typeface.DISPLAY_STRONG, lines=2, leading=1.1
        )
        organisation = Style((unit * 1.2, unit), lines=2, gap=unit * 0.1)
        below = top + unit * 1.9
        box = Box(self._left, below, self._wide, self.shape.rows - below - unit * 0.5)
        texts = {"name": face.name, "organisation": face.organisation}
        styles = {"name": name, "organisation": organisation}
        self.paper.set(Block(box, styles, sink=0.5), texts)

    def _occasion(self) -> None:
        """Say what this is and of which event: on one line, or on two beside the event's logo."""
        unit, top = self.shape.unit, self.shape.head
        title = Style((unit,), Typeface.STRONG)
        event = Style((unit * _SMALL,), tone=Tone.FAINT, lines=2, leading=1.1)
        high = unit * 2.3
        corner = Box(self._left + self._wide * 0.5, top - unit * 0.4, self._wide * 0.5, high)
        if logo := self.paper.put_logo(corner, Align.RIGHT):
            beside = Box(self._left, corner.y, logo.x - unit - self._left, high)
            texts = {"title": _TITLE, "event": self.event}
            self.paper.set(Block(beside, {"title": title, "event": event}, sink=0.5), texts)
            return
        line = Box(self._left, top, self._wide, unit * 1.4)
        end = self.paper.put(line, title, _TITLE) + unit
        # Small letters stand on the line of the large ones.
        lower = unit * (1 - _SMALL)
        self.paper.put(Box(end, top + lower, line.right - end, line.height), event, self.event)

    def _change(self, change: ChangeFace, area: Box) -> None:
        unit = self.shape.unit * min(1.0, area.height / self.shape.row)
        y = area.y + unit * 0.7
        self._word(change, Box(area.x, y, area.width, unit * 1.45))
        y += unit * 1.8
        high = unit * 2.8
        time = Style((high,), Typeface.DISPLAY_STRONG, leading=1)
        lines = self.paper.set(
            Block(Box(area.x, y, area.width * 0.55, high), {"time": time}, sink=0.5),
            {"time": change.time},
        )
        self._table(change, Box(lines[-1].x + lines[-1].width + unit * 1.5, y, 0, high), lines)
        y += high + unit * 0.15
        styles = {
            "organisation": Style((unit * 1.3, unit * 1.1), Typeface.STRONG, lines=2, leading=1.1),
            "person": Style((unit * 1.1,), tone=Tone.SOFT, lines=2, leading=1.15),
        }
        texts = {"organisation": change.organisation, "person": change.person}
        room = Box(area.x, y, area.width, area.bottom - y - unit * 0.2)
        self.paper.set(Block(room, styles), texts)

    def _word(self, change: ChangeFace, box: Box) -> None:
        """Write what happened in white on black, beside it what was, struck through."""
        size = box.height / 1.5
        wide = width(change.word, Typeface.STRONG) * size
        chip = Box(box.x, box.y, wide + size, box.height)
        self.paper.fill(chip, self.paper.tones[Tone.INK])
        style = Style((size,), Typeface.STRONG, tone=Tone.ON_BAND)
        inner = Box(chip.x + size / 2, chip.y, wide + 0.2, chip.height)
        self.paper.set(Block(inner, {"word": style}, sink=0.5), {"word": change.word})
        if not change.was:
            return
        room = Box(chip.right + size * 0.7, box.y, box.right - chip.right - size * 0.7, box.height)
        was = Style((size * 1.05,), lines=2)
        lines = self.paper.set(Block(room, {"was": was}, sink=0.5), {"was": f"{_WAS}{change.was}"})
        for place, line in enumerate(lines):
            skip = width(_WAS, was.typeface) * line.size if place == 0 else 0
            self.paper.strike(line, skip)

    def _table(self, change: ChangeFace, box: Box, beside: Sequence[Line]) -> None:
        """Write the table on the line of the time, and strike both if they hold no more."""
        struck = [*beside] if change.is_off else []
        if change.table:
            numbers = self._number(change, box, beside[-1].baseline)
            struck += numbers if change.is_off else []
        for line in struck:
            self.paper.strike(line)

    def _number(self, change: ChangeFace, box: Box, baseline: float) -> Sequence[Line]:
        high, end = box.height, self._left + self._wide
        word = Style((high * 0.38,), tone=Tone.SOFT)
        said = Line(
            "Table",
            box.x,
            baseline,
            width("Table", Typeface.REGULAR) * word.sizes[0],
            word.sizes[0],
            word,
        )
        self.paper.write(said)
        x = said.x + said.width + high * 0.2
        style = Style((high, high * 0.8, high * 0.6), Typeface.DISPLAY_STRONG, lines=2, leading=1)
        block = Block(Box(x, box.y, end - x, high), {"table": style}, sink=0.5)
        return self.paper.set(block, {"table": change.table})

    def _foot(self, face: SlipFace, pages: str) -> None:
        shape, unit = self.shape, self.shape.unit
        self.paper.code(face.code, shape.symbol)
        quiet = shape.symbol.quiet
        x = quiet.right
        box = Box(x, quiet.y, self._left + self._wide - x, quiet.height)
        styles = {
            "question": Style((unit,), Typeface.STRONG, lines=2),
            "advice": Style((unit * 0.95,), tone=Tone.SOFT, lines=3, leading=1.25),
            "edition": Style((unit * _SMALL,), tone=Tone.FAINT, gap=unit * 0.6),
            "number": Style((unit * _SMALL,), tone=Tone.FAINT),
        }
        texts = {
            "question": "Is this still right?",
            "advice": "Hold the code to the scanner at any desk.",
            "edition": face.edition,
            "number": " · ".join(filter(None, (face.badge_number, pages))),
        }
        self.paper.set(Block(box, styles, sink=0.5), texts)

    @property
    def _left(self) -> float:
        return self.shape.margin

    @property
    def _wide(self) -> float:
        return self.kind.page.width - 2 * self.shape.margin

    def _rule(self, y: float) -> None:
        self.paper.rule(Spot(self._left, y), self._wide, _HAIR)
