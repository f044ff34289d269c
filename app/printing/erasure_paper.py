"""The proof of an erasure on A4, to be signed and filed.

Importing this loads ReportLab: callers import it where they write.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from app.files import written_whole
from app.printing.fonts import usual
from app.printing.layout import Typeface

_MARGIN, _INDENT = 22 * mm, 5 * mm
_TITLE_SIZE, _SIZE, _LEADING = 18, 10, 14.5
_LOWEST = 25 * mm


def write_paper(file: Path, title: str, lines: Sequence[str]) -> None:
    """Write the paper: a title, and the lines below it; those that begin with blanks are indented.

    Raises:
        FileNotWritten: The system did not let us.
    """
    plain, strong = usual(), usual(Typeface.STRONG)
    width, height = A4
    with written_whole(file) as stream:
        page = Canvas(stream, pagesize=A4, invariant=1, initialFontName=plain)
        page.setTitle(title)
        page.setFont(strong, _TITLE_SIZE)
        page.drawString(_MARGIN, height - _MARGIN - 4 * mm, title)
        y = height - _MARGIN - 16 * mm
        for line in lines:
            is_entry = line.startswith(" ")
            left = _MARGIN + (_INDENT if is_entry else 0)
            y -= 0 if is_entry else _LEADING / 2
            for each in simpleSplit(line.strip(), plain, _SIZE, width - left - _MARGIN):
                if y < _LOWEST:
                    page.showPage()
                    y = height - _MARGIN
                page.setFont(strong if line.endswith(":") else plain, _SIZE)
                page.drawString(left, y, each)
                y -= _LEADING
        page.save()
