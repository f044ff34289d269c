"""The agenda as PDF: what begins together stands side by side, and days go from page to page.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from app.printing.a4 import LEFT, RIGHT
from app.printing.document import Draw, Folio
from app.printing.fitting import Line, compose
from app.printing.fonts import width
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.pages import put_head
from app.printing.paper import Paper
from app.printing.stock import Spot

_TOP, _BOTTOM, _ENDLESS = 34.0, 276.0, 10_000.0
_WORDS, _ABREAST, _GUTTER = 54.0, 3, 4.0
_FOOT = 90.0
_INSET, _AMONG, _BELOW_DAY, _ABOVE_DAY = 1.7, 1.6, 1.2, 5.0
_DAY = Style((5.8, 5), Typeface.DISPLAY_STRONG)
_TIME = Style((4.4, 4), Typeface.STRONG)
_CELL = {
    "where": Style((3.3,), tone=Tone.FAINT, lines=3),
    "what": Style((4.5,), Typeface.STRONG, lines=8, leading=1.15),
    "detail": Style((3.6,), tone=Tone.SOFT, lines=30, leading=1.25, gap=0.5),
}
_QUIET = {**_CELL, "what": Style((4.5,), tone=Tone.SOFT, lines=8, leading=1.15)}


@dataclass(frozen=True, slots=True)
class CellFace:
    """Something that happens, with its words."""

    where: str
    what: str
    detail: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class RowFace:
    """All that begins at one time."""

    time: str
    cells: tuple[CellFace, ...]


@dataclass(frozen=True, slots=True)
class DayFace:
    """A day, as it goes."""

    title: str
    rows: tuple[RowFace, ...]


@dataclass(frozen=True, slots=True)
class _Set:
    """Lines of a row from its upper edge, and how high it is."""

    lines: tuple[tuple[Line, Spot], ...]
    high: float


@dataclass
class _Pages:
    """Fills pages from above; rules are where rows begin."""

    y: float = _TOP
    lines: list[list[tuple[Line, Spot]]] = field(default_factory=lambda: [[]])
    rules: list[list[float]] = field(default_factory=lambda: [[]])

    def has_room(self, high: float) -> bool:
        """Tell whether so much goes onto the page, or more could not go onto an empty one."""
        return self.y <= _TOP or self.y + high <= _BOTTOM

    def splits(self, high: float) -> bool:
        """Tell whether so much would only begin at the foot of the page."""
        left = _BOTTOM - self.y
        return self.y > _TOP and high > left and left < _FOOT

    def put(self, row: _Set, *, ruled: bool) -> None:
        if ruled:
            self.rules[-1].append(self.y)
        self.lines[-1] += [(line, Spot(at.x, at.y + self.y)) for line, at in row.lines]
        self.y += row.high

    def turn(self) -> None:
        self.lines.append([])
        self.rules.append([])
        self.y = _TOP


def agenda_pages(said: str, days: Sequence[DayFace]) -> tuple[Draw, ...]:
    """Give what draws the pages of these days; ``said`` names the event, where and when."""
    pages = _Pages()
    for day in days:
        title, rows = _set_day(day.title), [_set_row(row) for row in day.rows]
        if pages.splits(title.high + sum(row.high for row in rows)):
            pages.turn()
        for at, row in enumerate(rows):
            opens = at == 0 or not pages.has_room(row.high)
            lead = title.high + (_ABOVE_DAY if pages.y > _TOP else 0)
            if not pages.has_room(row.high + (lead if opens else 0)):
                pages.turn()
            if opens:
                pages.y += _ABOVE_DAY if pages.y > _TOP else 0
                pages.put(title, ruled=False)
            pages.put(row, ruled=True)
    return tuple(
        partial(_draw, said, lines, rules)
        for lines, rules in zip(pages.lines, pages.rules, strict=True)
    )


def _set_day(title: str) -> _Set:
    lines = _composed({"title": _DAY}, {"title": title}, RIGHT - LEFT)
    return _Set(tuple((line, Spot(LEFT, 0)) for line in lines), _height(lines) + _BELOW_DAY)


def _set_row(row: RowFace) -> _Set:
    time = _composed({"time": _TIME}, {"time": row.time}, _WORDS - LEFT - 2)
    lines = [(line, Spot(LEFT, _INSET)) for line in time]
    y = _INSET
    for abreast in _abreast(row.cells):
        wide = (RIGHT - _WORDS - (len(abreast) - 1) * _GUTTER) / len(abreast)
        high = 0.0
        for at, cell in enumerate(abreast):
            texts = {"where": cell.where, "what": cell.what, "detail": cell.detail}
            found = _composed(_QUIET if cell.quiet else _CELL, texts, wide)
            lines += [(line, Spot(_WORDS + at * (wide + _GUTTER), y)) for line in found]
            high = max(high, _height(found))
        y += high + _AMONG
    return _Set(tuple(lines), max(y - _AMONG, _height(time) + _INSET) + _INSET)


def _abreast(cells: Sequence[CellFace]) -> Iterator[Sequence[CellFace]]:
    """Give the cells in rows of as many as stand side by side, as even as can be."""
    rows = -(-len(cells) // _ABREAST)
    most = -(-len(cells) // rows)
    return (cells[at : at + most] for at in range(0, len(cells), most))


def _composed(styles: dict[str, Style], texts: dict[str, str], wide: float) -> tuple[Line, ...]:
    return compose(Block(Box(0, 0, wide, _ENDLESS), styles), texts, width)


def _height(lines: Sequence[Line]) -> float:
    return lines[-1].baseline + lines[-1].size * 0.3


def _draw(
    said: str,
    lines: Sequence[tuple[Line, Spot]],
    rules: Sequence[float],
    paper: Paper,
    _folio: Folio,
) -> None:
    put_head(paper, said, "Agenda", RIGHT)
    for y in rules:
        paper.rule(Spot(LEFT, y), RIGHT - LEFT)
    for line, origin in lines:
        paper.write(line, origin)
