"""What a printed PDF says, and whether all of it stands on its pages."""

from __future__ import annotations

from contextlib import closing

import pypdfium2

_MM = 25.4 / 72


def pages_of(pdf: bytes) -> list[str]:
    """Give what each page says, its lines joined by blanks."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def stands_within(pdf: bytes, margin: float) -> bool:
    """Tell whether all text of all pages keeps so far from their edges, in millimetres."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            text = page.get_textpage()
            for at in range(text.count_rects()):
                left, bottom, right, top = (_MM * each for each in text.get_rect(at))
                if min(left, bottom) < margin or right > page.get_width() * _MM - margin:
                    return False
                if top > page.get_height() * _MM - margin:
                    return False
    return True


def sizes_of(pdf: bytes) -> set[tuple[int, int]]:
    """Give the sizes of the pages in whole millimetres."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return {(round(w * _MM), round(h * _MM)) for w, h in (page.get_size() for page in document)}
