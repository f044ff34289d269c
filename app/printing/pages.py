"""The pages of papers without a version, in millimetres, and the head and foot they share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from app.printing.a4 import LABEL, LEFT, PAGE, RIGHT
from app.printing.document import edition_words
from app.printing.layout import Align, Box, Style, Typeface
from app.printing.paper import Paper
from app.printing.sheets import A3, A4, A5, ROLL_102
from app.printing.stock import Size

UPRIGHT: Mapping[str, Size] = MappingProxyType(
    {A4: PAGE, A5: Size(148, 210), ROLL_102: Size(102, 60)}
)
ACROSS: Mapping[str, Size] = MappingProxyType(
    {A3: Size(420, 297), A4: Size(297, 210), A5: Size(210, 148)}
)

_MARGIN = PAGE.width - RIGHT
_LOGO = Size(48, 10.4)
_EVENT = Style((3.8, 3.4, 3), Typeface.STRONG)
_TITLE = Style((9, 7.6, 6.4), Typeface.DISPLAY_STRONG)


def put_head(paper: Paper, event: str, title: str, right: float, margin: float = _MARGIN) -> None:
    """Write the event and what the page is about, as far as ``right``; put the logo above."""
    end = right
    if logo := put_logo(paper, margin):
        end = min(right, logo.x - 3)
    paper.put(Box(LEFT, 12, end - LEFT, 5), _EVENT, event)
    paper.put(Box(LEFT, 17.6, right - LEFT, 11.4), _TITLE, title)


def put_logo(paper: Paper, margin: float = _MARGIN) -> Box | None:
    """Put the logo into the upper right corner, so far from the edge, above titles."""
    corner = Box(paper.page.width - margin - _LOGO.width, 7, *_LOGO)
    return paper.put_logo(corner, Align.RIGHT)


def put_foot(paper: Paper, event: str, drawn_at: datetime, number: str, right: float) -> None:
    """Write at the foot when the page was drawn, a time at the venue, and which page it is."""
    y, room = paper.page.height - 12, (right - LEFT) / 2
    paper.put(Box(LEFT, y, room - 3, 5), LABEL, f"{event} · {edition_words(0, drawn_at)}")
    paper.put_right(Box(LEFT + room, y, room, 5), LABEL, number)
