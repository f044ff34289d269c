"""The order in which badges and schedules come out, and the lines along which sheets are cut."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from app.desks import OpenEvent
from app.printing.deeds import BadgePrinted
from app.printing.drawn import Drawn
from app.printing.office import PrintOffice
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.sheet_prints import box_prints, outcome_slip_prints
from app.printing.sheets import SheetWish
from app.printing.wishes import Back, Sort, Wish
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of
from tests.building import EventBuilder

_WHO: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Adams", {"organisation": "Zeta Labs", "delegation": "Nordic"}),
    ("Brown", {"delegation": "Baltic"}),
    ("Clark", {"organisation": "Ärzte-Cluster"}),
)
_DASHED = b"] 0 d"


@pytest.fixture
def office(open_event: OpenEvent) -> PrintOffice:
    return PrintOffice(open_event.journal)


def three(event: EventBuilder) -> dict[UUID, str]:
    return {event.delegate("Given", family, **groups): family for family, groups in _WHO}


def order_of(drawn: Drawn, names: dict[UUID, str]) -> list[str]:
    return [names[deed.delegate] for deed in drawn.deeds if isinstance(deed, BadgePrinted)]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.FAMILY_NAME, ["Adams", "Brown", "Clark"]),
        (Sort.ORGANISATION, ["Clark", "Adams", "Brown"]),
        (Sort.DELEGATION, ["Brown", "Adams", "Clark"]),
        (Sort.BOX, ["Adams", "Brown", "Clark"]),
    ],
)
def test_badges_come_out_in_the_order_that_is_wished_and_blanks_last(
    event: EventBuilder, office: PrintOffice, sort: Sort, order: list[str]
) -> None:
    names = three(event)

    drawn = office.draw(Wish("a6", sort=sort))

    assert order_of(drawn, names) == order
    seen = office.preview(Wish("a6", sort=sort), at=1)
    assert order[1] in pages_of(seen.pdf)[0]


def test_schedules_go_the_way_of_the_badges_in_their_boxes(
    open_event: OpenEvent, event: EventBuilder, office: PrintOffice
) -> None:
    floor = Floor(open_event, event)
    floor.meets("Ada", "Ben", "11:05", "7")
    people = event.crowd(12)
    office.note(office.draw(Wish(delegates=(*people, floor.who("Ben")), sort=Sort.ORGANISATION)))
    by_name = ScheduleOffice(open_event.journal).draw(ScheduleWish())
    by_box = ScheduleOffice(open_event.journal).draw(ScheduleWish(sort=Sort.BOX))

    def first_names(drawn: Drawn) -> list[str]:
        return [
            name for page in pages_of(drawn.pdf) for name in ("Ada", "Ben") if name in page[:90]
        ]

    assert first_names(by_name)[0] == "Ada"
    assert first_names(by_box)[0] == "Ben", "Ada's badge lies in no box"


def test_a_box_is_named_by_what_its_badges_are_sorted_by(
    open_event: OpenEvent, event: EventBuilder, office: PrintOffice
) -> None:
    for at in range(12):
        event.delegate("Given", f"Family{at:02}", organisation=f"Cluster {11 - at:02}")
    office.note(office.draw(Wish(sort=Sort.ORGANISATION)))

    (page,) = pages_of(box_prints(open_event.journal).draw(SheetWish()).pdf)

    assert "Cluster 00 to Cluster 11" in page
    assert "Family" not in page


def dashes(drawn: Drawn) -> int:
    """Count the lines to cut along."""
    pages = PdfReader(io.BytesIO(drawn.pdf)).pages
    contents = [page.get_contents() for page in pages]
    return sum(each.get_data().count(_DASHED) for each in contents if each is not None)


def test_sheets_that_are_to_be_cut_say_where_unless_nobody_wants_it(
    event: EventBuilder, office: PrintOffice
) -> None:
    event.crowd(5)

    def marks(stock: str, *, wanted: bool | None, back: Back = Back.NONE) -> int:
        return dashes(office.draw(Wish(stock, back=back, cut_marks=wanted)))

    assert marks("a4-4up", wanted=None) == 2 * 2
    assert marks("a4-4up", wanted=False) == 0
    assert marks("a4-4up", wanted=None, back=Back.FOLDED) > 0
    assert marks("a4-4up", wanted=False, back=Back.FOLDED) == 0
    assert marks("herma-10809", wanted=None) == 0, "it comes cut"
    assert marks("herma-10809", wanted=True) == 2 * 3


def test_slips_and_box_labels_are_printed_without_marks_if_those_are_not_wanted(
    open_event: OpenEvent, event: EventBuilder, office: PrintOffice
) -> None:
    Floor(open_event, event).meets("Ada", "Ben", "11:05", "7")
    event.crowd(12)
    office.note(office.draw(Wish()))

    for prints in (outcome_slip_prints(open_event.journal), box_prints(open_event.journal)):
        with_marks, without = (
            dashes(prints.draw(SheetWish(cut_marks=wanted))) for wanted in (True, False)
        )
        assert with_marks > without == 0
