from __future__ import annotations

from contextlib import closing
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest
from PIL import Image

from app.desks import OpenEvent
from app.event.logo import Logos
from app.printing.press import press
from app.printing.refusals import UnknownStock
from app.printing.stock import Stock, stocks
from app.printing.trial import TrialMaker, TrialWish
from app.printing.trial_drawing import trial_document

DPI = 200
STOCKS = stocks()


@pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS.keys())
def test_labels_are_outlined_where_they_lie(stock: Stock) -> None:
    (page,) = pypdfium2.PdfDocument(press(trial_document(stock)).pdf)

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
    (page,) = pypdfium2.PdfDocument(press(trial_document(STOCKS["90x55-10up"])).pdf)

    dark = page.render(scale=DPI / 72).to_numpy().min(axis=2) < 200
    across, down = dark[round(1 / 25.4 * DPI)], dark[:, round(1 / 25.4 * DPI)]
    for line, length in ((across, 210), (down, 297)):
        starts = (line[1:] & ~line[:-1]).nonzero()[0] + 1
        # The first and the last line are half off the page, and the other ruler crosses two.
        inked = [at / DPI * 25.4 for at in starts if 2.5 < at / DPI * 25.4 < length - 0.5]
        assert inked == pytest.approx(range(3, length), abs=0.3)


@pytest.mark.usefixtures("event")
def test_each_label_shows_the_logo_of_the_event_beside_its_number(
    open_event: OpenEvent, tmp_path: Path
) -> None:
    trials = TrialMaker(open_event.journal)
    before = [trials.draw(TrialWish(name)) for name in STOCKS]
    Image.new("RGB", (600, 200), "black").save(tmp_path / "logo.png")
    Logos(open_event.journal).set(tmp_path / "logo.png")

    for stock, was in zip(STOCKS.values(), before, strict=True):
        now = trials.draw(TrialWish(stock.name))

        more = _dark(was.pdf) ^ _dark(now.pdf)
        for spot in stock.spots():
            middle = spot.x + stock.label.width / 2
            rows, columns = more[_area(spot.x, spot.y, stock)].nonzero()
            assert columns.min() / DPI * 25.4 + spot.x >= middle
            assert rows.max() / DPI * 25.4 <= 21
            assert len(rows) > 2_000
        assert _text(now.pdf) == _text(was.pdf)


@pytest.mark.usefixtures("event")
def test_a_stock_that_is_not_there_is_refused(open_event: OpenEvent) -> None:
    with pytest.raises(UnknownStock):
        TrialMaker(open_event.journal).draw(TrialWish("papyrus"))


def _dark(pdf: bytes) -> npt.NDArray[np.bool_]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        dark: npt.NDArray[np.bool_] = (
            document[0].render(scale=DPI / 72).to_numpy().min(axis=2) < 200
        )
        return dark


def _area(x: float, y: float, stock: Stock) -> tuple[slice, slice]:
    sides = ((y, y + stock.label.height), (x, x + stock.label.width))
    down, across = (slice(*(round(at / 25.4 * DPI) for at in side)) for side in sides)
    return down, across


def _text(pdf: bytes) -> str:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        text: str = document[0].get_textpage().get_text_range()
        return text
