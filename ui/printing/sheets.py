"""Pages of a PDF on the screen and on a printer, painted by the same reader.

Nothing here needs the window's thread. Pages are painted in bands: a whole one in a printer's dots
would fill the memory, and others wait for the reader no longer than a band takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

from app.errors import DeskError
from app.printing.drawn import Drawn
from app.printing.refusals import PrinterRefused, PrintingStopped
from app.progress import Cancelled, Progress, Report
from ui.printing.calls import Feed

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.printing.pdfium import OpenPage

MOST_DOTS = 600
"""An inch. A printer with more gets each dot several times, or a page would fill the memory."""
_BAND = 128
_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Leaf:
    """A picture of a page, and which it is of all ``pages`` of its PDF, from 0."""

    picture: QImage
    page: int
    pages: int


def first_page(pdf: bytes, height: int) -> QImage:
    """Give a picture of the first page, so many pixels high."""
    return leaf(pdf, 0, height).picture


def leaf(pdf: bytes, page: int, height: int) -> Leaf:
    """Give a picture of a page, so many pixels high; of the last one if ``page`` is -1."""
    from app.printing.pdfium import opened  # noqa: PLC0415 - loaded by the first who prints

    with opened(pdf) as document:
        page %= document.pages
        with document.page(page) as opened_page:
            across, down = opened_page.size
            size = QSize(round(height * across / down), height)
            picture = _blank(size)
            opened_page.paint(memoryview(picture.bits()), size.width(), 0, height)
        return Leaf(picture, page, document.pages)


def print_sheets(printer: QPrinter, drawn: Drawn, stock: Feed, report: Report) -> None:
    """Put every page on paper, as large as it is: no printer may fit it to anything.

    Raises:
        PrinterRefused: The printer did not take them all.
        PrintingStopped: ``report`` stopped it after the first page.
        Cancelled: ``report`` stopped it before.
    """
    from app.printing.pdfium import opened  # noqa: PLC0415

    report(Progress(0, drawn.items))
    set_paper(printer, stock)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused(printer.printerName())
    try:
        # Else a code comes out as a JPEG, with shadows around its modules.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        with opened(drawn.pdf) as document:
            for number in range(drawn.pages):
                if number:
                    _tell(report, drawn, stock, number)
                    _turn(printer)
                with document.page(number) as page:
                    _put(painter, printer.resolution(), page, stock)
    except DeskError:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() is printer.PrinterState.Error:
        raise PrinterRefused(printer.printerName())


def set_paper(printer: QPrinter, stock: Feed) -> None:
    """Tell a printer how large the paper is, and that all of it counts."""
    millimetre = QPageSize.Unit.Millimeter
    near = QPageSize.SizeMatchPolicy.FuzzyMatch
    printer.setPageSize(QPageSize(QSizeF(*stock.page), millimetre, "", near))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def _tell(report: Report, drawn: Drawn, stock: Feed, page: int) -> None:
    items = drawn.items
    try:
        report(Progress(min(page * stock.labels, items), items))
    except Cancelled as stop:
        raise PrintingStopped(page, drawn.pages) from stop


def _turn(printer: QPrinter) -> None:
    if not printer.newPage():
        raise PrinterRefused(printer.printerName())


def _put(painter: QPainter, dots: int, page: OpenPage, stock: Feed) -> None:
    """Paint a page in the printer's own dots."""
    times = ceil(dots / MOST_DOTS)
    size = QSize(*(round(side / _MM_PER_INCH * dots / times) for side in stock.page))
    for at, band in _bands(page, size):
        target = QRect(0, at * times, band.width() * times, band.height() * times)
        painter.drawImage(target, band)


def _bands(page: OpenPage, size: QSize) -> Iterator[tuple[int, QImage]]:
    """Yield a page from the top, each band with the row where it begins."""
    for at in range(0, size.height(), _BAND):
        band = _blank(QSize(size.width(), min(_BAND, size.height() - at)))
        page.paint(memoryview(band.bits()), size.width(), at, size.height())
        yield at, band


def _blank(size: QSize) -> QImage:
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    return paper
