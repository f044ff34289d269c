from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications.waiting import turn_between, turn_of

NOON = "2018-10-26T12:00:00+00:00"


@given(applied=st.lists(st.integers(0, 3), min_size=2, max_size=6), data=st.data())
def test_however_often_somebody_is_moved_the_others_keep_their_order(
    applied: list[int], data: st.DataObject
) -> None:
    queue = sorted(
        turn_of("", f"2018-10-26T12:00:0{second}+00:00", f"A-{number}")
        for number, second in enumerate(applied)
    )
    for _ in range(data.draw(st.integers(1, 25))):
        place = data.draw(st.integers(0, len(queue) - 1))

        turn = turn_between(queue[place - 1] if place else "", queue[place])

        queue.insert(place, turn)
        assert queue == sorted(set(queue))


def test_nothing_lies_between_what_is_the_same() -> None:
    with pytest.raises(ValueError, match="nothing lies between"):
        turn_between(NOON, NOON)


def test_ties_go_by_badge_number_and_who_came_nobody_knows_when_comes_last() -> None:
    turns = [
        turn_of("", NOON, "A-10"),
        turn_of("", "", "A-1"),
        turn_of("", NOON, "A-9"),
        turn_of("", "2018-10-26T11:59:59+00:00", "A-11"),
    ]

    assert [turns.index(each) for each in sorted(turns)] == [3, 2, 0, 1]
