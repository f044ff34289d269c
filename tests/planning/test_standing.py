"""Planning again: what is new comes in, and people keep the meetings that they know of."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings

from app.planning.check import broken_rules
from app.planning.plan import Plan
from app.planning.planner import plan
from app.planning.problem import Meeting, Person, Problem, Request, Slot, Table
from app.planning.weights import Weights
from tests.planning.events import BigEvent
from tests.planning.exact import best_plan, worth_of
from tests.planning.problems import dice, problems, random_meetings, shuffled

LITTLE = 400_000
DAY = BigEvent(20, 12, 8, 29, blocks=2).problem()
NEW = 6


def moved(before: Plan, after: Plan) -> int:
    return len(set(before.meetings) - set(after.meetings))


def times(planned: Plan) -> set[tuple[str, int]]:
    return {(meeting.request, meeting.slot) for meeting in planned.meetings}


def without_some(problem: Problem) -> Problem:
    return replace(problem, requests=problem.requests[NEW:])


def hall(*pairs: str, slots: int = 3, tables: int = 2) -> Problem:
    return Problem(
        slots=tuple(Slot(f"s{at}") for at in range(slots)),
        people=tuple(Person(name) for name in "ABCDEF"),
        tables=tuple(Table(f"t{at}") for at in range(tables)),
        requests=tuple(Request(pair, tuple(pair)) for pair in pairs),
    )


def test_a_plan_that_is_planned_again_stays_unless_tables_can_be_spared() -> None:
    before = plan(DAY)

    again = plan(replace(DAY, standing=before.meetings), seed=1)

    assert times(again) == times(before)
    saved = before.figures.table_changes - again.figures.table_changes
    assert moved(before, again) <= saved


def test_what_is_new_comes_in_and_most_meetings_stay() -> None:
    before = plan(without_some(DAY))

    again = plan(replace(DAY, standing=before.meetings))
    anew = plan(DAY)

    assert broken_rules(DAY, again.meetings) == ()
    assert again.figures.placed == anew.figures.placed == len(DAY.requests)
    assert again.figures.idle_gaps == anew.figures.idle_gaps == 0
    assert moved(before, again) <= len(before.meetings) / 3
    assert moved(before, anew) >= len(before.meetings) / 2


def test_most_meetings_stay_at_an_event_that_is_full() -> None:
    day = BigEvent(100, 20, 40, 600, spread=0.62).problem()
    before = plan(without_some(day), work=10 * LITTLE)

    again = plan(replace(day, standing=before.meetings), work=10 * LITTLE)

    assert again.figures.worth == again.figures.bound > before.figures.worth
    assert moved(before, again) <= len(before.meetings) / 5


def test_one_makes_way_for_whoever_can_meet_only_then_and_the_others_stay() -> None:
    day = hall("AB", "CD", "AE")
    only_then = tuple(
        replace(each, slots=1) if each.name == "AE" else each for each in day.requests
    )
    stands = (Meeting(0, "t0", "AB"), Meeting(0, "t1", "CD"))

    meetings = plan(replace(day, requests=only_then, standing=stands), work=LITTLE).meetings

    assert {meeting.request: meeting.slot for meeting in meetings} == {"AB": 1, "CD": 0, "AE": 0}


def test_what_is_worth_more_comes_before_what_stands() -> None:
    day = hall("AB", "CD", slots=1, tables=1)
    dearer = tuple(replace(each, worth=2) if each.name == "CD" else each for each in day.requests)
    stands = (Meeting(0, "t0", "AB"),)

    assert plan(replace(day, standing=stands), work=LITTLE).meetings == stands
    (meeting,) = plan(replace(day, requests=dearer, standing=stands), work=LITTLE).meetings
    assert meeting.request == "CD"


def test_a_table_is_kept_unless_another_saves_people_a_change() -> None:
    day = hall("AB", "AC", tables=3)
    stands = (Meeting(0, "t0", "AB"), Meeting(1, "t2", "AC"))
    restless = replace(day, standing=stands)

    assert plan(restless, work=LITTLE, weights=Weights(table_changes=1.0)).meetings == stands
    assert plan(restless, work=LITTLE).figures.table_changes == 0


def test_a_gap_is_closed_though_somebody_has_to_be_told() -> None:
    day = hall("AB", "AC", slots=4)
    stands = (Meeting(0, "t0", "AB"), Meeting(3, "t0", "AC"))
    gap = replace(day, standing=stands)

    assert plan(gap, work=LITTLE).figures.idle_gaps == 0
    assert plan(gap, work=LITTLE, weights=Weights(gaps=1.0)).meetings == stands


def test_what_can_be_so_no_longer_is_passed_over() -> None:
    day = hall("AB", "CD")
    stands = (
        Meeting(0, "t0", "nobody's"),
        Meeting(0, "taken out", "AB"),
        Meeting(7, "t0", "AB"),
        Meeting(-1, "t0", "AB"),
        Meeting(2, "t1", "AB"),
        Meeting(2, "t1", "CD"),
    )

    meetings = plan(replace(day, standing=stands), work=LITTLE).meetings

    assert Meeting(2, "t1", "AB") in meetings
    assert broken_rules(day, meetings) == ()


@settings(max_examples=100, deadline=None)
@given(problem=problems(), rng=dice())
def test_whatever_stands_the_plan_is_sound_the_best_and_the_same_in_any_order(
    problem: Problem, rng: Random
) -> None:
    again = replace(problem, standing=random_meetings(rng, problem))

    planned = plan(again, work=LITTLE)

    assert broken_rules(problem, planned.meetings) == ()
    assert planned.figures.worth == planned.figures.bound == worth_of(problem, best_plan(problem))
    assert plan(shuffled(rng, again), work=LITTLE) == planned
