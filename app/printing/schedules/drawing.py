"""Schedules as PDF, drawn as design sheet 7c shows them: values in, pages out.

Importing this loads ReportLab and qrcode: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from app.printing.a4 import LABEL, LEFT, PAGE, RIGHT
from app.printing.badges import Occasion
from app.printing.bidi import reads_rightward
from app.printing.colour import Colour
from app.printing.document import Draw, Folio
from app.printing.fonts import as_printed, width
from app.printing.layout import Block, Box, Style, Symbol, Tone, Typeface
from app.printing.paper import Paper
from app.printing.schedules.faces import DayFace, LineFace, PauseFace, ScheduleFace
from app.printing.stock import Spot

_BAND = Box(0, 0, 6, PAGE.height)
_SYMBOL = Symbol(166, 15.7, dots=11)
_LOGO = Box(LEFT, 6.4, 60, 9.2)
_HEAD = Box(LEFT, 17.2, 138, 5.4)
_NAME = Box(LEFT, 26, 138, 30)
_EDITION = Box(150, 47, 43, 8)
_TITLE = Box(LEFT, 65.5, 120, 8.5)
_LABELS_AT, _ROWS_AT, _ROWS_END = 77.6, 84.0, 268.0
_FOOT = Box(LEFT, 272, 140, 11)
_PAGES = Box(150, 277.2, 43, 5)
_TIME, _TABLE, _PARTNER, _KIND = 20.0, 50.0, 80.0, 174.0
_ROOM_OF_TIME, _ROOM_OF_TABLE = _TABLE - _TIME - 4, _PARTNER - _TABLE - 4
_ROOM_OF_PARTNER, _ROOM_OF_KIND = _KIND - _PARTNER - 6, RIGHT - _KIND
_HAIR = 0.2

# Colours of the light theme: design/tokens.css.
_QUIET = Colour.parse("#F3F4F7")
_CHANGED = Colour.parse("#F1EBFC")
_NEUTRAL_BAND = Colour.parse("#CBD0D9")

_STYLES = {
    "time": Style((6.4, 5.6), Typeface.STRONG),
    "table": Style((10, 8, 6), Typeface.DISPLAY_STRONG, leading=1.1),
    "organisation": Style((4.8, 4.3), Typeface.STRONG, lines=2, leading=1.15),
    "person": Style((3.7,), tone=Tone.SOFT, leading=1.25),
    "changed": Style((3.7,), Typeface.STRONG, leading=1.25),
    "kind": Style((3.7,), Typeface.STRONG, Tone.SOFT),
    "pause_time": Style((4.2,), Typeface.STRONG, Tone.SOFT),
    "pause": Style((4,), tone=Tone.SOFT),
}


@dataclass(frozen=True, slots=True)
class _Height:
    """How high a row is if there is room, and how low it can be."""

    usual: float
    least: float


_LINE, _PAUSE = _Height(20, 14.5), _Height(11, 8)


@dataclass(frozen=True, slots=True)
class _Row:
    entry: LineFace | PauseFace
    height: float


@dataclass(frozen=True, slots=True)
class _Page:
    day: DayFace | None
    rows: tuple[_Row, ...]


class ScheduleDrawing:
    """Draws schedules: a day stands on a page of its own, if it fits."""

    def __init__(self, occasion: Occasion) -> None:
        self._event = as_printed(occasion.event)
        self._place_and_days = as_printed(occasion.place_and_days)

    def pages(self, face: ScheduleFace) -> tuple[Draw, ...]:
        """Give what draws the pages of a schedule."""
        return tuple(partial(self._draw, face, page) for page in _pages(face))

    def _draw(self, face: ScheduleFace, page: _Page, paper: Paper, folio: Folio) -> None:
        _Pen(paper, self._event, self._place_and_days).draw(face, page, folio)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws one page."""

    paper: Paper
    event: str
    place_and_days: str

    def draw(self, face: ScheduleFace, page: _Page, folio: Folio) -> None:
        self._head(face)
        self._foot(page.day.advice if page.day else "", folio)
        self._day(page, face.empty)

    def _head(self, face: ScheduleFace) -> None:
        self.paper.fill(_BAND, Colour.parse(face.colour) if face.colour else _NEUTRAL_BAND)
        self.paper.put_logo(_LOGO)
        # One after the other on one line, as far as they go.
        event = self.paper.put(_HEAD, Style((3.8, 3.4), Typeface.STRONG), self.event)
        beside = Box(event + 1.6, _HEAD.y, _HEAD.right - event - 1.6, _HEAD.height)
        if (
            self.place_and_days
            and beside.width > width(self.place_and_days, Typeface.REGULAR) * 3.8
        ):
            self.paper.put(beside, Style((3.8,), tone=Tone.FAINT), self.place_and_days)
        name = Style((14.4, 12, 10), Typeface.DISPLAY_STRONG, lines=2, leading=1.1, tracking=-0.02)
        organisation = Style((5.6, 4.8), lines=2, gap=0.8)
        block = Block(_NAME, {"name": name, "organisation": organisation}, sink=0.5, drop=4)
        self.paper.set(block, {"name": face.name, "organisation": face.organisation})
        self.paper.code(face.code, _SYMBOL)
        self.paper.put_right(_EDITION, LABEL, face.edition)
        below = Box(_EDITION.x, _EDITION.y + 4.2, _EDITION.width, 5)
        self.paper.put_right(below, LABEL, face.badge_number)

    def _day(self, page: _Page, empty: str) -> None:
        title = Style((6.2, 5.4), Typeface.STRONG)
        if page.day is None:
            self.paper.put(_TITLE, title, empty)
            self.paper.put(
                Box(LEFT, 77, 140, 12),
                Style((4.4,), tone=Tone.SOFT, lines=2),
                "Ask at any desk for a new schedule once a meeting is arranged.",
            )
            return
        self.paper.put(_TITLE, title, page.day.title)
        for x, label in ((_TIME, "Time"), (_TABLE, "Table"), (_PARTNER, "You meet")):
            self.paper.put(Box(x, _LABELS_AT, 40, 5), LABEL, label)
        self.paper.put(Box(_KIND, _LABELS_AT, _ROOM_OF_KIND, 5), LABEL, "Type")
        y, rules = _ROWS_AT, [_ROWS_AT]
        for row in page.rows:
            area = Box(LEFT, y, RIGHT - LEFT, row.height)
            if isinstance(row.entry, LineFace):
                self._line(row.entry, area)
            else:
                self._pause(row.entry, area)
            y += row.height
            rules.append(y)
        # Over the grounds of the rows, which would hide half of each.
        for rule in rules:
            self.paper.rule(Spot(LEFT, rule), RIGHT - LEFT)

    def _line(self, line: LineFace, area: Box) -> None:
        if line.changed:
            self.paper.fill(area, _CHANGED)
        self._middle(area, (_TIME, _ROOM_OF_TIME), "time", line.time)
        self._middle(area, (_TABLE, _ROOM_OF_TABLE), "table", line.table)
        self._middle(area, (_KIND, _ROOM_OF_KIND), "kind", line.kind)
        texts = {"organisation": line.organisation, "person": line.person}
        beside = f" · {line.changed}" if line.person and line.changed else ""
        size = _STYLES["changed"].sizes[0]
        room_beside = width(line.person, Typeface.REGULAR) + width(beside, Typeface.STRONG)
        # What reads leftward ends where the next words would stand.
        if room_beside * size > _ROOM_OF_PARTNER or not reads_rightward(line.person):
            beside = ""
        if line.changed and not beside:
            texts["changed"] = line.changed
        room = Box(_PARTNER, area.y + 0.8, _ROOM_OF_PARTNER, area.height - 1.6)
        block = Block(room, {name: _STYLES[name] for name in texts}, sink=0.5)
        lines = self.paper.set(block, texts)
        if beside:
            after = replace(lines[-1], text=beside, x=lines[-1].x + lines[-1].width)
            self.paper.write(replace(after, style=_STYLES["changed"]))

    def _pause(self, pause: PauseFace, area: Box) -> None:
        self.paper.fill(area, _QUIET)
        self._middle(area, (_TIME, _ROOM_OF_TIME), "pause_time", pause.time)
        self._middle(area, (_PARTNER, _ROOM_OF_PARTNER), "pause", pause.words)

    def _foot(self, advice: str, folio: Folio) -> None:
        right = "Is this still right?"
        style = Style((3.6,), Typeface.STRONG)
        end = self.paper.put(_FOOT, style, right)
        beside = Box(end + 1.2, _FOOT.y, _FOOT.right - end, 5)
        self.paper.put(
            beside, Style((3.6,), tone=Tone.SOFT), "Hold the code above to the scanner at any desk."
        )
        below = Box(_FOOT.x, _FOOT.y + 5.2, _FOOT.width, 5)
        if advice:
            self.paper.put(below, Style((3.6,), tone=Tone.SOFT), advice)
        self.paper.put_right(_PAGES, LABEL, folio.words_if_several)

    def _middle(self, area: Box, column: tuple[float, float], style: str, text: str) -> None:
        x, room = column
        block = Block(Box(x, area.y, room, area.height), {style: _STYLES[style]}, sink=0.5)
        self.paper.set(block, {style: text})


def _pages(face: ScheduleFace) -> Iterator[_Page]:
    """Yield the pages of a schedule: rows shrink before a day needs a second one."""
    for day in face.days:
        yield from _pages_of(day)
    if not face.days:
        yield _Page(None, ())


def _pages_of(day: DayFace) -> Iterator[_Page]:
    room = _ROWS_END - _ROWS_AT
    heights = [_LINE if isinstance(each, LineFace) else _PAUSE for each in day.entries]
    usual, least = (sum(get) for get in zip(*((h.usual, h.least) for h in heights), strict=True))
    share = min(1.0, max(0.0, (room - least) / (usual - least)))
    rows: list[_Row] = []
    for entry, height in zip(day.entries, heights, strict=True):
        high = height.least + share * (height.usual - height.least)
        if sum(row.height for row in rows) + high > room + _HAIR:
            yield _Page(day, tuple(rows))
            rows = []
        rows.append(_Row(entry, high))
    yield _Page(day, tuple(rows))
