"""Cards and the list of rounds, read back from the PDF."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsOrder
from app.icebreaking.rounds import KeptRounds, NoRounds, Timetable
from app.printing.sheet_prints import round_card_prints, round_list_prints
from app.printing.sheets import A4, A5, SheetWish
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of, stands_within
from tests.app.printing.sheets.test_cards import LONG, tallest
from tests.building import FIRST_DAY, MORNING, SECOND_DAY

PEOPLE, NAMED_LONG = 61, "Maximilian Freiherr von Hohenstein-Rautenberg"
START = MORNING + timedelta(minutes=30)


@pytest.fixture
def kept(floor: Floor) -> KeptRounds:
    """Sixty-one people in four rounds at tables of six, one of a long name."""
    floor.who(NAMED_LONG, organisation=LONG)
    for number in range(1, PEOPLE):
        floor.who(f"Ona {number:02}", organisation=f"Cluster {number // 2}")
    rounds = Icebreaking(floor.journal)
    rounds.keep(FIRST_DAY, RoundsOrder(rounds=4, size=6), Timetable(START, 10, 2))
    return rounds.of_day(FIRST_DAY)


@pytest.mark.parametrize("paper", [A4, A5])
def test_a_card_has_its_number_in_front_and_its_people_of_each_round_behind(
    floor: Floor, kept: KeptRounds, paper: str
) -> None:
    drawn = round_card_prints(floor.journal).draw(SheetWish(paper, FIRST_DAY))
    assert drawn.items == len(kept.rounds[0].tables) == 11
    pages = pages_of(drawn.pdf)
    sides = 1 if paper == A4 else 2
    assert len(pages) == 11 * sides
    assert tallest(drawn.pdf, 0) >= 60
    assert stands_within(drawn.pdf, 8)
    behind = pages[2 * sides + sides - 1]
    assert "Table 3, Tuesday 16 March" in behind
    for each in kept.rounds:
        assert f"Round {each.number}" in behind
        assert all(who.name in behind for who in each.tables[2])


def test_everybody_finds_their_tables_by_name(floor: Floor, kept: KeptRounds) -> None:
    drawn = round_list_prints(floor.journal).draw(SheetWish(A4, FIRST_DAY))
    text = " ".join(pages_of(drawn.pdf))
    assert drawn.items == PEOPLE
    assert "Find your tables, Tuesday 16 March" in text
    assert "R1" in text
    assert stands_within(drawn.pdf, 8)
    who = floor.who("Ona 17")
    tables = " ".join(str(table) for _round, table in kept.met(who))
    assert f"Ona 17 Cluster 8 {tables}" in text.replace("Of, ", "").replace(" Of", "")


def test_without_rounds_there_is_nothing_to_print(floor: Floor, kept: KeptRounds) -> None:
    del kept
    for prints in (round_card_prints, round_list_prints):
        with pytest.raises(NoRounds):
            prints(floor.journal).draw(SheetWish(A4, SECOND_DAY))


def test_twenty_rounds_have_room_on_cards_and_on_the_list(floor: Floor) -> None:
    for number in range(9):
        floor.who(f"{NAMED_LONG} {number}", organisation=LONG)
    start = Timetable(START, 5)
    Icebreaking(floor.journal).keep(FIRST_DAY, RoundsOrder(rounds=20, size=3), start)
    for prints in (round_card_prints, round_list_prints):
        drawn = prints(floor.journal).draw(SheetWish(A4, FIRST_DAY))
        assert stands_within(drawn.pdf, 8)
        assert "20" in " ".join(pages_of(drawn.pdf))
