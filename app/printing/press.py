"""Makes one PDF of a document, whatever it holds.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

import io

from app.printing import a4
from app.printing.document import Document, Folio, Part, edition_words
from app.printing.drawn import Drawn, DrawnPart
from app.printing.layout import Box
from app.printing.paper import Paper
from app.progress import Progress, Report, unheard

_REPORT_EVERY = 20
_FOOT_UP, _FOOT_HIGH = 16.0, 5.0
_ROOM_OF_NUMBER = 40.0


def press(document: Document, report: Report = unheard) -> Drawn:
    """Draw a document. The same one gives the same bytes.

    Raises:
        ValueError: It has no page, or a code or colour is not in its form.
        Cancelled: ``report`` stopped it.
    """
    file = io.BytesIO()
    paper = Paper(file, document.page, document.title, mono=document.mono)
    paper.take_logo(document.logo)
    parts: list[DrawnPart] = []
    done = told = 0
    for part in document.parts:
        _put(paper, document, part)
        parts.append(DrawnPart(len(part.pages), part.deeds, part.version))
        done += part.items
        if done - told >= _REPORT_EVERY or done == document.items:
            told = done
            report(Progress(done, document.items))
    if not parts:
        raise ValueError("there is no page to draw")
    paper.finish()
    return Drawn(file.getvalue(), document.items, tuple(parts), document.unprintable)


def _put(paper: Paper, document: Document, part: Part) -> None:
    for number, draw in enumerate(part.pages, start=1):
        folio = Folio(number, len(part.pages))
        draw(paper, folio)
        if document.drawn_at is not None:
            edition = edition_words(part.version, document.drawn_at)
            _foot(paper, f"{document.title} · {edition}", folio.words)
        paper.turn()


def _foot(paper: Paper, said: str, number: str) -> None:
    y, right = paper.page.height - _FOOT_UP, paper.page.width - (a4.PAGE.width - a4.RIGHT)
    start = right - _ROOM_OF_NUMBER
    paper.put(Box(a4.LEFT, y, start - a4.LEFT, _FOOT_HIGH), a4.LABEL, said)
    paper.put_right(Box(start, y, _ROOM_OF_NUMBER, _FOOT_HIGH), a4.LABEL, number)
