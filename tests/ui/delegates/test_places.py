"""Stories of places and of the waiting list above the table of delegates."""

from __future__ import annotations

from app.applications.places import Places
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from tests.building import EventBuilder
from tests.ui.delegates.robots import OfficeRobot


def test_places_are_counted_and_who_is_next_is_proposed_and_accepted(
    open_event: OpenEvent, event: EventBuilder, office: OfficeRobot
) -> None:
    ada = event.delegate("Ada", "A")
    event.delegate("Ben", "B")
    event.delegate("Cleo", "C", status="waiting", received="2027-01-02T10:00:00+00:00")
    event.delegate("Dov", "D", status="waiting", received="2027-01-01T10:00:00+00:00")
    Places(open_event.journal).limit(2)
    office.arrives()
    office.reads("2 of 2 places, 2 waiting")
    office.reads_not("is next")

    Roster(open_event.journal, open_event.letters).set_status(ada, Status.WITHDRAWN)
    office.hears_that_something_was_written()
    office.reads("1 of 2 places, 2 waiting · Dov D is next (number 1)")
    office.presses("Accept next")

    office.is_told("Dov D is accepted, from the waiting list.")
    office.hears_that_something_was_written()
    office.reads("2 of 2 places, 1 waiting")


def test_an_event_without_limits_says_nothing_of_places(
    event: EventBuilder, office: OfficeRobot
) -> None:
    event.delegate("Ada", "A", status="waiting")

    office.arrives()

    office.sees_names("Ada A")
    office.reads_not("places")


def test_many_at_once_are_accepted_only_while_there_are_places(
    open_event: OpenEvent, event: EventBuilder, office: OfficeRobot
) -> None:
    event.delegates(("Ada", "A"), ("Ben", "B"), status="received")
    Places(open_event.journal).limit(1)
    office.arrives()
    office.chooses_all()

    office.page.bar.status_chosen.emit(Status.ACCEPTED)

    office.is_told(
        "1 delegate set to “Accepted”. 1 delegate stood there already or found no place."
    )
