"""Two people who change seats: what comes of it is said before."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest

from app.desks import OpenEvent
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsNotPossible, RoundsOrder
from app.icebreaking.rounds import KeptRounds, Timetable
from app.icebreaking.swapping import Swap, swap_of
from app.outcomes.audience import audience
from tests.building import FIRST_DAY, MORNING, EventBuilder, MovableClock

START = MORNING + timedelta(minutes=30)


@pytest.fixture
def rounds(open_event: OpenEvent, event: EventBuilder) -> Icebreaking:
    """Three rounds of eighteen people from nine organisations, without repeats."""
    for number in range(9):
        names = (("Ona", f"Of{number}"), ("Jan", f"Of{number}"))
        event.delegates(*names, organisation=f"Cluster {number}")
    rounds = Icebreaking(open_event.journal)
    rounds.keep(FIRST_DAY, RoundsOrder(3, 3), Timetable(START, 10, 2))
    return rounds


def met_again(kept: KeptRounds) -> int:
    """Count how many times two meet who met before."""
    met: list[frozenset[UUID]] = []
    for tables in kept.seats:
        for table in tables:
            met += {frozenset(pair) for pair in product(table, table) if pair[0] != pair[1]}
    return len(met) - len(set(met))


def swaps(rounds: Icebreaking, number: int) -> list[Swap]:
    """Give what would come of every exchange with the first at the first table."""
    kept = rounds.of_day(FIRST_DAY)
    with rounds.journal.reading() as session:
        people = audience(session)
    tables = kept.seats[number - 1]
    others = [other for table in tables[1:] for other in table]
    return [swap_of(kept, people, number, tables[0][0], other) for other in others]


def test_what_is_said_of_a_swap_is_what_comes_of_it(rounds: Icebreaking) -> None:
    before = met_again(rounds.of_day(FIRST_DAY))
    said = swaps(rounds, 2)
    assert {each.again for each in said} != {0}
    for each in said[:4]:
        one, other = (side.who.id for side in each.sides)
        kept, done = rounds.swap(FIRST_DAY, 2, one, other)
        assert met_again(kept) == before + each.again - each.spared
        assert kept.seats[1] == tuple(tuple(sorted(table)) for table in done.seats[1])
        back, _done = rounds.swap(FIRST_DAY, 2, one, other)
        assert met_again(back) == before


def test_colleagues_who_would_sit_together_are_named(rounds: Icebreaking) -> None:
    kept = rounds.of_day(FIRST_DAY)
    one = kept.rounds[0].tables[0][0]
    (colleague,) = (
        each
        for table in kept.rounds[0].tables
        for each in table
        if each.organisation == one.organisation and each.id != one.id
    )
    at = kept.rounds[0].table_of(colleague.id)
    beside = next(each for each in kept.rounds[0].tables[at - 1] if each.id != colleague.id)
    with rounds.journal.reading() as session:
        swap = swap_of(kept, audience(session), 1, one.id, beside.id)
    assert swap.sides[0].colleagues == (colleague,)


def test_seats_of_a_round_that_began_stay(rounds: Icebreaking, clock: MovableClock) -> None:
    kept = rounds.of_day(FIRST_DAY)
    one, other = (table[0] for table in kept.seats[0][:2])
    clock.now = START
    with pytest.raises(RoundsNotPossible) as refused:
        rounds.swap(FIRST_DAY, 1, one, other)
    assert refused.value.reason == "round_begun"
    assert rounds.of_day(FIRST_DAY).seats == kept.seats
