"""The booklet of participants, read back from the PDF."""

from __future__ import annotations

import re

import pytest

from app.printing.sheets import A4, A5, NobodyAccepted, SheetWish, booklet_prints
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import EventBuilder


def test_a_profile_says_what_others_may_read_and_nothing_else(floor: Floor) -> None:
    floor.who(
        "Ada",
        organisation="Baltic Photonics",
        delegation="Nordic",
        country="LT",
        function="Head of labs",
        sectors=["Photonics"],
        seeks="A partner at sea.",
        offers="A clean room.",
        email="ada@example.org",
        phone="+370 600 00000",
        note="Vegan",
        attention="Owes a fee",
    )
    floor.who("Ben", status="declined")

    contents, profiles, index = pages_of(booklet_prints(floor.journal).draw(SheetWish()).pdf)

    for words in (
        *("Nordic", "Photonics", "Baltic Photonics", "Lithuania", "Ada Of", "Head of labs"),
        *("Looks for: A partner at sea.", "Offers: A clean room.", "Page 2 of 3"),
    ):
        assert words in profiles
    assert "Nordic 2" in contents
    assert ("Baltic Photonics 2" in index, "Of, Ada 2" in index) == (True, True)
    for words in ("example.org", "370", "Vegan", "Owes", "Ben"):
        assert words not in contents + profiles + index


def test_names_stand_in_the_index_where_people_look_for_them(
    floor: Floor, event: EventBuilder
) -> None:
    event.delegates(
        *(("Ida", name) for name in ("Zorn", "Åkervall", "Öberg", "Adler", "Łoś", "Meyer")),
        badge=False,
    )

    *_, index = pages_of(booklet_prints(floor.journal).draw(SheetWish()).pdf)

    found = re.findall(r"(\w+), Ida", index)
    assert found == ["Adler", "Åkervall", "Łoś", "Meyer", "Öberg", "Zorn"]


@pytest.mark.parametrize(("paper", "size"), [(A4, (210, 297)), (A5, (148, 210))])
def test_contents_and_index_lead_to_the_pages_of_many_and_long_profiles(
    floor: Floor, event: EventBuilder, paper: str, size: tuple[int, int]
) -> None:
    long = "Something that fills a page and more, said once again. " * 60
    for group in ("Iberia", "Nordic"):
        names = [(f"Given{n}", f"{group}name{n:02}") for n in range(25)]
        event.delegates(*names, badge=False, organisation="Verband " * 20, delegation=group)
    floor.who("Zoe", organisation="Zeta", delegation="Zealand", seeks=long)

    drawn = booklet_prints(floor.journal).draw(SheetWish(paper))

    pages = pages_of(drawn.pdf)
    index = " ".join(pages[next(at for at, page in enumerate(pages) if "Index" in page) :])
    for name, spoken in (("Iberianame00, Given0", "Given0 Iberianame00"), ("Of, Zoe", "Zoe Of")):
        (number,) = re.findall(rf"{name} (\d+)", index)
        assert spoken in pages[int(number) - 1]
    assert "".join(pages).count("said once again.") == 60
    assert sizes_of(drawn.pdf) == {size}
    assert stands_within(drawn.pdf, 5)


def test_without_anybody_there_is_no_booklet(floor: Floor) -> None:
    with pytest.raises(NobodyAccepted):
        booklet_prints(floor.journal).draw(SheetWish())
