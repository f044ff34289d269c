"""What the planner promises, rule by rule on events small enough to see the answer."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.planning.check import broken_rules
from app.planning.plan import Contradiction, Plan, Standing
from app.planning.planner import plan
from app.planning.problem import (
    Meeting,
    Person,
    Problem,
    Request,
    Resource,
    Slot,
    Table,
)
from app.planning.weights import Weights
from tests.planning.events import BigEvent
from tests.planning.exact import best_plan, worth_of
from tests.planning.problems import problems, shuffled

LITTLE = 400_000


def event(
    *requests: Request, slots: int = 3, tables: int = 3, blocks: int = 1, names: str = "ABCD"
) -> Problem:
    return Problem(
        slots=tuple(Slot(f"s{at}", f"b{at * blocks // slots}") for at in range(slots)),
        people=tuple(Person(name) for name in names),
        tables=tuple(Table(f"t{at}") for at in range(tables)),
        requests=requests,
    )


def wish(people: str, **rules: object) -> Request:
    return replace(Request(people, tuple(people)), **rules)  # type: ignore[arg-type]


def with_person(problem: Problem, person: Person) -> Problem:
    others = tuple(each for each in problem.people if each.name != person.name)
    return replace(problem, people=(*others, person))


def planned(problem: Problem, work: int = LITTLE) -> dict[str, Meeting]:
    answer = plan(problem, work=work)
    assert broken_rules(problem, answer.meetings) == ()
    return {meeting.request: meeting for meeting in answer.meetings}


def test_everybody_meets_everybody_in_as_few_slots_as_there_can_be() -> None:
    everybody = event(*(wish(one + other) for one, other in combinations("ABCD", 2)))

    answer = plan(everybody, work=LITTLE)

    assert (answer.figures.placed, answer.figures.bound, answer.unplaced) == (6, 6, ())
    assert answer.figures.idle_gaps == 0


def test_a_slot_holds_no_more_meetings_than_tables() -> None:
    assert len(planned(event(wish("AB"), wish("CD"), slots=1, tables=1))) == 1


def test_who_is_away_is_not_planned() -> None:
    problem = with_person(event(wish("AB")), Person("A", free=0b100))

    assert planned(problem)["AB"].slot == 2


def test_what_is_worth_more_comes_before_what_is_more() -> None:
    problem = event(wish("AB", worth=5), wish("AC", worth=2), wish("BD", worth=2), slots=1)

    assert set(planned(problem)) == {"AB"}


def test_a_closed_table_stays_empty() -> None:
    problem = replace(event(wish("AB"), slots=2), tables=(Table("t", open=0b10),))

    assert planned(problem)["AB"].slot == 1


def test_an_owned_table_is_for_meetings_of_its_owners() -> None:
    problem = replace(
        event(wish("AB"), wish("CD"), slots=1),
        tables=(Table("anybody's"), Table("stand", owners=frozenset("A"))),
    )

    seats = planned(problem)

    assert (seats["AB"].table, seats["CD"].table) == ("stand", "anybody's")


def test_others_make_room_for_who_can_only_be_at_one_table() -> None:
    problem = event(wish("AB"), wish("CD", tables=frozenset({"t0"})), slots=1, tables=2)

    assert planned(problem)["CD"].table == "t0"


def test_whoever_meets_a_host_comes_to_them() -> None:
    problem = with_person(event(wish("AB"), wish("AC"), wish("AD")), Person("A", table="t2"))

    assert {meeting.table for meeting in planned(problem).values()} == {"t2"}


def test_a_locked_meeting_stays_and_others_go_around_it() -> None:
    problem = replace(
        event(wish("AB"), wish("CD"), slots=1, tables=2), locked=(Meeting(0, "t1", "AB"),)
    )

    assert planned(problem) == {"AB": Meeting(0, "t1", "AB"), "CD": Meeting(0, "t0", "CD")}


def test_what_comes_after_another_begins_when_that_is_over() -> None:
    problem = event(wish("AB", after=frozenset({"CD"})), wish("CD", length=2))

    seats = planned(problem)

    assert (seats["CD"].slot, seats["AB"].slot) == (0, 2)


def test_an_interpreter_is_at_one_table_at_a_time() -> None:
    needed = frozenset({"voice"})
    problem = replace(
        event(wish("AB", needs=needed), wish("CD", needs=needed), slots=3),
        resources=(Resource("voice", open=0b101),),
    )

    assert {meeting.slot for meeting in planned(problem).values()} == {0, 2}


def test_a_limit_of_meetings_is_kept() -> None:
    problem = with_person(event(wish("AB"), wish("AC"), wish("AD")), Person("A", most=2))

    assert len(planned(problem)) == 2


def test_a_limit_of_meetings_in_a_row_leaves_a_pause() -> None:
    problem = with_person(event(wish("AB"), wish("AC")), Person("A", most_in_row=1))

    assert {meeting.slot for meeting in planned(problem).values()} == {0, 2}


def test_nobody_is_planned_from_a_zone_to_one_too_far_in_the_next_slot() -> None:
    problem = replace(
        event(wish("AB", tables=frozenset({"here"})), wish("AC", tables=frozenset({"there"}))),
        tables=(Table("here", zone="hall"), Table("there", zone="hill")),
        far=frozenset({frozenset({"hall", "hill"})}),
    )

    assert {meeting.slot for meeting in planned(problem).values()} == {0, 2}


def test_a_long_meeting_has_one_table_and_does_not_run_over_a_block() -> None:
    problem = event(wish("AB", length=2), wish("CD"), slots=3, tables=1, blocks=2)

    seats = planned(problem)

    assert (seats["AB"].slot, seats["CD"].slot) == (0, 2)


def test_several_delegates_of_a_side_are_all_there() -> None:
    seats = planned(event(wish("ABC"), wish("AD"), wish("BD"), slots=3))

    assert len({meeting.slot for meeting in seats.values()}) == 3


def test_nobody_is_left_with_nothing_if_somebody_can_spare_a_meeting() -> None:
    wishes = (wish("AB"), wish("AC"), wish("AD"), wish("BC"), wish("DE"))
    problem = event(*wishes, slots=2, tables=1, names="ABCDE")

    figures = plan(problem, work=LITTLE).figures

    assert (figures.placed, figures.empty_handed) == (2, 1)


def test_what_is_not_placed_has_its_reason() -> None:
    problem = with_person(event(wish("AB"), wish("CD")), Person("A", free=0))

    answer = plan(problem, work=LITTLE)

    assert [unplaced.request for unplaced in answer.unplaced] == ["AB"]


def test_a_contradiction_is_refused() -> None:
    problem = event(wish("AB", after=frozenset({"CD"})), wish("CD", after=frozenset({"AB"})))

    with pytest.raises(Contradiction) as refused:
        plan(problem)

    assert refused.value.why == "circle"


def test_an_empty_event_has_an_empty_plan() -> None:
    nothing = Problem(slots=(), people=(), tables=(), requests=())

    assert plan(nothing).meetings == ()


@settings(max_examples=60, deadline=None)
@given(problem=problems(), order=st.integers(0, 1_000))
def test_a_plan_keeps_every_rule_in_any_order_and_is_never_above_the_best(
    problem: Problem, order: int
) -> None:
    answer = plan(problem, work=LITTLE)

    assert broken_rules(problem, answer.meetings) == ()
    best = worth_of(problem, best_plan(problem))
    assert answer.figures.worth <= best <= answer.figures.bound
    assert plan(shuffled(Random(order), problem), work=LITTLE) == answer


@settings(max_examples=40, deadline=None)
@given(problem=problems(plain=True))
def test_small_events_get_the_best_plan_there_is(problem: Problem) -> None:
    figures = plan(problem, work=LITTLE).figures

    assert figures.worth == figures.bound == worth_of(problem, best_plan(problem))


BUSY = BigEvent(60, 10, 20, 330, free=0.6, mutual=0.3, blocks=2).problem()


def test_the_same_seed_and_work_give_the_same_plan() -> None:
    assert plan(BUSY, seed=3, work=LITTLE) == plan(BUSY, seed=3, work=LITTLE)


def test_more_work_places_no_less() -> None:
    hasty, patient = (plan(BUSY, work=work).figures for work in (0, 5 * LITTLE))

    assert hasty.worth < patient.worth <= patient.bound


def test_a_planner_that_is_stopped_answers_the_best_so_far() -> None:
    told: list[Standing] = []

    def until_better(standing: Standing) -> bool:
        told.append(standing)
        return standing.worth == told[0].worth

    answer = plan(BUSY, work=5 * LITTLE, watch=until_better)

    assert broken_rules(BUSY, answer.meetings) == ()
    assert answer.figures.worth >= told[-1].worth > told[0].worth
    assert told[-1].done < 1


def test_who_watches_sees_the_work_go_on() -> None:
    told: list[Standing] = []

    def listen(standing: Standing) -> bool:
        told.append(standing)
        return True

    answer = plan(BUSY, work=5 * LITTLE, watch=listen)

    phases = ["worth", "bound", "shares", "gaps", "tables"]
    assert list(dict.fromkeys(standing.phase for standing in told)) == phases
    assert [standing.done for standing in told] == sorted(standing.done for standing in told)
    assert (told[0].done, told[-1].done) == (0, 1)
    assert [standing.worth for standing in told] == sorted(standing.worth for standing in told)
    bounds = [standing.bound for standing in told if standing.bound is not None]
    assert bounds == sorted(bounds, reverse=True)
    assert bounds[-1] == answer.figures.bound


@pytest.mark.parametrize("turn", [1, 2, 5, 20, 100])
def test_whenever_it_is_stopped_nobody_is_asked_again_and_the_plan_is_sound(turn: int) -> None:
    told: list[Standing] = []

    def listen(standing: Standing) -> bool:
        told.append(standing)
        return len(told) < turn

    answer = plan(BUSY, work=10 * LITTLE, watch=listen)

    assert len(told) == turn
    assert broken_rules(BUSY, answer.meetings) == ()
    assert told[-1].worth <= answer.figures.worth <= answer.figures.bound


ROOMY = BigEvent(60, 12, 30, 200, blocks=2).problem()
CROWDED = BigEvent(60, 10, 12, 300, spread=0.6).problem()


def with_weights(problem: Problem, weights: Weights) -> Plan:
    return plan(problem, work=5 * LITTLE, weights=weights)


def test_what_weighs_more_is_reached_better_at_the_same_worth() -> None:
    calm = with_weights(ROOMY, Weights(gaps=30.0, early=0.0)).figures
    early = with_weights(ROOMY, Weights(gaps=0.0, early=1.0)).figures
    neither = with_weights(ROOMY, Weights(gaps=0.0, early=0.0)).figures

    assert calm.worth == early.worth == neither.worth
    assert calm.idle_gaps < min(early.idle_gaps, neither.idle_gaps)
    assert early.lateness < min(calm.lateness, neither.lateness)


def test_shares_can_be_let_go() -> None:
    fair, unfair = (with_weights(CROWDED, Weights(shares=shares)).figures for shares in (1.0, 0.0))

    assert fair.least_served > unfair.least_served


def test_people_stay_where_they_sit_if_changes_cost() -> None:
    pairs = event(*(wish("A" + other) for other in "BCD"), slots=3, tables=3, names="ABCD")

    assert plan(pairs, work=LITTLE).figures.table_changes == 0
