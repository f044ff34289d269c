"""Table cards, read back from the PDF."""

from __future__ import annotations

from contextlib import closing
from uuid import uuid4

import pypdfium2
import pytest

from app.event.deeds import TableSet
from app.meetings.deeds import MeetingCancelled
from app.printing.sheet_prints import card_prints
from app.printing.sheets import A4, A5, ROLL_102, SheetWish, UnknownPaper
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import FIRST_DAY

LONG = "Vereinigung der Unternehmensverbände für Luft- und Raumfahrt in Niederbayern e. V."
_MM = 25.4 / 72


def cards(floor: Floor, paper: str = A5) -> bytes:
    """Give the cards of the first day."""
    return card_prints(floor.journal).draw(SheetWish(paper, FIRST_DAY)).pdf


def tallest(pdf: bytes, page: int) -> float:
    """Give how high the highest character of a page is, in millimetres."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        text = document[page].get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    return float(max(top - bottom for _, bottom, _, top in boxes) * _MM)


@pytest.mark.parametrize("label", ["7", "18", "148", "B12"])
@pytest.mark.parametrize("paper", [A4, A5])
def test_a_number_is_legible_from_far(floor: Floor, paper: str, label: str) -> None:
    floor.does(TableSet(uuid4(), label, "North", 0))

    pdf = cards(floor, paper)

    assert label in pages_of(pdf)[0].split()
    assert tallest(pdf, 0) >= 60
    assert stands_within(pdf, 8)


def test_the_back_says_who_meets_there(floor: Floor) -> None:
    floor.who("Ada", organisation="Baltic Photonics")
    floor.meets("Ada", "Ben", "11:05", "3")
    floor.meets("Cleo", "Ben", "10:15", "3")
    gone = floor.meets("Dov", "Ada", "11:55", "3")
    floor.does(MeetingCancelled(gone))

    pages = pages_of(cards(floor))

    assert len(pages) == 20
    assert pages[4] == "Cluster days 3"
    back = "Cluster days Table 3, Tuesday 16 March"
    meetings = "10:15 Ben Of Cleo Of 11:05 Ben Of Baltic Photonics, Ada Of"
    assert pages[5] == f"{back} Printed 16 Mar 10:30 {meetings}"
    assert "Nobody meets here" in pages[7]


def test_a_preview_shows_any_card_alone_and_counts_all_of_them(floor: Floor) -> None:
    drawn = pages_of(cards(floor))

    preview = card_prints(floor.journal).preview(SheetWish(A5, FIRST_DAY), at=4)

    assert (preview.at, preview.parts, preview.items, preview.pages) == (4, 10, 10, 20)
    assert pages_of(preview.pdf) == drawn[8:10]


def test_a_tent_has_both_sides_on_one_page_and_the_back_upside_down(floor: Floor) -> None:
    floor.meets("Ada", "Ben", "10:15", "1")

    pdf = cards(floor, A4)

    assert sizes_of(pdf) == {(210, 297)}
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        assert len(document) == 10
        text = document[0].get_textpage()
        below = text.get_text_bounded(top=148.5 / _MM)
        above = text.get_text_bounded(bottom=148.5 / _MM)
        table = text.search("Table 1").get_next()
        assert table is not None
        left, bottom, _, _ = text.get_charbox(table[0])
    assert ("Ben Of" in above, "Ben Of" in below) == (True, False)
    assert left * _MM > 105, "the back would be upright while the front is"
    assert bottom * _MM > 148.5


def test_a_full_day_and_long_names_stay_on_the_card(floor: Floor) -> None:
    floor.does(TableSet(uuid4(), "Stand of the Øresund Life Science Region", LONG, 0))
    table = floor.hall().tables[0].label
    floor.who("Ada", organisation=LONG)
    floor.who("Ben", organisation=LONG)
    for slot in floor.hall().slots[:6]:
        clock = f"{slot.starts_at.astimezone(floor.hall().zone):%H:%M}"
        for _ in range(5):
            floor.meets("Ada", "Ben", clock, table)

    for paper in (A4, A5):
        pdf = cards(floor, paper)

        assert stands_within(pdf, 8)
        assert " ".join(pages_of(pdf)).count("Ada Of") == 30


def test_cards_come_on_card_paper_alone(floor: Floor) -> None:
    with pytest.raises(UnknownPaper):
        cards(floor, ROLL_102)
