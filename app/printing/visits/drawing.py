"""Bus lists and signs of meeting points as PDF, on A4.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from app.printing.a4 import LABEL, LEFT, RIGHT
from app.printing.colour import Colour
from app.printing.document import Draw, Folio
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.pages import ACROSS, put_head, put_logo
from app.printing.paper import Paper
from app.printing.sheets import A4
from app.printing.stock import Spot
from app.printing.ticks import tick_box
from app.printing.visits.faces import RiderFace, Row, SectionFace, SignFace, VisitFace

_FACTS, _LABELS, _TOP, _BOTTOM = 30.0, 52.5, 57.5, 277.0
_ROW, _SECTION = 9.0, 8.0
_TICK, _GAP = 4.8, 2.0
_COLUMNS = {
    "name": ("Name", LEFT + 9, 60.0),
    "number": ("Badge", LEFT + 69, 18.0),
    "organisation": ("Organisation", LEFT + 87, 50.0),
    "phone": ("Phone", LEFT + 137, 36.0),
}
_STYLES = {
    "name": Style((4.2, 3.8, 3.4), Typeface.STRONG, lines=2, leading=1.1),
    "number": Style((3.7, 3.3)),
    "organisation": Style((3.5, 3.1), tone=Tone.SOFT, lines=2, leading=1.1),
    "phone": Style((3.7, 3.3, 2.9)),
}
_HEADING = Style((4.6,), Typeface.DISPLAY_STRONG)
_FACT_STYLES = {
    "when": Style((4.6, 4.2), Typeface.STRONG),
    "point": Style((4.6, 4.2, 3.8), lines=2, leading=1.15, gap=1.2),
    "counts": Style((4.2,), tone=Tone.SOFT, gap=1.2),
}
# Colours of the light theme: design/tokens.css.
_QUIET = Colour.parse("#F3F4F7")
_SIGN_MARGIN = 20.0
_SIGN_STYLES = {
    "label": Style((13,), tone=Tone.SOFT),
    "title": Style((34, 29, 24, 20), Typeface.DISPLAY_STRONG, lines=3, leading=1.05, gap=4),
    "point": Style((17, 15, 13), Typeface.STRONG, lines=2, leading=1.15, gap=9),
    "leaves": Style((24, 20), Typeface.DISPLAY_STRONG, gap=9),
    "when": Style((10, 9), tone=Tone.SOFT, gap=3),
}


class BusListDrawing:
    """Draws the list of a visit; each page says again which visit it is, and its columns."""

    def __init__(self, event: str) -> None:
        self._event = event

    def pages(self, face: VisitFace) -> tuple[Draw, ...]:
        """Give what draws the pages."""
        return tuple(partial(self._draw, face, rows) for rows in _pages(face.rows))

    def _draw(self, face: VisitFace, rows: Sequence[Row], paper: Paper, _folio: Folio) -> None:
        put_head(paper, self._event, face.title, RIGHT)
        facts = {"when": face.when, "point": face.meeting_point, "counts": face.counts}
        room = Box(LEFT, _FACTS, RIGHT - LEFT, _LABELS - _FACTS - 3)
        paper.set(Block(room, _FACT_STYLES), facts)
        for words, x, wide in _COLUMNS.values():
            paper.put(Box(x, _LABELS, wide, 5), LABEL, words)
        y = _TOP
        for row in rows:
            if isinstance(row, SectionFace):
                paper.fill(Box(LEFT, y, RIGHT - LEFT, _SECTION), _QUIET)
                inner = Box(LEFT + 1.4, y, RIGHT - LEFT - 3, _SECTION)
                paper.set(Block(inner, {"words": _HEADING}, sink=0.5), {"words": row.words})
            else:
                _rider(paper, row, y)
            y += _height(row)
            paper.rule(Spot(LEFT, y), RIGHT - LEFT)


class SignDrawing:
    """Draws signs that are read from far, on A4 across."""

    def __init__(self, event: str) -> None:
        self._event = event
        self.page = ACROSS[A4]

    def pages(self, face: SignFace) -> tuple[Draw, ...]:
        """Give what draws the page."""
        return (partial(self._draw, face),)

    def _draw(self, face: SignFace, paper: Paper, _folio: Folio) -> None:
        wide = self.page.width - 2 * _SIGN_MARGIN
        put_logo(paper, _SIGN_MARGIN)
        texts = {
            "label": f"Meeting point · {self._event}",
            "title": face.title,
            "point": face.meeting_point,
            "leaves": face.leaves,
            "when": face.when,
        }
        room = Box(_SIGN_MARGIN, 22, wide, self.page.height - 40)
        paper.set(Block(room, _SIGN_STYLES), texts)


def _rider(paper: Paper, face: RiderFace, y: float) -> None:
    if face.place:
        room = Box(LEFT + 1.4, y + 0.3, 7, _ROW - 0.6)
        paper.set(Block(room, {"place": _STYLES["number"]}, sink=0.5), {"place": face.place})
    else:
        corner = Spot(LEFT + 1.4, y + (_ROW - _TICK) / 2)
        tick_box(paper, corner, _TICK, ticked=face.is_there)
    for field, (_words, x, wide) in _COLUMNS.items():
        room = Box(x, y + 0.3, wide - _GAP, _ROW - 0.6)
        texts = {field: getattr(face, field)}
        paper.set(Block(room, {field: _STYLES[field]}, sink=0.5), texts)


def _pages(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows of each page. No heading stands at the foot of one with nobody below it."""
    page: list[Row] = []
    for row in rows:
        below = _ROW if isinstance(row, SectionFace) else 0
        if _TOP + sum(map(_height, page)) + _height(row) + below > _BOTTOM:
            yield page
            page = []
        page.append(row)
    yield page


def _height(row: Row) -> float:
    return _SECTION if isinstance(row, SectionFace) else _ROW
