"""The pages of a finished PDF, as a printer needs them.

Importing this loads pdfium: callers import it where they print.
"""

from __future__ import annotations

import io
from ctypes import byref

import pypdfium2
from pypdfium2 import raw

from app.printers.choices import Fit
from app.printing.pdfium import ALONE, POINT_MM, opened
from app.printing.stock import Size

_A_LITTLE_MM = 1.0
_NAMED = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "A6": (105, 148)} | {
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
}


def media_of(pdf: bytes) -> str:
    """Give the word of CUPS for the paper of the first page."""
    with opened(pdf) as document, document.page(0) as page:
        width, height = page.size
    for name, (across, down) in _NAMED.items():
        # Paper lies in its tray one way, whichever way round a page is written on it.
        off = max(abs(min(width, height) - across), abs(max(width, height) - down))
        if off < _A_LITTLE_MM:
            return name
    return f"Custom.{width:.1f}x{height:.1f}mm"


def fitted(pdf: bytes, fit: Fit) -> bytes:
    """Move, scale and turn what stands on each page; the paper keeps its size.

    Scaling leaves the middle of the page where it is. Turning by a quarter turns the page.
    """
    if fit == Fit():
        return pdf
    written = io.BytesIO()
    with ALONE, pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            _fit(page, fit)
        document.save(written)
    return written.getvalue()


def _fit(page: pypdfium2.PdfPage, fit: Fit) -> None:
    width, height = page.get_size()
    right, down = fit.right / POINT_MM, fit.down / POINT_MM
    middle = Size(width / 2 * (1 - fit.scale), height / 2 * (1 - fit.scale))
    matrix = raw.FS_MATRIX(fit.scale, 0, 0, fit.scale, middle.width + right, middle.height - down)
    whole = raw.FS_RECTF(0, height, width, 0)
    raw.FPDFPage_TransFormWithClip(page, byref(matrix), byref(whole))
    page.set_rotation((page.get_rotation() + fit.turned) % 360)
