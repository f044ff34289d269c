"""Schedules on the backs of badges: behind their fronts, and versions like any other."""

from __future__ import annotations

from contextlib import closing
from typing import NamedTuple
from uuid import UUID

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from app.printing.office import PrintOffice
from app.printing.refusals import CannotFold, NoSuchLabel
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.stock import Spot, Stock, stocks
from app.printing.wishes import Back, Wish
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of, stands_within

STOCKS = stocks()
FOLDABLE = [each for each in STOCKS.values() if each.columns % 2 == 0]
each_stock = pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS.keys())


class Code(NamedTuple):
    """A code on a page: what it says, where its middle is, and whether it stands upright."""

    text: str
    x: float
    y: float
    upright: bool


def codes_on(pdf: bytes, dpi: int = 200) -> list[list[Code]]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        pictures = [page.render(scale=dpi / 72).to_numpy() for page in document]
    return [
        [_code(found, dpi) for found in zxingcpp.read_barcodes(np.ascontiguousarray(picture))]
        for picture in pictures
    ]


def _code(found: zxingcpp.Barcode, dpi: int) -> Code:
    first, last = found.position.top_left, found.position.bottom_right
    x, y = ((a + b) / 2 * 25.4 / dpi for a, b in ((first.x, last.x), (first.y, last.y)))
    return Code(found.text, x, y, upright=first.y < last.y)


def label_of(stock: Stock, code: Code, *, mirrored: bool) -> int:
    """Tell on which label of the front a code is, or behind which."""
    x, y = code.x, code.y
    if mirrored and stock.page.width > stock.page.height:
        y = stock.page.height - y
    elif mirrored:
        x = stock.page.width - x
    for at, spot in enumerate(stock.spots()):
        if 0 < x - spot.x < stock.label.width and 0 < y - spot.y < stock.label.height:
            return at
    raise AssertionError(code)


@pytest.fixture
def busy(floor: Floor) -> Floor:
    """Twelve people who meet each other, and one who meets nobody."""
    names = [f"P{n:02}" for n in range(12)]
    for at, (guest, host) in enumerate(zip(names[::2], names[1::2], strict=True)):
        floor.meets(guest, host, "10:15", str(at + 1))
        floor.meets(host, guest, "11:05", str(at + 1))
    floor.who("Nobody")
    return floor


def ids_by_code(floor: Floor) -> dict[str, UUID]:
    """Give whose the codes of badges and schedules are."""
    busy = tuple(floor.who(f"P{n:02}") for n in range(12))
    nobody = floor.who("Nobody")
    badges = PrintOffice(floor.journal).draw(Wish("a6", delegates=(*busy, nobody)))
    schedules = ScheduleOffice(floor.journal).draw(ScheduleWish(delegates=busy))
    # Both are in the order of names, of which N comes before P.
    people = (nobody, *busy, *busy)
    pages = codes_on(badges.pdf, 100) + codes_on(schedules.pdf, 100)
    return {code.text: who for (code,), who in zip(pages, people, strict=True)}


@each_stock
def test_each_back_is_behind_its_front_once_the_sheet_is_turned(busy: Floor, stock: Stock) -> None:
    drawn = PrintOffice(busy.journal).draw(Wish(stock.name, back=Back.DUPLEX))

    whose = ids_by_code(busy)
    pages = codes_on(drawn.pdf)
    nobody = busy.who("Nobody")
    seen = 0
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        fronts = {label_of(stock, code, mirrored=False): whose[code.text] for code in front}
        behind = {label_of(stock, code, mirrored=True): whose[code.text] for code in back}
        assert behind == {at: who for at, who in fronts.items() if who != nobody}
        lies = stock.page.width > stock.page.height
        assert all(code.upright is not lies for code in back)
        seen += len(behind)
    assert seen == 12
    assert stands_within(drawn.pdf, 2.5)


@each_stock
def test_what_stands_on_a_back_keeps_within_its_label(busy: Floor, stock: Stock) -> None:
    for at, hour in enumerate(("11:30", "11:55", "12:20")):
        busy.meets("P00", f"P0{at + 3}", hour, str(at + 8))
        busy.meets("P00", f"P0{at + 3}", hour, str(at + 8), day=17)

    drawn = PrintOffice(busy.journal).draw(Wish(stock.name, back=Back.DUPLEX))

    label, page = stock.label, stock.page
    corners = [Spot(page.width - spot.x - label.width, spot.y) for spot in stock.spots()]
    if page.width > page.height:
        corners = [Spot(spot.x, page.height - spot.y - label.height) for spot in stock.spots()]
    for left, top, right, bottom in texts_of(drawn.pdf, page=1):
        assert any(
            left > corner.x + 2.5
            and right < corner.x + label.width - 2.5
            and top > corner.y + 2.5
            and bottom < corner.y + label.height - 2.5
            for corner in corners
        )


def texts_of(pdf: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """Give where each text of a page stands: left, top, right, bottom in millimetres."""
    mm = 25.4 / 72
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        text, high = document[page].get_textpage(), document[page].get_height()
        rects = [text.get_rect(at) for at in range(text.count_rects())]
    return [(x * mm, (high - up) * mm, end * mm, (high - y) * mm) for x, y, end, up in rects]


@pytest.mark.parametrize("stock", FOLDABLE, ids=[each.name for each in FOLDABLE])
def test_folded_sheets_have_the_back_to_the_right_of_the_front(busy: Floor, stock: Stock) -> None:
    drawn = PrintOffice(busy.journal).draw(Wish(stock.name, back=Back.FOLDED))

    whose = ids_by_code(busy)
    found = {
        (number, label_of(stock, code, mirrored=False)): whose[code.text]
        for number, page in enumerate(codes_on(drawn.pdf))
        for code in page
    }
    backs = {place: who for place, who in found.items() if place[1] % 2}
    assert len(backs) == 12
    assert all(found[page, at - 1] == who for (page, at), who in backs.items())
    assert drawn.items == 13


def test_a_stock_of_one_column_can_not_be_folded(busy: Floor) -> None:
    with pytest.raises(CannotFold):
        PrintOffice(busy.journal).draw(Wish("a6", back=Back.FOLDED))


def test_folded_labels_are_counted_in_pairs(busy: Floor) -> None:
    office = PrintOffice(busy.journal)
    drawn = office.draw(Wish("a4-4up", back=Back.FOLDED, from_label=2))
    assert drawn.pages == 7

    with pytest.raises(NoSuchLabel):
        office.draw(Wish("a4-4up", back=Back.FOLDED, from_label=3))


def test_a_back_is_a_version_and_tells_what_has_changed_since(busy: Floor) -> None:
    office, schedules = PrintOffice(busy.journal), ScheduleOffice(busy.journal)
    who = busy.who("P00")
    drawn = office.draw(Wish("a6", delegates=(who,), back=Back.DUPLEX))
    assert schedules.standing(who).paper == 0
    office.note(drawn)

    before = schedules.standing(who)
    busy.meets("P00", "P05", "11:55", "9")
    after = schedules.standing(who)

    assert (before.paper, before.is_out_of_date) == (1, False)
    assert (after.paper, after.version, after.is_out_of_date) == (1, 2, True)
    assert schedules.counts().changed == 1


def test_the_back_says_whom_to_meet_when_and_where(busy: Floor) -> None:
    drawn = PrintOffice(busy.journal).draw(
        Wish("90x55-10up", delegates=(busy.who("P00"),), back=Back.DUPLEX)
    )

    back = pages_of(drawn.pdf)[1]
    for words in ("P00 Of", "Version 1", "Tuesday 16 March", "10:15", "P01 Of"):
        assert words in back


def test_a_look_at_backs_makes_no_version(busy: Floor) -> None:
    office = PrintOffice(busy.journal)
    office.draw(Wish())

    preview = office.preview(Wish(back=Back.DUPLEX))

    assert (preview.pages, preview.parts, len(pages_of(preview.pdf))) == (8, 4, 2)
    assert ScheduleOffice(busy.journal).standing(busy.who("P00")).version == 1
    assert "Version 1" in pages_of(preview.pdf)[1]
