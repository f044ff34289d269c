"""Stories of a desk at an event where no place is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.applications.places import Places
from app.delegates.roster import everybody
from app.desks import OpenEvent
from tests.building import EventBuilder
from tests.ui.desk.robot import DeskRobot
from tests.ui.desk.test_walk_in import begins
from tests.ui.robot import Robot

WHY = "speaks in the afternoon"


def test_a_walk_in_is_taken_in_against_a_full_event_only_with_a_reason(
    open_event: OpenEvent, event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Jan")
    Places(open_event.journal).limit(1)
    begins(desk)

    desk.presses("Register and check in")
    desk.reads("1 of 1 places are taken.")
    desk.may_not_press("Register all the same")
    desk.fills("Reason", WHY)
    desk.presses("Register all the same")

    desk.reads("Checked in. Eva Roth.")
    reasons = {each.given_name: each.status_reason for each in everybody(open_event.journal)}
    assert reasons == {"Jan": "", "Eva": WHY}


def test_under_a_queue_the_decision_takes_two_keys_and_a_word(
    open_event: OpenEvent, event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Jan")
    Places(open_event.journal).limit(1)
    begins(desk)
    desk.presses_keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.reads("1 of 1 places are taken.")
    desk.presses_keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.may_not_press("Register all the same")

    QTest.keyClicks(desk.page.focusWidget(), WHY)
    desk.presses_keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    desk.reads("Checked in. Eva Roth.")
    assert {each.status_reason for each in everybody(open_event.journal)} == {"", WHY}


def test_somebody_who_may_be_known_is_asked_about_first_and_then_the_place(
    open_event: OpenEvent, event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Eva", "Roth")
    Places(open_event.journal).limit(1)
    begins(desk)

    desk.presses("Register and check in")
    desk.presses("None of them: register another person")
    desk.reads("1 of 1 places are taken.")
    desk.fills("Reason", WHY)
    desk.presses("Register all the same")

    desk.reads("Checked in. Eva Roth.")
    assert len(everybody(open_event.journal)) == 2


def test_what_is_typed_on_takes_the_question_away(
    open_event: OpenEvent, event: EventBuilder, desk: DeskRobot
) -> None:
    Places(open_event.journal).limit(0, delegation="US delegation")
    begins(desk)
    desk.fills("Delegation", "US delegation")
    desk.presses("Register and check in")
    desk.reads("0 of 0 places for US delegation are taken.")

    desk.fills("Delegation", "Nordic")
    desk.presses_keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    desk.reads("Checked in. Eva Roth.")
    assert event is not None


def test_who_was_not_accepted_is_let_in_against_a_full_event_only_with_a_reason(
    open_event: OpenEvent, event: EventBuilder, desk: DeskRobot, qtbot: QtBot
) -> None:
    ada = event.delegate("Ada", status="waiting")
    Places(open_event.journal).limit(0)
    desk.scans(event.badge_of(ada))

    desk.presses("Accept and check in")
    desk.waits(lambda: bool(desk.page.card.findChildren(QDialog)))
    (dialog,) = desk.page.card.findChildren(QDialog)
    asked = Robot(dialog, qtbot)
    asked.reads("No place left for Ada", "0 of 0 places are taken.")
    asked.fills("Reason", WHY)
    asked.presses("Accept and check in")

    desk.reads("Checked in. Ada")
    assert everybody(open_event.journal)[0].status_reason == WHY
