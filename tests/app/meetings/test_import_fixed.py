"""Slots that requests are fixed to: what they say against each other is told by line."""

from __future__ import annotations

import pytest

from app.delegates.importing.imports import Imported
from tests.app.meetings.asking import Floor, at
from tests.app.meetings.lists import ImportLines, codes

HEADER = "Guest,Host,Slot,Table"


@pytest.fixture(autouse=True)
def people(floor: Floor) -> None:
    """Ada A-1, Ben A-2, Cleo A-3, Dov A-4."""
    for name in ("Ada", "Ben", "Cleo", "Dov"):
        floor.who(name)


def remarks(imported: Imported) -> list[tuple[int, str, str]]:
    return [(each.line, each.code, each.text) for each in imported.remarks]


def test_somebody_fixed_to_two_requests_at_once_is_named_with_the_other(
    import_requests: ImportLines,
) -> None:
    imported = import_requests(
        HEADER,
        "A-1,A-2,2027-03-16 10:40,",
        "A-1,A-3,2027-03-16 10:40,",
        "A-4,A-2,2027-03-16 11:05,",
    )

    told = "A-1 Ada Of: line 2, Ada Of – Ben Of, 2027-03-16T10:40"
    assert remarks(imported) == [(3, "fixed_with_others", told)]
    assert imported.created == 3


def test_a_request_that_stands_is_looked_at_too(import_requests: ImportLines, floor: Floor) -> None:
    floor.asks("Ada", "Ben", slot=at("10:40"))

    imported = import_requests(HEADER, "A-3,A-1,2027-03-16 10:40,")

    told = "A-1 Ada Of: R-A1, Ada Of – Ben Of, 2027-03-16T10:40"
    assert remarks(imported) == [(2, "fixed_with_others", told)]


def test_two_requests_fixed_to_one_table_are_told(import_requests: ImportLines) -> None:
    imported = import_requests(HEADER, "A-1,A-2,2027-03-16 10:40,3", "A-3,A-4,2027-03-16 10:40,3")

    told = "line 2, Ada Of – Ben Of, 2027-03-16T10:40"
    assert remarks(imported) == [(3, "fixed_at_table", told)]


def test_sides_that_fix_their_meeting_to_different_slots_contradict(
    import_requests: ImportLines,
) -> None:
    imported = import_requests(HEADER, "A-1,A-2,2027-03-16 10:40,", "A-2,A-1,2027-03-16 11:05,")

    told = "line 2, Ada Of – Ben Of, 2027-03-16T10:40"
    assert remarks(imported) == [(3, "fixed_otherwise", told)]


def test_sides_that_agree_on_a_slot_are_one_meeting(import_requests: ImportLines) -> None:
    imported = import_requests(HEADER, "A-1,A-2,2027-03-16 10:40,", "A-2,A-1,2027-03-16 10:40,")

    assert imported.remarks == ()


def test_who_is_elsewhere_then_is_named(import_requests: ImportLines, floor: Floor) -> None:
    floor.is_elsewhere("Ben", "10:00", "11:00")

    imported = import_requests(HEADER, "A-1,A-2,2027-03-16 10:40,")

    assert remarks(imported) == [(2, "fixed_not_free", "A-2 Ben Of")]


def test_a_slot_that_the_row_itself_forbids_turns_it_down(import_requests: ImportLines) -> None:
    imported = import_requests(
        "Guest,Host,Slot,Forbidden slots", "A-1,A-2,2027-03-16 10:40,2027-03-16 10:40"
    )

    assert codes(imported) == [(2, "slot_forbidden")]


def test_the_same_list_again_says_the_same(import_requests: ImportLines) -> None:
    lines = (HEADER, "A-1,A-2,2027-03-16 10:40,", "A-1,A-3,2027-03-16 10:40,")
    first = import_requests(*lines)
    second = import_requests(*lines)

    assert remarks(second) == remarks(first) != []
    assert second.unchanged == 2


def test_meetings_that_both_sides_want_are_counted_once(
    import_requests: ImportLines, floor: Floor
) -> None:
    floor.asks("Cleo", "Ada")

    imported = import_requests(
        "Guest,Host,Mutual", "A-1,A-2,", "A-2,A-1,", "A-1,A-3,", "A-4,A-1,yes", "A-4,A-2,"
    )

    assert imported.mutual == 3
