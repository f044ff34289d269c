"""A plan is made, told of in the names of people, and accepted or dropped."""

from __future__ import annotations

from itertools import combinations

import pytest

from app.aside import Aside
from app.desks import OpenEvent
from app.event.closures import ClosureOrder, Closures, Places
from app.journal.journal import Changes
from app.journal.undo import undo
from app.meetings import deeds as d
from app.meetings.plan_names import Place
from app.meetings.planning import PlanContradicts, Planning, PlanOrder, PlanProgress
from app.meetings.planning_aside import PlanningAside
from app.meetings.plans import PlanOutdated
from app.meetings.requests import Requests
from app.meetings.standing import StandingMeetings
from app.meetings.worth import change_rules
from app.planning.plan import HelpBy, Why
from app.progress import Cancelled, Progress
from tests.app.meetings.asking import Floor, at
from tests.building import DESK_1, MovableClock

ORDER = PlanOrder()


@pytest.fixture
def planning(open_event: OpenEvent) -> Planning:
    return Planning(open_event.journal, open_event.letters)


def test_a_plan_says_who_meets_where_and_writes_nothing(planning: Planning, floor: Floor) -> None:
    asked = floor.asks("Ada", "Ben")

    made = planning.make(ORDER)

    (meeting,) = made.meetings
    assert (meeting.pair.id, meeting.pair.number) == (asked.id, "R-A1")
    assert [each.name for each in (*meeting.pair.guests, *meeting.pair.hosts)] == [
        "Ada Of",
        "Ben Of",
    ]
    assert (made.figures.wanted, made.figures.placed, made.most_placed) == (1, 1, 1)
    assert made.figures.worth == made.figures.bound == asked.worth
    assert (made.unplaced, made.left_out, made.stopped) == ((), (), False)
    assert floor.meetings() == ()


def test_an_event_without_requests_has_a_plan_of_nothing(planning: Planning) -> None:
    made = planning.make(ORDER)

    assert (made.figures.wanted, made.figures.bound, made.meetings) == (0, 0, ())


def test_two_who_are_never_free_together_are_named(planning: Planning, floor: Floor) -> None:
    floor.who("Ute", days=["2027-03-16"])
    floor.who("Nuno", days=["2027-03-17"])
    asked = floor.asks("Ute", "Nuno")

    (unplaced,) = planning.make(ORDER).unplaced

    assert (unplaced.pair.id, unplaced.why) == (asked.id, Why.NO_COMMON_SLOT)
    assert {each.name for each in unplaced.facts.people} == {"Ute Of", "Nuno Of"}


def test_a_limit_that_is_reached_is_said_with_what_would_help(
    planning: Planning, floor: Floor
) -> None:
    change_rules(floor.journal, {"most_meetings": 2})
    for host in ("Ben", "Cleo", "Dov"):
        floor.asks("Ada", host)

    made = planning.make(ORDER)

    (unplaced,) = made.unplaced
    assert (unplaced.why, unplaced.most) == (Why.PERSON_FULL, 2)
    assert [each.name for each in unplaced.facts.people] == ["Ada Of"]
    (remedy,) = (each for each in made.help if each.by is HelpBy.LIMIT)
    assert remedy.person is not None
    assert (remedy.person.name, remedy.count) == ("Ada Of", 1)
    assert remedy.places == (unplaced.pair,)
    assert (made.figures.placed, made.most_placed) == (2, 2)


def test_whoever_does_not_come_is_left_out_by_name(planning: Planning, floor: Floor) -> None:
    floor.who("Ben", status="withdrawn")
    floor.asks("Ada", "Ben")

    made = planning.make(ORDER)

    (left_out,) = made.left_out
    assert (left_out.why, [each.name for each in left_out.who]) == ("not_coming", ["Ben Of"])
    assert made.figures.wanted == 0


def test_a_plan_is_accepted_as_one_and_taken_back_as_one(planning: Planning, floor: Floor) -> None:
    for host in ("Ben", "Cleo", "Dov"):
        floor.asks("Ada", host)

    accepted = planning.accept(planning.make(ORDER))

    assert accepted.added == len(floor.meetings()) == 3
    undo(floor.journal)
    assert floor.meetings() == ()


def test_a_plan_is_compared_with_the_one_before(planning: Planning, floor: Floor) -> None:
    for host in ("Ben", "Cleo"):
        floor.asks("Ada", host)
    planning.accept(planning.make(ORDER))
    first, second = floor.meetings()
    Requests(floor.journal, "A").withdraw(floor.requests()[0].id)
    floor.asks("Eva", "Finn")

    compared = planning.make(PlanOrder(keeps_planned=False)).compared

    gone = Place(first.starts_at, first.table)
    assert [(each.pair.number, each.before) for each in compared.taken_out] == [
        (first.number, gone)
    ]
    assert [each.pair.number for each in compared.added] == ["R-A3"]
    assert len(compared.moved) + compared.unchanged == 1
    assert {"Ada Of", "Ben Of", "Eva Of", "Finn Of"} <= {each.name for each in compared.people}
    assert second.number not in {each.pair.number for each in compared.taken_out}


def test_new_requests_find_their_places_beside_the_meetings_that_stand(
    planning: Planning, floor: Floor
) -> None:
    people = ("Ada", "Ben", "Cleo", "Dov", "Eva", "Finn")
    for guest, host in combinations(people, 2):
        floor.asks(guest, host)
    planning.accept(planning.make(ORDER))
    for host in people[:4]:
        floor.asks("Gro", host)

    compared = planning.make(ORDER).compared

    assert (len(compared.added), compared.taken_out) == (4, ())
    assert compared.unchanged >= len(compared.moved)


def test_a_plan_of_what_is_planned_already_changes_nobody(planning: Planning, floor: Floor) -> None:
    for host in ("Ben", "Cleo"):
        floor.asks("Ada", host)
    planning.accept(planning.make(ORDER))

    compared = planning.make(ORDER).compared

    assert (compared.people, compared.unchanged) == ((), 2)


def test_what_is_planned_stays_if_it_is_kept(planning: Planning, floor: Floor) -> None:
    asked = floor.asks("Ada", "Ben")
    floor.meets("Ada", "Ben", "12:20", "9", request_id=str(asked.id))
    floor.asks("Ada", "Cleo")

    made = planning.make(PlanOrder(keeps_planned=True))

    assert [each.pair.number for each in made.compared.added] == ["R-A2"]
    assert (at("12:20"), "9") in {(each.starts_at, each.table) for each in made.meetings}


def test_two_locked_at_one_table_at_once_are_named(planning: Planning, floor: Floor) -> None:
    floor.meets("Ute", "Nuno", "10:40", "4", locked=True)
    floor.meets("Ada", "Ben", "10:40", "4", locked=True)

    with pytest.raises(PlanContradicts) as refused:
        planning.make(ORDER)

    named = refused.value.named
    assert refused.value.why == "clash_at_table"
    assert [each.number for each in named.pairs] == ["M-A1", "M-A2"]
    assert (named.tables, named.slots) == (("4",), (at("10:40"),))


def test_a_locked_meeting_at_a_closed_table_is_named(planning: Planning, floor: Floor) -> None:
    floor.meets("Ute", "Nuno", "10:40", "4", locked=True)
    closures = Closures(floor.journal, StandingMeetings())
    closures.close(ClosureOrder(Places(("4",), ""), None, None, ""), 1)

    with pytest.raises(PlanContradicts) as refused:
        planning.make(ORDER)

    assert refused.value.why == "table_closed"
    assert [each.number for each in refused.value.named.pairs] == ["M-A1"]


def test_requests_that_come_after_each_other_are_named(planning: Planning, floor: Floor) -> None:
    first = floor.asks("Ada", "Ben")
    second = floor.asks("Cleo", "Dov", after=(first.number,))
    floor.does(d.RequestChanged(first.id, {"after": [str(second.id)]}, {"after": []}))

    with pytest.raises(PlanContradicts) as refused:
        planning.make(ORDER)

    assert refused.value.why == "circle"
    assert {each.number for each in refused.value.named.pairs} == {"R-A1", "R-A2"}
    assert floor.meetings() == ()


def test_what_has_begun_stays_where_it_is(
    planning: Planning, floor: Floor, clock: MovableClock
) -> None:
    asked = floor.asks("Ada", "Ben")
    floor.meets("Ada", "Ben", "10:15", "7", request_id=str(asked.id))
    floor.asks("Cleo", "Dov")
    clock.now = at("10:20")

    made = planning.make(ORDER)

    places = {each.pair.number: (each.starts_at, each.table) for each in made.meetings}
    assert places["R-A1"] == (at("10:15"), "7")
    assert places["R-A2"][0] >= at("10:40")


def test_an_event_that_is_over_is_planned_as_if_it_were_to_come(
    planning: Planning, floor: Floor, clock: MovableClock
) -> None:
    floor.asks("Ada", "Ben")
    clock.passes(days=30)

    assert planning.make(ORDER).figures.placed == 1


def test_a_plan_whose_meetings_have_begun_is_outdated(
    planning: Planning, floor: Floor, clock: MovableClock
) -> None:
    floor.asks("Ada", "Ben")
    made = planning.make(ORDER)
    clock.now = at("12:30", 17)
    clock.passes(hours=-1)

    with pytest.raises(PlanOutdated):
        planning.accept(made)

    assert floor.meetings() == ()


def test_stopping_answers_the_best_so_far(planning: Planning, floor: Floor) -> None:
    for number in range(30):
        floor.asks(f"Guest{number}", f"Host{number}")

    def stop(_progress: Progress) -> None:
        raise Cancelled

    made = planning.make(ORDER, stop)

    assert made.stopped
    assert made.figures.placed + len(made.unplaced) == made.figures.wanted == 30


def test_it_is_told_how_good_the_plan_is_so_far(planning: Planning, floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    heard: list[Progress] = []

    planning.make(ORDER, heard.append)

    assert heard
    assert all(isinstance(each, PlanProgress) and 0 <= each.done <= each.total for each in heard)
    done = [each.done for each in heard]
    assert done == sorted(done)
    assert done[-1] == heard[-1].total
    known = [each for each in heard if isinstance(each, PlanProgress) and each.bound is not None]
    assert known[0].done < known[0].total
    assert {each.wanted for each in known} == {1}


def test_another_process_plans_and_accepts(open_event: OpenEvent, floor: Floor) -> None:
    for host in ("Ben", "Cleo", "Dov"):
        floor.asks("Ada", host)
    changes: list[Changes] = []
    aside = PlanningAside(Aside(open_event.journal, DESK_1, changes.append))

    made = aside.make(ORDER)
    accepted = aside.accept(made)

    assert {each.pair.number for each in made.meetings} == {"R-A1", "R-A2", "R-A3"}
    assert accepted.added == len(floor.meetings()) == 3
    assert "Meeting" in set().union(*(each.models for each in changes))
    undo(floor.journal)
    assert floor.meetings() == ()


def test_another_process_refuses_by_name_and_stops_with_the_best(
    open_event: OpenEvent, floor: Floor
) -> None:
    floor.asks("Ada", "Cleo")
    aside = PlanningAside(Aside(open_event.journal, DESK_1))

    def stop(_progress: Progress) -> None:
        raise Cancelled

    stopped = aside.make(ORDER, stop)
    floor.meets("Ute", "Nuno", "10:40", "4", locked=True)
    floor.meets("Ada", "Ben", "10:40", "4", locked=True)

    assert stopped.stopped
    with pytest.raises(PlanContradicts) as refused:
        aside.make(ORDER)
    assert [each.number for each in refused.value.named.pairs] == ["M-A1", "M-A2"]
