"""Labels of boxes, read back from the PDF, beside what the Desk says."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.checkin.reception import Reception
from app.desks import OpenEvent
from app.printing.office import PrintOffice
from app.printing.refusals import Only
from app.printing.sheets import ROLL_102, NoBoxes, SheetWish, box_prints
from app.printing.wishes import Wish
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import EventBuilder


def test_each_box_says_from_whom_to_whom_its_badges_are(
    open_event: OpenEvent, event: EventBuilder, tmp_path: Path
) -> None:
    names = [("Given", f"Family {n:03}") for n in range(113)]
    last = event.delegates(*names)[-1]
    PrintOffice(open_event.journal).run(Wish(), tmp_path / "badges.pdf")

    drawn = box_prints(open_event.journal).draw(SheetWish(ROLL_102))

    first, second = pages_of(drawn.pdf)
    assert "Family 000, Given to Family 099, Given 100 badges, places 1 to 100" in first
    assert "Family 100, Given to Family 112, Given 13 badges, places 1 to 13" in second
    told = Reception(open_event.journal, open_event.letters).about(last).badge
    assert (told.box, told.place) == (2, 13)
    assert "Box 2" in second
    assert sizes_of(drawn.pdf) == {(102, 60)}
    assert stands_within(drawn.pdf, 2)


def test_a_later_run_has_boxes_of_its_own(
    open_event: OpenEvent, event: EventBuilder, tmp_path: Path
) -> None:
    office = PrintOffice(open_event.journal)
    for letter in "BA":
        event.delegates(*((letter * 30, f"{letter * 60} {n:02}") for n in range(12)))
        office.run(Wish(only=Only.NEW), tmp_path / "badges.pdf")

    drawn = box_prints(open_event.journal).draw(SheetWish())

    (page,) = pages_of(drawn.pdf)
    assert (drawn.items, page.count("12 badges")) == (2, 2)
    assert stands_within(drawn.pdf, 5)


def test_without_boxes_there_are_no_labels(open_event: OpenEvent, event: EventBuilder) -> None:
    event.delegate("Ada", "Byron")

    with pytest.raises(NoBoxes):
        box_prints(open_event.journal).draw(SheetWish())
