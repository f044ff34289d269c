"""Orders to speak in, as laws: nobody is lost, and delegations are kept apart while they can be."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.meetings.attendees import Someone
from app.speeches.ordering import GAP, Order, in_order, placed

_DELEGATIONS = st.lists(st.sampled_from(["", "US", "Baltic", "Nordic"]), max_size=30)
_PEOPLE = [UUID(int=n) for n in range(1, 13)]


def _spoken(delegations: list[str], order: Order, seed: int = 1) -> list[str]:
    people = [
        (Someone(UUID(int=n), f"A-{n}", f"P{n}", "", ""), delegation)
        for n, delegation in enumerate(delegations)
    ]
    found = in_order(people, order, seed)
    assert sorted(each.id for each in found) == [who.id for who, _delegation in people]
    of = {who.id: delegation for who, delegation in people}
    return [of[each.id] for each in found]


@given(_DELEGATIONS, st.sampled_from(list(Order)), st.integers(0, 99))
def test_everybody_speaks_once_in_any_order(
    delegations: list[str], order: Order, seed: int
) -> None:
    assert sorted(_spoken(delegations, order, seed)) == sorted(delegations)


@given(_DELEGATIONS)
def test_mixed_nobody_follows_their_own_delegation_more_often_than_they_must(
    delegations: list[str],
) -> None:
    spoken = _spoken(delegations, Order.MIXED)
    most = max(Counter(delegations).values(), default=0)
    must = max(0, 2 * most - len(delegations) - 1)
    assert sum(one == other for one, other in pairwise(spoken)) == must


@given(st.integers(1, 6), st.integers(1, 5))
def test_mixed_delegations_of_one_size_take_turns(size: int, delegations: int) -> None:
    names = [f"D{n}" for n in range(delegations)]
    assert _spoken(names * size, Order.MIXED) == names * size


@given(_DELEGATIONS)
def test_by_delegation_each_one_speaks_in_one_go(delegations: list[str]) -> None:
    spoken = _spoken(delegations, Order.DELEGATION)
    assert sum(one != other for one, other in pairwise(spoken)) == max(len(set(spoken)) - 1, 0)


@given(st.permutations(_PEOPLE), st.dictionaries(st.sampled_from(_PEOPLE), st.integers(-9, 9)))
def test_places_rise_in_the_order_that_is_wanted(order: list[UUID], known: dict[UUID, int]) -> None:
    places = placed(order, known)
    assert list(places) != [] or not order
    assert all(places[one] < places[other] for one, other in pairwise(order))


@given(st.permutations(_PEOPLE), st.integers(0, 11), st.integers(0, 11))
def test_one_who_moves_gets_the_only_new_place(order: list[UUID], taken: int, put: int) -> None:
    known = {each: at * GAP for at, each in enumerate(order)}
    moved = [each for each in order if each != order[taken]]
    moved.insert(put, order[taken])
    places = placed(moved, known)
    assert sum(places[each] != known[each] for each in order) <= (taken != put)
