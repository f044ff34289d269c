from __future__ import annotations

import pytest

from app.applications.places import Full, Places, PlacesFull, PlacesNotPossible, ReasonNeeded, Taken
from app.checkin.reception import Reception
from app.delegates.orders import PersonOrder
from app.delegates.organisations import Organisations
from app.delegates.registration import Kind, Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.turns import FEWEST
from app.journal.undo import redo, undo
from db.ids import new_id
from tests.app.applications.applying import Applicants
from tests.building import EventBuilder

ADA = PersonOrder(given_name="Ada", delegation="US delegation", kind=Kind.COMPANY)
WHY = "the speaker of the opening"


def test_places_are_taken_by_who_is_accepted_and_by_nobody_whose_place_another_has(
    people: Applicants, places: Places, roster: Roster
) -> None:
    for status in Status:
        people.apply(str(status), status=status, delegation="US delegation", kind="company")
    people.apply("Ben", status=Status.ACCEPTED, organisation="Hub")
    roster.substitute(people.ids["Ben"], PersonOrder(given_name="Cleo"))
    places.limit(5)
    places.limit(2, kind=Kind.COMPANY)
    places.limit(3, delegation="us  DELEGATION")

    assert places.told() == (
        Taken("", "", 2, 5),
        Taken("company", "", 1, 2),
        Taken("", "US delegation", 1, 3),
    )


def test_who_says_no_kind_takes_a_place_of_the_organisation_s(
    people: Applicants, places: Places, roster: Roster
) -> None:
    roster.register(PersonOrder(given_name="Ada", organisation="Hub", kind=Kind.CLUSTER))
    people.apply("Ben", status=Status.ACCEPTED, organisation="Hub")
    places.limit(9, kind=Kind.CLUSTER)

    # Who is registered on site says the kind of a person, and not of an organisation.
    assert places.told()[1].taken == 1


def test_a_limit_is_changed_lifted_and_taken_back(open_event: OpenEvent, places: Places) -> None:
    places.limit(70)
    places.limit(80)
    places.limit(None)
    assert places.told()[0].places is None

    undo(open_event.journal)
    assert places.told()[0].places == 80
    undo(open_event.journal)
    assert places.told()[0].places == 70
    redo(open_event.journal)
    assert places.told()[0].places == 80


def test_a_limit_may_be_set_before_anybody_of_the_delegation_is_known(places: Places) -> None:
    places.limit(13, delegation="US delegation")

    assert places.told()[1:] == (Taken("", "US delegation", 0, 13),)


@pytest.mark.parametrize("number", [-1, 100_001])
def test_a_number_that_makes_no_sense_is_refused(places: Places, number: int) -> None:
    with pytest.raises(PlacesNotPossible) as refusal:
        places.limit(number)

    assert refusal.value.reason == "number"


def test_no_limit_is_lifted_of_a_delegation_that_there_is_not(places: Places) -> None:
    places.limit(13, delegation="US delegation")

    with pytest.raises(PlacesNotPossible) as refusal:
        places.limit(None, delegation="UK delegation")

    assert refusal.value.known == ("US delegation",)


def test_a_blank_delegation_is_none_and_not_everybody(places: Places) -> None:
    places.limit(70)

    with pytest.raises(PlacesNotPossible) as refusal:
        places.limit(5, delegation="  ")

    assert refusal.value.reason == "delegation"
    assert places.told() == (Taken("", "", 0, 70),)


def test_whom_a_network_was_merged_into_is_a_cluster_however_often_that_went_on(
    open_event: OpenEvent, people: Applicants, places: Places
) -> None:
    for name, organisation in (("Ada", "Mill"), ("Ben", "Net A"), ("Cy", "Net B"), ("Di", "Net")):
        people.apply(name, status=Status.ACCEPTED, organisation=organisation)
    organisations = Organisations(open_event.journal)
    organisations.join("Mill", "Net A")
    organisations.merge("Net B", "Net A")
    organisations.merge("Net", "Net B")
    places.limit(9, kind=Kind.CLUSTER)
    assert places.told()[1].taken == 3

    organisations.merge("Net", "Mill")

    # Whoever is one with the network belongs to none.
    assert places.told()[1].taken == 0


@pytest.mark.parametrize("full", [Full.ALL, Full.KIND, Full.DELEGATION])
def test_a_walk_in_finds_no_place_and_is_taken_in_by_a_decision_with_its_reason(
    people: Applicants, places: Places, roster: Roster, full: Full
) -> None:
    people.apply("Ben", status=Status.ACCEPTED, delegation="US delegation", kind="company")
    limited = {"kind": Kind.COMPANY} if full is Full.KIND else {}
    of = "US delegation" if full is Full.DELEGATION else ""
    places.limit(1, delegation=of, **limited)

    with pytest.raises(PlacesFull) as refusal:
        roster.register(ADA)
    assert (refusal.value.reason, refusal.value.taken, refusal.value.places) == (full, 1, 1)
    with pytest.raises(ReasonNeeded):
        roster.register(ADA, despite_full=" ")
    ada = roster.register(ADA, despite_full=WHY)

    assert (ada.status, ada.status_reason) == (Status.ACCEPTED, WHY)
    assert places.told()[0].taken == 2


def test_of_many_more_than_are_written_at_once_the_earliest_get_the_places(
    open_event: OpenEvent, people: Applicants, places: Places, roster: Roster
) -> None:
    names = [f"P{number}" for number in range(FEWEST + 20)]
    people.apply(*names)
    places.limit(10)

    roster.set_status_of_many(people.ids.values(), Status.ACCEPTED)

    assert people.stand(Status.ACCEPTED) == names[:10]


def test_where_there_is_a_place_no_reason_is_kept(places: Places, roster: Roster) -> None:
    places.limit(1)

    assert roster.register(ADA, despite_full=WHY).status_reason == ""


def test_a_single_acceptance_finds_no_place_either(
    people: Applicants, places: Places, roster: Roster
) -> None:
    people.apply("Ada")
    places.limit(0)
    ada = people.ids["Ada"]

    with pytest.raises(PlacesFull):
        roster.set_status(ada, Status.ACCEPTED)
    with pytest.raises(ReasonNeeded):
        roster.set_status(ada, Status.ACCEPTED, despite_full=True)
    assert roster.set_status(ada, Status.ACCEPTED, WHY, despite_full=True).status_reason == WHY


def test_of_many_at_once_those_with_earlier_turns_get_the_places(
    people: Applicants, places: Places, roster: Roster
) -> None:
    people.apply("Ada", "Ben", "Cleo")
    places.limit(2)

    changed = roster.set_status_of_many(people.ids.values(), Status.ACCEPTED)

    assert set(changed) == {people.ids["Ada"], people.ids["Ben"]}


def test_a_place_that_was_given_up_is_passed_on_only_while_it_is_free(
    people: Applicants, places: Places, roster: Roster
) -> None:
    people.apply("Ada", status=Status.WITHDRAWN)
    people.apply("Ben", status=Status.ACCEPTED)
    places.limit(1)

    with pytest.raises(PlacesFull):
        roster.substitute(people.ids["Ada"], PersonOrder(given_name="Cleo"))
    cleo = roster.substitute(people.ids["Ada"], PersonOrder(given_name="Cleo"), despite_full=WHY)

    assert cleo.status == Status.ACCEPTED


def test_who_stands_at_the_desk_is_accepted_and_let_in_by_a_decision(
    open_event: OpenEvent, event: EventBuilder, people: Applicants, places: Places
) -> None:
    people.apply("Ada")
    places.limit(0)
    reception = Reception(open_event.journal, open_event.letters)

    with pytest.raises(PlacesFull):
        reception.accept_and_check_in(people.ids["Ada"], new_id())
    admitted = reception.accept_and_check_in(people.ids["Ada"], new_id(), WHY)

    assert admitted.delegate.status_reason == WHY
