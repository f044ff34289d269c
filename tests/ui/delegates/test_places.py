"""Stories of places and of the waiting list above the table of delegates."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from app.applications.places import Places
from app.applications.terms import Deadlines
from app.delegates.registration import Status
from app.delegates.roster import Roster, everybody
from app.desks import OpenEvent
from tests.building import EventBuilder
from tests.ui.delegates.robots import OfficeRobot
from ui.common.full import FullDialog


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
    office.reads("1 of 2 places, 2 waiting")
    office.reads("Dov D is next (number 1)")
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


def test_who_is_accepted_past_the_limit_is_so_with_a_reason_that_history_tells(
    open_event: OpenEvent, event: EventBuilder, office: OfficeRobot
) -> None:
    event.delegate("Ada", "A")
    event.delegate("Ben", "B", status="waiting")
    Places(open_event.journal).limit(1)
    office.arrives()
    office.opens("Ben B")
    office.presses("Application…")
    office.takes("Application", Status.ACCEPTED)
    office.presses_keys("Ctrl+S")
    dialog = office.asks(FullDialog)
    assert "1 of 1 places are taken." in [each.text() for each in dialog.findChildren(QLabel)]

    QTest.keyClicks(dialog.focusWidget(), "speaks at noon")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    office.is_told("Ben B: application set to “Accepted”.")
    office.reads("Accepted (speaks at noon)")
    office.reads("Application set to “Accepted”: speaks at noon")


def test_who_is_not_accepted_past_the_limit_after_all_finds_the_form_as_it_was(
    open_event: OpenEvent, event: EventBuilder, office: OfficeRobot
) -> None:
    event.delegate("Ben", "B", status="waiting")
    Places(open_event.journal).limit(0)
    office.arrives()
    office.opens("Ben B")
    office.presses("Application…")
    office.takes("Application", Status.ACCEPTED)
    office.fills("Why (the history keeps it)", "a sponsor")
    office.presses_keys("Ctrl+S")
    dialog = office.asks(FullDialog)
    assert "a sponsor" in [each.text() for each in dialog.findChildren(QLineEdit)]

    dialog.reject()

    form = office.page.pane.asking.form
    assert form is not None
    assert form.isEnabled()
    assert form.values == {"status": "accepted", "reason": "a sponsor"}
    assert everybody(open_event.journal)[0].status == Status.WAITING


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


def test_how_late_somebody_applied_is_seen_and_the_mail_to_them_is_copied(
    open_event: OpenEvent, event: EventBuilder, office: OfficeRobot
) -> None:
    Deadlines(open_event.journal).set(apply_until=datetime(2027, 3, 1, 12, tzinfo=UTC))
    event.delegate("Ada", "A", status="declined", received="2027-03-01T14:05:00+00:00")
    office.arrives()
    office.opens("Ada A")
    office.reads("1 March 2027, 16:05 EET, 2 h 5 min late")

    office.presses("Copy mail text")

    office.is_told("The mail to Ada A is copied.")
    assert "Dear Ada A," in QApplication.clipboard().text()


def test_mails_to_the_chosen_are_written_to_those_who_were_decided_on(
    event: EventBuilder, office: OfficeRobot, tmp_path: Path
) -> None:
    event.delegate("Ada", "A", email="ada@example.org")
    event.delegates(("Ben", "B"), ("Cleo", "C"), status="received")
    office.arrives()
    office.chooses_all()

    office.page.files.write_mails(str(tmp_path / "mails.csv"))

    office.is_told("1 mail written to mails.csv. Nothing is decided on 2 delegates.")
    assert "ada@example.org" in (tmp_path / "mails.csv").read_text(encoding="utf-8-sig")
