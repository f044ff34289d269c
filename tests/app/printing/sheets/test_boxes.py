"""Labels of boxes, read back from the PDF, beside what the Desk says."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from app.checkin.boxes import BoxPlace
from app.checkin.reception import Reception
from app.desks import OpenEvent
from app.journal.journal import Unit
from app.printing.boxing import in_boxes
from app.printing.office import PrintOffice
from app.printing.refusals import Only
from app.printing.sheet_prints import box_prints
from app.printing.sheets import ROLL_102, NoBoxes, SheetWish
from app.printing.wishes import Wish
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import DESK_1, EventBuilder


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
    assert told.lies == BoxPlace("A", 2, 13)
    assert "Box A-2" in second
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
    assert (drawn.items, page.count("12 badges, places 1 to 12")) == (2, 2)
    assert "Box A-1" in page
    assert "Box A-2" in page
    assert stands_within(drawn.pdf, 5)


def test_two_runs_that_were_drawn_before_either_came_out_have_other_boxes(
    open_event: OpenEvent, event: EventBuilder
) -> None:
    office = PrintOffice(open_event.journal)
    groups = [event.delegates(*((f"{n}", letter) for n in range(12))) for letter in "BA"]
    drawn = [office.draw(Wish(delegates=tuple(group))) for group in groups]

    for each in drawn:
        office.note(each)

    reception = Reception(open_event.journal, open_event.letters)
    told = [{reception.about(one).badge.lies for one in group} for group in groups]
    boxes = ({BoxPlace("A", box, at) for at in range(1, 13)} for box in (1, 2))
    assert told == [*boxes]


def test_a_run_that_is_noted_again_after_it_was_broken_off_keeps_its_box(
    open_event: OpenEvent, event: EventBuilder
) -> None:
    office, journal = PrintOffice(open_event.journal), open_event.journal
    ours, others = (event.delegates(*((f"{n}", letter) for n in range(12))) for letter in "BA")
    deeds = office.draw(Wish(delegates=tuple(ours))).deeds
    ids = [uuid4() for _ in deeds]
    with journal.writing(Unit(uuid4())) as pen:
        pen.write_all(in_boxes(pen.session, deeds, DESK_1.desk, ids)[:5], ids[:5])
    office.note(office.draw(Wish(delegates=tuple(others))))

    with journal.writing(Unit(uuid4())) as pen:
        pen.write_all(in_boxes(pen.session, deeds, DESK_1.desk, ids)[5:], ids[5:])

    reception = Reception(journal, open_event.letters)
    for group, box in ((ours, "A-1"), (others, "A-2")):
        assert {lies.box for one in group if (lies := reception.about(one).badge.lies)} == {box}


def test_without_boxes_there_are_no_labels(open_event: OpenEvent, event: EventBuilder) -> None:
    event.delegate("Ada", "Byron")

    with pytest.raises(NoBoxes):
        box_prints(open_event.journal).draw(SheetWish())
