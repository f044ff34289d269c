from __future__ import annotations

import pypdfium2
import pytest

from app.printing.refusals import UnknownStock
from app.printing.stock import Stock, stocks
from app.printing.trial import TrialMaker, TrialWish

DPI = 200
STOCKS = stocks()


@pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS.keys())
def test_labels_are_outlined_where_they_lie(stock: Stock) -> None:
    (page,) = pypdfium2.PdfDocument(TrialMaker().draw(TrialWish(stock.name)).pdf)

    assert [side * 25.4 / 72 for side in page.get_size()] == pytest.approx(stock.page, abs=0.01)
    dark = page.render(scale=DPI / 72).to_numpy().min(axis=2) < 200
    for spot in stock.spots():
        left, top = (round(at / 25.4 * DPI) for at in spot)
        right = round((spot.x + stock.label.width) / 25.4 * DPI)
        bottom = round((spot.y + stock.label.height) / 25.4 * DPI)
        # Half a millimetre around each edge holds its whole line.
        near = round(0.5 / 25.4 * DPI)
        for edge in (left, right):
            columns = dark[top + near : bottom - near, max(edge - near, 0) : edge + near]
            assert columns.any(axis=1).all()
        for edge in (top, bottom):
            rows = dark[max(edge - near, 0) : edge + near, left + near : right - near]
            assert rows.any(axis=0).all()
    read = page.get_textpage().get_text_range()
    assert read.count(stock.name) == stock.labels


def test_rulers_have_a_line_for_every_millimetre() -> None:
    (page,) = pypdfium2.PdfDocument(TrialMaker().draw(TrialWish("90x55-10up")).pdf)

    dark = page.render(scale=DPI / 72).to_numpy().min(axis=2) < 200
    across, down = dark[round(1 / 25.4 * DPI)], dark[:, round(1 / 25.4 * DPI)]
    for line, length in ((across, 210), (down, 297)):
        starts = (line[1:] & ~line[:-1]).nonzero()[0] + 1
        # The first and the last line are half off the page, and the other ruler crosses two.
        inked = [at / DPI * 25.4 for at in starts if 2.5 < at / DPI * 25.4 < length - 0.5]
        assert inked == pytest.approx(range(3, length), abs=0.3)


def test_a_stock_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownStock):
        TrialMaker().draw(TrialWish("papyrus"))
