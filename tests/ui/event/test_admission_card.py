"""Places and deadline are set where the event is set up."""

from __future__ import annotations

from datetime import UTC, datetime

from app.applications.places import Places
from app.applications.terms import Deadlines, Terms
from app.delegates.registration import Status
from app.desks import OpenEvent
from app.journal.journal import Changes
from tests.building import EventBuilder
from tests.ui.event.robot import EventRobot


def test_places_and_deadline_are_kept_as_clocks_at_the_venue_show_them(
    office: EventRobot, open_event: OpenEvent
) -> None:
    card = office.page.overview.admission
    card.places.setText("70")
    card.apply_until.setText("2027-03-01 14:00")
    card.late.setCurrentIndex(card.late.findData(Status.DECLINED))

    office.presses("Keep places and deadline")

    office.is_told("Places and deadline are kept.")
    assert Places(open_event.journal).told()[0].places == 70
    at_noon = datetime(2027, 3, 1, 12, tzinfo=UTC)
    assert Deadlines(open_event.journal).terms() == Terms(at_noon, Status.DECLINED)
    office.reads(card, "0 of 70 places taken · 0 to decide · 0 waiting")
    office.waits(lambda: card.apply_until.text() == "2027-03-01 14:00 EET")
    assert not card.keep.isEnabled()


def test_a_deadline_that_clocks_skip_is_refused_in_place(
    office: EventRobot, open_event: OpenEvent
) -> None:
    card = office.page.overview.admission
    card.apply_until.setText("2027-03-28 03:30")
    office.presses("Keep places and deadline")

    office.waits(lambda: "clocks are put forward" in office.page.overview.strip.problem())
    assert Deadlines(open_event.journal).terms() == Terms()
    card.places.setText("many")
    card.apply_until.clear()
    office.presses("Keep places and deadline")
    office.waits(lambda: "There can’t be many places" in office.page.overview.strip.problem())


def test_what_is_being_typed_of_places_survives_what_others_write(
    office: EventRobot, event: EventBuilder
) -> None:
    card = office.page.overview.admission
    card.places.setText("7")
    event.delegate("Ada", "Byron")
    office.page.learn(Changes(frozenset({"Delegate"})))

    office.reads(card, "1 accepted")
    assert card.places.text() == "7"
