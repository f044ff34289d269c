"""Rounds that are kept, and what happens to them on the day."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from app.desks import OpenEvent
from app.event.editing import UnknownDay
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsNotPossible, RoundsOrder
from app.icebreaking.rounds import KeptRounds, NoRounds, Timetable
from app.journal.undo import redo, undo
from tests.building import FIRST_DAY, MORNING, EventBuilder, MovableClock

FOUR_AT_A_TABLE = RoundsOrder(rounds=3, size=4)
EARLY = Timetable(MORNING + timedelta(minutes=30), minutes=10, pause=2)


@pytest.fixture
def people(event: EventBuilder) -> list[UUID]:
    """Twenty-four people of twelve organisations."""
    return [
        delegate
        for number in range(12)
        for delegate in event.delegates(
            ("Ona", f"Of{number}"), ("Jan", f"Of{number}"), organisation=f"Cluster {number}"
        )
    ]


@pytest.fixture
def icebreaking(open_event: OpenEvent, people: list[UUID]) -> Icebreaking:
    """Three rounds for all of them, the first in half an hour."""
    icebreaking = Icebreaking(open_event.journal)
    icebreaking.keep(FIRST_DAY, FOUR_AT_A_TABLE, EARLY)
    return icebreaking


def tables(kept: KeptRounds, number: int) -> list[set[UUID]]:
    return [set(table) for table in kept.seats[number]]


def test_kept_rounds_have_their_times_and_show_who_sits_where_now(
    icebreaking: Icebreaking, people: list[UUID]
) -> None:
    kept = icebreaking.of_day(FIRST_DAY)
    start = EARLY.starts_at
    assert [(each.number, each.starts_at, each.ends_at) for each in kept.rounds] == [
        (n + 1, start + timedelta(minutes=12 * n), start + timedelta(minutes=12 * n + 10))
        for n in range(3)
    ]
    during_pause = start + timedelta(minutes=11)
    now = kept.at(during_pause)
    assert (now is not None and now.number, kept.begun(during_pause)) == (2, 1)
    assert kept.at(start + timedelta(hours=1)) is None
    assert [each.number for each, _table in kept.met(people[0])] == [1, 2, 3]


def test_who_comes_late_finds_a_place_in_the_rounds_to_come_and_nobody_moves(
    icebreaking: Icebreaking, event: EventBuilder, clock: MovableClock
) -> None:
    before = icebreaking.of_day(FIRST_DAY)
    late = event.delegate("Late", "Comer", organisation="Cluster 3")
    clock.now = EARLY.starts_at + timedelta(minutes=3)
    fitted = icebreaking.come_late(FIRST_DAY, [late])
    assert fitted.moved == 0
    assert [each.number for each, _table in fitted.rounds.met(late)] == [2, 3]
    for number in range(3):
        assert [table - {late} for table in tables(fitted.rounds, number)] == tables(before, number)
    with pytest.raises(RoundsNotPossible) as refused:
        icebreaking.come_late(FIRST_DAY, [late])
    assert refused.value.reason == "sits_already"


def test_who_stays_away_costs_the_others_few_changes_and_one_undo_brings_them_back(
    icebreaking: Icebreaking, clock: MovableClock
) -> None:
    before = icebreaking.of_day(FIRST_DAY)
    clock.now = EARLY.starts_at + timedelta(minutes=3)
    gone = sorted(tables(before, 1)[0])[:3]
    fitted = icebreaking.stay_away(FIRST_DAY, gone)
    assert tables(fitted.rounds, 0) == tables(before, 0)
    for number in (1, 2):
        sizes = sorted(len(table) for table in tables(fitted.rounds, number))
        assert sizes[-1] - sizes[0] <= 1
        assert sum(sizes) == 21
    assert fitted.moved <= 10

    undo(icebreaking.journal)
    assert icebreaking.of_day(FIRST_DAY).seats == before.seats
    redo(icebreaking.journal)
    assert icebreaking.of_day(FIRST_DAY).seats == fitted.rounds.seats


def test_rounds_that_have_begun_are_not_seated_anew(
    icebreaking: Icebreaking, people: list[UUID], clock: MovableClock
) -> None:
    icebreaking.keep(FIRST_DAY, RoundsOrder(rounds=2, size=3), EARLY)
    assert len(icebreaking.of_day(FIRST_DAY).rounds) == 2
    clock.now = EARLY.starts_at
    with pytest.raises(RoundsNotPossible) as refused:
        icebreaking.keep(FIRST_DAY, FOUR_AT_A_TABLE, EARLY)
    assert (refused.value.reason, refused.value.value) == ("begun", 1)
    clock.passes(hours=1)
    with pytest.raises(RoundsNotPossible) as refused:
        icebreaking.stay_away(FIRST_DAY, people[:1])
    assert refused.value.reason == "all_begun"


def test_who_sits_nowhere_can_not_stay_away(icebreaking: Icebreaking, event: EventBuilder) -> None:
    with pytest.raises(RoundsNotPossible) as refused:
        icebreaking.stay_away(FIRST_DAY, [event.delegate("New")])
    assert refused.value.reason == "sits_nowhere"


def test_dropped_rounds_are_gone_until_undo(icebreaking: Icebreaking) -> None:
    icebreaking.drop(FIRST_DAY)
    with pytest.raises(NoRounds):
        icebreaking.of_day(FIRST_DAY)
    undo(icebreaking.journal)
    assert len(icebreaking.of_day(FIRST_DAY).rounds) == 3


def test_no_rounds_are_kept_on_a_day_that_is_none_of_the_event(icebreaking: Icebreaking) -> None:
    day = date(2027, 3, 20)
    with pytest.raises(UnknownDay):
        icebreaking.keep(day, FOUR_AT_A_TABLE, EARLY)
    with pytest.raises(NoRounds):
        icebreaking.of_day(day)


def test_no_rounds_are_kept_that_end_after_midnight(icebreaking: Icebreaking) -> None:
    late = Timetable(MORNING.replace(hour=21, minute=30), minutes=10, pause=2)
    with pytest.raises(RoundsNotPossible) as refused:
        icebreaking.keep(FIRST_DAY, FOUR_AT_A_TABLE, late)
    assert (refused.value.reason, refused.value.value) == ("midnight", 3)
    assert icebreaking.of_day(FIRST_DAY).timetable == EARLY
