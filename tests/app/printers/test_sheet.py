from __future__ import annotations

import io

import numpy as np
import pypdfium2
import pytest
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from app.printers.choices import Fit
from app.printers.sheet import fitted, media_of

DOTS_A_MM = 8
NEAR = 0.3
Edges = tuple[float, ...]


def page(width: float, height: float) -> bytes:
    """A page with a black box 20 mm from the left, 30 mm from the top, 40 mm by 10 mm."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(width * mm, height * mm))
    canvas.rect(20 * mm, (height - 40) * mm, 40 * mm, 10 * mm, stroke=0, fill=1)
    canvas.save()
    return file.getvalue()


def edges(pdf: bytes) -> Edges:
    """Give left, top, right and bottom of what is black, in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=DOTS_A_MM * 25.4 / 72, grayscale=True).to_numpy()
    document.close()
    rows, columns = np.nonzero(picture < 128)
    found = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    return tuple(float(dots) / DOTS_A_MM for dots in found)


@pytest.mark.parametrize(
    ("fit", "where"),
    [
        (Fit(right=5, down=-3), (25, 27, 65, 37)),
        (Fit(scale=0.5), (35, 52, 55, 57)),
        (Fit(scale=0.5, right=1, down=2), (36, 54, 56, 59)),
        # What was at the top is on the right: 148 mm high, less 30 and 40.
        (Fit(turned=90), (108, 20, 118, 60)),
    ],
)
def test_papers_are_moved_scaled_and_turned(fit: Fit, where: Edges) -> None:
    assert edges(fitted(page(100, 148), fit)) == pytest.approx(where, abs=NEAR)


def test_papers_that_fit_stay_byte_for_byte() -> None:
    pdf = page(100, 148)

    assert fitted(pdf, Fit()) is pdf
    assert edges(pdf) == pytest.approx((20, 30, 60, 40), abs=NEAR)


@pytest.mark.parametrize(
    ("width", "height", "media"),
    [
        (210, 297, "A4"),
        (297, 210, "A4"),
        (105, 148, "A6"),
        (215.9, 279.4, "Letter"),
        (62, 100, "Custom.62.0x100.0mm"),
    ],
)
def test_paper_is_named_as_the_print_service_does(width: float, height: float, media: str) -> None:
    assert media_of(page(width, height)) == media
