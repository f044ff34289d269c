"""The announcer's list on A4: whom to call, and where they go now, short enough to read aloud.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from app.event.facts import EventFacts
from app.files import written_whole
from app.floor.telling import ToTell
from app.journal.journal import Journal
from app.printing.badges import TONES
from app.printing.colour import Colour
from app.printing.fitting import Line, compose
from app.printing.fonts import as_printed, width
from app.printing.jobs import keep_from_event
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.paper import Paper
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.slips.faces import ChangeFace, change_face
from app.printing.stock import Size, Spot

_PAGE = Size(210, 297)
_CORNER = Spot(0, 0)
_LEFT, _RIGHT = 20.0, 193.0
_TOP, _BOTTOM = 46.0, 276.0
_NAME, _TIME, _TABLE, _SAID = 20.0, 92.0, 115.0, 138.0
_ROW = 16.0
_HAIR = 0.2
_RULE = Colour.parse("#CBD0D9")

_LABEL = Style((3.3,), tone=Tone.FAINT)
_STRONG = Style((5.2, 4.6, 4.2), Typeface.STRONG, lines=2, leading=1.1)
_SOFT = Style((3.8,), tone=Tone.SOFT, lines=2, leading=1.2)
_LARGE = Style((6.4, 5.4, 4.4), Typeface.DISPLAY_STRONG, lines=2, leading=1.1)

Row = tuple[str, str, ChangeFace]
"""Name and organisation of somebody, and one change."""


def write_list(
    journal: Journal, facts: EventFacts, found: tuple[date, Sequence[ToTell]], file: Path
) -> int:
    """Write who must be told on a day as a PDF, most urgent first; give how many pages it has.

    Raises:
        FileNotWritten: The file can't be written, or is the event itself.
    """
    keep_from_event(journal, file)
    day, whom = found
    maker = FaceMaker(facts.zone)
    rows = [row for each in whom for row in _rows(maker, each)]
    drawn_at = (journal.said_at or journal.clock()).astimezone(facts.zone)
    stream = io.BytesIO()
    pages = _write(stream, as_printed(facts.name), f"{day_title(day)}, {drawn_at:%H:%M}", rows)
    with written_whole(file) as out:
        out.write(stream.getvalue())
    return pages


def _rows(maker: FaceMaker, one: ToTell) -> Sequence[Row]:
    who = one.person.who
    names = (
        maker.shown(who.name, who.badge_number, who.name, "name", who.badge_number),
        maker.shown(who.organisation, who.badge_number, who.name, "organisation", ""),
    )
    return [(*names, change_face(maker, each)) for each in one.changes]


def _write(stream: BinaryIO, event: str, when: str, rows: Sequence[Row]) -> int:
    most = int((_BOTTOM - _TOP) / _ROW)
    pages = [rows[start : start + most] for start in range(0, len(rows), most)] or [[]]
    paper = Paper(stream, _PAGE, title=event)
    for number, page in enumerate(pages, start=1):
        _head(paper, event, when)
        for at, row in enumerate(page):
            goes_on = at > 0 and page[at - 1][:2] == row[:2]
            y = _TOP + at * _ROW
            _rule(paper, y, _TIME if goes_on else _LEFT)
            _row(paper, row if not goes_on else ("", "", row[2]), y)
        _rule(paper, _TOP + len(page) * _ROW)
        if not rows:
            _put(paper, Box(_LEFT, _TOP + 3, 170, 8), _STRONG, "Nobody must be told of anything.")
        said = f"Page {number} of {len(pages)}"
        wide = width(said, Typeface.REGULAR) * _LABEL.sizes[0]
        _put(paper, Box(_RIGHT - wide - 0.1, 281, wide + 0.2, 5), _LABEL, said)
        paper.turn()
    paper.finish()
    return len(pages)


def _head(paper: Paper, event: str, when: str) -> None:
    _put(paper, Box(_LEFT, 14, 170, 5.4), Style((3.8,), Typeface.STRONG), f"{event}, {when}")
    _put(paper, Box(_LEFT, 21, 170, 12), Style((9,), Typeface.DISPLAY_STRONG), "To announce")
    for x, label in ((_NAME, "Call"), (_TIME, "Now"), (_TABLE, "Table"), (_SAID, "With")):
        _put(paper, Box(x, _TOP - 6.5, 40, 5), _LABEL, label)


def _row(paper: Paper, row: Row, y: float) -> None:
    name, organisation, change = row
    high = _ROW - 1
    texts = {"name": name, "organisation": organisation}
    block = Block(
        Box(_NAME, y + 0.5, _TIME - _NAME - 4, high),
        {"name": _STRONG, "organisation": _SOFT},
        sink=0.5,
    )
    _compose(paper, block, texts)
    for x, wide, text in (
        (_TIME, _TABLE - _TIME - 2, change.time),
        (_TABLE, _SAID - _TABLE - 3, change.table),
    ):
        block = Block(Box(x, y + 0.5, wide, high), {"text": _LARGE}, sink=0.5)
        for line in _compose(paper, block, {"text": text}):
            if change.is_off:
                paper.strike(line, _CORNER, TONES[Tone.INK])
    said = f"{change.word}, was {change.was}" if change.was else change.word
    block = Block(
        Box(_SAID, y + 0.5, _RIGHT - _SAID, high),
        {"whom": Style((4.2, 3.6), Typeface.STRONG, lines=3, leading=1.1), "said": _SOFT},
        sink=0.5,
    )
    _compose(paper, block, {"whom": change.organisation, "said": said})


def _put(paper: Paper, box: Box, style: Style, text: str) -> None:
    _compose(paper, Block(box, {"text": style}), {"text": text})


def _compose(paper: Paper, block: Block, texts: dict[str, str]) -> tuple[Line, ...]:
    lines = compose(block, texts, width)
    for line in lines:
        paper.write(line, _CORNER, TONES[line.style.tone])
    return lines


def _rule(paper: Paper, y: float, start: float = _LEFT) -> None:
    paper.fill(Box(start, y - _HAIR / 2, _RIGHT - start, _HAIR), _RULE)
