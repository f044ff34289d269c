"""Visits on the page of the programme: offered, allotted, boarded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desks import Desks, OpenEvent
from app.icebreaking.deeds import RoundSeated, RoundsSet
from app.icebreaking.rounds import row_of_day
from app.journal.journal import Changes, Unit
from app.settings import HOME
from app.visits.overview import Overview
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.meetings.asking import at
from tests.building import DESK_1, FIRST_DAY, EventBuilder, MovableClock, copy_event_file
from tests.ui.at_work import shown_workplace
from ui.common.numbers import nth
from ui.common.page import Tools
from ui.entries import EVENT, PRINT, PROGRAMME
from ui.visits.allot_dialog import AllotDialog
from ui.visits.asking import VisitAsking
from ui.visits.part import VisitsPart
from ui.visits.sign_up_dialog import SignUpDialog
from ui.visits.visit_dialog import CancelDialog, VisitDialog
from ui.workplace import Workplace

WANTS = {"Ada": ["Dairy", "Port"], "Bo": ["Dairy"], "Cy": ["Port", "Dairy"], "Di": ["Dairy"]}


class AtVisits:
    """An afternoon of two over-booked visits, as somebody works with them in the window."""

    def __init__(
        self, workplace: Workplace, event: OpenEvent, codes: dict[str, str], qtbot: QtBot
    ) -> None:
        self.workplace, self.codes, self.qtbot = workplace, codes, qtbot
        self.event = event
        workplace.show_page(PROGRAMME)
        part = workplace.programme.show_part("visits")
        assert isinstance(part, VisitsPart)
        self.part, self.panel = part, part.panel
        qtbot.waitUntil(lambda: len(part.table.records.records) == 2)
        self.overview = Overview(event.journal)

    def people(self, visit: str = "Dairy") -> list[str]:
        return [each.who.name for each in self.overview.bus_list(visit).people]

    def waiting(self, visit: str) -> list[str]:
        return [each.who.name for each in self.overview.bus_list(visit).waiting]

    def dialog(self, kind: type[VisitAsking]) -> VisitAsking:
        def found() -> list[VisitAsking]:
            return [each for each in self.part.findChildren(kind) if each.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def allots(self) -> None:
        self.part.allot.click()
        dialog = self.dialog(AllotDialog)
        self.qtbot.waitUntil(dialog.act.isEnabled)
        dialog.act.click()
        self.qtbot.waitUntil(lambda: bool(self.people()))
        self.sees(lambda: self.states()[0] == "Not there yet")
        self.workplace.activateWindow()
        self.sees(self.workplace.isActiveWindow)

    def states(self) -> list[str]:
        records = self.panel.riders.records
        return [records.index(at, 0).data() for at in range(records.rowCount())]

    def writes(self, *deeds: Any) -> None:
        """Let another desk write, and the window hear of it."""
        with self.event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(list(deeds))
        # Rounds are set once; then only who sits where is written.
        made = {"Icebreaker", "RoundSeat"} if len(deeds) > 1 else {"RoundSeat"}
        self.part.learn(Changes(frozenset(made)))

    def sees(self, what: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(what()))


@pytest.fixture
def visits(
    tmp_path: Path,
    tools: Tools,
    clock: MovableClock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[AtVisits]:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    file = tmp_path / "event.matchdesk"
    copy_event_file(file)
    event = Desks(DESK_1, clock=clock).open(file)
    codes = _prepared(event)
    with shown_workplace(file, tools, clock, qtbot) as workplace:
        yield AtVisits(workplace, event, codes, qtbot)
    event.close()


def _prepared(event: OpenEvent) -> dict[str, str]:
    builder, signing_up = EventBuilder(event), SigningUp(event.journal)
    offered = Visits(event.journal)
    for title in ("Dairy", "Port"):
        offered.add(VisitOrder(title, at("14:00"), at("16:00"), 1, meeting_point="North gate"))
    people = {name: builder.delegate(name, "Of") for name in WANTS}
    for minute, (name, chosen) in enumerate(WANTS.items()):
        signing_up.choose(people[name], chosen, at("08:00") + timedelta(minutes=minute))
    return {name: builder.badge_of(delegate) for name, delegate in people.items()}


def test_an_allotment_is_shown_before_it_is_made_and_undone_in_one_step(visits: AtVisits) -> None:
    visits.part.allot.click()
    dialog = visits.dialog(AllotDialog)
    assert isinstance(dialog, AllotDialog)
    visits.qtbot.waitUntil(dialog.act.isEnabled)
    assert dialog.figures.text() == "2 get their 1st choice. 2 get nothing."
    assert dialog.act.text() == "Give 2 places"
    assert visits.people() == []

    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    visits.qtbot.waitUntil(lambda: visits.people() == ["Ada Of"])
    assert visits.people("Port") == ["Cy Of"]
    visits.workplace.undo()
    visits.sees(lambda: visits.people() == visits.people("Port") == [])


def test_scans_board_people_only_while_the_list_is_open(visits: AtVisits) -> None:
    visits.allots()
    assert not visits.part.take_scan(visits.codes["Ada"])

    visits.panel.open_boarding.click()
    assert visits.panel.band.isVisible()
    assert visits.part.take_scan(visits.codes["Ada"])
    visits.sees(lambda: "Ada Of comes along" in visits.panel.band.said.text())
    visits.sees(lambda: visits.states()[0].startswith("There"))
    assert visits.part.take_scan(visits.codes["Bo"])
    visits.sees(lambda: "Bo Of has no place on Dairy" in visits.panel.band.said.text())
    visits.panel.band.let_on.click()
    visits.sees(lambda: "Every place on Dairy is taken" in visits.panel.band.said.text())

    QTest.keyClick(visits.part.table, Qt.Key.Key_Escape)
    visits.sees(lambda: not visits.panel.band.isVisible())
    assert not visits.part.take_scan(visits.codes["Bo"])


def test_one_key_gives_the_seat_of_who_did_not_come_to_who_waits(visits: AtVisits) -> None:
    visits.allots()
    QTest.keyClick(visits.part.table, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    visits.sees(lambda: visits.people() == ["Bo Of"])
    visits.workplace.undo()
    visits.sees(lambda: visits.people() == ["Ada Of"])


def test_a_change_says_first_who_must_be_told(visits: AtVisits) -> None:
    visits.allots()
    visits.panel.change.click()
    dialog = visits.dialog(VisitDialog)
    assert isinstance(dialog, VisitDialog)
    dialog.point.setText("Lobby")
    dialog.act.click()
    visits.sees(dialog.concerned.isVisible)
    assert dialog.concerned.words == "Ada Of has a place and must be told."
    assert visits.overview.bus_list("Dairy").visit.meeting_point == "North gate"
    dialog.act.click()
    visits.sees(lambda: visits.overview.bus_list("Dairy").visit.meeting_point == "Lobby")


def test_a_visit_without_places_is_refused_where_it_is_typed(visits: AtVisits) -> None:
    visits.part.add.click()
    dialog = visits.dialog(VisitDialog)
    assert isinstance(dialog, VisitDialog)
    dialog.name.setText("Museum")
    dialog.places.setValue(0)
    dialog.act.click()
    visits.sees(lambda: "at least one place" in dialog.status.problem())
    dialog.places.setValue(5)
    dialog.act.click()
    visits.sees(lambda: len(visits.part.table.records.records) == 3)


def test_a_cancelled_visit_names_whom_it_concerns(visits: AtVisits) -> None:
    visits.allots()
    visits.panel.cancel.click()
    dialog = visits.dialog(CancelDialog)
    assert isinstance(dialog, CancelDialog)
    visits.sees(dialog.act.isEnabled)
    assert dialog.concerned.words == "Ada Of has a place and must be told."
    dialog.act.click()
    visits.sees(lambda: len(visits.part.table.records.records) == 1)


def test_the_bus_lists_are_a_button_away(visits: AtVisits) -> None:
    visits.part.lists.click()
    assert visits.workplace.frame.page == PRINT
    assert visits.workplace.print_page.choosing.kind.key == "bus-lists"


def test_lists_of_visits_and_of_sign_ups_are_imported_from_here(visits: AtVisits) -> None:
    event_page = visits.workplace.event_page
    visits.part.bring.click()
    assert visits.workplace.frame.page == EVENT
    assert event_page.importing_visits.isVisible()
    visits.part.bring_sign_ups.click()
    assert event_page.importing_sign_ups.isVisible()


def test_somebody_signs_up_with_choices_in_order(visits: AtVisits) -> None:
    visits.part.sign_up.click()
    dialog = visits.dialog(SignUpDialog)
    assert isinstance(dialog, SignUpDialog)
    dialog.person.setFocus()
    QTest.keyClicks(dialog.person, "Bo")
    visits.sees(lambda: bool(dialog.person.offered))
    dialog.person.take(0)
    visits.sees(dialog.act.isEnabled)
    assert dialog.choices[0].currentText().startswith("Dairy")
    dialog.choices[0].setCurrentIndex(2)
    dialog.choices[1].setCurrentIndex(1)
    dialog.act.click()
    waiting = ["Bo Of", "Cy Of", "Ada Of"]
    visits.sees(lambda: visits.waiting("Port") == waiting)


def test_who_sits_in_rounds_during_a_visit_is_named_until_they_do_not(visits: AtVisits) -> None:
    people = {each.who.name: each.who.id for each in visits.overview.bus_list("Dairy").waiting}
    ada = people["Ada Of"]
    SigningUp(visits.event.journal).give(ada, "Dairy")
    row = row_of_day(FIRST_DAY)
    set_up = RoundsSet(row, FIRST_DAY, at("14:30"), 10, 2, 6, 1)
    visits.writes(set_up, RoundSeated(row, 0, {ada: 0}, {ada: None}))
    seen = visits.part.table.records
    visits.sees(lambda: any(each.clashes for each in seen.records))

    visits.writes(RoundSeated(row, 0, {ada: None}, {ada: 0}))
    visits.sees(lambda: not any(each.clashes for each in seen.records))


def test_places_in_line_are_said_as_people_say_them() -> None:
    said = [nth(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111)]
    assert " ".join(said) == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th"
