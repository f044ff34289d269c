"""Reading printed codes back, as a camera at the desk would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import zxingcpp

from app.printing.pdfium import BYTES_A_DOT, OpenPdf, opened

_DOTS_PER_INCH = 200
_MM_PER_INCH = 25.4


def codes_in(pdf: Path) -> Iterator[str]:
    """Yield what the QR codes of a PDF say, page by page, from pictures of its pages."""
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    with opened(pdf) as document:
        for number in range(document.pages):
            for found in zxingcpp.read_barcodes(_seen(document, number), formats=wanted):
                yield found.text


def _seen(document: OpenPdf, number: int) -> npt.NDArray[np.uint8]:
    with document.page(number) as page:
        width, height = (round(side / _MM_PER_INCH * _DOTS_PER_INCH) for side in page.size)
        picture = np.full((height, width, BYTES_A_DOT), 255, np.uint8)
        page.paint(picture.data, width, 0, height)
    return np.ascontiguousarray(picture[:, :, :3])
