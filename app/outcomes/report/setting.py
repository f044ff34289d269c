"""How texts of a report are set, and how high they are.

Importing this loads ReportLab: callers import it where they draw.
"""

from __future__ import annotations

from functools import lru_cache

from app.printing.a4 import LEFT, PAGE, RIGHT
from app.printing.colour import Colour
from app.printing.fitting import Line, compose
from app.printing.fonts import width
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.paper import Paper
from app.printing.stock import Spot

WIDE = RIGHT - LEFT
GUTTER = 9.0
TOP, BOTTOM = 26.0, PAGE.height - 22.0
"""What a report says stands between these; its head and foot beyond them."""

HEADING = Style((6.2, 5.4), Typeface.DISPLAY_STRONG, lines=2, leading=1.15)
LEAD = Style((4.3,), lines=60, leading=1.42)
PROSE = Style((3.5,), tone=Tone.SOFT, lines=60, leading=1.35)
TITLE = Style((3.8,), Typeface.STRONG, lines=6, leading=1.22)
LABEL = Style((3.2,), lines=2, leading=1.05)
SOFT = Style((3.2,), tone=Tone.SOFT)
VALUE = Style((3.3,), Typeface.STRONG)
SMALL = Style((3.0,), tone=Tone.FAINT, lines=6, leading=1.25)
NUMBER = Style((9.5, 8, 6.5), Typeface.DISPLAY_STRONG)
CELL = Style((3.2,), lines=6, leading=1.2)
HEAD = Style((3.0,), tone=Tone.FAINT)

# Blue and vermilion are told apart by whoever sees no red or no green: Okabe and Ito, 2008.
BLUE = Colour.parse("#0A5EA8")
VERMILION = Colour.parse("#C24A00")
GREY = Colour.parse("#5C6573")
PALE = Colour.parse("#E4E7EC")

_ENDLESS = 100_000.0
_BELOW = 0.38
_REMEMBERED = 4_000


@lru_cache(_REMEMBERED)
def lines_of(text: str, style: Style, wide: float) -> tuple[Line, ...]:
    """Set a text as wide as there is room, from its upper left corner."""
    return compose(Block(Box(0, 0, wide, _ENDLESS), {"text": style}), {"text": text}, width)


def height_of(text: str, style: Style, wide: float) -> float:
    """Give how high a text is when it is set so wide; a blank one is not."""
    lines = lines_of(text, style, wide)
    return lines[-1].baseline + lines[-1].size * _BELOW if lines else 0.0


def write(paper: Paper, text: str, style: Style, corner: Spot, wide: float) -> None:
    """Write a text from its upper left corner."""
    for line in lines_of(text, style, wide):
        paper.write(line, corner)


def write_in(paper: Paper, text: str, style: Style, box: Box, sink: float = 0.5) -> None:
    """Write a text in the middle of a box's height, smaller if it needs to be."""
    paper.set(Block(box, {"text": style}, sink=sink), {"text": text})


def room_of(text: str, style: Style) -> float:
    """Give how wide a text is on one line."""
    return width(text, style.typeface) * style.sizes[0]
