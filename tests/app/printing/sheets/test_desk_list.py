"""The desk list, read back from the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.checkin.badges import Badges
from app.checkin.boxes import BoxPlace
from app.checkin.reception import Reception, new_deed
from app.desks import OpenEvent
from app.printing.office import PrintOffice
from app.printing.sheet_prints import desk_list_prints
from app.printing.sheets import NobodyAccepted, NobodyToList, SheetWish, UnknownPaper
from app.printing.wishes import Wish
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import EventBuilder

LONG = "Vereinigung der Unternehmensverbände für Luft- und Raumfahrt in Niederbayern e. V."


def listed(opened: OpenEvent, **wished: object) -> list[str]:
    """Give what each page of a list says."""
    wish = SheetWish(**wished)  # type: ignore[arg-type] # named as its fields
    return pages_of(desk_list_prints(opened.journal).draw(wish).pdf)


def in_order(page: str, *words: str) -> bool:
    """Tell whether words stand on a page, in their order."""
    places = [page.index(each) for each in words]
    return places == sorted(places)


def test_names_stand_under_their_letters_without_regard_to_marks(
    open_event: OpenEvent, event: EventBuilder
) -> None:
    names = ("Özdemir", "Łukaszewicz", "Ωnassis", "Åkesson", "van Dyck", "Lund", "Østergård")
    for each in (*names, "Живковић", "Oberg", "Ahlberg"):
        event.delegate("Given", each)
    event.delegate("Solo")

    (page,) = listed(open_event)

    head, body = page.split("Box, place")
    assert in_order(head, "Desk list, Tuesday 16 March", "A – Z", "Name", "Badge")
    assert in_order(
        body,
        *(" A ", "Ahlberg, Given", "Åkesson, Given"),
        *(" L ", "Łukaszewicz", "Lund", " O ", "Oberg", "Ωnassis", "Østergård", "Özdemir"),
        *(" S ", "Solo", " V ", "van Dyck", " Z ", "Живковић", "Page 1 of 1"),
    )


def test_the_list_says_where_a_badge_lies_as_the_desk_does(
    open_event: OpenEvent, event: EventBuilder, tmp_path: Path
) -> None:
    people = event.delegates(*(("Given", f"Family {n:03}") for n in range(113)))
    PrintOffice(open_event.journal).run(Wish(), tmp_path / "badges.pdf")
    Badges(open_event.journal).replace(people[0], "Lost")
    PrintOffice(open_event.journal).run(Wish(delegates=(people[1],)), tmp_path / "one.pdf")

    said = " ".join(listed(open_event))

    assert "Family 112, Given A-113 Box A-2, 13" in said
    told = Reception(open_event.journal, open_event.letters).about(people[112]).badge
    assert told.lies == BoxPlace("A", 2, 13)
    assert "A-3 Box A-1, 3" in said
    assert ("Box A-1, 1 " in said, "Box A-1, 2 " in said) == (False, False)


def test_only_a_delegation_or_only_who_is_not_here_can_be_listed(
    open_event: OpenEvent, event: EventBuilder
) -> None:
    ada = event.delegate("Ada", "Byron", delegation="Öresund")
    event.delegate("Ben", "Cole", delegation="Öresund")
    event.delegate("Cleo", "Dahl", delegation="Nordic")
    Reception(open_event.journal, open_event.letters).check_in(ada, new_deed())

    (of_delegation,) = listed(open_event, delegation="öresund")
    (not_here,) = listed(open_event, not_here=True)
    (both,) = listed(open_event, delegation="Öresund", not_here=True)
    (named,) = listed(open_event, delegates=(ada,))

    names = ("Byron", "Cole", "Dahl")
    assert [each in of_delegation for each in names] == [True, True, False]
    assert [each in not_here for each in names] == [False, True, True]
    assert [each in both for each in names] == [False, True, False]
    assert [each in named for each in names] == [True, False, False]
    assert "Desk list, Tuesday 16 March, Öresund, not yet here" in both
    with pytest.raises(NobodyToList) as unknown:
        listed(open_event, delegation="Baltic")
    assert (unknown.value.delegation, unknown.value.known) == ("Baltic", ("Nordic", "Öresund"))
    with pytest.raises(NobodyToList) as here:
        listed(open_event, delegates=(ada,), not_here=True)
    assert here.value.delegation == ""


def test_a_long_list_says_on_each_page_where_it_is(
    open_event: OpenEvent, event: EventBuilder
) -> None:
    names = [(f"{letter}bc" * 12, f"{letter}{LONG} {n:02}") for letter in "AMZ" for n in range(40)]
    event.delegates(*names, organisation=LONG, delegation=LONG)

    drawn = desk_list_prints(open_event.journal).draw(SheetWish())

    pages = pages_of(drawn.pdf)
    assert (drawn.items, len(pages)) == (120, drawn.pages)
    for at, page in enumerate(pages, start=1):
        assert f"Page {at} of {len(pages)}" in page
        assert "Organisation Delegation" in page
    assert sum(page.count("AVereinigung") for page in pages) == 40
    assert in_order(pages[1], " A AVereinigung", " M MVereinigung")
    assert sizes_of(drawn.pdf) == {(210, 297)}
    assert stands_within(drawn.pdf, 10)


def test_without_anybody_there_is_no_list(open_event: OpenEvent) -> None:
    with pytest.raises(NobodyAccepted):
        listed(open_event)
    with pytest.raises(UnknownPaper):
        listed(open_event, paper="a3")
