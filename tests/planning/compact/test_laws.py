"""Both proofs, held against every schedule there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.planning.compact import cpsat, maxsat
from app.planning.compact.event import Event
from app.planning.compact.ground import Ground, News, Tell, ground_of
from tests.planning.compact.exact import breaks_of, fewest_breaks, keeps_the_rules, tiny_event

events = st.integers(0, 10**9).map(Random).map(tiny_event)
many = settings(max_examples=250, deadline=None)
some = settings(max_examples=60, deadline=None)


def proved(prove: Callable[[Ground, Tell], None], event: Event) -> dict[str, int] | None:
    """Give the schedule that a proof ends with; none if it says that there is none."""
    ground = ground_of(event)
    told: list[News] = []
    prove(ground, told.append)
    assert told[-1].closed
    schedules = [news.slots for news in told if news.slots is not None]
    if not schedules:
        return None
    assert max(news.bound for news in told) <= min(sum(ground.breaks(each)) for each in schedules)
    best = min(schedules, key=lambda slots: sum(ground.breaks(slots)))
    return dict(zip(ground.names, best, strict=True))


def assert_best(event: Event, slots: dict[str, int] | None) -> None:
    fewest = fewest_breaks(event)
    if slots is None:
        assert fewest is None
    else:
        assert keeps_the_rules(event, slots)
        assert sum(breaks_of(event, slots)) == fewest


@many
@given(event=events)
def test_the_proof_by_cores_finds_what_trying_everything_finds(event: Event) -> None:
    assert_best(event, proved(maxsat.prove, event))


@some
@given(event=events)
def test_the_proof_by_cp_sat_finds_what_trying_everything_finds(event: Event) -> None:
    assert_best(event, proved(cpsat.prove, event))


@some
@given(event=events, rng=st.integers(0, 10**9).map(Random))
def test_the_order_of_people_and_meetings_changes_nothing(event: Event, rng: Random) -> None:
    mixed = replace(
        event,
        people=tuple(rng.sample(event.people, len(event.people))),
        meetings=tuple(rng.sample(event.meetings, len(event.meetings))),
    )

    assert proved(maxsat.prove, mixed) == proved(maxsat.prove, event)
