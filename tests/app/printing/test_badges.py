import io
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from app.printing.badges import BadgeFace, Occasion, badge_document, unprintable
from app.printing.layout import DOT, QUIET_MODULES
from app.printing.press import press
from app.printing.refusals import CharactersUnprintable, Unprintable
from app.printing.stock import Size, Stock
from app.progress import Progress
from tests.app.printing.faces import ELENI, NASTY, OCCASION, STOCKS, each_stock, with_code

A6 = STOCKS["a6"]
GREEN = (0, 122, 90)


def many(count: int) -> list[BadgeFace]:
    chance = random.Random(count)
    return [
        with_code(replace(chance.choice((ELENI, NASTY)), badge_number=f"A-{number}"), chance)
        for number in range(count)
    ]


def pdf(faces: Sequence[BadgeFace], stock: Stock = A6, occasion: Occasion = OCCASION) -> bytes:
    return press(badge_document(faces, occasion, stock)).pdf


def pictures(document: bytes, dpi: int) -> list[npt.NDArray[np.uint8]]:
    pages = pypdfium2.PdfDocument(document)
    return [page.render(scale=dpi / 72).to_numpy()[:, :, ::-1] for page in pages]


def text(document: bytes) -> str:
    return "\n".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(document)
    )


def codes(picture: npt.NDArray[np.uint8]) -> list[str]:
    """Read row by row. A row's codes differ in height by less than a tenth of the page."""
    found = zxingcpp.read_barcodes(np.ascontiguousarray(picture))
    row = picture.shape[0] / 10
    corners = [(barcode.position.top_left, barcode.text) for barcode in found]
    corners.sort(key=lambda found: (round(found[0].y / row), found[0].x))
    return [read for _, read in corners]


@each_stock
@pytest.mark.parametrize("dpi", [150, 300])
def test_every_code_is_read_back_in_the_order_of_the_badges(stock: Stock, dpi: int) -> None:
    faces = many(40)

    read = [code for page in pictures(pdf(faces, stock), dpi) for code in codes(page)]

    assert read == [face.code for face in faces]


@each_stock
def test_the_last_sheet_is_filled_as_far_as_badges_go(stock: Stock) -> None:
    drawn = press(badge_document(many(stock.labels * 2 + 1), OCCASION, stock))

    assert (drawn.pages, drawn.items) == (3, stock.labels * 2 + 1)
    assert len(pypdfium2.PdfDocument(drawn.pdf)) == 3
    assert len(codes(pictures(drawn.pdf, 150)[-1])) == 1


@each_stock
def test_a_page_is_as_large_as_the_paper(stock: Stock) -> None:
    (page,) = pypdfium2.PdfDocument(pdf([ELENI], stock))

    assert [side * 25.4 / 72 for side in page.get_size()] == pytest.approx(stock.page)


@each_stock
@pytest.mark.parametrize("face", [ELENI, NASTY], ids=["usual", "nasty"])
def test_all_texts_are_on_the_badge(stock: Stock, face: BadgeFace) -> None:
    read = re.sub(r"\s", "", text(pdf([face], stock)))

    for written in (
        *(OCCASION.event, OCCASION.place_and_days, face.given_name, face.family_name),
        *(face.organisation, face.country, face.badge_type, face.badge_number, face.delegation),
    ):
        assert re.sub(r"\s", "", written) in read


@each_stock
def test_ink_keeps_off_the_margin_and_the_quiet_zone(stock: Stock) -> None:
    dpi = 150
    alone = replace(stock, hole=False, cut_marks=False)
    (picture,) = pictures(pdf([replace(NASTY, delegation="", delegation_colour="")], alone), dpi)
    inked = picture.min(axis=2) < 200

    edge = round(3.8 / 25.4 * dpi)
    left, top = (round(at / 25.4 * dpi) for at in alone.corner)
    right, bottom = (
        round((at + side) / 25.4 * dpi) for at, side in zip(alone.corner, alone.label, strict=True)
    )
    within = inked.copy()
    within[top + edge : bottom - edge, left + edge : right - edge] = False
    assert not within.any()
    (symbol,) = zxingcpp.read_barcodes(np.ascontiguousarray(picture))
    x, y = symbol.position.top_left.x, symbol.position.top_left.y
    side = symbol.position.bottom_right.x - x
    quiet = int(side / 29 * QUIET_MODULES) - 1
    around = inked[y - quiet : y + side + quiet, x - quiet : x + side + quiet].copy()
    around[quiet - 2 : -quiet + 2, quiet - 2 : -quiet + 2] = False
    assert not around.any()


def test_what_no_font_has_is_named_with_its_badge_and_field() -> None:
    faces = [ELENI, replace(ELENI, badge_number="B-7", given_name="ขคฆข", country="ሀለሐ x")]

    assert unprintable(faces) == (
        Unprintable("B-7", "ขคฆข Θαλασσινού", "given_name", "ขคฆ"),
        Unprintable("B-7", "ขคฆข Θαλασσινού", "country", "ሀለሐ"),
    )


def test_nothing_is_drawn_where_a_badge_would_have_gaps() -> None:
    faces = [replace(ELENI, organisation="ሀለ")]

    with pytest.raises(CharactersUnprintable) as refusal:
        badge_document(faces, OCCASION, A6)

    assert refusal.value.items == unprintable(faces)


def test_an_event_name_that_no_font_has_is_refused_too() -> None:
    with pytest.raises(CharactersUnprintable) as refusal:
        pdf([ELENI], occasion=replace(OCCASION, event="กข Days"))

    assert refusal.value.items == (Unprintable("", "", "event", "กข"),)


def test_a_run_without_badges_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no page"):
        pdf([])


def test_the_same_badges_give_the_same_bytes() -> None:
    assert pdf(many(9)) == pdf(many(9))


def test_a_badge_takes_little_room_beyond_the_fonts() -> None:
    few, more = len(pdf(many(100))), len(pdf(many(300)))

    assert (more - few) / 200 <= 3_000


def test_progress_is_told_again_and_again_and_at_the_end() -> None:
    heard: list[Progress] = []

    press(badge_document(many(130), OCCASION, STOCKS["a4-4up"]), heard.append)

    done = [progress.done for progress in heard]
    assert all(0 < after - before <= 50 for before, after in zip([0, *done], done, strict=False))
    assert heard[-1] == Progress(130, 130)


def test_the_document_says_what_it_is() -> None:
    about = PdfReader(io.BytesIO(pdf([ELENI]))).metadata

    assert about is not None
    assert (about.title, about.creator) == ("Cluster Matchmaking Days 2027", "Matchdesk")


@each_stock
def test_every_font_of_the_document_is_embedded(stock: Stock) -> None:
    reader = PdfReader(io.BytesIO(pdf([replace(ELENI, organisation="Ǆ Cluster")], stock)))

    fonts: Any = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    described = {font.get_object()["/BaseFont"]: font.get_object() for font in fonts.values()}
    assert any("NotoSans" in name for name in described)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in described.values())


def test_a_font_in_the_document_has_no_letters_but_those_that_are_printed() -> None:
    document = pdf([ELENI])
    printed = set(text(document))

    fonts: Any = PdfReader(io.BytesIO(document)).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.values():
        readable = font.get_object()["/ToUnicode"].get_data().decode("latin-1")
        letters = {chr(int(code, 16)) for code in re.findall(r"<([0-9A-F]{4})>", readable)}
        assert letters - printed <= {"\0", " "}


def test_a_code_is_one_path_of_whole_dots_in_pure_black() -> None:
    page = PdfReader(io.BytesIO(pdf([ELENI]))).pages[0]
    content = page.get_contents()
    assert content is not None

    drawn = re.findall(
        r"q (\S+) 0 0 (\S+) (\S+) (\S+) cm 0 g ((?:\d+ \d+ \d+ 1 re )+)f Q",
        content.get_data().decode("latin-1"),
    )

    ((width, height, left, bottom, _path),) = drawn
    dot = DOT * 72 / 25.4
    assert width == height
    assert float(width) / dot == 13
    assert float(left) / dot == pytest.approx(round(float(left) / dot), abs=1e-3)
    top = 148 * 72 / 25.4 - float(bottom) - 29 * float(width)
    assert top / dot == pytest.approx(round(top / dot), abs=1e-2)
    assert not page.images


def test_somebody_with_one_name_has_it_in_the_large_type() -> None:
    with_one = pictures(pdf([replace(ELENI, given_name="", family_name="Ελένη")]), 100)[0]
    only_given = pictures(pdf([replace(ELENI, family_name="")]), 100)[0]

    assert (with_one == only_given).all()


@pytest.mark.parametrize(
    ("changes", "band"),
    [
        ({}, GREEN),
        ({"delegation": ""}, GREEN),
        ({"delegation_colour": ""}, (236, 238, 242)),
        ({"delegation": "", "delegation_colour": ""}, (255, 255, 255)),
        ({"delegation": " ", "delegation_colour": ""}, (255, 255, 255)),
    ],
)
def test_the_band_has_the_delegation_s_colour(
    changes: dict[str, str], band: tuple[int, int, int]
) -> None:
    (picture,) = pictures(pdf([replace(ELENI, **changes)]), 100)

    assert tuple(picture[-20, 10]) == band


def test_a_printer_that_knows_only_black_gets_only_black() -> None:
    (picture,) = pictures(pdf([ELENI], STOCKS["62mm-roll"]), 150)

    assert tuple(picture[-10, 10]) == (0, 0, 0)
    assert (picture == picture[:, :, :1]).all()


def test_without_a_delegation_that_printer_draws_no_band() -> None:
    (picture,) = pictures(pdf([replace(ELENI, delegation="")], STOCKS["62mm-roll"]), 150)

    assert tuple(picture[-10, 10]) == (255, 255, 255)


def test_cut_marks_and_hole_are_drawn_only_where_the_stock_asks() -> None:
    stock = STOCKS["a4-4up"]
    (drawn,) = pictures(pdf([ELENI], stock), 150)
    (plain,) = pictures(pdf([ELENI], replace(stock, cut_marks=False, hole=False)), 150)

    x, y = round(105 / 25.4 * 150), round(148.5 / 25.4 * 150)
    hole = slice(round(4 / 25.4 * 150), round(10 / 25.4 * 150))
    assert (drawn[y + 40 :, x - 2 : x + 2] < 200).any()
    assert (drawn[y - 2 : y + 2, x + 40 :] < 200).any()
    assert (drawn[hole, 200:400] < 255).any()
    assert (plain[hole] == 255).all()
    assert (plain[y + 40 :] == 255).all()
    assert (plain[:, x + 40 :] == 255).all()


def test_on_a_larger_label_the_badge_stands_in_the_middle() -> None:
    wide = replace(A6, page=Size(125, 168), label=Size(125, 168), pitch=Size(125, 168))

    (picture,) = pictures(pdf([ELENI], wide), 100)

    rows, columns = np.nonzero((picture == GREEN).all(axis=2))
    in_mm = 25.4 / 100
    assert columns.min() * in_mm == pytest.approx(10, abs=0.4)
    assert columns.max() * in_mm == pytest.approx(115, abs=0.4)
    assert rows.max() * in_mm == pytest.approx(158, abs=0.4)


def test_a_name_that_reads_leftward_stands_at_the_right_with_all_below_it() -> None:
    (picture,) = pictures(pdf([replace(ELENI, given_name="محمد", family_name="الفيتوري")]), 100)
    (latin,) = pictures(pdf([ELENI]), 100)

    names = slice(round(24 / 25.4 * 100), round(87 / 25.4 * 100))
    for drawn, edge, margin in ((picture, "right", 9), (latin, "left", 9)):
        columns = np.flatnonzero((drawn[names].min(axis=2) < 128).any(axis=0)) * 25.4 / 100
        reached = 105 - columns.max() if edge == "right" else columns.min()
        assert reached == pytest.approx(margin, abs=1)
