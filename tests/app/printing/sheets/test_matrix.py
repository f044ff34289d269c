"""The day matrix, read back from the PDF."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.event.deeds import TableSet
from app.event.place_deeds import TableClosed
from app.printing.sheet_prints import matrix_prints
from app.printing.sheets import A3, A4, SheetWish, UnknownPaper
from tests.app.meetings.asking import Floor, at, table_of
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import FIRST_DAY, SECOND_DAY

LONG = "Vereinigung der Unternehmensverbände für Luft- und Raumfahrt in Niederbayern e. V."


def test_each_cell_names_both_sides_in_short(floor: Floor) -> None:
    floor.who("Ada", organisation="Baltic Photonics")
    floor.who("Ben")
    floor.meets("Ada", "Ben", "11:05", "7")

    (page,) = pages_of(matrix_prints(floor.journal).draw(SheetWish(day=FIRST_DAY)).pdf)

    for words in ("Tuesday 16 March", "11:05 to 11:25", "Ben Of Baltic Photonics", "Page 1 of 1"):
        assert words in page


def test_a_long_name_is_shortened_rather_than_set_too_small_to_read(floor: Floor) -> None:
    floor.who("Ada", organisation="Bergslagen Steel Circle")
    floor.who("Ben", organisation="Pajūrio Technical University")
    floor.meets("Ada", "Ben", "11:05", "7")

    pdf = matrix_prints(floor.journal).draw(SheetWish(day=FIRST_DAY)).pdf

    (page,) = pages_of(pdf)
    assert "Pajūrio Technical Bergslagen Steel " in page


def test_a_closed_table_is_marked_from_then_on(floor: Floor) -> None:
    table = table_of(floor.hall(), "3")
    floor.does(TableClosed(uuid4(), table, "", at("12:00"), None, "Light"))

    (page,) = pages_of(matrix_prints(floor.journal).draw(SheetWish(day=FIRST_DAY)).pdf)

    later = [each for each in floor.hall().slots if at("12:00") < each.ends_at < at("13:00")]
    assert page.count("Closed") == len(later) > 0


def test_each_day_begins_on_a_page_of_its_own(floor: Floor) -> None:
    first, second = pages_of(matrix_prints(floor.journal).draw(SheetWish()).pdf)

    assert ("Tuesday 16 March" in first, "Wednesday 17 March" in second) == (True, True)


@pytest.mark.parametrize(("tables", "paper", "size"), [(40, A4, (297, 210)), (250, A3, (420, 297))])
def test_many_tables_go_on_with_the_same_heads(
    floor: Floor, tables: int, paper: str, size: tuple[int, int]
) -> None:
    floor.does(*(TableSet(uuid4(), str(n), "", n) for n in range(11, tables + 1)))
    floor.who("Ada", organisation=LONG)
    floor.who("Ben", organisation=LONG)
    floor.meets("Ada", "Ben", "11:05", str(tables))

    drawn = matrix_prints(floor.journal).draw(SheetWish(paper, SECOND_DAY))
    drawn_first = matrix_prints(floor.journal).draw(SheetWish(paper, FIRST_DAY))

    pages = pages_of(drawn.pdf)
    assert all("10:15 to 10:35" in page for page in pages)
    assert f"Page 1 of {len(pages)} – tables 1 to " in pages[0]
    assert f"to {tables}" in pages[-1]
    assert "Vereinigung" in pages_of(drawn_first.pdf)[-1]
    assert sizes_of(drawn.pdf) == {size}
    assert stands_within(drawn_first.pdf, 5)


def test_a_paper_that_it_does_not_come_on_is_refused(floor: Floor) -> None:
    with pytest.raises(UnknownPaper):
        matrix_prints(floor.journal).draw(SheetWish("a5"))
