"""The booklet of participants, read back from the PDF."""

from __future__ import annotations

import re

import pytest

from app.event.owners import Owners, OwnersOrder
from app.event.tables import Tables
from app.meetings.standing import StandingMeetings
from app.printing.sheet_prints import booklet_prints
from app.printing.sheets import A4, A5, NobodyAccepted, SheetWish
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

    contents, profiles, hall, index = pages_of(booklet_prints(floor.journal).draw(SheetWish()).pdf)

    for words in (
        *("Nordic", "Photonics", "Baltic Photonics", "Lithuania", "Ada Of", "Head of labs"),
        *("Looks for: A partner at sea.", "Offers: A clean room.", "Page 2 of 4"),
    ):
        assert words in profiles
    assert "Nordic 2" in contents
    assert "Map of tables 3 Index 4" in contents
    assert "Map of tables By part of the hall" in hall
    assert ("Baltic Photonics 2" in index, "Of, Ada 2" in index) == (True, True)
    for words in ("example.org", "370", "Vegan", "Owes", "Ben"):
        assert words not in contents + profiles + index


def test_people_of_one_organisation_stand_under_it_and_what_all_say_is_said_once(
    floor: Floor,
) -> None:
    same = {"organisation": "Baltic Photonics", "country": "LT", "sectors": ["Photonics"]}
    floor.who("Ada", **same, seeks="A partner at sea.", offers="A clean room.")
    floor.who("Ben", **same, seeks="A partner at sea.", offers="A laser.")
    floor.who("Cleo", **{**same, "country": "LV"}, seeks="A partner at sea.")
    floor.who("Dov", sectors=["Photonics"])
    floor.who("Eva", sectors=["Photonics"])

    _, profiles, _, index = pages_of(booklet_prints(floor.journal).draw(SheetWish()).pdf)

    assert profiles.count("Baltic Photonics") == 1
    told = profiles[profiles.index("Baltic Photonics") :]
    assert told.index("Latvia, Lithuania") < told.index("at sea.") < told.index("Ada Of")
    assert told.count("A partner at sea.") == 1
    assert told.index("Ada Of") < told.index("A clean room.") < told.index("Ben Of")
    assert told.index("Ben Of") < told.index("A laser.") < told.index("Cleo Of")
    assert told.index("Cleo Of") < told.rindex("Latvia")
    assert profiles.index("Dov Of") < profiles.index("Eva Of")
    assert index.count("Baltic Photonics") == 1


def test_an_organisation_that_goes_on_elsewhere_is_named_there_again(
    floor: Floor, event: EventBuilder
) -> None:
    names = [(f"Given{n}", f"Family{n:02}") for n in range(60)]
    event.delegates(*names, badge=False, organisation="Baltic Photonics")

    pages = pages_of(booklet_prints(floor.journal).draw(SheetWish(A5)).pdf)

    people = [page for page in pages if "Given" in page and "Index" not in page]
    bodies = [page for page in people if re.search(r"Given\d+ Family", page)]
    assert len(bodies) > 1
    assert all(page.count("Baltic Photonics") == 1 for page in bodies)
    index = " ".join(pages[next(at for at, page in enumerate(pages) if "Index" in page) :])
    for given, family in names:
        (number,) = re.findall(rf"{family}, {given} (\d+)", index)
        assert f"{given} {family}" in pages[int(number) - 1]
    on = [str(at) for at, page in enumerate(pages, start=1) if page in bodies]
    assert f"Baltic Photonics {', '.join(on)}" in index


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


def test_the_map_shows_each_table_in_its_part_of_the_hall_and_whose_own_it_is(
    floor: Floor,
) -> None:
    floor.who("Ada", organisation="Baltic Photonics", delegation="Nordic")
    tables = Tables(floor.journal, StandingMeetings())
    tables.set_zone(["1", "2"], "Great hall")
    tables.add(200, "Tent")
    Owners(floor.journal).set(["2"], OwnersOrder(("Baltic Photonics",)))

    for paper in (A4, A5):
        drawn = booklet_prints(floor.journal).draw(SheetWish(paper))
        pages = pages_of(drawn.pdf)
        shown = [page for page in pages[1:] if page.count("Map of tables")]
        assert len(shown) > 1
        assert "Great hall 1 2 Baltic Photonics" in shown[0]
        assert all("Tent" in page for page in shown)
        assert shown[-1].count(" 210") == 1
        assert any("Baltic Photonics Table 2" in page for page in pages)
        assert stands_within(drawn.pdf, 5)


def test_wishes_by_sector_stand_behind_those_in_general(floor: Floor) -> None:
    floor.who(
        "Ada",
        seeks="Partners.",
        by_sector={"Food": {"seeks": "pilots", "offers": "a mill"}, "Sea": {"offers": "a ship"}},
    )

    profiles = pages_of(booklet_prints(floor.journal).draw(SheetWish()).pdf)[1]

    assert "Looks for: Partners. · Food: pilots" in profiles
    assert "Offers: Food: a mill · Sea: a ship" in profiles
