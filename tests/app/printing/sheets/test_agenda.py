"""The agenda, read back from the PDF."""

from __future__ import annotations

from app.printing.sheets import SheetWish, agenda_prints
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of, stands_within
from tests.building import SECOND_DAY


def test_the_agenda_says_on_one_page_what_happens_when(floor: Floor) -> None:
    drawn = agenda_prints(floor.journal).draw(SheetWish())

    (page,) = pages_of(drawn.pdf)
    for words in ("Cluster days", "Tuesday 16 March", "Wednesday 17 March", "10:15 – 12:40"):
        assert words in page
    assert "20 minutes each, at 10:15, 10:40" in page
    assert "Printed 16 Mar 10:30" in page
    assert stands_within(drawn.pdf, 5)


def test_one_day_can_be_printed_alone(floor: Floor) -> None:
    (page,) = pages_of(agenda_prints(floor.journal).draw(SheetWish(day=SECOND_DAY)).pdf)

    assert "Tuesday" not in page
