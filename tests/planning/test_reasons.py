"""What is said of an unplaced request, and of what would help, is true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings

from app.planning.check import broken_rules
from app.planning.plan import Help, HelpBy, Unplaced, Why
from app.planning.problem import Meeting, Person, Problem, Request, Resource, Slot, Table
from app.planning.reasons import reasons
from app.planning.remedies import what_would_help
from tests.planning.exact import best_plan, worth_of
from tests.planning.problems import dice, problems

SLOTS = tuple(Slot(f"{hour}:00") for hour in (9, 10, 11))
UTE, NUNO, MAI = Person("Ute"), Person("Nuno"), Person("Mai")
WISH = Request("wish", ("Nuno", "Ute"))
OTHER = Request("other", ("Mai", "Ute"))
EVENT = Problem(SLOTS, (UTE, NUNO, MAI), (Table("1"), Table("2", zone="hill")), (WISH, OTHER))
FIRST = (Meeting(0, "1", "other"),)


@pytest.mark.parametrize(
    ("problem", "meetings", "why", "facts"),
    [
        (
            replace(EVENT, people=(replace(UTE, free=0), NUNO, MAI)),
            (),
            Why.NEVER_FREE,
            {"people": ("Ute",)},
        ),
        (
            replace(EVENT, people=(replace(UTE, free=3), replace(NUNO, free=4), MAI)),
            FIRST,
            Why.NO_COMMON_SLOT,
            {"people": ("Nuno", "Ute")},
        ),
        (
            replace(
                EVENT,
                people=(replace(UTE, free=3), NUNO, MAI),
                requests=(replace(WISH, slots=4), OTHER),
            ),
            FIRST,
            Why.NO_COMMON_SLOT,
            {"people": ("Nuno", "Ute"), "slots": ("11:00",)},
        ),
        (
            replace(
                EVENT,
                tables=(Table("1"), Table("2", open=1)),
                people=(UTE, replace(NUNO, free=6), MAI),
                requests=(replace(WISH, tables=frozenset("2")), OTHER),
            ),
            FIRST,
            Why.NO_TABLE,
            {"people": ("Nuno", "Ute"), "slots": ("10:00", "11:00"), "tables": ("2",)},
        ),
        (
            replace(
                EVENT,
                requests=(replace(WISH, needs=frozenset({"voice"})), OTHER),
                resources=(Resource("voice", 1, 0),),
            ),
            FIRST,
            Why.NO_RESOURCE,
            {
                "people": ("Nuno", "Ute"),
                "slots": ("9:00", "10:00", "11:00"),
                "resources": ("voice",),
            },
        ),
        (
            replace(EVENT, requests=(replace(WISH, slots=1), OTHER)),
            FIRST,
            Why.PERSON_FULL,
            {"people": ("Ute",), "slots": ("9:00",)},
        ),
        (
            replace(EVENT, people=(replace(UTE, most=1), NUNO, MAI)),
            FIRST,
            Why.PERSON_FULL,
            {"people": ("Ute",), "most": ("1",)},
        ),
        (
            replace(
                EVENT,
                people=(replace(UTE, most_in_row=1), NUNO, MAI),
                requests=(replace(WISH, slots=3), OTHER),
            ),
            FIRST,
            Why.IN_A_ROW,
            {"people": ("Ute",), "slots": ("10:00",)},
        ),
        (
            replace(EVENT, requests=(replace(WISH, after=frozenset({"other"})), OTHER)),
            (Meeting(2, "1", "other"),),
            Why.AFTER_ANOTHER,
            {"requests": ("other",), "slots": ("9:00", "10:00")},
        ),
        (
            replace(
                EVENT,
                people=(UTE, NUNO, MAI, Person("Leo")),
                tables=(Table("1"),),
                requests=(replace(WISH, slots=1), replace(OTHER, people=("Leo", "Mai"))),
            ),
            FIRST,
            Why.TABLES_FULL,
            {"slots": ("9:00",), "tables": ("1",)},
        ),
        (
            replace(
                EVENT,
                requests=(replace(WISH, slots=2, tables=frozenset("2")), OTHER),
                far=frozenset({frozenset({"", "hill"})}),
            ),
            FIRST,
            Why.TOO_FAR,
            {"people": ("Nuno", "Ute"), "slots": ("10:00",)},
        ),
        (EVENT, FIRST, Why.NOT_FOUND, {"slots": ("10:00", "11:00")}),
    ],
)
def test_the_rule_that_stops_a_request_is_named(
    problem: Problem, meetings: tuple[Meeting, ...], why: Why, facts: dict[str, tuple[str, ...]]
) -> None:
    told = {each.request: each for each in reasons(problem, meetings)}

    assert told["wish"] == Unplaced("wish", why, facts)


STOPS: dict[Why, set[str]] = {
    Why.NEVER_FREE: {"not_free", "runs_over"},
    Why.NO_COMMON_SLOT: {"not_free", "not_then", "runs_over"},
    Why.NO_TABLE: {"table_closed", "not_theirs", "runs_over", "clash_at_table"},
    Why.NO_RESOURCE: {"resource_short", "table_closed", "not_theirs"},
    Why.PERSON_FULL: {"clash_of_people", "too_many"},
    Why.IN_A_ROW: {"too_many"},
    Why.AFTER_ANOTHER: {"wrong_order"},
    Why.TABLES_FULL: {"clash_at_table", "table_closed", "not_theirs"},
    Why.TOO_FAR: {"too_far", "clash_at_table", "table_closed", "not_theirs"},
}


@settings(max_examples=200, deadline=None)
@given(problem=problems(), rng=dice())
def test_what_is_said_is_true_of_each_slot_and_table(problem: Problem, rng: Random) -> None:
    meetings = _some_of_the_best(rng, problem)

    told = reasons(problem, meetings)

    placed = {meeting.request for meeting in meetings}
    assert [each.request for each in told] == sorted(
        request.name for request in problem.requests if request.name not in placed
    )
    for each in told:
        broken = _tried(problem, meetings, each.request)
        fitting = {problem.slots[slot].name for (slot, _), codes in broken.items() if not codes}
        if each.why is Why.NOT_FOUND:
            assert fitting
            assert fitting <= set(each.facts["slots"])
            continue
        assert not fitting
        for (slot, _), codes in broken.items():
            if problem.slots[slot].name in each.facts.get("slots", ()):
                assert codes & STOPS[each.why], each
        if each.why in {Why.NEVER_FREE, Why.NO_COMMON_SLOT}:
            assert all(codes & STOPS[each.why] for codes in broken.values())


@settings(max_examples=200, deadline=None)
@given(problem=problems(), rng=dice())
def test_what_would_help_does(problem: Problem, rng: Random) -> None:
    meetings = _some_of_the_best(rng, problem)

    for each in what_would_help(problem, meetings):
        helped = _with(problem, each)
        names = {meeting.request for meeting in meetings} | set(each.requests)
        asked = tuple(request for request in helped.requests if request.name in names)
        stay = tuple(meeting for meeting in meetings if meeting.request not in each.moved)
        plan = best_plan(replace(helped, requests=_among(asked, names), locked=stay))

        assert {meeting.request for meeting in plan} == names
        assert set(problem.locked) <= set(stay)
        assert len(each.moved) == len(meetings) - len(stay) <= len(each.requests)
        assert worth_of(problem, plan) == worth_of(problem, meetings) + each.worth
        for request in each.requests:
            assert all(_tried(problem, meetings, request).values()), "it needed no help"


def test_what_would_help_if_a_meeting_moves_is_found_unless_the_move_alone_would_do() -> None:
    free = {"A": 0b100, "B": 0b101, "C": 0b100, "D": 0b101}
    event = Problem(
        slots=SLOTS[:3],
        people=tuple(Person(name, slots) for name, slots in free.items()),
        tables=(Table("1"), Table("2")),
        requests=tuple(Request(pair, tuple(pair)) for pair in ("AB", "AC", "BD")),
    )
    plan = (Meeting(0, "1", "BD"), Meeting(2, "1", "AC"))
    loose = replace(
        event, people=(Person("A", 0b110), Person("B", 0b101), Person("C"), Person("D"))
    )

    assert what_would_help(event, plan) == (
        Help(HelpBy.TIME, "A", 1, (0,), ("AB",), 1, moved=("BD",)),
    )
    assert what_would_help(replace(event, locked=plan), plan) == ()
    # AC can go to slot 1, and AB has a place without anybody's help: nobody is asked for that.
    assert [each.moved for each in what_would_help(loose, plan)] == [()]


def test_the_help_that_places_most_comes_first_and_of_tables_no_more_than_are_used() -> None:
    event = Problem(
        slots=SLOTS,
        people=tuple(Person(name) for name in "ABCDEFGH"),
        tables=(Table("1"),),
        requests=tuple(Request(pair, tuple(pair)) for pair in ("AB", "CD", "EF", "GH")),
    )
    plan = (Meeting(0, "1", "AB"), Meeting(1, "1", "CD"), Meeting(2, "1", "EF"))

    helps = what_would_help(event, plan)

    assert helps[0] == Help(HelpBy.TABLES, "1", 1, (0,), ("GH",), 1)
    assert {each.by for each in helps} == {HelpBy.TABLES}


def _some_of_the_best(rng: Random, problem: Problem) -> tuple[Meeting, ...]:
    best = best_plan(problem)
    keep = rng.choice((1.0, 0.7))
    return tuple(each for each in best if each in problem.locked or rng.random() < keep)


def _tried(
    problem: Problem, meetings: Iterable[Meeting], request: str
) -> dict[tuple[int, str], set[str]]:
    """What it breaks to put a request anywhere beside some meetings."""
    return {
        (slot, table.name): {
            each.why
            for each in broken_rules(problem, (*meetings, Meeting(slot, table.name, request)))
        }
        for slot in range(len(problem.slots))
        for table in problem.tables
    }


def _among(requests: tuple[Request, ...], names: set[str]) -> tuple[Request, ...]:
    return tuple(replace(request, after=request.after & names) for request in requests)


def _with(problem: Problem, given: Help) -> Problem:
    """The problem with what would help."""
    slots = sum(1 << slot for slot in given.slots)
    match given.by:
        case HelpBy.TABLES:
            zone = next(table.zone for table in problem.tables if table.name == given.name)
            more = tuple(Table(f"more {at}", slots, zone) for at in range(given.count))
            return replace(problem, tables=(*problem.tables, *more))
        case HelpBy.TIME:
            return replace(
                problem,
                people=tuple(
                    replace(each, free=each.free | slots) if each.name == given.name else each
                    for each in problem.people
                ),
            )
        case HelpBy.LIMIT:
            return replace(
                problem,
                people=tuple(
                    replace(each, most=(each.most or 0) + given.count)
                    if each.name == given.name
                    else each
                    for each in problem.people
                ),
            )
        case HelpBy.RESOURCE:
            return replace(
                problem,
                resources=tuple(
                    replace(each, at_once=each.at_once + 1) if each.name == given.name else each
                    for each in problem.resources
                ),
            )
