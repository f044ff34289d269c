"""Stories of accepting many applications at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.applications.places import Places
from app.applications.reading import Applications
from app.applications.terms import Deadlines
from app.delegates.registration import Kind, Status
from app.desks import OpenEvent
from app.journal.undo import undo
from tests.building import EventBuilder
from tests.ui.delegates.robots import OfficeRobot
from ui.delegates.accept_dialog import AcceptDialog

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


def applied(event: EventBuilder, name: str, minute: int, **of: Any) -> None:
    at = (NOON + timedelta(minutes=minute)).isoformat()
    event.delegate(name, "A", status="received", received=at, **of)


def standing(open_event: OpenEvent, status: Status) -> list[str]:
    listed = Applications(open_event.journal).listed(status)
    return [each.person.given_name for each in listed]


def shown(office: OfficeRobot) -> AcceptDialog:
    (dialog,) = [each for each in office.page.findChildren(AcceptDialog) if each.isVisible()]
    return dialog


def told(dialog: AcceptDialog) -> list[tuple[str, ...]]:
    model = dialog.model
    return [
        tuple(model.index(at, column).data() for column in (1, 5, 6))
        for at in range(model.rowCount())
    ]


def test_a_look_says_who_gets_in_and_why_not_and_then_it_is_done_as_one_undo(
    open_event: OpenEvent, event: EventBuilder, office: OfficeRobot
) -> None:
    applied(event, "Ada", 1, delegation="US delegation")
    applied(event, "Ben", 2, delegation="US delegation")
    applied(event, "Cleo", 3, kind="company")
    applied(event, "Dov", 4, kind="company")
    applied(event, "Eve", 65)
    Places(open_event.journal).limit(1, delegation="US delegation")
    Places(open_event.journal).limit(1, kind=Kind.COMPANY)
    Deadlines(open_event.journal).set(apply_until=NOON + timedelta(hours=1), late=Status.DECLINED)
    office.arrives()
    office.presses("Accept all that fit…")
    dialog = shown(office)
    office.qtbot.waitUntil(lambda: dialog.model.rowCount() == 5)

    assert told(dialog) == [
        ("Ada A", "Accepted", "There is a place"),
        ("Ben A", "Waiting list", "No place left for their delegation"),
        ("Cleo A", "Accepted", "There is a place"),
        ("Dov A", "Waiting list", "No place left for their kind"),
        ("Eve A", "Declined", "After the deadline"),
    ]
    assert dialog.model.index(4, 4).data() == "1 Mar 15:05, 5 min late"
    assert dialog._counts.text() == "2 get in · 2 to the waiting list · 1 declined"
    assert dialog._places.text() == (
        "Company: 1 of 1, full · US delegation: 1 of 1, full · In all: 2 accepted, no limit"
    )
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    office.is_told("2 applications are accepted; 2 to the waiting list, 1 declined.")
    assert standing(open_event, Status.ACCEPTED) == ["Ada", "Cleo"]
    undo(open_event.journal)
    assert standing(open_event, Status.RECEIVED) == ["Ada", "Ben", "Cleo", "Dov", "Eve"]


def test_of_the_chosen_no_more_get_in_than_is_said(
    open_event: OpenEvent, event: EventBuilder, office: OfficeRobot
) -> None:
    for minute, name in enumerate(("Ada", "Ben", "Cleo")):
        applied(event, name, minute)
    office.arrives()
    office.chooses_all()
    office.page.bar.accept_wanted.emit()
    dialog = shown(office)
    assert dialog.whom.currentText() == "The 3 chosen"

    QTest.keyClicks(dialog.most, "+2,0")
    assert dialog.most.text() == "20"
    dialog.most.setText("2")
    office.qtbot.waitUntil(lambda: dialog._counts.text() == "2 get in")
    office.qtbot.waitUntil(dialog.accept_them.isEnabled)
    dialog.accept_them.click()

    office.is_told("2 applications are accepted.")
    assert standing(open_event, Status.RECEIVED) == ["Cleo"]


def test_where_nothing_is_open_it_is_said_and_nothing_can_be_done(
    open_event: OpenEvent, event: EventBuilder, office: OfficeRobot
) -> None:
    event.delegates(("Ada", "A"), ("Ben", "B"))
    office.arrives()
    office.chooses_all()
    office.page.bar.accept_wanted.emit()
    dialog = shown(office)

    office.qtbot.waitUntil(lambda: "No application is open here" in dialog._counts.text())

    assert not dialog.accept_them.isEnabled()
