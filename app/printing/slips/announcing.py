"""The announcer's list on A4: whom to call, and where they go now, short enough to read aloud.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from app.event.facts import EventFacts
from app.floor.telling import ToTell
from app.printing.a4 import LABEL, LEFT, PAGE, RIGHT
from app.printing.document import Document, Folio, Part
from app.printing.fonts import as_printed
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.pages import put_logo
from app.printing.paper import Paper
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.slips.faces import ChangeFace, change_face
from app.printing.stock import Spot

_TOP, _BOTTOM = 46.0, 276.0
_NAME, _TIME, _TABLE, _SAID = 20.0, 92.0, 115.0, 138.0
_ROW = 16.0

_STRONG = Style((5.2, 4.6, 4.2), Typeface.STRONG, lines=2, leading=1.1)
_SOFT = Style((3.8,), tone=Tone.SOFT, lines=2, leading=1.2)
_LARGE = Style((6.4, 5.4, 4.4), Typeface.DISPLAY_STRONG, lines=2, leading=1.1)

Row = tuple[str, str, ChangeFace]
"""Name and organisation of somebody, and one change."""


def list_document(
    facts: EventFacts, day: date, whom: Sequence[ToTell], drawn_at: datetime
) -> Document:
    """Lay out who must be told on a day, most urgent first; ``drawn_at`` is a time at the venue."""
    maker = FaceMaker(facts.zone)
    rows = [row for each in whom for row in _rows(maker, each)]
    event = as_printed(facts.name)
    said = f"{event}, {day_title(day)}, {drawn_at:%H:%M}"
    most = int((_BOTTOM - _TOP) / _ROW)
    pages = [rows[start : start + most] for start in range(0, len(rows), most)] or [[]]
    part = Part([partial(_draw, said, page) for page in pages], items=len(rows))
    return Document(
        event, PAGE, len(rows), (part,), unprintable=maker.unprintable, drawn_at=drawn_at
    )


def _rows(maker: FaceMaker, one: ToTell) -> Sequence[Row]:
    who = one.person.who
    names = (
        maker.shown(who.name, who.badge_number, who.name, "name", who.badge_number),
        maker.shown(who.organisation, who.badge_number, who.name, "organisation", ""),
    )
    return [(*names, change_face(maker, each)) for each in one.changes]


def _draw(said: str, rows: Sequence[Row], paper: Paper, _folio: Folio) -> None:
    _head(paper, said)
    for at, row in enumerate(rows):
        goes_on = at > 0 and rows[at - 1][:2] == row[:2]
        y = _TOP + at * _ROW
        _rule(paper, y, _TIME if goes_on else LEFT)
        _row(paper, row if not goes_on else ("", "", row[2]), y)
    _rule(paper, _TOP + len(rows) * _ROW)
    if not rows:
        paper.put(Box(LEFT, _TOP + 3, 170, 8), _STRONG, "Nobody must be told of anything.")


def _head(paper: Paper, said: str) -> None:
    logo = put_logo(paper)
    end = logo.x - 3 if logo else RIGHT
    paper.put(Box(LEFT, 14, end - LEFT, 5.4), Style((3.8,), Typeface.STRONG), said)
    paper.put(Box(LEFT, 21, 170, 12), Style((9,), Typeface.DISPLAY_STRONG), "To announce")
    for x, label in ((_NAME, "Call"), (_TIME, "Now"), (_TABLE, "Table"), (_SAID, "With")):
        paper.put(Box(x, _TOP - 6.5, 40, 5), LABEL, label)


def _row(paper: Paper, row: Row, y: float) -> None:
    name, organisation, change = row
    high = _ROW - 1
    texts = {"name": name, "organisation": organisation}
    block = Block(
        Box(_NAME, y + 0.5, _TIME - _NAME - 4, high),
        {"name": _STRONG, "organisation": _SOFT},
        sink=0.5,
    )
    paper.set(block, texts)
    for x, wide, text in (
        (_TIME, _TABLE - _TIME - 2, change.time),
        (_TABLE, _SAID - _TABLE - 3, change.table),
    ):
        block = Block(Box(x, y + 0.5, wide, high), {"text": _LARGE}, sink=0.5)
        for line in paper.set(block, {"text": text}):
            if change.is_off:
                paper.strike(line)
    said = f"{change.word}, was {change.was}" if change.was else change.word
    if not change.table and change.person:
        # A session has its room here, for that is no table.
        said = f"{change.person}. {said}"
    block = Block(
        Box(_SAID, y + 0.5, RIGHT - _SAID, high),
        {"whom": Style((4.2, 3.6), Typeface.STRONG, lines=3, leading=1.1), "said": _SOFT},
        sink=0.5,
    )
    paper.set(block, {"whom": change.organisation, "said": said})


def _rule(paper: Paper, y: float, start: float = LEFT) -> None:
    paper.rule(Spot(start, y), RIGHT - start)
