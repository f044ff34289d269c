"""Repair of a running day: what is lost, what may be offered, and what never moves."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given, settings

from app.planning.check import broken_rules
from app.planning.disruption import Away, Day, Disruption, day_after
from app.planning.offers import Move, Offer
from app.planning.plan import Standing
from app.planning.problem import Meeting, Person, Problem, Request, Slot, Table
from app.planning.repair import Offers, repair
from tests.planning.days import best_trade, disruption, most_filled, planned
from tests.planning.problems import dice, problems, shuffled

sound = settings(max_examples=60, deadline=None)

DAY = Problem(
    slots=tuple(Slot(f"{hour}:00") for hour in range(9, 13)),
    people=tuple(Person(name) for name in ("Ada", "Ben", "Cleo", "Dov", "Eve", "Fay")),
    tables=(Table("1"), Table("2")),
    requests=(
        Request("ab", ("Ada", "Ben")),
        Request("ac", ("Ada", "Cleo")),
        Request("bd", ("Ben", "Dov")),
        Request("cd", ("Cleo", "Dov")),
        Request("ef", ("Eve", "Fay")),
    ),
)
PLAN = (
    Meeting(0, "1", "ab"),
    Meeting(0, "2", "cd"),
    Meeting(1, "1", "ac"),
    Meeting(1, "2", "bd"),
    Meeting(2, "1", "ef"),
)


def missing(name: str, since: int, back: int | None = None) -> tuple[Away, ...]:
    return (Away(name, since, back),)


def test_meetings_of_somebody_missing_are_lost_from_then_on() -> None:
    day = day_after(DAY, PLAN, Disruption(now=1, missing=missing("Ben", 0)))

    assert day.lost == (Meeting(1, "2", "bd"),)
    assert day.fixed == PLAN[:2]
    assert day.movable == (Meeting(1, "1", "ac"), Meeting(2, "1", "ef"))


def test_meetings_at_a_closed_table_are_lost_until_it_opens() -> None:
    day = day_after(DAY, PLAN, Disruption(closed=(Away("1", 0, 2),)))

    assert day.lost == (Meeting(0, "1", "ab"), Meeting(1, "1", "ac"))


def test_somebody_who_comes_late_loses_only_what_is_before() -> None:
    assert day_after(DAY, PLAN, Disruption(missing=missing("Ben", 0, back=1))).lost == PLAN[:1]


def test_a_meeting_that_has_begun_is_neither_lost_nor_moved() -> None:
    problem = replace(DAY, requests=(replace(DAY.requests[0], length=2), *DAY.requests[1:]))
    plan = (PLAN[0], PLAN[1], Meeting(2, "1", "ac"))

    day = day_after(problem, plan, Disruption(now=1, missing=missing("Ben", 1)))

    assert (day.fixed, day.movable, day.lost) == (plan[:2], plan[2:], ())
    assert broken_rules(day.problem, plan) == ()


def test_what_is_frozen_or_locked_is_fixed() -> None:
    problem = replace(DAY, locked=PLAN[4:])

    day = day_after(problem, PLAN, Disruption(now=0, freeze=1))

    assert day.fixed == (*PLAN[:2], PLAN[4])
    assert day.movable == PLAN[2:4]


def test_a_lost_meeting_is_held_when_its_people_are_back() -> None:
    offers = repair(DAY, PLAN, Disruption(now=0, missing=missing("Ben", 0, back=1)))

    (offer,) = offers.offers
    assert [each.request for each in offer.recovered] == ["ab"]
    assert offer.recovered[0].slot >= 2
    assert offer.moved == ()
    assert offer.told == ("Ada", "Ben")
    assert offers.most_meetings == 1


def test_a_closed_table_sends_its_meeting_to_the_other_in_the_same_slot() -> None:
    problem = replace(DAY, requests=(replace(DAY.requests[4], slots=0b100), *DAY.requests[:4]))

    offers = repair(problem, PLAN, Disruption(now=2, closed=(Away("1", 2),)))

    assert offers.offers[0].recovered == (Meeting(2, "2", "ef"),)


@pytest.fixture
def crowded() -> tuple[Problem, tuple[Meeting, ...], Disruption]:
    """Eve wants to meet Ada at 10:00, whose meeting with Cleo can only be at 11:00 instead."""
    free = {"Ada": 0b110, "Eve": 0b010, "Cleo": 0b111, "Dov": 0b101}
    problem = Problem(
        slots=DAY.slots[:3],
        people=tuple(Person(name, slots) for name, slots in free.items()),
        tables=DAY.tables,
        requests=(Request("ac", ("Ada", "Cleo")), Request("cd", ("Cleo", "Dov"))),
    )
    plan = (Meeting(1, "1", "ac"),)
    return problem, plan, Disruption(requests=(Request("ae", ("Ada", "Eve")),))


def test_a_meeting_gives_way_to_one_that_fits_nowhere_else(
    crowded: tuple[Problem, tuple[Meeting, ...], Disruption],
) -> None:
    problem, plan, wish = crowded

    filled, moved = repair(replace(problem, requests=problem.requests[:1]), plan, wish).offers

    assert filled.recovered == ()
    assert moved.recovered == (Meeting(1, "1", "ae"),)
    assert moved.moved == (Move(plan[0], Meeting(2, "1", "ac")),)
    assert moved.told == ("Ada", "Cleo", "Eve")


def test_what_is_frozen_gives_no_way(
    crowded: tuple[Problem, tuple[Meeting, ...], Disruption],
) -> None:
    problem, plan, wish = crowded
    frozen = replace(wish, now=1, freeze=1)

    (offer,) = repair(replace(problem, requests=problem.requests[:1]), plan, frozen).offers

    assert offer.meetings == plan


@pytest.mark.parametrize(("price", "moves"), [(Fraction(1, 3), 2), (Fraction(1), 0)])
def test_two_meetings_move_for_one_only_if_it_is_worth_that(
    crowded: tuple[Problem, tuple[Meeting, ...], Disruption], price: Fraction, moves: int
) -> None:
    problem, plan, wish = crowded
    plan = (*plan, Meeting(2, "1", "cd"))

    last = repair(problem, plan, wish, worth_of_move=price).offers[-1]

    assert len(last.moved) == moves


def test_a_repair_can_be_stopped_and_answers_what_it_has(
    crowded: tuple[Problem, tuple[Meeting, ...], Disruption],
) -> None:
    told: list[Standing] = []

    def stop(standing: Standing) -> bool:
        told.append(standing)
        return False

    (offer,) = repair(*crowded, watch=stop).offers

    assert [standing.phase for standing in told] == ["few_moves"]
    assert offer.moved == ()


def test_a_day_without_anything_has_nothing_to_repair() -> None:
    nothing = repair(Problem((Slot("9:00"),), (), (), ()), (), Disruption())

    (offer,) = nothing.offers
    assert (offer.meetings, nothing.most_meetings, nothing.most_worth) == ((), 0, 0)


@sound
@given(problem=problems(), rng=dice())
def test_every_offer_keeps_the_rules_and_leaves_alone_what_is_fixed(
    problem: Problem, rng: Random
) -> None:
    offers = repair(problem, planned(rng, problem), disruption(rng, problem))
    day = offers.day

    for offer in offers.offers:
        assert broken_rules(day.problem, offer.meetings) == ()
        assert set(day.fixed) <= set(offer.meetings)
        assert all(meeting.slot >= day.now for meeting in offer.recovered)
        for move in offer.moved:
            assert move.before in day.movable
            assert move.before != move.after
            assert move.after.slot >= day.thawed
        assert set(offer.meetings) == resulting(day, offer)


def resulting(day: Day, offer: Offer) -> set[Meeting]:
    before = {move.before for move in offer.moved}
    after = {move.after for move in offer.moved}
    return (set(day.standing) - before) | after | set(offer.recovered)


@sound
@given(problem=problems(), rng=dice())
def test_everybody_concerned_is_told_once(problem: Problem, rng: Random) -> None:
    offers = repair(problem, planned(rng, problem), disruption(rng, problem))
    people = {request.name: request.people for request in offers.day.problem.requests}

    for offer in offers.offers:
        after = (*offer.recovered, *(move.after for move in offer.moved))
        told = {name for meeting in after for name in people[meeting.request]}
        assert offer.told == tuple(sorted(told))


@sound
@given(problem=problems(), rng=dice())
def test_free_places_are_filled_as_well_as_can_be(problem: Problem, rng: Random) -> None:
    offers = repair(problem, planned(rng, problem), disruption(rng, problem))

    filled = offers.offers[0]

    assert filled.moved == ()
    assert filled.proved
    assert filled.worth == most_filled(offers.day)


@settings(max_examples=25, deadline=None)
@given(problem=problems(), rng=dice())
def test_no_repair_is_better_than_the_last_offer_at_its_price(
    problem: Problem, rng: Random
) -> None:
    short = replace(
        problem,
        requests=tuple(replace(request, length=1) for request in problem.requests),
        locked=(),
    )
    offers = repair(short, planned(rng, short), disruption(rng, short))
    assume(len(offers.day.movable) <= 3)

    assert max(map(value, offers.offers)) == best_trade(offers.day, 3)


@sound
@given(problem=problems(), rng=dice())
def test_nothing_recovers_more_than_the_bound(problem: Problem, rng: Random) -> None:
    offers = repair(problem, planned(rng, problem), disruption(rng, problem))

    for offer in offers.offers:
        assert len(offer.recovered) <= offers.most_meetings
        assert offer.worth <= offers.most_worth


@sound
@given(problem=problems(), rng=dice())
def test_the_order_of_what_is_given_means_nothing(problem: Problem, rng: Random) -> None:
    plan, away = planned(rng, problem), disruption(rng, problem)

    one = repair(problem, plan, away)
    other = repair(shuffled(rng, problem), plan[::-1], replace(away, missing=away.missing[::-1]))

    assert answers(one) == answers(other)


def value(offer: Offer) -> int:
    return 3 * offer.worth - len(offer.moved)


def answers(offers: Offers) -> tuple[object, ...]:
    return offers.offers, offers.most_meetings, offers.most_worth, offers.day.lost
