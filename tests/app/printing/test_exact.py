"""Every text stands where its template says, to half a millimetre, on every stock."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from ctypes import byref, c_double
from typing import NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp

from app.printing.badges import BadgeFace, badge_document
from app.printing.fitting import Line, compose
from app.printing.fonts import as_printed, width
from app.printing.press import press
from app.printing.stock import Spot, Stock
from app.printing.templates.placeholders import filled
from app.printing.templates.reading import templates
from tests.app.printing.faces import ELENI, NASTY, OCCASION, each_stock, with_code

NEAR_MM = 0.5


class Sign(NamedTuple):
    """A character on a page, and where its pen starts, in millimetres from above."""

    text: str
    x: float
    y: float


def faces_for(stock: Stock) -> list[BadgeFace]:
    chance = random.Random(7)
    return [with_code(NASTY if at % 3 == 2 else ELENI, chance) for at in range(stock.labels)]


def signs_of(pdf: bytes) -> list[Sign]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        page = document[0]
        text = page.get_textpage()
        return [
            Sign(sign, x, page.get_height() * 25.4 / 72 - y)
            for at, sign in enumerate(text.get_text_range())
            if sign.strip()
            for x, y in [_origin(text, at)]
        ]


def _origin(text: pypdfium2.PdfTextPage, at: int) -> tuple[float, float]:
    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text.raw, at, byref(x), byref(y))
    return x.value * 25.4 / 72, y.value * 25.4 / 72


def lines_of(stock: Stock, face: BadgeFace) -> Iterator[Line]:
    template = templates()[stock.layout]
    fields = {
        name: as_printed(getattr(source, name))
        for source, names in (
            (face, ("badge_number", "given_name", "family_name", "organisation", "country")),
            (face, ("badge_type", "delegation")),
            (OCCASION, ("event", "place_and_days")),
        )
        for name in names
    }
    for block in template.blocks:
        texts = {text: filled(text, fields) for text in block.styles}
        yield from compose(block, texts, width)


def label_spot(stock: Stock, spot: Spot) -> Spot:
    template = templates()[stock.layout]
    return Spot(
        spot.x + (stock.label.width - template.width) / 2,
        spot.y + (stock.label.height - template.height) / 2,
    )


@each_stock
def test_every_line_is_where_its_template_says(stock: Stock) -> None:
    faces = faces_for(stock)

    signs = signs_of(press(badge_document(faces, OCCASION, stock)).pdf)

    for face, spot in zip(faces, stock.spots(), strict=True):
        origin = label_spot(stock, spot)
        for line in lines_of(stock, face):
            x, y = origin.x + line.x, origin.y + line.baseline
            on_line = sorted(
                (sign for sign in signs if abs(sign.y - y) < NEAR_MM),
                key=lambda sign: sign.x,
            )
            there = [s for s in on_line if x - NEAR_MM < s.x < x + line.width + NEAR_MM]
            assert "".join(sign.text for sign in there) == line.text.replace(" ", "")
            assert abs(there[0].x - x) < NEAR_MM


@each_stock
@pytest.mark.parametrize("dpi", [203, 300])
def test_every_code_is_read_as_label_printers_draw_it(stock: Stock, dpi: int) -> None:
    faces = faces_for(stock)

    pdf = press(badge_document(faces, OCCASION, stock)).pdf

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        grey = document[0].render(scale=dpi / 72, grayscale=True).to_numpy()
    # A thermal head has no grey: each dot is black or none.
    dots = np.where(grey.squeeze() < 128, 0, 255).astype(np.uint8)
    read = {found.text for found in zxingcpp.read_barcodes(np.ascontiguousarray(dots))}
    assert read == {face.code for face in faces}
