"""The map of the tables in the booklet: which there are in each part of the hall, and whose own.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.printing.a4 import LABEL, LEFT
from app.printing.booklet.faces import TableFace, ZoneFace
from app.printing.colour import Colour
from app.printing.document import Draw, Folio
from app.printing.layout import Align, Block, Box, Style, Tone, Typeface
from app.printing.pages import put_head
from app.printing.paper import Paper
from app.printing.stock import Size

MAP = "Map of tables"
_NOTE = "By part of the hall, in the order of their numbers."
_RIGHT_MARGIN, _BOTTOM_MARGIN, _NOTED, _TOP = 17.0, 22.0, 30.0, 38.0
_LEAST_WIDE, _HIGH, _GUTTER = 26.0, 17.0, 2.4
_ZONE_HIGH, _BETWEEN = 8.0, 4.0
_ZONE = Style((5, 4.4), Typeface.STRONG)
_CELL = {
    "label": Style((6, 5, 4), Typeface.DISPLAY_STRONG),
    "owner": Style((2.9, 2.6), tone=Tone.SOFT, lines=3, leading=1.1, gap=0.3),
}
# Colours of the light theme: design/tokens.css.
_EDGE, _OWN = Colour.parse("#CBD0D9"), Colour.parse("#F3F4F7")

_Placed = tuple[Box, ZoneFace | TableFace]


def map_pages(said: str, zones: Sequence[ZoneFace], page: Size) -> tuple[Draw, ...]:
    """Give what draws the pages of the map; none where there are no tables."""
    right = page.width - _RIGHT_MARGIN
    across = int((right - LEFT + _GUTTER) / (_LEAST_WIDE + _GUTTER))
    wide = (right - LEFT - (across - 1) * _GUTTER) / across
    pages: list[list[_Placed]] = []
    y = page.height
    for zone in zones:
        rows = [zone.tables[at : at + across] for at in range(0, len(zone.tables), across)]
        for at, tables in enumerate(rows):
            lead = _ZONE_HIGH if at == 0 and zone.name else 0.0
            if y + lead + _HIGH > page.height - _BOTTOM_MARGIN:
                pages.append([])
                y, lead = _TOP, _ZONE_HIGH if zone.name else 0.0
            if lead:
                pages[-1].append((Box(LEFT, y, right - LEFT, _ZONE_HIGH), zone))
            y += lead
            pages[-1] += [
                (Box(LEFT + place * (wide + _GUTTER), y, wide, _HIGH), table)
                for place, table in enumerate(tables)
            ]
            y += _HIGH + _GUTTER
        y += _BETWEEN
    return tuple(partial(_draw, said, placed, right) for placed in pages)


def _draw(said: str, placed: Sequence[_Placed], right: float, paper: Paper, _folio: Folio) -> None:
    put_head(paper, said, MAP, right)
    paper.put(Box(LEFT, _NOTED, right - LEFT, 5), LABEL, _NOTE)
    for box, face in placed:
        if isinstance(face, ZoneFace):
            paper.set(Block(box, {"zone": _ZONE}, sink=0.3), {"zone": face.name})
            continue
        if face.owner:
            paper.fill(box, _OWN)
        paper.frame(box, _EDGE)
        inner = Box(box.x + 1.2, box.y + 1, box.width - 2.4, box.height - 2)
        texts = {"label": face.label, "owner": face.owner}
        paper.set(Block(inner, _CELL, sink=0.5, align=Align.CENTRE), texts)
