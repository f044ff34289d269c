"""The race of the proofs: what it answers, and that it ends."""

from __future__ import annotations

from itertools import combinations
from multiprocessing import active_children

import pytest

from app.planning.compact.event import Answer, Event, Meeting, Person, Status
from app.planning.compact.race import schedule
from app.planning.plan import Contradiction

LONG = 60.0


def event(*pairs: str, slots: int, tables: int = 9, **more: int) -> Event:
    """Let people of one letter meet in pairs."""
    return Event(
        (tables,) * slots,
        tuple(Person(name) for name in sorted(set("".join(pairs)))),
        tuple(Meeting(pair, frozenset(pair)) for pair in pairs),
        **more,
    )


def hard() -> Event:
    """Make an event that takes more than a moment: everybody meets everybody, few tables."""
    people = "abcdefghijklmnopqrst"
    pairs = ["".join(pair) for pair in combinations(people, 2)]
    return event(*pairs, slots=24, tables=8, fairness=1)


def test_the_fewest_breaks_are_proved() -> None:
    # b and c meet a one after the other, and each other: with one table somebody has to wait.
    answer = schedule(event("ab", "ac", "bc", "de", slots=4, tables=1), LONG)

    assert (answer.status, answer.breaks, answer.bound) == (Status.OPTIMAL, 1, 1)
    assert answer.slots is not None
    assert sorted(answer.slots.values()) == [0, 1, 2, 3]


def test_that_there_is_no_schedule_is_proved() -> None:
    answer = schedule(event("ab", "ac", "bc", slots=2), LONG)

    assert answer == Answer(Status.INFEASIBLE, 0)


def test_an_event_without_meetings_has_no_breaks() -> None:
    assert schedule(event(slots=2), LONG) == Answer(Status.OPTIMAL, 0, 0, {})


def test_a_search_that_is_stopped_says_what_it_has_and_leaves_nothing_running() -> None:
    heard: list[Answer] = []

    def watch(answer: Answer) -> bool:
        heard.append(answer)
        return answer.breaks is None

    answer = schedule(hard(), LONG, watch)

    assert answer == heard[-1]
    assert answer.status is Status.FEASIBLE
    assert answer.breaks is not None
    assert answer.bound <= answer.breaks
    assert active_children() == []


def test_time_over_ends_a_search_without_a_schedule() -> None:
    assert schedule(hard(), 0.0) == Answer(Status.UNKNOWN, 0)


def test_a_name_that_is_not_there_is_refused() -> None:
    strange = Event((1,), (Person("a"),), (Meeting("m", frozenset({"a", "b"})),))

    with pytest.raises(Contradiction) as refused:
        schedule(strange, LONG)

    assert (refused.value.why, refused.value.names) == ("unknown_name", ("b",))


def test_a_name_that_stands_twice_is_refused() -> None:
    twice = Event((1,), (Person("a"), Person("a")), ())

    with pytest.raises(Contradiction) as refused:
        schedule(twice, LONG)

    assert (refused.value.why, refused.value.names) == ("named_twice", ("a",))
