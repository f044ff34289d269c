"""Seating delegates in rounds at mixed tables."""

from __future__ import annotations

from itertools import combinations

import pytest

from app.desks import OpenEvent
from app.icebreaking.crowd import Among
from app.icebreaking.mixing import Mixed, RoundsMade, RoundsNotPossible, RoundsOrder, mix
from app.progress import Cancelled, Progress
from tests.app.floor.running import RunningDay
from tests.building import FIRST_DAY, EventBuilder


@pytest.fixture
def crowd(event: EventBuilder) -> EventBuilder:
    """Twenty-four people of twelve organisations, in three delegations."""
    for number in range(12):
        event.delegates(
            ("Ona", f"Of{number}"),
            ("Jan", f"Of{number}"),
            organisation=f"Cluster {number}",
            delegation=("Nordic", "Iberia", "Baltic")[number % 3],
            sectors=["Life science" if number % 2 else "Cleantech"],
        )
    return event


def pairs_of(made: RoundsMade) -> list[frozenset[str]]:
    return [
        frozenset((one.badge_number, other.badge_number))
        for tables in made.rounds
        for table in tables
        for one, other in combinations(table, 2)
    ]


def test_nobody_meets_twice_and_colleagues_sit_apart(
    crowd: EventBuilder, open_event: OpenEvent
) -> None:
    made = mix(open_event.journal, RoundsOrder(rounds=3, size=4))
    assert [len(table) for table in made.rounds[0]] == [4] * 6
    assert len(pairs_of(made)) == len(set(pairs_of(made)))
    assert made.repeats == 0
    assert made.alike[0] == (Mixed.ORGANISATION, 0, 0)
    for tables in made.rounds:
        for table in tables:
            assert len({each.organisation for each in table}) == 4


def test_who_is_not_accepted_is_not_seated(crowd: EventBuilder, open_event: OpenEvent) -> None:
    crowd.delegate("Ieva", "Waits", status="received")
    assert mix(open_event.journal, RoundsOrder(rounds=1, size=4)).people == 24


def test_only_those_who_are_here_are_seated_if_that_is_wanted(day: RunningDay) -> None:
    names = ("Ada", "Bo", "Cy", "Di", "Eli", "Flo", "Gus", "Hal")
    people = [day.floor.who(name) for name in names]
    day.comes(*names[:6])
    made = mix(day.journal, RoundsOrder(rounds=2, size=3, among=Among(here_on=FIRST_DAY)))
    assert made.people == 6
    assert {each.id for table in made.rounds[0] for each in table} == set(people[:6])


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (RoundsOrder(0, 6), "no_round"),
        (RoundsOrder(21, 6), "too_many_rounds"),
        (RoundsOrder(2, 2), "size"),
        (RoundsOrder(2, 24), "too_few"),
        (RoundsOrder(2, 6, tables=9), "tables"),
        (RoundsOrder(2, 6, Among(delegations=("Atlantis",))), "too_few"),
    ],
)
def test_nonsense_is_refused(
    crowd: EventBuilder, open_event: OpenEvent, order: RoundsOrder, reason: str
) -> None:
    with pytest.raises(RoundsNotPossible) as refused:
        mix(open_event.journal, order)
    assert refused.value.reason == reason


def test_it_tells_how_far_it_is_and_can_be_stopped(
    crowd: EventBuilder, open_event: OpenEvent
) -> None:
    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        mix(open_event.journal, RoundsOrder(5, 5), stop)
