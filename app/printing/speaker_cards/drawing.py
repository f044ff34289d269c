"""Cards for speakers as PDF: A4 to fold to a tent, or both sides of A5.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from app.printing.a4 import LABEL
from app.printing.colour import Colour
from app.printing.document import Draw, Folio
from app.printing.layout import Align, Block, Box, Style, Tone, Typeface
from app.printing.paper import Paper
from app.printing.speaker_cards.faces import SpeakerFace
from app.printing.stock import Size, Spot

_MARGIN = 14.0
_LOGO = Size(44, 12)
_FOLD = Colour.parse("#858E9C")
_EVENT = Style((5, 4.4, 3.8), Typeface.STRONG)
_FRONT = {
    # Small letters of 10 mm are read from 6 m: type of 18 mm and upwards, where the name allows it.
    "name": Style((38, 34, 30, 26, 22, 20, 18), Typeface.DISPLAY_STRONG, lines=2, leading=1.05),
    "organisation": Style((13, 11, 9, 8), tone=Tone.SOFT, lines=2, leading=1.1, gap=3),
}
_DELEGATION = Style((7, 6, 5), Typeface.STRONG, Tone.SOFT)
_BACK = {
    "turn": Style((7, 6), Typeface.STRONG, Tone.SOFT),
    "time": Style((34,), Typeface.DISPLAY_STRONG, gap=1.5, leading=1),
    "minutes": Style((7.4, 6.6, 5.8), Typeface.STRONG, lines=2, leading=1.15, gap=2),
}
_BESIDE = {
    "before": Style((5.4, 4.8, 4.2), tone=Tone.SOFT, lines=2, leading=1.2),
    "after": Style((5.4, 4.8, 4.2), lines=2, leading=1.2, gap=1.6),
}


class SpeakerCardDrawing:
    """Draws cards; ``folded`` are both sides on one page, the back upside down above the fold."""

    def __init__(self, page: Size, event: str, *, folded: bool) -> None:
        self._event, self._folded = event, folded
        high = page.height / 2 if folded else page.height
        self._side = Box(0, page.height - high, page.width, high)

    def pages(self, face: SpeakerFace) -> tuple[Draw, ...]:
        """Give what draws the pages of a card."""
        if self._folded:
            return (partial(self._tent, face),)
        return partial(self._front, face), partial(self._back, face)

    def _tent(self, face: SpeakerFace, paper: Paper, folio: Folio) -> None:
        self._front(face, paper, folio)
        with paper.upside_down():
            self._back(face, paper, folio)
        paper.cut(Spot(0, self._side.y), Spot(paper.page.width, self._side.y), _FOLD)

    def _front(self, face: SpeakerFace, paper: Paper, _folio: Folio) -> None:
        pen = _Pen(paper, self._side)
        pen.head(self._event)
        foot = 9.0 if face.delegation else 0.0
        top, bottom = pen.top + 12, pen.bottom - foot
        texts = {"name": face.name, "organisation": face.organisation}
        area = Box(_MARGIN, top, pen.wide, bottom - top - 3)
        paper.set(Block(area, _FRONT, sink=0.5, align=Align.CENTRE), texts)
        room = Box(_MARGIN, bottom, pen.wide, foot)
        paper.set(Block(room, {"of": _DELEGATION}, align=Align.CENTRE), {"of": face.delegation})

    def _back(self, face: SpeakerFace, paper: Paper, _folio: Folio) -> None:
        pen = _Pen(paper, self._side)
        pen.head(" · ".join(filter(None, (self._event, face.day))))
        label, beside = 5.0, 34.0
        top, bottom = pen.top + 11, pen.bottom - label - beside
        texts = {"turn": face.turn, "time": face.time, "minutes": face.minutes}
        paper.set(Block(Box(_MARGIN, top, pen.wide, bottom - top - 4), _BACK, sink=0.4), texts)
        paper.rule(Spot(_MARGIN, bottom - 2), pen.wide)
        room = Box(_MARGIN, bottom, pen.wide, beside - 2)
        paper.set(Block(room, _BESIDE, sink=0.3), {"before": face.before, "after": face.after})
        paper.put(Box(_MARGIN, pen.bottom - label, pen.wide, label), LABEL, face.edition)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Knows the room of one side."""

    paper: Paper
    side: Box

    @property
    def top(self) -> float:
        return self.side.y + _MARGIN

    @property
    def bottom(self) -> float:
        return self.side.bottom - _MARGIN + 2

    @property
    def wide(self) -> float:
        return self.side.width - 2 * _MARGIN

    def head(self, words: str) -> None:
        corner = Box(self.side.width - _MARGIN - _LOGO.width, self.top - 3, *_LOGO)
        logo = self.paper.put_logo(corner, Align.RIGHT)
        wide = self.wide - (logo.width + 4 if logo else 0)
        self.paper.put(Box(_MARGIN, self.top, wide, 7), _EVENT, words)
