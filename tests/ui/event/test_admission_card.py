"""Places and deadline are set where the event is set up."""

from __future__ import annotations

from datetime import UTC, datetime

from app.applications.letters.wishes import LetterWish
from app.applications.letters.writing import letters
from app.applications.places import Places
from app.applications.terms import Deadlines, Terms
from app.delegates.registration import Status
from app.desks import OpenEvent
from app.event.editing import Editing, FactsOrder
from app.journal.journal import Changes
from app.journal.undo import undo
from app.meetings.standing import StandingMeetings
from tests.building import EventBuilder
from tests.ui.event.robot import EventRobot
from ui.event.limits_dialog import LimitsDialog
from ui.event.texts_dialog import TextsDialog


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
    office.waits(lambda: "There can't be many places" in office.page.overview.strip.problem())


def test_a_deadline_that_clocks_show_twice_is_kept_and_it_is_said_which_is_meant(
    office: EventRobot, open_event: OpenEvent
) -> None:
    card = office.page.overview.admission
    card.places.setText("70")
    card.apply_until.setText("2027-10-31 03:30")

    office.presses("Keep places and deadline")

    office.reads(card, "show 03:30 twice on 31 October 2027")
    assert Deadlines(open_event.journal).terms().apply_until == datetime(
        2027, 10, 31, 1, 30, tzinfo=UTC
    )
    undo(open_event.journal)
    assert Deadlines(open_event.journal).terms() == Terms()
    assert Places(open_event.journal).told()[0].places is None


def test_a_deadline_is_kept_to_the_instant_of_the_clock_that_is_named(
    office: EventRobot, open_event: OpenEvent
) -> None:
    facts = FactsOrder(timezone="Europe/Copenhagen")
    Editing(open_event.journal, StandingMeetings()).change_facts(facts)
    card = office.page.overview.admission
    card.apply_until.setText("2018-10-26 14:00+01:00")

    office.presses("Keep places and deadline")

    office.waits(lambda: card.apply_until.text() == "2018-10-26 15:00 CEST")
    assert Deadlines(open_event.journal).terms().apply_until == datetime(
        2018, 10, 26, 13, tzinfo=UTC
    )
    card.apply_until.setText("2018-10-26 14:00 CET")
    office.presses("Keep places and deadline")
    office.reads(card, "On 26 October 2018 clocks at the venue show CEST, not CET.")


def test_places_of_kinds_and_delegations_are_set_at_once_and_seen(
    office: EventRobot, open_event: OpenEvent, event: EventBuilder
) -> None:
    event.delegate("Ada", "Byron", delegation="US delegation", kind="company")
    office.page.learn(Changes(frozenset({"Delegate"})))
    card = office.page.overview.admission
    office.reads(card, "1 accepted")

    office.presses("By kind and delegation…")
    dialog = office.asked(LimitsDialog)
    fields = {each.accessibleName(): each for each in dialog.fields}
    fields["Places for Company"].setText("20")
    fields["Places for US delegation"].setText("1")
    dialog.keep.click()

    office.is_told("Places are kept.")
    office.reads(card, "Company: 1 of 20")
    office.reads(card, "US delegation: 1 of 1, full")
    undo(open_event.journal)
    assert [each.places for each in Places(open_event.journal).told()] == [None]


def test_letters_are_changed_beside_what_a_real_delegate_reads(
    office: EventRobot, open_event: OpenEvent, event: EventBuilder
) -> None:
    event.delegate("Ada", "Byron", status="declined")
    office.presses("Letter texts…")
    office.waits(lambda: bool(office.page.findChildren(TextsDialog)))
    dialog = office.asked(TextsDialog)
    dialog.status.setCurrentIndex(dialog.status.findData(Status.DECLINED))
    office.reads(dialog, "As Ada Byron would read it")

    dialog.text.setPlainText("Sorry\n\nDear {nam}")
    office.waits(lambda: "Line 3: there is no placeholder {nam}" in dialog.strip.problem())
    dialog.text.setPlainText("Sorry\n\nDear {given_name}, ")
    office.waits(lambda: dialog.shown.toPlainText() == "Sorry\n\nDear Ada,")
    dialog.language.setCurrentIndex(1)
    dialog.language.setCurrentIndex(0)
    assert dialog.text.toPlainText() == "Sorry\n\nDear {given_name}, "
    dialog.keep.click()

    office.is_told("Letters say this from now on.")
    (letter,) = letters(open_event.journal, LetterWish())
    assert letter.mail == "Dear Ada,"


def test_what_is_being_typed_of_places_survives_what_others_write(
    office: EventRobot, event: EventBuilder
) -> None:
    card = office.page.overview.admission
    card.places.setText("7")
    event.delegate("Ada", "Byron")
    office.page.learn(Changes(frozenset({"Delegate"})))

    office.reads(card, "1 accepted")
    assert card.places.text() == "7"
