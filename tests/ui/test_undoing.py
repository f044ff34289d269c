from __future__ import annotations

import pytest

from app.deeds import all_kinds
from app.delegates.orders import PersonOrder
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.event.tables import Tables
from app.meetings.standing import StandingMeetings
from tests.building import EventBuilder
from ui.undoing import ALONG, NAMES, UNDOES, redone, undone


@pytest.fixture
def roster(open_event: OpenEvent) -> Roster:
    return Roster(open_event.journal, open_event.letters)


def test_whatever_can_be_taken_back_is_named_once() -> None:
    known = [*NAMES, *ALONG, *UNDOES]

    assert sorted(known) == sorted(name for name, kind in all_kinds().items() if kind.undo)


def test_who_was_registered_is_named_though_they_are_off_the_list(
    open_event: OpenEvent, roster: Roster
) -> None:
    roster.register(PersonOrder("Ugne", "Zemaite", organisation="A new one"))

    said = undone(open_event.journal), redone(open_event.journal), undone(open_event.journal)

    name = "The registration on site of Ugne Zemaite"
    assert said == (f"{name} is taken back.", f"{name} stands again.", f"{name} is taken back.")


def test_a_decision_on_several_counts_the_others(
    event: EventBuilder, open_event: OpenEvent, roster: Roster
) -> None:
    people = [event.delegate("Ada"), event.delegate("Ben"), event.delegate("Cy")]
    roster.set_status_of_many(people, Status.WAITING)

    said = undone(open_event.journal)

    assert "The decision on the application of " in said
    assert " and 2 others is taken back." in said


def test_what_was_done_to_the_hall_is_named_as_well(open_event: OpenEvent) -> None:
    journal = open_event.journal
    Tables(journal, StandingMeetings()).add(1)

    said = undone(journal), redone(journal)

    assert said == ("The new table is taken back.", "The new table stands again.")
