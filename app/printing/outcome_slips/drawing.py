"""Meeting slips as PDF, three on a page to cut apart.

Importing this loads ReportLab and qrcode: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.outcomes.answers import AnswerSet
from app.printing.a4 import PAGE
from app.printing.colour import Colour
from app.printing.document import Folio
from app.printing.layout import Align, Block, Box, Style, Symbol, Tone, Typeface
from app.printing.outcome_slips.faces import INTEREST, MeetingSlipFace, SideFace
from app.printing.paper import Paper
from app.printing.stock import Spot
from app.printing.ticks import tick_box, write_line

ON_PAGE = 3
_HIGH = PAGE.height / ON_PAGE
_CUT = Colour.parse("#858E9C")
_LEFT, _RIGHT = 12.0, PAGE.width - 12
_CODE_AT, _DOTS = 170.0, 10
_SIDE_WIDE = 76.0
_TICKS_AT = 42.0
_LABEL_WIDE, _ROW, _TICK, _APART = 23.0, 7.6, 3.4, 5.0
_ROWS = 7

_FAINT = Style((3, 2.7, 2.4), tone=Tone.FAINT)
_EVENT = Style((3.4, 3, 2.7), Typeface.STRONG)
_PLACE = Style((9, 8, 7), Typeface.DISPLAY_STRONG, leading=1)
_DAY = Style((3.6, 3.2), tone=Tone.SOFT)
_WORDS = Style((3.4, 3, 2.7))
_LABEL = Style((3.2, 2.9), Typeface.STRONG, Tone.SOFT)
_NUMBER = Style((3.4, 3), Typeface.STRONG)
_SIDE = {
    "label": Style((2.9,), tone=Tone.FAINT),
    "organisation": Style((4.2, 3.8), Typeface.STRONG, lines=2, leading=1.1),
    "people": Style((3.5, 3.2), tone=Tone.SOFT, lines=2, leading=1.15),
}


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """Draws one page of slips.

    ``said`` names the event and when this was printed, ``answers`` are those to tick. With
    ``cut_marks``, lines say where to cut.
    """

    said: str
    faces: Sequence[MeetingSlipFace]
    answers: AnswerSet
    cut_marks: bool = True

    def __call__(self, paper: Paper, _folio: Folio) -> None:
        """Draw it."""
        for at, face in enumerate(self.faces):
            _Pen(paper, at * _HIGH, self.answers).draw(face, self.said)
        for cut in range(1, ON_PAGE if self.cut_marks else 1):
            paper.cut(Spot(0, cut * _HIGH), Spot(PAGE.width, cut * _HIGH), _CUT)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws one slip, from ``top`` downwards."""

    paper: Paper
    top: float
    answers: AnswerSet

    def draw(self, face: MeetingSlipFace, said: str) -> None:
        self._head(face, said)
        for place, (label, side) in enumerate((("Host", face.host), ("Guest", face.guest))):
            self._side(label, side, _LEFT + place * (_SIDE_WIDE + 2))
        self.paper.rule(Spot(_LEFT, self.top + _TICKS_AT - 1.2), _RIGHT - _LEFT)
        rows = list(_rows(self.answers))
        for row, (label, words) in enumerate(rows):
            self._ticks(row, label, words)
        self._more(len(rows))

    def _more(self, row: int) -> None:
        """Ask for what is not one of a few answers; what room is left is for notes."""
        x = self._ticks(row, "Interest", INTEREST)
        x = self._words(x, row, "(5: very great)", _FAINT) + _APART
        if self.answers.asks_programme:
            self._blank(x, row, "Programme of a proposal")
        middle = (_LEFT + _RIGHT) / 2 + 8
        self._label(row + 1, "Follow-up by")
        write_line(self.paper, Spot(_LEFT + _LABEL_WIDE, self._foot_of(row + 1)), middle)
        self._blank(middle + 3, row + 1, "until")
        self._label(row + 2, "Note")
        for line in range(row + 2, _ROWS):
            write_line(self.paper, Spot(_LEFT + _LABEL_WIDE, self._foot_of(line)), _RIGHT)

    def _head(self, face: MeetingSlipFace, said: str) -> None:
        wide = _CODE_AT - 6 - _LEFT
        logo = self.paper.put_logo(Box(_LEFT + wide - 32, self.top + 4, 32, 6.5), Align.RIGHT)
        end = logo.x - 3 if logo else _LEFT + wide
        self.paper.put(Box(_LEFT, self.top + 5, end - _LEFT, 4.5), _EVENT, said)
        texts = {"place": f"{face.time}  Table {face.table}"}
        line = Box(_LEFT, self.top + 10, wide - 42, 10)
        self.paper.set(Block(line, {"place": _PLACE}, sink=0.5), texts)
        beside = Box(line.right + 2, line.y, 40, line.height)
        self.paper.set(Block(beside, {"day": _DAY}, sink=0.7), {"day": face.day})
        symbol = Symbol(_CODE_AT, self.top + 8, dots=_DOTS)
        self.paper.code(face.code, symbol)
        below = Box(symbol.x, symbol.quiet.bottom + 0.2, symbol.box.width + 3, 4.5)
        self.paper.put(below, _NUMBER, face.number)

    def _side(self, label: str, side: SideFace, x: float) -> None:
        texts = {"label": label, "organisation": side.organisation, "people": side.people}
        self.paper.set(Block(Box(x, self.top + 21, _SIDE_WIDE, 18.5), _SIDE), texts)

    def _ticks(self, row: int, label: str, words: Sequence[str]) -> float:
        """Draw a row of boxes with their words; give where it ends."""
        self._label(row, label)
        x = _LEFT + _LABEL_WIDE
        for each in words:
            y = self.top + _TICKS_AT + row * _ROW + (_ROW - _TICK) / 2
            tick_box(self.paper, Spot(x, y), _TICK)
            x = self._words(x + _TICK + 1.3, row, each, _WORDS) + _APART
        return x

    def _blank(self, x: float, row: int, words: str) -> None:
        end = self._words(x, row, words, _LABEL)
        write_line(self.paper, Spot(end + 2, self._foot_of(row)), _RIGHT)

    def _label(self, row: int, words: str) -> None:
        self._words(_LEFT, row, words, _LABEL)

    def _words(self, x: float, row: int, words: str, style: Style) -> float:
        room = Box(x, self.top + _TICKS_AT + row * _ROW, _RIGHT - x, _ROW)
        lines = self.paper.set(Block(room, {"words": style}, sink=0.5), {"words": words})
        return lines[-1].x + lines[-1].width

    def _foot_of(self, row: int) -> float:
        return self.top + _TICKS_AT + (row + 1) * _ROW - 1.8


def _rows(answers: AnswerSet) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the rows of boxes with their labels; what is not asked for has none."""
    yield "Meeting", tuple(answers.took_place.values())
    if answers.kinds:
        yield "Outcome", tuple(answers.kinds.values())
    if answers.in_short:
        yield ("Or in short" if answers.kinds else "Outcome"), tuple(answers.in_short.values())
