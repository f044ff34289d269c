"""Pages of a PDF on the screen and on a printer, both by Qt's own reader of PDFs.

Nothing here needs the window's thread. Qt holds Python's lock while it renders, so pages are
rendered in bands of a few milliseconds each, that the window is never kept waiting.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

from app.errors import DeskError
from app.printing.drawn import Drawn
from app.printing.refusals import PrinterRefused, PrintingStopped
from app.progress import Cancelled, Progress, Report
from ui.printing.calls import Feed

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

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
    with _opened(pdf) as document:
        pages = document.pageCount()
        page %= pages
        points = document.pagePointSize(page)
        size = QSize(round(height * points.width() / points.height()), height)
        picture = _blank(size)
        painter = QPainter(picture)
        for at, band in _bands(document, page, size):
            painter.drawImage(0, at, band)
        painter.end()
        return Leaf(picture, page, pages)


def print_sheets(printer: QPrinter, drawn: Drawn, stock: Feed, report: Report) -> None:
    """Put every page on paper, as large as it is: no printer may fit it to anything.

    Raises:
        PrinterRefused: The printer did not take them all.
        PrintingStopped: ``report`` stopped it after the first page.
        Cancelled: ``report`` stopped it before.
    """
    report(Progress(0, drawn.items))
    set_paper(printer, stock)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused(printer.printerName())
    try:
        # Else a code comes out as a JPEG, with shadows around its modules.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        with _opened(drawn.pdf) as document:
            for page in range(drawn.pages):
                if page:
                    _tell(report, drawn, stock, page)
                    _turn(printer)
                _put(painter, printer.resolution(), document, page, stock)
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


def _put(painter: QPainter, dots: int, document: QPdfDocument, page: int, stock: Feed) -> None:
    """Paint a page in the printer's own dots."""
    times = ceil(dots / MOST_DOTS)
    size = QSize(*(round(side / _MM_PER_INCH * dots / times) for side in stock.page))
    for at, band in _bands(document, page, size):
        target = QRect(0, at * times, band.width() * times, band.height() * times)
        painter.drawImage(target, band)


def _bands(document: QPdfDocument, page: int, size: QSize) -> Iterator[tuple[int, QImage]]:
    """Yield a page from the top, each band with the row where it begins."""
    from PySide6.QtPdf import QPdfDocumentRenderOptions  # noqa: PLC0415

    for at in range(0, size.height(), _BAND):
        part = QSize(size.width(), min(_BAND, size.height() - at))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(size)
        # Qt 6.12 takes a clip's last pixel for its size and shrinks the page by that one.
        options.setScaledClipRect(QRect(0, at, part.width() + 1, part.height() + 1))
        band = _blank(part)
        painter = QPainter(band)
        painter.drawImage(0, 0, document.render(page, part, options))
        painter.end()
        yield at, band


def _blank(size: QSize) -> QImage:
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    return paper


@contextmanager
def _opened(pdf: bytes) -> Iterator[QPdfDocument]:
    # QtPdf is loaded by the first who prints, not at the start.
    from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415

    source = QBuffer()
    source.setData(QByteArray(pdf))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    try:
        yield document
    finally:
        document.close()
