from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.event.deeds import SlotTakenOut
from app.event.place_deeds import TableClosed, TableOwnerSet, ZonesFarSet
from app.event.tables import Tables
from app.meetings import deeds as d
from app.meetings.attendees import Attendees
from app.meetings.plans import Plans
from app.meetings.problem_of import Basis, Scope
from app.meetings.standing import StandingMeetings
from app.meetings.worth import change_rules
from app.planning.check import broken_rules, refuse_contradictions
from app.planning.plan import Contradiction
from app.planning.problem import Person, Request, Table
from tests.app.meetings.asking import Floor, at, slot, table_of

FIRST_DAY = 0b111111
ALL = 0b111111_111111


def person(basis: Basis, floor: Floor, name: str) -> Person:
    wanted = str(floor.who(name))
    return next(each for each in basis.problem.people if each.name == wanted)


def table(basis: Basis, floor: Floor, label: str) -> Table:
    wanted = str(table_of(floor.hall(), label))
    return next(each for each in basis.problem.tables if each.name == wanted)


def request(basis: Basis, name: UUID) -> Request:
    return next(each for each in basis.problem.requests if each.name == str(name))


def test_an_open_request_becomes_one_of_the_problem(plans: Plans, floor: Floor) -> None:
    asked = floor.asks(
        "Ada Cleo", "Ben", priority=1, length=2, forbidden=(at("10:40"),), mutual=True
    )

    basis = plans.basis(Scope())

    (only,) = basis.problem.requests
    assert only.name == str(asked.id)
    assert set(only.people) == {str(floor.who(name)) for name in ("Ada", "Ben", "Cleo")}
    assert (only.worth, only.length, only.slots) == (6, 2, ALL & ~0b10)
    assert [each.block for each in basis.problem.slots].count(basis.problem.slots[0].block) == 6
    assert len(basis.problem.tables) == 10
    refuse_contradictions(basis.problem)


def test_what_is_fixed_leaves_no_choice(plans: Plans, floor: Floor) -> None:
    asked = floor.asks("Ada", "Ben", slot=at("11:05"), table="4")

    only = request(plans.basis(Scope()), asked.id)

    assert only.slots == 0b100
    assert only.tables == {str(table_of(floor.hall(), "4"))}


def test_people_are_free_on_their_days_but_not_while_they_are_elsewhere(
    plans: Plans, floor: Floor
) -> None:
    floor.who("Ada", days=["2027-03-16"])
    floor.is_elsewhere("Ada", "11:00", "11:30")
    floor.asks("Ada", "Ben")

    basis = plans.basis(Scope())

    # 10:40 to 11:00 and 11:30 to 11:50 touch the stretch with their ends alone.
    assert person(basis, floor, "Ada").free == FIRST_DAY & ~0b100
    assert person(basis, floor, "Ben").free == ALL


def test_closed_tables_and_zones_are_not_open_then(plans: Plans, floor: Floor) -> None:
    Tables(floor.journal, StandingMeetings()).set_zone(["2", "3"], "North")
    at_three = table_of(floor.hall(), "3")
    floor.does(
        TableClosed(uuid4(), at_three, "", at("12:00"), None),
        TableClosed(uuid4(), None, "North", None, at("10:20")),
        ZonesFarSet("North", "", far=True),
    )
    floor.asks("Ada", "Ben")

    basis = plans.basis(Scope())

    # The slot from 11:55 runs into what is closed at noon.
    assert table(basis, floor, "3").open == 0b001110
    assert table(basis, floor, "2").open == ALL & ~1
    assert (table(basis, floor, "1").open, table(basis, floor, "2").zone) == (ALL, "North")
    assert basis.problem.far == {frozenset({"North", ""})}


def test_own_tables_are_for_their_people_and_nobody_elses(plans: Plans, floor: Floor) -> None:
    ada = floor.who("Ada", organisation="Engines")
    colleague = floor.who("Cleo", organisation="Engines")
    where = floor.hall()
    floor.does(
        TableOwnerSet(table_of(where, "1"), None, floor.who("Ben"), owns=True),
        TableOwnerSet(table_of(where, "2"), organisation_of(floor, "Ada"), None, owns=True),
        TableOwnerSet(table_of(where, "3"), None, floor.who("Nobody"), owns=True),
    )
    asked = floor.asks("Ada", "Ben")
    others = floor.asks("Cleo", "Dov")

    basis = plans.basis(Scope())

    assert table(basis, floor, "1").owners == {str(floor.who("Ben"))}
    assert table(basis, floor, "2").owners == {str(ada), str(colleague)}
    assert (table(basis, floor, "3").open, table(basis, floor, "3").owners) == (0, frozenset())
    assert request(basis, asked.id).tables == {str(table_of(where, "1"))}
    assert request(basis, others.id).tables == frozenset()


def organisation_of(floor: Floor, name: str) -> UUID:
    with floor.journal.reading() as session:
        found = Attendees(session).get(floor.who(name))
    assert found is not None
    assert found.organisation_id is not None
    return found.organisation_id


def test_resources_are_there_at_their_times(plans: Plans, floor: Floor) -> None:
    morning = f"{at('10:15').isoformat()}/{at('11:25').isoformat()}"
    floor.does(d.ResourceAdded(uuid4(), "Interpreter FR", 1, (morning,)))
    asked = floor.asks("Ada", "Ben", needs=("Interpreter FR",))

    basis = plans.basis(Scope())

    (interpreter,) = basis.problem.resources
    assert (interpreter.at_once, interpreter.open) == (1, 0b111)
    assert request(basis, asked.id).needs == {"Interpreter FR"}


def test_precedence_names_what_is_planned_and_nothing_else(plans: Plans, floor: Floor) -> None:
    first = floor.asks("Ada", "Ben")
    gone = floor.asks("Ada", "Cleo")
    floor.asks("Ben", "Ada")
    then = floor.asks("Ada", "Dov", after=(first.number, gone.number))
    Roster(floor.journal, "A").set_status(floor.who("Cleo"), Status.WITHDRAWN)

    assert request(plans.basis(Scope()), then.id).after == {str(first.id)}


def test_limits_of_the_event_hold_for_everybody(plans: Plans, floor: Floor) -> None:
    floor.asks("Ada", "Ben")
    change_rules(floor.journal, {"most_meetings": 8, "most_in_row": 3})

    ada = person(plans.basis(Scope()), floor, "Ada")

    assert (ada.most, ada.most_in_row) == (8, 3)


def test_requests_that_can_not_be_planned_say_why(plans: Plans, floor: Floor) -> None:
    absent = floor.asks("Ada", "Ben")
    nobody = floor.asks("Ada", "Cleo")
    fixed = floor.asks("Ada", "Dov", table="9")
    Roster(floor.journal, "A").set_status(floor.who("Ben"), Status.WAITING)
    Roster(floor.journal, "A").merge(floor.who("Ada"), floor.who("Cleo"))
    Tables(floor.journal, StandingMeetings()).remove(["9"])

    basis = plans.basis(Scope())

    assert basis.problem.requests == ()
    assert {(each.id, each.why) for each in basis.left_out} == {
        (absent.id, "not_coming"),
        (nobody.id, "with_themselves"),
        (fixed.id, "no_such_table"),
    }


def test_withdrawn_and_cancelled_requests_are_not_planned(plans: Plans, floor: Floor) -> None:
    withdrawn, cancelled = floor.asks("Ada", "Ben"), floor.asks("Ada", "Cleo")
    meeting = floor.meets("Ada", "Cleo", "10:15", "1", request_id=str(cancelled.id))
    floor.does(d.RequestWithdrawn(withdrawn.id), d.MeetingCancelled(meeting))

    assert plans.basis(Scope()).problem.requests == ()
    assert [each.state for each in floor.requests()] == ["withdrawn", "cancelled"]

    floor.meets("Ada", "Cleo", "10:40", "1", request_id=str(cancelled.id))

    assert [each.name for each in plans.basis(Scope()).problem.requests] == [str(cancelled.id)]


def test_planned_meetings_may_be_moved_unless_they_are_kept(plans: Plans, floor: Floor) -> None:
    asked = floor.asks("Ada", "Ben")
    floor.meets("Ada", "Ben", "10:40", "3", request_id=str(asked.id))

    free, kept = plans.basis(Scope()), plans.basis(Scope(keeps_planned=True))

    assert (free.problem.locked, free.problem.standing) == ((), free.current)
    assert [(each.slot, each.request) for each in free.current] == [(1, str(asked.id))]
    assert [(each.slot, each.request) for each in kept.problem.locked] == [(1, str(asked.id))]
    assert (kept.current, kept.wishes, kept.problem.standing) == ((), {}, ())


def test_locked_meetings_and_those_nobody_asked_for_stay(plans: Plans, floor: Floor) -> None:
    asked = floor.asks("Ada", "Ben")
    locked = floor.meets("Ada", "Ben", "10:40", "3", request_id=str(asked.id), locked=True)
    arranged = floor.meets("Cleo", "Dov", "10:40", "4")

    basis = plans.basis(Scope())
    floor.does(d.MeetingUnlocked(locked))

    assert {each.request for each in basis.problem.locked} == {str(asked.id), str(arranged)}
    assert [each.request for each in plans.basis(Scope()).problem.locked] == [str(arranged)]


def test_what_is_over_stays_and_nothing_new_is_put_there(plans: Plans, floor: Floor) -> None:
    held, wanted = floor.asks("Ada", "Ben"), floor.asks("Ada", "Cleo")
    floor.meets("Ada", "Ben", "10:15", "3", request_id=str(held.id))
    floor.meets("Ada", "Cleo", "11:05", "3", request_id=str(wanted.id))
    floor.is_elsewhere("Ada", "10:00", "11:00")
    floor.does(TableClosed(uuid4(), table_of(floor.hall(), "3"), "", None, at("10:30")))

    basis = plans.basis(Scope(now=at("10:40")))

    assert [(each.slot, each.request) for each in basis.problem.locked] == [(0, str(held.id))]
    assert request(basis, wanted.id).slots == ALL & ~0b11
    assert broken_rules(basis.problem, basis.problem.locked) == ()


def test_what_is_over_and_broke_a_rule_binds_nobody(plans: Plans, floor: Floor) -> None:
    floor.meets("Ada", "Ben", "10:15", "3")
    floor.meets("Ada", "Cleo", "10:15", "3")
    floor.asks("Ada", "Dov")

    basis = plans.basis(Scope(now=at("10:20")))

    assert basis.problem.locked == ()
    assert len(basis.problem.requests) == 1
    with pytest.raises(Contradiction):
        refuse_contradictions(plans.basis(Scope()).problem)


def test_a_meeting_that_stays_of_somebody_who_does_not_come_is_told_and_stops_no_plan(
    plans: Plans, floor: Floor
) -> None:
    meeting = floor.meets("Ada", "Ben", "10:15", "3")
    Roster(floor.journal, "A").set_status(floor.who("Ben"), Status.WITHDRAWN)

    basis = plans.basis(Scope())

    refuse_contradictions(basis.problem)
    assert [(each.id, each.why, each.who) for each in basis.left_out] == [
        (meeting, "not_coming", (floor.who("Ben"),))
    ]


def test_a_meeting_whose_table_was_taken_out_is_lost_and_wanted_again(
    plans: Plans, floor: Floor
) -> None:
    asked = floor.asks("Ada", "Ben")
    meeting = floor.meets("Ada", "Ben", "10:15", "3", request_id=str(asked.id), locked=True)
    alone = floor.meets("Cleo", "Dov", "10:15", "4")
    Tables(floor.journal, StandingMeetings()).remove(["3", "4"], 2)

    basis = plans.basis(Scope())

    assert set(basis.lost) == {meeting, alone}
    assert [each.name for each in basis.problem.requests] == [str(asked.id)]
    assert set(basis.meetings) == {str(asked.id)}


def test_a_second_meeting_of_one_request_stays_for_a_person_to_decide(
    plans: Plans, floor: Floor
) -> None:
    asked = floor.asks("Ada", "Ben")
    floor.meets("Ada", "Ben", "10:15", "3", request_id=str(asked.id))
    second = floor.meets("Ada", "Ben", "10:40", "3", request_id=str(asked.id))

    basis = plans.basis(Scope())

    assert [each.request for each in basis.problem.locked] == [str(second)]
    assert {each.name for each in basis.problem.requests} == {str(asked.id), str(second)}


def test_slots_that_were_taken_out_leave_the_rest_as_they_were(plans: Plans, floor: Floor) -> None:
    fixed = floor.asks("Ada", "Ben", slot=at("10:15"))
    forbidden = floor.asks("Ada", "Cleo", forbidden=(at("10:15"), at("10:40")))
    floor.does(SlotTakenOut(slot(floor.hall(), "10:15")))

    basis = plans.basis(Scope())

    assert [(each.id, each.why) for each in basis.left_out] == [(fixed.id, "no_such_slot")]
    assert request(basis, forbidden.id).slots == 0b11111_111110
