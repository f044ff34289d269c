"""Schedules of organisations as PDF, on A4; each day begins on a page of its own.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from app.printing.a4 import LABEL, LEFT, RIGHT
from app.printing.colour import Colour
from app.printing.document import Draw, Folio
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.organisations.faces import (
    FreeFace,
    OrganisationDayFace,
    OrganisationFace,
    SeatFace,
)
from app.printing.pages import put_head
from app.printing.paper import Paper
from app.printing.stock import Spot

_DAY, _LABELS, _TOP, _BOTTOM = 31.0, 42.0, 47.5, 268.0
_WITHOUT = Box(LEFT, 269.5, RIGHT - LEFT, 9.5)
_ROW, _FREE_ROW = 12.0, 7.6
_TIME, _TABLE, _WHO, _PARTNER = LEFT, LEFT + 19, LEFT + 41, LEFT + 93
_ROOMS = {
    "time": (_TIME, _TABLE - _TIME - 2),
    "table": (_TABLE, _WHO - _TABLE - 3),
    "who": (_WHO, _PARTNER - _WHO - 4),
    "partner": (_PARTNER, RIGHT - _PARTNER),
}
_TIME_STYLE = Style((4.6, 4), Typeface.STRONG)
_TABLE_STYLE = Style((6.4, 5.2, 4.2), Typeface.DISPLAY_STRONG, lines=2, leading=1.05)
_WHO_STYLE = Style((4, 3.6), lines=2, leading=1.1)
_PARTNERS = {
    "organisation": Style((4, 3.6), Typeface.STRONG, lines=2, leading=1.1),
    "people": Style((3.4, 3.1), tone=Tone.SOFT, lines=2, leading=1.15),
}
_SOFT = Style((3.5, 3.2), tone=Tone.SOFT, lines=2, leading=1.1)
_ABSENT = Style((3.5, 3.1, 2.7), tone=Tone.SOFT, lines=3, leading=1.1)
# Colours of the light theme: design/tokens.css.
_QUIET = Colour.parse("#F3F4F7")

_Entries = tuple[SeatFace | FreeFace, ...]


@dataclass(frozen=True, slots=True)
class OrganisationDrawing:
    """Draws schedules of organisations."""

    event: str

    def pages(self, face: OrganisationFace) -> tuple[Draw, ...]:
        """Give what draws the pages of an organisation."""
        return tuple(
            partial(self._draw, face.name, day, entries)
            for day in face.days
            for entries in _pages(day.entries)
        )

    def _draw(
        self,
        name: str,
        day: OrganisationDayFace,
        entries: _Entries,
        paper: Paper,
        _folio: Folio,
    ) -> None:
        put_head(paper, self.event, name, RIGHT)
        title = Box(LEFT, _DAY, RIGHT - LEFT, 8)
        paper.put(title, Style((5.6, 5), Typeface.STRONG), day.title)
        labels = {"time": "Time", "table": "Table", "who": "Who", "partner": "Meets"}
        for column, words in labels.items():
            x, wide = _ROOMS[column]
            paper.put(Box(x, _LABELS, wide, 5), LABEL, words)
        y, rules = _TOP, [_TOP]
        before = ""
        for entry in entries:
            area = Box(LEFT, y, RIGHT - LEFT, _height(entry))
            time = entry.time if entry.time != before else ""
            if isinstance(entry, SeatFace):
                _seat(paper, entry, time, area)
            else:
                _free(paper, entry, time, area)
            before = entry.time
            y = area.bottom
            rules.append(y)
        # Over the grounds of the rows, which would hide half of each.
        for rule in rules:
            paper.rule(Spot(LEFT, rule), RIGHT - LEFT)
        if day.without:
            paper.set(Block(_WITHOUT, {"words": _ABSENT}), {"words": day.without})


def _seat(paper: Paper, entry: SeatFace, time: str, area: Box) -> None:
    _put(paper, "time", {"time": _TIME_STYLE}, {"time": time}, area)
    _put(paper, "table", {"table": _TABLE_STYLE}, {"table": entry.table}, area)
    _put(paper, "who", {"who": _WHO_STYLE}, {"who": entry.who}, area)
    texts = {"organisation": entry.organisation, "people": entry.people}
    _put(paper, "partner", _PARTNERS, texts, area)


def _free(paper: Paper, entry: FreeFace, time: str, area: Box) -> None:
    paper.fill(area, _QUIET)
    _put(paper, "time", {"time": _TIME_STYLE}, {"time": time}, area)
    _put(paper, "who", {"who": _SOFT}, {"who": entry.who}, area)
    _put(paper, "partner", {"words": _SOFT}, {"words": entry.words}, area)


def _put(
    paper: Paper, column: str, styles: dict[str, Style], texts: dict[str, str], area: Box
) -> None:
    x, wide = _ROOMS[column]
    room = Box(x, area.y + 0.5, wide, area.height - 1)
    paper.set(Block(room, styles, sink=0.5), texts)


def _pages(entries: _Entries) -> Iterator[_Entries]:
    page: list[SeatFace | FreeFace] = []
    for entry in entries:
        if _TOP + sum(map(_height, page)) + _height(entry) > _BOTTOM:
            yield tuple(page)
            page = []
        page.append(entry)
    yield tuple(page)


def _height(entry: SeatFace | FreeFace) -> float:
    return _ROW if isinstance(entry, SeatFace) else _FREE_ROW
