"""Single proposals: what is suggested, in which order, and that each can be done at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings

from app.planning.check import broken_rules
from app.planning.disruption import Away, Day, Disruption, day_after
from app.planning.ideas import Sort
from app.planning.offers import Move
from app.planning.problem import Meeting, Person, Problem, Request, Slot, Table
from app.planning.proposals import Proposal, proposals
from tests.planning.days import disruption, planned
from tests.planning.problems import dice, problems, shuffled

sound = settings(max_examples=60, deadline=None)

DAY = Problem(
    slots=tuple(Slot(f"{hour}:00") for hour in (9, 10, 11)),
    people=tuple(Person(name) for name in ("Ada", "Ben", "Cleo", "Dov", "Eve", "Fay")),
    tables=(Table("1"), Table("2"), Table("3", zone="hill")),
    requests=(
        Request("ab", ("Ada", "Ben")),
        Request("cd", ("Cleo", "Dov")),
    ),
)
AB, CD = Meeting(0, "1", "ab"), Meeting(0, "2", "cd")
NO_BEN = Disruption(freeze=1, missing=(Away("Ben"),))


def asked(*requests: Request, **changed: Any) -> Problem:
    return replace(DAY, requests=(*DAY.requests, *requests), **changed)


def free(slots: Mapping[str, int]) -> dict[str, Any]:
    people = (replace(each, free=slots.get(each.name, -1)) for each in DAY.people)
    return {"people": tuple(people)}


def shown(found: tuple[Proposal, ...]) -> list[tuple[Sort, Meeting]]:
    return [(each.why, each.meeting) for each in found]


def test_somebody_idle_who_wished_for_it_is_the_new_partner_now_or_in_the_next_slot() -> None:
    problem = asked(Request("ae", ("Ada", "Eve")))

    found = proposals(problem, (AB, CD), NO_BEN, AB)

    assert shown(found) == [
        (Sort.NEW_PARTNER_NOW, Meeting(0, "1", "ae")),
        (Sort.NEW_PARTNER_LATER, Meeting(1, "1", "ae")),
    ]
    assert [each.told for each in found] == [("Ada", "Eve")] * 2
    assert found[0].facts == {
        "people": ("Ada", "Eve"),
        "slot": ("9:00",),
        "table": ("1",),
        "waiting": ("Ada",),
    }


def test_the_same_pair_meets_when_the_late_one_has_come() -> None:
    late = Disruption(missing=(Away("Ben", back=2),))

    assert shown(proposals(DAY, (AB, CD), late, AB)) == [
        (Sort.SAME_PAIR_LATER, Meeting(2, "1", "ab"))
    ]


def test_the_same_pair_meets_before_if_only_the_table_is_closed_then() -> None:
    later = Meeting(2, "1", "ab")
    problem = replace(DAY, tables=DAY.tables[:1])

    found = proposals(problem, (later,), Disruption(now=1, closed=(Away("1", 2),)), later)

    assert (Sort.SAME_PAIR_EARLIER, Meeting(1, "1", "ab")) in shown(found)


def test_a_pair_whose_table_is_closed_goes_to_the_nearest_that_is_idle() -> None:
    closed = Disruption(freeze=1, closed=(Away("1", 0, 1),))
    problem = replace(DAY, requests=(replace(DAY.requests[0], slots=1), DAY.requests[1]))

    assert shown(proposals(problem, (AB, CD), closed, AB)) == [
        (Sort.OTHER_TABLE, Meeting(0, "3", "ab"))
    ]


def test_others_use_a_table_that_would_be_idle_and_who_waits_is_told_too() -> None:
    problem = asked(Request("ef", ("Eve", "Fay")))

    (idle,) = proposals(problem, (AB, CD), NO_BEN, AB)

    assert (idle.why, idle.meeting) == (Sort.IDLE_TABLE, Meeting(0, "1", "ef"))
    assert idle.told == ("Ada", "Eve", "Fay")


def test_somebody_who_waits_gets_partners_without_any_meeting_lost() -> None:
    problem = asked(Request("ae", ("Ada", "Eve"), slots=0b10), Request("ef", ("Eve", "Fay")))

    found = proposals(problem, (CD,), Disruption(now=1), "Ada")

    assert (Sort.NEW_PARTNER_NOW, Meeting(1, "1", "ae")) in shown(found)
    assert all("Ada" in each.told and each.why != Sort.IDLE_TABLE for each in found)


def test_one_meeting_gives_way_if_that_is_the_only_way() -> None:
    problem = asked(Request("ae", ("Ada", "Eve")), Request("ef", ("Eve", "Fay")))
    problem = replace(problem, **free({"Ada": 0b010, "Eve": 0b110}))
    in_the_way = Meeting(1, "2", "ef")

    found = proposals(problem, (in_the_way,), Disruption(now=1), "Ada")

    chain = next(each for each in found if each.meeting.request == "ae")
    assert chain.moves == (Move(in_the_way, Meeting(2, "2", "ef")),)
    assert chain.told == ("Ada", "Eve", "Fay")
    assert chain.facts["moved"] == ("Eve", "Fay")
    assert (chain.facts["from_slot"], chain.facts["to_slot"]) == (("10:00",), ("11:00",))


@pytest.mark.parametrize(
    ("wishes", "times_moved", "first"),
    [
        ((Request("ae", ("Ada", "Eve"), 2), Request("af", ("Ada", "Fay"))), {}, "ae"),
        ((Request("ae", ("Ada", "Eve")), Request("af", ("Ada", "Fay"), 2)), {}, "af"),
        ((Request("ae", ("Ada", "Eve")), Request("af", ("Ada", "Fay"))), {"Eve": 1}, "af"),
        ((Request("ae", ("Ada", "Eve")), Request("af", ("Ada", "Fay"))), {"Fay": 1}, "ae"),
        ((Request("ac", ("Ada", "Cleo")), Request("af", ("Ada", "Fay"))), {}, "af"),
        ((Request("ac", ("Ada", "Cleo"), 2), Request("af", ("Ada", "Fay"))), {}, "ac"),
        (
            (Request("aef", ("Ada", "Eve", "Fay")), Request("ad", ("Ada", "Dov"))),
            {"Dov": 2},
            "ad",
        ),
    ],
    ids=["worth", "its worth", "moved", "its moves", "served", "worth of the served", "told"],
)
def test_worth_is_first_then_few_who_are_told_then_fair_shares(
    wishes: tuple[Request, ...], times_moved: dict[str, int], first: str
) -> None:
    problem = replace(DAY, requests=(DAY.requests[1], *wishes))

    found = proposals(problem, (CD,), Disruption(now=1), "Ada", times_moved)

    assert found[0].meeting.request == first


def test_of_equals_the_shortest_walk_is_first() -> None:
    problem = asked(
        Request("ae", ("Ada", "Eve"), tables=frozenset({"3"})),
        Request("af", ("Ada", "Fay"), tables=frozenset({"2"})),
    )
    before = (Meeting(0, "2", "ab"),)
    people = (Person("Ada", 0b011), *problem.people[1:])

    found = proposals(replace(problem, people=people), before, Disruption(now=1), "Ada")

    assert [each.meeting.table for each in found] == ["2", "3"]


def test_a_proposal_has_the_name_of_what_it_says() -> None:
    problem = asked(Request("ae", ("Ada", "Eve")), Request("af", ("Ada", "Fay")))
    taken = proposals(problem, (AB, CD), NO_BEN, AB)

    again = proposals(problem, (CD, AB), NO_BEN, AB)
    other = proposals(problem, (AB, CD, Meeting(0, "3", "af")), NO_BEN, "Ada")

    assert len({each.id for each in taken}) == len(taken)
    assert again == taken
    assert {each.id for each in taken}.isdisjoint(each.id for each in other)


@sound
@given(problem=problems(), rng=dice())
def test_each_proposal_keeps_the_rules_and_moves_nothing_fixed(
    problem: Problem, rng: Random
) -> None:
    plan, away, about = disturbed(problem, rng)
    day = day_after(problem, [each for each in plan if each != about], away)

    for proposal in proposals(problem, plan, away, about):
        before = {move.before for move in proposal.moves}
        after = {move.after for move in proposal.moves}
        meetings = (set(day.standing) - before) | after | {proposal.meeting}
        assert broken_rules(day.problem, meetings) == ()
        assert before <= set(day.movable)
        assert all(meeting.slot >= day.thawed for meeting in after)
        assert proposal.meeting.slot >= day.now


@sound
@given(problem=problems(), rng=dice())
def test_a_meeting_that_fits_anywhere_is_proposed_and_no_other(
    problem: Problem, rng: Random
) -> None:
    plan, away, about = disturbed(problem, rng)
    assume(about in plan)
    assert isinstance(about, Meeting)
    day = day_after(problem, [each for each in plan if each != about], away)
    fits = {
        meeting.slot
        for meeting in anywhere(day, about.request)
        if meeting != about and not broken_rules(day.problem, (*day.standing, meeting))
    }

    found = {
        proposal.meeting.slot
        for proposal in proposals(problem, plan, away, about)
        if proposal.meeting.request == about.request and not proposal.moves
    }

    assert found - {about.slot} <= fits
    assert bool(found - {about.slot}) == bool(fits - {about.slot})


@sound
@given(problem=problems(), rng=dice())
def test_the_order_of_what_is_given_means_nothing(problem: Problem, rng: Random) -> None:
    plan, away, about = disturbed(problem, rng)

    one = proposals(problem, plan, away, about)
    other = proposals(shuffled(rng, problem), plan[::-1], away, about)

    assert [each.id for each in one] == [each.id for each in other]


def disturbed(
    problem: Problem, rng: Random
) -> tuple[tuple[Meeting, ...], Disruption, Meeting | str]:
    """Draw a day, and what is asked about: a meeting still to come, or somebody who waits."""
    plan, away = planned(rng, problem), disruption(rng, problem)
    to_come = [meeting for meeting in plan if meeting.slot >= away.now]
    person = rng.choice(problem.people).name
    return plan, away, rng.choice(to_come) if to_come else person


def anywhere(day: Day, request: str) -> Iterator[Meeting]:
    for slot, table in product(range(day.now, len(day.problem.slots)), day.problem.tables):
        yield Meeting(slot, table.name, request)
