from __future__ import annotations

from datetime import timedelta

import pytest

from app.applications.next_in import NextIn, NotProposed, NotWaiting, WaitingList
from app.applications.notice import notice
from app.applications.places import Places, ReasonNeeded
from app.applications.terms import Deadlines
from app.checkin.scanning import Scanning
from app.delegates.orders import PersonOrder
from app.delegates.registration import Kind, Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import undo
from tests.app.applications.applying import NOON, Applicants
from tests.building import MORNING, MovableClock

ACCEPTED, WAITING = Status.ACCEPTED, Status.WAITING


def proposed(told: NextIn) -> list[tuple[str, str | None]]:
    return [
        (each.person.given_name, each.instead_of.given_name if each.instead_of else None)
        for each in told.proposals
    ]


def test_when_somebody_withdraws_the_first_who_fits_is_proposed_and_a_person_confirms(
    people: Applicants, places: Places, roster: Roster, waiting_list: WaitingList
) -> None:
    people.apply("Ada", "Ben", status=ACCEPTED)
    people.apply("Cleo", status=WAITING, kind="company")
    people.apply("Dov", "Eve", status=WAITING)
    places.limit(2)
    places.limit(0, kind=Kind.COMPANY)
    assert proposed(waiting_list.next_in()) == []

    roster.set_status(people.ids["Ada"], Status.WITHDRAWN)

    assert proposed(waiting_list.next_in()) == [("Dov", None)]
    assert waiting_list.next_in().proposals[0].waits_as == 2
    assert waiting_list.let_in(people.ids["Dov"]).status == ACCEPTED
    assert proposed(waiting_list.next_in()) == []


def test_who_is_not_next_is_not_let_in(
    people: Applicants, places: Places, waiting_list: WaitingList
) -> None:
    people.apply("Ada", "Ben", status=WAITING)
    people.apply("Cleo")
    places.limit(1)

    with pytest.raises(NotProposed) as refusal:
        waiting_list.let_in(people.ids["Ben"])
    assert refusal.value.first is not None
    assert refusal.value.first.given_name == "Ada"
    with pytest.raises(NotWaiting):
        waiting_list.let_in(people.ids["Cleo"])
    places.limit(0)
    with pytest.raises(NotProposed) as refusal:
        waiting_list.let_in(people.ids["Ada"])
    assert refusal.value.first is None


def test_who_has_not_come_in_time_is_replaced_and_no_place_is_given_twice(
    open_event: OpenEvent, people: Applicants, places: Places, clock: MovableClock
) -> None:
    waiting_list, deadlines = WaitingList(open_event.journal), Deadlines(open_event.journal)
    people.apply("Ada", "Ben", status=ACCEPTED)
    people.apply("Cleo", "Dov", status=WAITING)
    places.limit(2)
    deadlines.set(come_by=MORNING + timedelta(hours=1))
    Scanning(open_event.journal).check_in(people.ids["Ada"])
    assert waiting_list.next_in().missing == ()

    clock.passes(hours=1)
    told = waiting_list.next_in()

    assert [each.given_name for each in told.missing] == ["Ben"]
    assert proposed(told) == [("Cleo", "Ben")]
    waiting_list.let_in(people.ids["Cleo"])
    assert people.stand(ACCEPTED) == ["Ada", "Cleo"]
    assert people.stand(Status.WITHDRAWN) == ["Ben"]
    assert proposed(waiting_list.next_in()) == []

    undo(open_event.journal)
    assert people.stand(ACCEPTED) == ["Ada", "Ben"]
    assert proposed(waiting_list.next_in()) == [("Cleo", "Ben")]


def test_the_place_of_who_has_not_come_helps_only_those_it_fits(
    open_event: OpenEvent, people: Applicants, places: Places, clock: MovableClock
) -> None:
    waiting_list, deadlines = WaitingList(open_event.journal), Deadlines(open_event.journal)
    people.apply("Ada", "Ben", status=ACCEPTED)
    people.apply("Cleo", status=WAITING, delegation="US delegation")
    people.apply("Dov", status=WAITING)
    places.limit(2)
    places.limit(0, delegation="US delegation")
    deadlines.set(come_by=MORNING + timedelta(hours=1))
    clock.passes(hours=2)

    assert proposed(waiting_list.next_in()) == [("Dov", "Ada")]


def test_somebody_is_moved_up_for_a_reason_and_back_again(
    open_event: OpenEvent, people: Applicants, waiting_list: WaitingList
) -> None:
    people.apply("Ada", "Ben", "Cleo", "Dov", status=WAITING)

    assert waiting_list.move_up(people.ids["Dov"], "speaks", people.ids["Ben"]) == 2
    assert people.stand(WAITING) == ["Ada", "Dov", "Ben", "Cleo"]
    assert waiting_list.move_up(people.ids["Cleo"], "chairs") == 1
    assert people.stand(WAITING) == ["Cleo", "Ada", "Dov", "Ben"]
    assert waiting_list.move_up(people.ids["Ada"], "chairs", people.ids["Ben"]) == 2
    assert people.stand(WAITING) == ["Cleo", "Ada", "Dov", "Ben"]

    undo(open_event.journal)
    undo(open_event.journal)
    assert people.stand(WAITING) == ["Ada", "Ben", "Cleo", "Dov"]


def test_of_two_who_came_at_once_somebody_is_put_before_the_one_who_is_meant(
    people: Applicants, waiting_list: WaitingList
) -> None:
    people.apply("Ada", "Ben", "Cleo", status=WAITING, at=NOON)

    waiting_list.move_up(people.ids["Cleo"], "speaks", people.ids["Ben"])

    assert people.stand(WAITING) == ["Ada", "Cleo", "Ben"]


def test_moving_up_needs_a_reason_and_people_who_wait(
    people: Applicants, waiting_list: WaitingList
) -> None:
    people.apply("Ada", "Ben", status=WAITING)
    people.apply("Cleo")

    with pytest.raises(ReasonNeeded):
        waiting_list.move_up(people.ids["Ben"], " ")
    with pytest.raises(NotWaiting):
        waiting_list.move_up(people.ids["Cleo"], "speaks")
    with pytest.raises(NotWaiting):
        waiting_list.move_up(people.ids["Ben"], "speaks", people.ids["Cleo"])


def test_what_is_shown_counts_no_application_of_whom_somebody_else_comes_for(
    open_event: OpenEvent, people: Applicants, places: Places, roster: Roster
) -> None:
    people.apply("Ada", "Ben")
    people.apply("Cleo", status=WAITING)
    places.limit(1)
    roster.substitute(people.ids["Ada"], PersonOrder(given_name="Dov"))

    told = notice(open_event.journal)

    assert told is not None
    assert (told.received, told.waiting) == (2, 1)
