"""A sound plan passes; a plan that breaks one rule is told which, with the names it needs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.planning.check import Broken, broken_rules, refuse_contradictions
from app.planning.plan import Contradiction
from app.planning.problem import Meeting, Person, Problem, Request, Resource, Slot, Table

DAY = tuple(Slot(f"{hour}:00", "morning" if hour < 12 else "afternoon") for hour in range(9, 15))
EVENT = Problem(
    slots=DAY,
    people=tuple(Person(name) for name in ("Ada", "Ben", "Cleo", "Dov")),
    tables=(Table("1"), Table("2"), Table("3", zone="far")),
    requests=(
        Request("ab", ("Ada", "Ben")),
        Request("ac", ("Ada", "Cleo")),
        Request("bd", ("Ben", "Dov")),
        Request("cd", ("Cleo", "Dov")),
    ),
    resources=(Resource("interpreter"),),
)
OVERLAPPING = replace(
    EVENT,
    slots=(
        Slot("9:00", "hall", frozenset({"9:10"})),
        Slot("9:10", "garden", frozenset({"9:00"})),
        Slot("9:40", "hall"),
    ),
)
PLAN = (Meeting(0, "1", "ab"), Meeting(1, "1", "ac"), Meeting(1, "2", "bd"), Meeting(0, "2", "cd"))


def with_person(name: str, **changed: Any) -> Problem:
    return replace(
        EVENT,
        people=tuple(
            replace(person, **changed) if person.name == name else person for person in EVENT.people
        ),
    )


def with_table(name: str, **changed: Any) -> Problem:
    return replace(
        EVENT,
        tables=tuple(
            replace(table, **changed) if table.name == name else table for table in EVENT.tables
        ),
    )


def with_requests(changes: dict[str, dict[str, Any]]) -> Problem:
    return replace(
        EVENT,
        requests=tuple(
            replace(request, **changes.get(request.name, {})) for request in EVENT.requests
        ),
    )


def moved(request: str, slot: int, table: str = "") -> tuple[Meeting, ...]:
    return tuple(
        Meeting(slot, table or each.table, request) if each.request == request else each
        for each in PLAN
    )


def test_a_sound_plan_breaks_no_rule() -> None:
    assert broken_rules(EVENT, PLAN) == ()


BREACHES: dict[str, tuple[Problem, tuple[Meeting, ...], set[Broken]]] = {
    "a person in two meetings": (
        EVENT,
        moved("ac", 0, "3"),
        {
            Broken("clash_of_people", ("ab", "ac", "Ada", "9:00")),
            Broken("clash_of_people", ("ac", "cd", "Cleo", "9:00")),
        },
    ),
    "two meetings at a table": (
        EVENT,
        moved("cd", 0, "1"),
        {Broken("clash_at_table", ("ab", "cd", "1", "9:00"))},
    ),
    "a person who is not free": (
        with_person("Ada", free=~1),
        PLAN,
        {Broken("not_free", ("ab", "Ada", "9:00"))},
    ),
    "a closed table": (
        with_table("1", open=~2),
        PLAN,
        {Broken("table_closed", ("ac", "1", "10:00"))},
    ),
    "a table of somebody else": (
        with_table("1", owners=frozenset({"Ben"})),
        PLAN,
        {Broken("not_theirs", ("ac", "1"))},
    ),
    "a table that was not wanted": (
        with_requests({"ab": {"tables": frozenset({"2", "3"})}}),
        PLAN,
        {Broken("not_theirs", ("ab", "1"))},
    ),
    "a sitting person elsewhere": (
        with_person("Dov", table="2"),
        moved("cd", 0, "3"),
        {Broken("not_theirs", ("cd", "3"))},
    ),
    "a slot it may not begin in": (
        with_requests({"ab": {"slots": 0b110}}),
        PLAN,
        {Broken("not_then", ("ab", "9:00"))},
    ),
    "a slot that is not of the event": (
        EVENT,
        moved("ab", 6),
        {Broken("no_such_slot", ("ab", "6"))},
    ),
    "a length across two blocks": (
        with_requests({"ab": {"length": 2}}),
        moved("ab", 2),
        {Broken("runs_over", ("ab", "11:00"))},
    ),
    "a length beyond the last slot": (
        with_requests({"ab": {"length": 2}}),
        moved("ab", 5),
        {Broken("runs_over", ("ab", "14:00"))},
    ),
    "a long meeting into the next": (
        with_requests({"ab": {"length": 2}}),
        moved("ab", 0, "3"),
        {
            Broken("clash_of_people", ("ab", "ac", "Ada", "10:00")),
            Broken("clash_of_people", ("ab", "bd", "Ben", "10:00")),
        },
    ),
    "a resource used twice": (
        with_requests({name: {"needs": frozenset({"interpreter"})} for name in ("ab", "cd")}),
        PLAN,
        {Broken("resource_short", ("ab", "cd", "interpreter", "9:00"))},
    ),
    "a resource that is away": (
        replace(
            with_requests({"ab": {"needs": frozenset({"interpreter"})}}),
            resources=(Resource("interpreter", open=~1),),
        ),
        PLAN,
        {Broken("resource_short", ("ab", "interpreter", "9:00"))},
    ),
    "more meetings than somebody's limit": (
        with_person("Ada", most=1),
        PLAN,
        {Broken("too_many", ("ab", "ac", "Ada"))},
    ),
    "more in a row than somebody's limit": (
        with_person("Ada", most_in_row=1),
        PLAN,
        {Broken("too_many", ("ab", "ac", "Ada"))},
    ),
    "a table too far for the next slot": (
        replace(EVENT, far=frozenset({frozenset({"", "far"})})),
        moved("ac", 1, "3"),
        {
            Broken("too_far", ("ab", "ac", "Ada", "10:00")),
            Broken("too_far", ("cd", "ac", "Cleo", "10:00")),
        },
    ),
    "the wrong order": (
        with_requests({"ab": {"after": frozenset({"ac"})}}),
        PLAN,
        {Broken("wrong_order", ("ac", "ab"))},
    ),
    "the same time as what comes before it": (
        with_requests({"ab": {"after": frozenset({"cd"})}}),
        PLAN,
        {Broken("wrong_order", ("cd", "ab"))},
    ),
    "a locked meeting elsewhere": (
        replace(EVENT, locked=(Meeting(3, "1", "ab"),)),
        PLAN,
        {Broken("lock_left", ("ab", "1", "3"))},
    ),
    "a request twice": (EVENT, (*PLAN, Meeting(4, "1", "ab")), {Broken("named_twice", ("ab",))}),
    "a request of nobody": (
        EVENT,
        (*PLAN, Meeting(4, "1", "xy")),
        {Broken("unknown_name", ("xy", "xy"))},
    ),
    "a table of nowhere": (EVENT, moved("ab", 0, "9"), {Broken("unknown_name", ("ab", "9"))}),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_a_plan_that_breaks_one_rule_is_told_which(breach: str) -> None:
    problem, meetings, told = BREACHES[breach]

    assert set(broken_rules(problem, meetings)) == told


@pytest.mark.parametrize(
    ("problem", "plan"),
    [
        (with_person("Ada", most_in_row=1), moved("ac", 3)),
        (replace(EVENT, far=frozenset({frozenset({"", "far"})})), moved("ac", 3, "3")),
        (with_requests({"ac": {"after": frozenset({"ab"})}}), PLAN),
        (with_requests({"ac": {"after": frozenset({"ab"})}}), PLAN[1:]),
        (with_requests({"ab": {"length": 2}}), moved("ab", 4)),
        (with_table("1", owners=frozenset({"Ada"})), PLAN),
    ],
    ids=["rest", "way", "order", "order of what is not placed", "length", "owner"],
)
def test_what_just_keeps_a_rule_passes(problem: Problem, plan: tuple[Meeting, ...]) -> None:
    assert broken_rules(problem, plan) == ()


@pytest.mark.parametrize(
    "breach", sorted(BREACHES.keys() - {"a locked meeting elsewhere"}), ids=str
)
def test_locked_meetings_that_break_a_rule_are_refused(breach: str) -> None:
    problem, meetings, told = BREACHES[breach]

    with pytest.raises(Contradiction) as refusal:
        refuse_contradictions(replace(problem, locked=meetings))

    assert Broken(refusal.value.why, refusal.value.names) in told


@pytest.mark.parametrize(
    ("problem", "why", "names"),
    [
        (replace(EVENT, people=(*EVENT.people, Person("Ada"))), "named_twice", ("Ada",)),
        (replace(EVENT, tables=(*EVENT.tables, Table("1"))), "named_twice", ("1",)),
        (with_requests({"ab": {"people": ("Ada", "Ada")}}), "named_twice", ("ab", "Ada")),
        (with_requests({"ab": {"people": ("Ada", "Zoe")}}), "unknown_name", ("ab", "Zoe")),
        (with_requests({"ab": {"tables": frozenset({"9"})}}), "unknown_name", ("ab", "9")),
        (with_requests({"ab": {"needs": frozenset({"dog"})}}), "unknown_name", ("ab", "dog")),
        (with_requests({"ab": {"after": frozenset({"zz"})}}), "unknown_name", ("ab", "zz")),
        (with_person("Ada", table="9"), "unknown_name", ("Ada", "9")),
        (with_table("1", owners=frozenset({"Zoe"})), "unknown_name", ("1", "Zoe")),
        (with_requests({"ab": {"length": 0}}), "senseless", ("ab",)),
        (with_requests({"ab": {"worth": 0}}), "senseless", ("ab",)),
        (with_requests({"ab": {"people": ()}}), "senseless", ("ab",)),
        (replace(EVENT, far=frozenset({frozenset({"far"})})), "senseless", ("far",)),
        (with_requests({"ab": {"slots": 1 << 6}}), "no_such_slot", ("ab", "6")),
        (OVERLAPPING, "slots_overlap", ("9:00", "9:10")),
        (with_requests({"ab": {"after": frozenset({"ab"})}}), "circle", ("ab",)),
        (
            with_requests(
                {
                    "bd": {"after": frozenset({"ab"})},
                    "ac": {"after": frozenset({"bd"})},
                    "ab": {"after": frozenset({"ac"})},
                }
            ),
            "circle",
            ("ab", "bd", "ac"),
        ),
    ],
)
def test_a_problem_that_contradicts_itself_is_refused_by_name(
    problem: Problem, why: str, names: tuple[str, ...]
) -> None:
    shuffled = replace(problem, people=problem.people[::-1], requests=problem.requests[::-1])

    for given in (problem, shuffled):
        with pytest.raises(Contradiction) as refusal:
            refuse_contradictions(given)

        assert (refusal.value.why, refusal.value.names) == (why, names)


def test_nobody_is_in_two_slots_that_overlap_nor_is_a_table() -> None:
    meetings = (Meeting(0, "1", "ab"), Meeting(1, "2", "ac"), Meeting(1, "1", "cd"))

    assert set(broken_rules(OVERLAPPING, meetings)) == {
        Broken("clash_of_people", ("ab", "ac", "Ada", "9:00", "9:10")),
        Broken("clash_of_people", ("ac", "cd", "Cleo", "9:10")),
        Broken("clash_at_table", ("ab", "cd", "1", "9:00", "9:10")),
    }
    assert broken_rules(OVERLAPPING, (Meeting(0, "1", "ab"), Meeting(2, "1", "ac"))) == ()


def test_a_request_that_nobody_can_place_is_no_contradiction() -> None:
    refuse_contradictions(
        replace(with_requests({"ab": {"slots": 0}}), locked=PLAN[1:], tables=EVENT.tables[:2])
    )
