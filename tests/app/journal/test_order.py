"""The law that deeds stand on: the same deeds give the same state, in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.deeds import all_kinds
from app.journal.deeds import Entry
from app.journal.drafts import apply
from db.scratch import scratch_session, state
from tests.app.journal.random_deeds import entries

KINDS = all_kinds()
Chunks = Sequence[Sequence[Entry[Any]]]
State = Mapping[str, Mapping[UUID, dict[str, Any]]]

FIRST_FOUND = settings(max_examples=1_000, deadline=None, database=None, phases=[Phase.generate])


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[Chunks, Chunks]:
    """Draw deeds in order, and the same ones shuffled, some of them repeated, cut in chunks."""
    done = draw(entries())
    repeats = draw(st.lists(st.sampled_from(done), max_size=4))
    shuffled = draw(st.permutations([*done, *repeats]))
    cuts = sorted(draw(st.sets(st.integers(1, len(shuffled)), max_size=4)) | {0, len(shuffled)})
    return [done], [shuffled[a:b] for a, b in pairwise(cuts)]


@pytest.fixture(scope="module")
def scratch() -> Iterator[Session]:
    with scratch_session() as session:
        yield session


def built(scratch: Session, chunks: Chunks) -> State:
    for chunk in chunks:
        apply(scratch, KINDS, chunk)
    came_to = dict(state(scratch))
    scratch.rollback()
    return came_to


@settings(max_examples=200, deadline=None)
@given(arrivals())
def test_deeds_give_the_same_state_in_any_order_with_repeats_and_however_split(
    scratch: Session, arrived: tuple[Chunks, Chunks]
) -> None:
    in_order, anyhow = arrived

    assert built(scratch, anyhow) == built(scratch, in_order)


@pytest.mark.long
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(arrivals())
def test_deeds_give_the_same_state_in_any_order_many_times(
    scratch: Session, arrived: tuple[Chunks, Chunks]
) -> None:
    in_order, anyhow = arrived

    assert built(scratch, anyhow) == built(scratch, in_order)


def test_if_the_last_to_arrive_won_the_order_would_matter(scratch: Session) -> None:
    def differs(arrived: tuple[Chunks, Chunks]) -> bool:
        in_order, anyhow = arrived
        ends = [told(built(scratch, as_arrived(chunks))) for chunks in (in_order, anyhow)]
        return ends[0] != ends[1]

    assert differs(find(arrivals(), differs, settings=FIRST_FOUND))


def as_arrived(chunks: Chunks) -> Chunks:
    """Stamp deeds by when they arrive, and not by when they were done."""
    arrived = iter(range(1, 1_000))
    return [[replace(entry, hlc=next(arrived) << 16) for entry in chunk] for chunk in chunks]


def told(came_to: State) -> list[tuple[str, UUID, str, Any]]:
    """Leave out what says when something was written."""
    return [
        (table, thing, name, value)
        for table, rows in came_to.items()
        for thing, row in sorted(rows.items())
        for name, value in row.items()
        if name not in {"stamp", "stamps", "hlc"}
    ]
