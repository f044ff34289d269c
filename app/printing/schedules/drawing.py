"""Schedules as PDF, drawn as design sheet 7c shows them: values in, pages out.

Importing this loads ReportLab and qrcode: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from app.printing.badges import TONES, Occasion
from app.printing.colour import Colour
from app.printing.fitting import compose
from app.printing.fonts import as_printed, width
from app.printing.layout import Block, Box, Style, Symbol, Tone, Typeface
from app.printing.paper import Paper
from app.printing.schedules.faces import DayFace, LineFace, PauseFace, ScheduleFace
from app.printing.stock import Size, Spot
from app.progress import Progress, Report, unheard

PAGE = Size(210, 297)
"""A4, upright."""

_REPORT_EVERY = 20
_CORNER = Spot(0, 0)
_LEFT, _RIGHT = 20.0, 193.0
_BAND = Box(0, 0, 6, PAGE.height)
_SYMBOL = Symbol(166, 15.7, dots=11)
_HEAD = Box(_LEFT, 17.2, 138, 5.4)
_NAME = Box(_LEFT, 26, 138, 30)
_EDITION = Box(150, 47, 43, 8)
_TITLE = Box(_LEFT, 65.5, 120, 8.5)
_LABELS_AT, _ROWS_AT, _ROWS_END = 77.6, 84.0, 268.0
_FOOT = Box(_LEFT, 272, 140, 11)
_PAGES = Box(150, 277.2, 43, 5)
_TIME, _TABLE, _PARTNER, _KIND = 20.0, 50.0, 80.0, 174.0
_ROOM_OF_TIME, _ROOM_OF_TABLE = _TABLE - _TIME - 4, _PARTNER - _TABLE - 4
_ROOM_OF_PARTNER, _ROOM_OF_KIND = _KIND - _PARTNER - 6, _RIGHT - _KIND
_HAIR = 0.2

# Colours of the light theme: design/tokens.css.
_RULE = Colour.parse("#CBD0D9")
_QUIET = Colour.parse("#F3F4F7")
_CHANGED = Colour.parse("#F1EBFC")
_NEUTRAL_BAND = Colour.parse("#CBD0D9")

_LABEL = Style((3.3,), tone=Tone.FAINT)
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


def write_schedules(
    file: BinaryIO,
    faces: Sequence[ScheduleFace],
    occasion: Occasion,
    report: Report = unheard,
) -> int:
    """Write the schedules as one PDF, each on pages of its own, a day on a page if it fits.

    The file is not touched before all is drawn, so a report that stops the work leaves it as it
    was.

    Returns:
        How many pages the PDF has.

    Raises:
        ValueError: There is no schedule, or a code or colour is not in its form.
    """
    if not faces:
        raise ValueError("there is no schedule to write")
    title = as_printed(occasion.event)
    paper = Paper(file, PAGE, title=title)
    press = _Press(paper, title, as_printed(occasion.place_and_days))
    pages = 0
    for done, face in enumerate(faces, start=1):
        pages += press.schedule(face)
        if done % _REPORT_EVERY == 0 or done == len(faces):
            report(Progress(done, len(faces)))
    paper.finish()
    return pages


@dataclass(frozen=True, slots=True)
class _Press:
    """Puts schedules on pages."""

    paper: Paper
    event: str
    place_and_days: str

    def schedule(self, face: ScheduleFace) -> int:
        pages = tuple(_pages(face))
        for number, page in enumerate(pages, start=1):
            self._head(face)
            self._foot(page.day.advice if page.day else "", number, len(pages))
            self._day(page, face.empty)
            self.paper.turn()
        return len(pages)

    def _head(self, face: ScheduleFace) -> None:
        self.paper.fill(_BAND, Colour.parse(face.colour) if face.colour else _NEUTRAL_BAND)
        # One after the other on one line, as far as they go.
        event = self._write(_HEAD, Style((3.8, 3.4), Typeface.STRONG), self.event)
        beside = Box(event + 1.6, _HEAD.y, _HEAD.right - event - 1.6, _HEAD.height)
        if (
            self.place_and_days
            and beside.width > width(self.place_and_days, Typeface.REGULAR) * 3.8
        ):
            self._write(beside, Style((3.8,), tone=Tone.FAINT), self.place_and_days)
        name = Style((14.4, 12, 10), Typeface.DISPLAY_STRONG, lines=2, leading=1.1, tracking=-0.02)
        organisation = Style((5.6, 4.8), lines=2, gap=0.8)
        block = Block(_NAME, {"name": name, "organisation": organisation}, sink=0.5, drop=4)
        self._compose(block, {"name": face.name, "organisation": face.organisation})
        self.paper.code(face.code, _SYMBOL, _CORNER)
        self._write_right(_EDITION, _LABEL, face.edition)
        below = Box(_EDITION.x, _EDITION.y + 4.2, _EDITION.width, 5)
        self._write_right(below, _LABEL, face.badge_number)

    def _day(self, page: _Page, empty: str) -> None:
        title = Style((6.2, 5.4), Typeface.STRONG)
        if page.day is None:
            self._write(_TITLE, title, empty)
            self._write(
                Box(_LEFT, 77, 140, 12),
                Style((4.4,), tone=Tone.SOFT, lines=2),
                "Ask at any desk for a new schedule once a meeting is arranged.",
            )
            return
        self._write(_TITLE, title, page.day.title)
        for x, label in ((_TIME, "Time"), (_TABLE, "Table"), (_PARTNER, "You meet")):
            self._write(Box(x, _LABELS_AT, 40, 5), _LABEL, label)
        self._write(Box(_KIND, _LABELS_AT, _ROOM_OF_KIND, 5), _LABEL, "Type")
        y, rules = _ROWS_AT, [_ROWS_AT]
        for row in page.rows:
            area = Box(_LEFT, y, _RIGHT - _LEFT, row.height)
            if isinstance(row.entry, LineFace):
                self._line(row.entry, area)
            else:
                self._pause(row.entry, area)
            y += row.height
            rules.append(y)
        # Over the grounds of the rows, which would hide half of each.
        for rule in rules:
            self._rule(rule)

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
        if beside and room_beside * size > _ROOM_OF_PARTNER:
            beside = ""
        if line.changed and not beside:
            texts["changed"] = line.changed
        room = Box(_PARTNER, area.y + 0.8, _ROOM_OF_PARTNER, area.height - 1.6)
        block = Block(room, {name: _STYLES[name] for name in texts}, sink=0.5)
        lines = compose(block, texts, width)
        for each in lines:
            self.paper.write(each, _CORNER, TONES[each.style.tone])
        if beside:
            after = replace(lines[-1], text=beside, x=lines[-1].x + lines[-1].width)
            self.paper.write(replace(after, style=_STYLES["changed"]), _CORNER, TONES[Tone.INK])

    def _pause(self, pause: PauseFace, area: Box) -> None:
        self.paper.fill(area, _QUIET)
        self._middle(area, (_TIME, _ROOM_OF_TIME), "pause_time", pause.time)
        self._middle(area, (_PARTNER, _ROOM_OF_PARTNER), "pause", pause.words)

    def _foot(self, advice: str, number: int, pages: int) -> None:
        right = "Is this still right?"
        style = Style((3.6,), Typeface.STRONG)
        end = self._write(_FOOT, style, right)
        beside = Box(end + 1.2, _FOOT.y, _FOOT.right - end, 5)
        self._write(
            beside, Style((3.6,), tone=Tone.SOFT), "Hold the code above to the scanner at any desk."
        )
        below = Box(_FOOT.x, _FOOT.y + 5.2, _FOOT.width, 5)
        if advice:
            self._write(below, Style((3.6,), tone=Tone.SOFT), advice)
        if pages > 1:
            self._write_right(_PAGES, _LABEL, f"Page {number} of {pages}")

    def _middle(self, area: Box, column: tuple[float, float], style: str, text: str) -> None:
        x, room = column
        block = Block(Box(x, area.y, room, area.height), {style: _STYLES[style]}, sink=0.5)
        self._compose(block, {style: text})

    def _write(self, box: Box, style: Style, text: str) -> float:
        """Write a text on the upper edge of a box; give where it ends."""
        return self._compose(Block(box, {"text": style}), {"text": text})

    def _write_right(self, box: Box, style: Style, text: str) -> None:
        room = width(text, style.typeface) * style.sizes[0]
        self._write(
            Box(max(box.right - room - 0.1, box.x), box.y, room + 0.2, box.height), style, text
        )

    def _compose(self, block: Block, texts: dict[str, str]) -> float:
        end = block.box.x
        for line in compose(block, texts, width):
            self.paper.write(line, _CORNER, TONES[line.style.tone])
            end = max(end, line.x + line.width)
        return end

    def _rule(self, y: float) -> None:
        self.paper.fill(Box(_LEFT, y - _HAIR / 2, _RIGHT - _LEFT, _HAIR), _RULE)


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
