"""The card that scanners are tested with, on a page of A6.

Importing this loads ReportLab: callers import it where they write.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from app.files import written_whole
from app.printing.fonts import usual
from app.printing.layout import Typeface
from app.printing.qr import modules_of_text, outline

_WIDTH, _HEIGHT = 105 * mm, 148 * mm
_MARGIN = 12 * mm
_CODE = 64 * mm
_TITLE_SIZE, _SIZE, _LEADING = 16, 9.5, 13


def write_scanner_card(file: Path, text: str, title: str, advice: Sequence[str]) -> None:
    """Write the card as a PDF: title, code, and below it what to do, a paragraph each.

    Raises:
        FileNotWritten: The system did not let us.
    """
    plain = usual()
    with written_whole(file) as stream:
        page = Canvas(stream, pagesize=(_WIDTH, _HEIGHT), invariant=1, initialFontName=plain)
        page.setTitle(title)
        page.setFont(usual(Typeface.STRONG), _TITLE_SIZE)
        page.drawString(_MARGIN, _HEIGHT - 18 * mm, title)
        bottom = _HEIGHT - 26 * mm - _CODE
        _draw_code(page, text, bottom)
        lines = page.beginText(_MARGIN, bottom - 10 * mm)
        lines.setFont(plain, _SIZE, leading=_LEADING)
        for paragraph in advice:
            for each in simpleSplit(paragraph, plain, _SIZE, _WIDTH - 2 * _MARGIN):
                lines.textLine(each)
            lines.moveCursor(0, _LEADING / 2)
        page.drawText(lines)
        page.save()


def _draw_code(page: Canvas, text: str, bottom: float) -> None:
    rows = modules_of_text(text)
    module, left = _CODE / len(rows), (_WIDTH - _CODE) / 2
    page.addLiteral(
        f"q {module:.4f} 0 0 {module:.4f} {left:.4f} {bottom:.4f} cm 0 g {outline(rows)} f Q"
    )
