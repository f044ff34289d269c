"""The booklet as PDF: what comes on which page is known before anything is drawn.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from app.delegates.folding import fold
from app.printing.a4 import LABEL, LEFT
from app.printing.booklet.faces import GroupFace, ProfileFace, SectionFace, ZoneFace
from app.printing.booklet.tables import MAP, map_pages
from app.printing.document import Draw, Folio
from app.printing.fitting import Line, compose
from app.printing.fonts import width
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.pages import put_head
from app.printing.paper import Paper
from app.printing.stock import Size, Spot

_RIGHT_MARGIN, _TOP, _BOTTOM_MARGIN, _GUTTER = 17.0, 24.0, 22.0, 8.0
_WIDE_PAGE = 180.0
_LIST_TOP, _ROW = 36.0, 6.0
_BETWEEN, _AMONG = 4.5, 1.2
_ENDLESS = 100_000.0
_ROOM_OF_PAGES = 16.0
_ENTRY = {
    "organisation": Style((4.4, 4), Typeface.STRONG, lines=4, leading=1.15),
    "country": Style((3.4,), tone=Tone.FAINT, lines=2),
    "networks": Style((3.4,), tone=Tone.SOFT, lines=8, gap=0.4),
    "strengths": Style((3.4,), tone=Tone.SOFT, lines=8, gap=0.4),
    "services": Style((3.4,), tone=Tone.SOFT, lines=8, gap=0.4),
    "tables": Style((3.4,), tone=Tone.SOFT, lines=4, gap=0.4),
    "name": Style((3.9,), Typeface.STRONG, lines=4, gap=0.8),
    "function": Style((3.5,), tone=Tone.SOFT, lines=6),
    "also": Style((3.4,), tone=Tone.SOFT, lines=8, gap=0.4),
    "sectors": Style((3.3,), tone=Tone.FAINT, lines=20, gap=0.6),
    "seeks": Style((3.5,), lines=400, leading=1.3, gap=0.8),
    "offers": Style((3.5,), lines=400, leading=1.3, gap=0.8),
}
_OWN = ("name", "function", "also")
_AGAIN = {"organisation": Style((3.4,), tone=Tone.FAINT, lines=4)}
_SECTION = {
    "delegation": Style((7, 6, 5), Typeface.DISPLAY_STRONG, lines=3, leading=1.1),
    "sector": Style((4.2,), Typeface.STRONG, Tone.SOFT, lines=3, gap=0.8),
}
_AT_THE_END = 2
"""The map and the index, in the contents."""
_ITEM = Style((3.6, 3.2, 2.8), lines=2, leading=1.05)
_GROUP = Style((3.6, 3.2, 2.8), Typeface.STRONG, lines=2, leading=1.05)
_HEADING = Style((4.6,), Typeface.STRONG)
_INDENT = 4.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a list: what it names, and on which pages that is; none: a heading.

    ``style`` is how it is written, and ``indent`` how far it begins below what it is a part of.
    """

    text: str
    pages: str = ""
    style: Style = _ITEM
    indent: float = 0.0


@dataclass
class _Flow:
    """Fills columns with texts, page after page."""

    columns: tuple[float, ...]
    wide: float
    high: float
    pages: list[list[tuple[Line, Spot]]] = field(default_factory=lambda: [[]])
    heads: list[str] = field(default_factory=lambda: [""])
    column: int = 0
    y: float = 0.0

    def composed(self, styles: dict[str, Style], texts: dict[str, str]) -> tuple[Line, ...]:
        return compose(Block(Box(0, 0, self.wide, _ENDLESS), styles), texts, width)

    def put(self, lines: Sequence[Line], together: float, after: float = _BETWEEN) -> int:
        """Place lines where so much fits together, or from column to column; give the page.

        So much is left free ``after`` them.
        """
        if not self.has_room(together):
            self.turn()
        began, start = len(self.pages), 0.0
        for line in lines:
            if self.y + line.baseline - start + line.size * 0.4 > self.high:
                self.turn()
                start = line.baseline - line.size
            self.pages[-1].append((line, Spot(self.columns[self.column], self.y - start + _TOP)))
        self.y += height_of(lines) - start + after
        return began

    def has_room(self, high: float) -> bool:
        """Tell whether so much goes into the column, or as much of it as into an empty one."""
        return not self.y or self.y + min(high, self.high) <= self.high

    def turn(self) -> None:
        self.y, self.column = 0.0, self.column + 1
        if self.column == len(self.columns):
            self.column = 0
            self.pages.append([])
            self.heads.append(self.heads[-1])


def height_of(lines: Sequence[Line]) -> float:
    """Give how far lines reach that were composed from above."""
    return lines[-1].baseline + lines[-1].size * 0.4


class BookletDrawing:
    """Draws the booklet: contents, profiles, a map of the tables, index."""

    def __init__(self, page: Size, event: str, where: str) -> None:
        self._page, self._event, self._where = page, event, where
        self._right = page.width - _RIGHT_MARGIN
        columns = 2 if page.width > _WIDE_PAGE else 1
        self._wide = (self._right - LEFT - (columns - 1) * _GUTTER) / columns
        self._columns = tuple(LEFT + at * (self._wide + _GUTTER) for at in range(columns))
        self._rows = int((page.height - _BOTTOM_MARGIN - _LIST_TOP) / _ROW)

    def pages(
        self, sections: Sequence[SectionFace], zones: Sequence[ZoneFace] = ()
    ) -> tuple[Draw, ...]:
        """Give what draws the pages; those of the contents are counted before the rest."""
        named = [*dict.fromkeys(each.delegation for each in sections)]
        inside = len(named) + len(sections) + _AT_THE_END
        ahead = -(-inside // (self._rows * len(self._columns)))
        flow, found = self._body(sections, ahead)
        people = [each for section in sections for each in section.profiles]
        texts = {
            "Organisations": {(each.organisation, found[id(each)]) for each in people},
            "People": {(each.by_family, found[id(each)]) for each in people},
        }
        contents: list[_Row] = []
        for section in sections:
            page = str(found[id(section.profiles[0])])
            if section.delegation not in {row.text for row in contents if not row.indent}:
                contents.append(_Row(section.delegation, page, _GROUP))
            contents.append(_Row(section.sector, page, indent=_INDENT))
        said = " · ".join(filter(None, (self._event, self._where)))
        tables = map_pages(said, zones, self._page)
        after = ahead + len(flow.pages)
        if tables:
            contents.append(_Row(MAP, str(after + 1), _GROUP))
        contents.append(_Row("Index", str(after + len(tables) + 1), _GROUP))
        index = [row for title, pairs in texts.items() for row in _index(title, pairs)]
        return (
            *self._lists("Participants", contents),
            *(
                partial(self._draw, head, lines)
                for head, lines in zip(flow.heads, flow.pages, strict=True)
            ),
            *tables,
            *self._lists("Index", index),
        )

    def _body(self, sections: Iterable[SectionFace], ahead: int) -> tuple[_Flow, dict[int, int]]:
        flow = _Flow(self._columns, self._wide, self._page.height - _TOP - _BOTTOM_MARGIN)
        found: dict[int, int] = {}
        before = ""
        for section in sections:
            head = "" if section.delegation == before else section.delegation
            before = section.delegation
            texts = {"delegation": head, "sector": section.sector}
            title = flow.composed(_SECTION, texts)
            for at, group in enumerate(section.groups):
                entries = [flow.composed(_ENTRY, each) for each in _entries(group)]
                first = sum(height_of(each) + _AMONG for each in entries[:2])
                if at == 0:
                    flow.put(title, height_of(title) + _BETWEEN + first)
                pages = self._put_group(flow, group, entries)
                for each, page in zip(group.profiles, pages[-len(group.profiles) :], strict=True):
                    found[id(each)] = page + ahead
                flow.heads[-1] = section.delegation
        return flow, found

    @staticmethod
    def _put_group(flow: _Flow, group: GroupFace, entries: Sequence[Sequence[Line]]) -> list[int]:
        """Place what is said of an organisation and of its people; give the page of each."""
        pages = []
        for at, lines in enumerate(entries):
            together = height_of(lines)
            if at == 0 and len(entries) > 1:
                together += _AMONG + height_of(entries[1])
            elif at > 1 and not flow.has_room(together):
                flow.turn()
                again = flow.composed(_AGAIN, {"organisation": group.profiles[0].organisation})
                flow.put(again, height_of(again), _AMONG)
            pages.append(flow.put(lines, together, _BETWEEN if lines is entries[-1] else _AMONG))
        return pages

    def _draw(
        self, head: str, lines: Sequence[tuple[Line, Spot]], paper: Paper, _folio: Folio
    ) -> None:
        half = (self._right - LEFT) / 2
        paper.put(Box(LEFT, 12, half - 3, 5), LABEL, self._event)
        room = Box(LEFT + half, 12, half, 5)
        lead = compose(Block(room, {"head": LABEL}), {"head": head}, width)
        for line in lead:
            paper.write(line, Spot(room.width - line.width, 0))
        paper.rule(Spot(LEFT, 18.5), self._right - LEFT)
        for line, origin in lines:
            paper.write(line, origin)

    def _lists(self, title: str, rows: Sequence[_Row]) -> tuple[Draw, ...]:
        most = self._rows * len(self._columns)
        return tuple(
            partial(self._draw_list, title, rows[at : at + most])
            for at in range(0, len(rows), most)
        )

    def _draw_list(self, title: str, rows: Sequence[_Row], paper: Paper, _folio: Folio) -> None:
        said = " · ".join(filter(None, (self._event, self._where)))
        put_head(paper, said, title, self._right)
        for at, row in enumerate(rows):
            column, place = divmod(at, self._rows)
            x, y = self._columns[column], _LIST_TOP + place * _ROW
            style = row.style if row.pages else _HEADING
            wide = self._wide - _ROOM_OF_PAGES - row.indent
            room = Box(x + row.indent, y, wide, _ROW - 0.4)
            paper.set(Block(room, {"text": style}, sink=0.5), {"text": row.text})
            end = Box(room.right + 1, y, _ROOM_OF_PAGES - 1, _ROW - 0.4)
            paper.set(Block(end, {"pages": _ITEM}, sink=0.5), {"pages": row.pages})


def _entries(group: GroupFace) -> list[dict[str, str]]:
    """Say who somebody is; of several, first of their organisation what all of them say."""
    said = [_texts(each) for each in group.profiles]
    if len(said) == 1:
        return said
    alike = {name: text for name, text in said[0].items() if all(text == of[name] for of in said)}
    alike = {name: text for name, text in alike.items() if name not in _OWN}
    return [
        {**dict.fromkeys(_ENTRY, ""), **alike},
        *({**each, **dict.fromkeys(alike, "")} for each in said),
    ]


def _texts(each: ProfileFace) -> dict[str, str]:
    return {
        "organisation": each.organisation,
        "country": each.country,
        "networks": f"Member of {', '.join(each.networks)}" if each.networks else "",
        "strengths": f"Strong in: {', '.join(each.strengths)}" if each.strengths else "",
        "services": f"Services: {', '.join(each.services)}" if each.services else "",
        "tables": f"Table {', '.join(each.tables)}" if each.tables else "",
        "name": each.name,
        "function": each.function,
        "also": f"Also for {', '.join(each.also)}" if each.also else "",
        "sectors": ", ".join(each.sectors),
        "seeks": f"Looks for: {each.seeks}" if each.seeks else "",
        "offers": f"Offers: {each.offers}" if each.offers else "",
    }


def _index(title: str, pairs: Iterable[tuple[str, int]]) -> list[_Row]:
    """List what is named, once, with the pages it is on."""
    pages: dict[str, set[int]] = {}
    for text, page in pairs:
        if text:
            pages.setdefault(text, set()).add(page)
    # As people look for names: Åkervall stands with A, not after Z.
    listed = sorted(pages, key=lambda text: (fold(text), text))
    return [
        _Row(title),
        *(_Row(text, ", ".join(map(str, sorted(pages[text])))) for text in listed),
    ]
