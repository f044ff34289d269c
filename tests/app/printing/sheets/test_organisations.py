"""Schedules of organisations, read back from the PDF."""

from __future__ import annotations

import pytest

from app.printing.sheet_prints import organisation_prints
from app.printing.sheets import NoMeeting, SheetWish, UnknownPaper
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import FIRST_DAY, SECOND_DAY

LONG = "Vereinigung der Unternehmensverbände für Luft- und Raumfahrt in Niederbayern e. V."


@pytest.fixture
def baltic(floor: Floor) -> Floor:
    """Ada, Ben and Cleo are of Baltic Photonics; the others stand for themselves."""
    for name in ("Ada", "Ben", "Cleo"):
        floor.who(name, organisation="Baltic Photonics")
    return floor


def pages(floor: Floor, wish: SheetWish) -> list[str]:
    """Give what each page says."""
    return pages_of(organisation_prints(floor.journal).draw(wish).pdf)


def test_it_says_who_sits_where_and_who_is_free(baltic: Floor) -> None:
    baltic.who("Dov", organisation="Isar Photonik")
    baltic.meets("Ada", "Dov", "10:40", "7")
    baltic.meets("Ben", "Eve", "10:40", "9")
    baltic.meets("Ben", "Dov", "12:20", "3")

    first, _isar = pages(baltic, SheetWish(day=FIRST_DAY))

    assert "Baltic Photonics Tuesday 16 March Time Table Who Meets" in first
    assert "10:15 Ada Of, Ben Of Free until 10:35" in first
    assert "10:40 7 Ada Of Isar Photonik Dov Of 9 Ben Of Eve Of" in first
    assert "11:05 Ben Of Free until 12:15 Ada Of Free until 12:40" in first
    assert "12:20 3 Ben Of Isar Photonik Dov Of" in first
    assert "No meetings on this day: Cleo Of" in first
    assert "Page 1 of 1" in first


def test_colleagues_at_one_table_stand_once_and_those_who_meet_each_other_twice(
    baltic: Floor,
) -> None:
    baltic.meets("Ada Ben", "Dov", "10:15", "1")
    baltic.meets("Ada", "Cleo", "10:40", "2")

    (page,) = pages(baltic, SheetWish(day=FIRST_DAY))

    assert "10:15 1 Ada Of, Ben Of Dov Of" in page
    assert "10:40 2 Ada Of Baltic Photonics Cleo Of 2 Cleo Of Baltic Photonics Ada Of" in page


def test_many_who_are_free_at_once_are_told_in_several_rows(floor: Floor) -> None:
    names = ("Ada", "Ben", "Cleo", "Dov", "Eve")
    for name in names:
        floor.who(name, organisation="Baltic Photonics")
        floor.meets(name, f"{name}2", "12:20", "7")

    (page,) = pages(floor, SheetWish(day=FIRST_DAY))

    free = "Ada Of, Ben Of, Cleo Of Free until 12:15 Dov Of, Eve Of Free until 12:15"
    assert f"10:15 {free} 12:20 7 Ada Of" in page


def test_pages_are_counted_for_each_organisation_and_each_day_has_its_own(
    baltic: Floor,
) -> None:
    baltic.who("Dov", organisation="Ælfred Robotics")
    baltic.meets("Ada", "Dov", "10:15", "1")
    baltic.meets("Ada", "Eve", "10:40", "1", day=17)

    drawn = organisation_prints(baltic.journal).draw(SheetWish())

    alfred, tuesday, wednesday = pages_of(drawn.pdf)
    assert drawn.items == 2
    assert ("Ælfred Robotics" in alfred, "Page 1 of 1" in alfred) == (True, True)
    assert ("Tuesday 16 March" in tuesday, "Page 1 of 2" in tuesday) == (True, True)
    assert ("Wednesday 17 March" in wednesday, "Page 2 of 2" in wednesday) == (True, True)
    assert len(pages(baltic, SheetWish(day=SECOND_DAY))) == 1


def test_the_organisation_of_one_delegate_can_be_named(baltic: Floor) -> None:
    baltic.who("Dov", organisation="Isar Photonik")
    baltic.meets("Ada", "Dov", "10:15", "1")

    (page,) = pages(baltic, SheetWish(delegates=(baltic.who("Cleo"),)))

    assert "Baltic Photonics Tuesday" in page
    with pytest.raises(NoMeeting):
        pages(baltic, SheetWish(day=SECOND_DAY))
    with pytest.raises(UnknownPaper):
        pages(baltic, SheetWish("a5"))


def test_many_people_with_long_names_go_on_on_more_pages(floor: Floor) -> None:
    staff = [f"{n:02}Hohenstein-Rautenberg-Kallenbach-{'Maximilian' * 3}" for n in range(30)]
    for name in staff:
        floor.who(name, organisation=LONG)
    for name in staff:
        for clock in ("10:15", "11:55"):
            floor.meets(name, f"Guest{name}", clock, "7")

    drawn = organisation_prints(floor.journal).draw(SheetWish())

    said = pages_of(drawn.pdf)
    assert len(said) > 3
    for at, page in enumerate(said, start=1):
        assert f"Page {at} of {len(said)}" in page
        assert "Time Table Who Meets" in page
    assert all(" ".join(said).count(f"Guest{name[:12]}") == 2 for name in staff)
    assert sizes_of(drawn.pdf) == {(210, 297)}
    assert stands_within(drawn.pdf, 10)
