"""Two desks that change rounds while they are not in step: what both did counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.deeds import all_kinds
from app.icebreaking.deeds import RoundSeated, RoundsSet
from app.icebreaking.rounds import kept_rounds, row_of_day
from app.journal.deeds import Entry
from app.journal.drafts import apply
from db.scratch import scratch_session
from tests.building import FIRST_DAY, MORNING

KINDS = all_kinds()
DAY = row_of_day(FIRST_DAY)
DESKS = (UUID(int=1), UUID(int=2))
ROUNDS, TABLES = 3, 4

people = st.integers(1, 9).map(lambda number: UUID(int=100 + number))
places = st.none() | st.integers(0, TABLES - 1)
seatings = st.builds(
    RoundSeated,
    st.just(DAY),
    st.integers(0, ROUNDS - 1),
    st.dictionaries(people, places, max_size=5),
    st.just({}),
)


@pytest.fixture(scope="module")
def scratch() -> Iterator[Session]:
    with scratch_session() as session:
        yield session


def entries(deeds: Sequence[Any]) -> list[Entry[Any]]:
    """Give what the desks did, in the order of its times."""
    return [
        Entry(UUID(int=n), UUID(int=n), None, DESKS[n % 2], n << 16, MORNING, "", deed)
        for n, deed in enumerate(deeds, start=1)
    ]


def seats(scratch: Session, arrived: Sequence[Entry[Any]]) -> list[dict[UUID, int]]:
    """Give the table of everybody in each round once these have arrived, in this order."""
    for entry in arrived:
        apply(scratch, KINDS, [entry])
    kept = kept_rounds(scratch, FIRST_DAY)
    found = []
    for tables in kept.seats:
        sat = [(each, at) for at, table in enumerate(tables) for each in table]
        assert len(sat) == len(dict(sat)), "somebody sits twice in one round"
        found.append(dict(sat))
    scratch.rollback()
    return found


@settings(max_examples=60, deadline=None)
@given(st.data(), st.lists(seatings, max_size=8))
def test_in_whatever_order_seats_arrive_each_sits_once_and_where_they_were_put_last(
    scratch: Session, data: st.DataObject, done: list[RoundSeated]
) -> None:
    deeds = entries([RoundsSet(DAY, FIRST_DAY, MORNING, 10, 2, 6, ROUNDS), *done])
    last: list[dict[UUID, int | None]] = [{} for _ in range(ROUNDS)]
    for deed in done:
        last[deed.number].update(deed.seats)
    arrived = data.draw(st.permutations(deeds))

    found = seats(scratch, arrived)

    assert found == [
        {who: at for who, at in of_round.items() if at is not None} for of_round in last
    ]


def test_two_late_arrivals_of_desks_not_in_step_both_have_their_seats(scratch: Session) -> None:
    one, other = UUID(int=101), UUID(int=102)
    deeds = entries(
        [
            RoundsSet(DAY, FIRST_DAY, MORNING, 10, 2, 6, ROUNDS),
            RoundSeated(DAY, 1, {one: 2}, {one: None}),
            RoundSeated(DAY, 1, {other: 2}, {other: None}),
        ]
    )
    for arrived in (deeds, [deeds[0], deeds[2], deeds[1]], deeds[::-1]):
        assert seats(scratch, arrived)[1] == {one: 2, other: 2}
