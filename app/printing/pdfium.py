"""Finished PDFs as pdfium reads them: the one way to it, since it serves one thread at a time.

Importing this loads pdfium: callers import it where they need it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_ubyte
from pathlib import Path
from threading import Lock
from typing import Final

import pypdfium2
from pypdfium2 import raw

from app.printing.stock import Size

ALONE: Final = Lock()
"""Held by whoever calls pdfium, also to let go of what it made; never while calling others."""
POINT_MM: Final = 25.4 / 72
BYTES_A_DOT: Final = 4


class OpenPage:
    """A page that any thread may look at; while one does, all others wait."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        width, height = page.get_size()
        self.size = Size(width * POINT_MM, height * POINT_MM)
        """As it is seen: turned, where the page says so. In millimetres."""

    def paint(self, into: memoryview, width: int, top: int, page_height: int) -> None:
        """Paint rows of the page over what ``into`` holds, however many it has room for.

        Args:
            into: Writable, ``width`` times BYTES_A_DOT for each row: blue, green, red, unused.
            width: Of the whole page, in dots.
            top: The first row, from the page's top.
            page_height: Of the whole page, in dots.
        """
        dots = (c_ubyte * into.nbytes).from_buffer(into)
        rows = into.nbytes // (width * BYTES_A_DOT)
        with ALONE:
            band = pypdfium2.PdfBitmap.new_native(width, rows, raw.FPDFBitmap_BGRx, buffer=dots)
            try:
                raw.FPDF_RenderPageBitmap(band, self._page, 0, -top, width, page_height, 0, 0)
            finally:
                band.close()


class OpenPdf:
    """A PDF whose pages any thread may open."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document
        self.pages = len(document)

    @contextmanager
    def page(self, number: int) -> Iterator[OpenPage]:
        """Open a page, from 0."""
        with ALONE:
            page = self._document[number]
            opened = OpenPage(page)
        try:
            yield opened
        finally:
            with ALONE:
                page.close()


@contextmanager
def opened(pdf: bytes | Path) -> Iterator[OpenPdf]:
    """Open a PDF that the program made itself."""
    with ALONE:
        document = pypdfium2.PdfDocument(pdf)
        whole = OpenPdf(document)
    try:
        yield whole
    finally:
        with ALONE:
            document.close()
