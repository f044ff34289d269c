"""Requests are looked through, noted at the desk, corrected and withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.desks import OpenEvent
from app.journal.journal import Changes
from app.journal.undo import undo
from app.meetings.limits import Limits
from app.meetings.planning import Planning, PlanOrder
from app.meetings.views import RequestState
from tests.app.meetings.asking import Floor, at
from tests.building import EventBuilder
from tests.ui.event.robot import EventRobot
from ui.event.away_dialog import AwayDialog
from ui.event.request_form import RequestForm


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    """Ada of Engines, Ben of Hub, Cleo and Dov."""
    floor = Floor(open_event, event)
    for name, organisation in (("Ada", "Engines"), ("Ben", "Hub")):
        floor.who(name, organisation=organisation)
    for name in ("Cleo", "Dov"):
        floor.who(name)
    return floor


@pytest.fixture
def desk(office: EventRobot, floor: Floor) -> RequestDesk:
    return RequestDesk(office, floor)


class RequestDesk:
    """Somebody at the requests."""

    def __init__(self, office: EventRobot, floor: Floor) -> None:
        self.office, self.floor = office, floor

    def arrives(self, count: int) -> None:
        """Come to the requests, and wait until so many are shown."""
        self.office.page.show_requests()
        self.view = self.office.page.requests
        QAbstractItemModelTester(self.view.table.records, self.view)
        self.sees(count)

    def sees(self, count: int) -> None:
        self.office.waits(lambda: len(self.numbers()) == count)

    def numbers(self) -> Sequence[str]:
        return [each.row.request.number for each in self.view.table.records.records]

    def cells(self, number: str) -> list[str]:
        records = self.view.table.records
        row = self.numbers().index(number)
        return [str(records.index(row, at).data()) for at in range(records.columnCount())]

    def chooses(self, number: str) -> None:
        self.view.table.selectRow(self.numbers().index(number))

    def reads(self, words: str) -> None:
        self.office.reads(self.view, words)

    @property
    def form(self) -> RequestForm:
        assert self.view.side.form is not None
        return self.view.side.form


def test_requests_are_reached_from_the_card_and_left_again(desk: RequestDesk) -> None:
    desk.floor.asks("Ada", "Ben")
    desk.office.page.show_overview()
    desk.office.page.learn(Changes(frozenset({"Request"})))
    desk.office.presses("Show requests")
    desk.office.waits(desk.office.page.requests.table.isVisible)
    desk.office.presses("Back to the event")

    assert desk.office.page.overview.isVisible()


def test_a_row_says_who_asks_whom_and_where_it_stands(desk: RequestDesk) -> None:
    desk.floor.asks("Ada", "Ben", slot=at("10:40"), table="3", mutual=True, priority=1)
    desk.floor.who("Ute", days=["2027-03-16"])
    desk.floor.who("Nuno", days=["2027-03-17"])
    desk.floor.asks("Ute", "Nuno")
    planning = Planning(desk.floor.journal, desk.floor.letters)
    planning.accept(planning.make(PlanOrder()))
    desk.arrives(2)

    why = "Not placed: Ute Of has no slot in common with Nuno Of."
    desk.office.waits(lambda: desk.cells("R-A2")[-1] == why)
    ada, ben = "Ada Of, Engines", "Ben Of, Hub"
    assert desk.cells("R-A1") == [
        *("R-A1", ada, ben, "B2B", "Yes", "1", "Tue 10:40, table 3"),
        "Planned Tue 10:40, table 3",
    ]
    desk.chooses("R-A2")
    desk.reads("Ute Of has no slot in common with Nuno Of.")


def test_requests_are_searched_and_filtered(desk: RequestDesk) -> None:
    desk.floor.asks("Ada", "Ben")
    desk.floor.asks("Cleo", "Dov", mutual=True)
    withdrawn = desk.floor.asks("Dov", "Ada")
    desk.arrives(3)
    desk.view.field.setText("engin")
    hub = desk.numbers()
    desk.view.field.setText("")
    desk.view.mutual.setChecked(True)
    mutual = desk.numbers()
    desk.view.mutual.setChecked(False)
    desk.view.states.setCurrentText("Withdrawn")
    nobody = desk.numbers()
    desk.reads("No request fits.")
    desk.view.states.setCurrentText("Every state")
    desk.chooses(withdrawn.number)
    desk.office.presses(f"Withdraw {withdrawn.number}")
    desk.office.is_told("is withdrawn")
    desk.view.states.setCurrentText("Withdrawn")
    desk.sees(1)

    assert (hub, mutual, nobody) == (["R-A1", "R-A3"], ["R-A2"], [])
    assert desk.numbers() == [withdrawn.number]


def test_a_request_is_noted_at_the_desk_by_keyboard(desk: RequestDesk) -> None:
    desk.arrives(0)
    desk.reads("No requests yet.")
    desk.view.field.setFocus()
    desk.office.strikes(Qt.Key.Key_N, ctrl=True)
    desk.office.waits(lambda: desk.view.side.form is not None)
    desk.office.waits(desk.form.guests.field.hasFocus)
    desk.office.names("ada", "Ada Of · Engines · A-1")
    desk.form.hosts.field.setFocus()
    desk.office.names("ben", "Ben Of · Hub · A-2")
    desk.form.priority.setCurrentText("1 high")
    desk.form.slot.setCurrentText("Tue 10:40")
    desk.office.strikes(Qt.Key.Key_S, ctrl=True)
    desk.office.is_told("R-A1 is noted: Ada Of asks Ben Of.")
    desk.sees(1)

    (asked,) = desk.floor.requests()
    assert (asked.priority, asked.slot, asked.mutual) == (1, at("10:40"), False)
    assert desk.view.table.chosen is not None
    assert desk.office.news[-1].undoable
    undo(desk.floor.journal)
    assert desk.floor.requests() == ()


def test_a_form_without_a_side_says_so_and_notes_nothing(desk: RequestDesk) -> None:
    desk.arrives(0)
    desk.office.presses("New request")
    desk.office.waits(lambda: desk.view.side.form is not None)
    desk.office.waits(desk.form.guests.field.hasFocus)
    desk.office.names("ada", "Ada Of · Engines · A-1")
    desk.office.presses("Note request")

    desk.reads("Say who is asked: type a name, then choose from the list.")
    assert desk.form.hosts.field.hasFocus()
    assert desk.floor.requests() == ()
    desk.office.strikes(Qt.Key.Key_Escape)
    desk.office.waits(lambda: desk.view.side.form is None)


def test_who_asks_already_is_refused_in_place_and_the_form_stays(desk: RequestDesk) -> None:
    desk.floor.asks("Ada", "Ben")
    desk.arrives(1)
    desk.office.presses("New request")
    desk.office.waits(desk.form.guests.field.hasFocus)
    desk.office.names("ada", "Ada Of · Engines · A-1")
    desk.form.hosts.field.setFocus()
    desk.office.names("ben", "Ben Of · Hub · A-2")
    desk.office.presses("Note request")

    desk.office.waits(lambda: "request R-A1" in desk.view.strip.problem())
    assert desk.view.side.form is not None


def test_a_request_is_corrected_and_what_was_fixed_let_go(desk: RequestDesk) -> None:
    asked = desk.floor.asks("Ada", "Ben", slot=at("10:40"), note="About wind")
    desk.arrives(1)
    desk.chooses(asked.number)
    desk.office.presses("Change R-A1")
    desk.form.slot.setCurrentText("Any slot")
    desk.form.mutual.setChecked(True)
    desk.form.forbidden.tick([at("11:05")])
    desk.form.table.setText("4")
    desk.office.presses("Save")
    desk.office.is_told("R-A1 is corrected.")

    (now,) = desk.floor.requests()
    assert (now.slot, now.mutual, now.forbidden) == (None, True, (at("11:05"),))
    assert (now.table, now.note, now.priority) == ("4", "About wind", asked.priority)


def test_a_table_that_is_none_is_said_and_the_form_stays(desk: RequestDesk) -> None:
    asked = desk.floor.asks("Ada", "Ben")
    desk.arrives(1)
    desk.chooses(asked.number)
    desk.office.presses("Change R-A1")
    desk.form.table.setText("Nowhere")
    desk.office.presses("Save")

    desk.office.waits(lambda: "There is no table Nowhere." in desk.view.strip.problem())
    assert desk.form.table.text() == "Nowhere"


def test_a_form_is_asked_about_before_another_takes_its_place(desk: RequestDesk) -> None:
    asked = desk.floor.asks("Ada", "Ben")
    desk.arrives(1)
    desk.chooses(asked.number)
    desk.office.presses("Change R-A1")
    desk.form.note.setPlainText("About wind")

    desk.office.presses("New request")
    desk.reads("The changes to R-A1 are not saved.")
    desk.office.presses("Go on editing")
    assert desk.form.note.toPlainText() == "About wind"
    desk.office.presses("New request")
    desk.office.presses("Save")
    desk.office.is_told("R-A1 is corrected.")

    desk.office.waits(lambda: desk.view.side.form is not None and desk.form.guests.isVisible())
    (now,) = desk.floor.requests()
    assert now.note == "About wind"
    assert not desk.office.page.unsaved


def test_a_request_half_written_is_asked_about_before_the_page_goes(desk: RequestDesk) -> None:
    desk.arrives(0)
    desk.office.presses("New request")
    desk.office.waits(desk.form.guests.field.hasFocus)
    desk.office.names("ada", "Ada Of · Engines · A-1")
    desk.office.page.show_overview()
    gone: list[str] = []

    desk.office.page.leave(lambda: gone.append("page"))
    desk.reads("The request is not saved.")
    assert gone == []
    desk.office.presses("Discard")

    assert gone == ["page"]
    assert desk.view.side.form is None


def test_what_was_withdrawn_is_reinstated(desk: RequestDesk) -> None:
    asked = desk.floor.asks("Ada", "Ben")
    desk.arrives(1)
    desk.chooses(asked.number)
    desk.office.presses("Withdraw R-A1")
    desk.office.is_told("R-A1 is withdrawn.")
    desk.office.presses("Reinstate R-A1")
    desk.office.is_told("R-A1 counts again.")

    assert desk.floor.requests()[0].state is RequestState.OPEN


def test_what_others_write_is_shown(desk: RequestDesk) -> None:
    desk.floor.asks("Ada", "Ben")
    desk.arrives(1)
    desk.floor.asks("Cleo", "Dov")
    desk.office.page.learn(Changes(frozenset({"Request"})))

    desk.sees(2)


def test_times_away_are_noted_and_taken_out(desk: RequestDesk) -> None:
    desk.floor.asks("Ada", "Ben")
    desk.arrives(1)
    desk.chooses("R-A1")
    desk.office.presses("Times away of Ada Of")
    dialog = desk.office.asked(AwayDialog)
    desk.office.reads(dialog, "There all the time.")
    dialog.why.setText("Talk")
    desk.office.presses("Note it")
    desk.office.reads(dialog, "Tue 10:15–11:15, Talk")
    limits = Limits(desk.floor.journal)
    noted = limits.away(desk.floor.who("Ada"))
    desk.office.presses("Take out Tue 10:15–11:15, Talk")
    desk.office.reads(dialog, "There all the time.")

    assert [(each.starts_at, each.ends_at) for each in noted] == [(at("10:15"), at("11:15"))]
    assert limits.away(desk.floor.who("Ada")) == ()
    desk.office.is_told("Ada Of is elsewhere for a while.")
    desk.office.is_told("Ada Of is there after all.")


def test_a_stretch_that_ends_before_it_starts_is_refused_in_place(desk: RequestDesk) -> None:
    desk.arrives(0)
    desk.office.presses("Times away…")
    dialog = desk.office.asked(AwayDialog)
    dialog.activateWindow()
    desk.office.waits(dialog.isActiveWindow)
    desk.office.waits(dialog.person.hasFocus)
    desk.office.names("cleo", "Cleo Of · A-3")
    desk.office.reads(dialog, "Cleo Of")
    dialog.ends.setTime(dialog.starts.time())
    desk.office.presses("Note it")

    desk.office.waits(lambda: "needs a start and a later end." in dialog.strip.problem())


def test_the_table_keeps_the_chosen_one_and_sorts(desk: RequestDesk) -> None:
    for host in ("Ben", "Cleo", "Dov"):
        desk.floor.asks("Ada", host)
    desk.arrives(3)
    desk.chooses("R-A2")
    desk.view.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    desk.view.field.setText("cleo")

    assert desk.view.table.chosen is not None
    assert desk.view.table.chosen.row.request.number == "R-A2"
    desk.view.field.setText("")
    assert desk.numbers() == ["R-A3", "R-A2", "R-A1"]
    assert QApplication.focusWidget() is desk.view.field
