"""Reading printed codes back, as a camera at the desk would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import zxingcpp

_DOTS_PER_INCH = 200
_POINTS_PER_INCH = 72


def codes_in(pdf: Path) -> Iterator[str]:
    """Yield what the QR codes of a PDF say, page by page, from pictures of its pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        for page in document:
            picture = page.render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH).to_numpy()
            for found in zxingcpp.read_barcodes(picture, formats=wanted):
                yield found.text
    finally:
        document.close()
