from __future__ import annotations

from collections.abc import Sequence
from threading import Thread

import numpy as np
import numpy.typing as npt
import pytest

from app.printing.badges import BadgeFace, Occasion, badge_document
from app.printing.pdfium import ALONE, BYTES_A_DOT, opened
from app.printing.press import press
from app.printing.stock import stocks

WIDTH, HEIGHT = 496, 702
Rows = npt.NDArray[np.uint8]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    stock = stocks()["a4-4up"]
    faces = [
        BadgeFace(f"A-{n}", "Ελένη", "Balsevičė", "Attica", "Greece", "Delegate", "", "", "C" * 45)
        for n in range(stock.labels)
    ]
    return press(badge_document(faces, Occasion("Cluster days", "Vilnius"), stock)).pdf


def painted(pdf: bytes, heights: Sequence[int]) -> Rows:
    """Paint the first page in bands of these heights."""
    rows = np.full((HEIGHT, WIDTH, BYTES_A_DOT), 255, np.uint8)
    top = 0
    with opened(pdf) as document, document.page(0) as page:
        for height in heights:
            page.paint(rows[top : top + height].data, WIDTH, top, HEIGHT)
            top += height
    return rows


@pytest.mark.parametrize("heights", [[128] * 5 + [62], [100, HEIGHT - 100]])
def test_bands_join_to_the_page_that_is_painted_at_once(pdf: bytes, heights: list[int]) -> None:
    whole, joined = painted(pdf, [HEIGHT]), painted(pdf, heights)

    assert whole.min() < 50
    assert np.abs(whole.astype(int) - joined).max() <= 1


def test_a_page_tells_its_size_in_millimetres(pdf: bytes) -> None:
    with opened(pdf) as document, document.page(document.pages - 1) as page:
        assert page.size == pytest.approx((210, 297), abs=0.1)


def test_who_paints_waits_until_others_are_done_with_pdfium(pdf: bytes) -> None:
    with opened(pdf) as document, document.page(0) as page:
        dots = bytearray(b"\xff" * (WIDTH * HEIGHT * BYTES_A_DOT))
        painter = Thread(target=page.paint, args=(memoryview(dots), WIDTH, 0, HEIGHT))
        with ALONE:
            painter.start()
            painter.join(0.2)
            assert set(dots) == {255}
        painter.join()
        assert min(dots) < 50
