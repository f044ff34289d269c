"""Meetings are planned on the Event page: looked at, then accepted or dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.journal.journal import Changes
from app.journal.undo import undo
from app.meetings.planning import PlanMade, Planning, PlanOrder, PlanProgress
from app.meetings.plans import Accepted
from app.meetings.worth import rules_of
from app.progress import Cancelled, Report
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder
from tests.ui.event.robot import EventRobot
from ui.common.page import Tools
from ui.event.page import EventPage
from ui.event.plan_dialog import PlanDialog
from ui.event.plan_table import PlanTable
from ui.event.rules_dialog import RulesDialog
from ui.event.services import EventServices


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    """Says who asks whom."""
    return Floor(open_event, event)


@pytest.fixture
def planner(office: EventRobot, floor: Floor) -> Planner:
    return Planner(office, floor)


class Planner:
    """Somebody who plans."""

    def __init__(self, office: EventRobot, floor: Floor) -> None:
        self.office = office
        self.floor = floor
        self.view = office.page.planning
        QAbstractItemModelTester(self.view.result.unplaced.model, office.page)
        QAbstractItemModelTester(self.view.result.changes.model, office.page)

    def learns(self) -> None:
        """Hear that requests came in."""
        self.office.page.learn(Changes(frozenset({"Request", "Meeting"})))

    def plans(self) -> None:
        """Have a plan made, from the overview."""
        self.begins()
        self.sees_plan()

    def begins(self, *, keeping: bool = False) -> None:
        """Say how, and have a plan looked for."""
        self.office.presses("Plan…")
        dialog = self.office.asked(PlanDialog)
        dialog.keep.setChecked(keeping)
        self.office.presses("Plan")

    def sees_plan(self) -> None:
        accept = self.view.accept
        self.office.waits(lambda: accept.isVisible() and accept.isEnabled())

    def reads(self, words: str) -> None:
        self.office.reads(self.view, words)

    def rows(self, table: PlanTable) -> list[tuple[str, str, str]]:
        return [(each.number, each.who, each.said) for each in table.model.records]


def test_an_event_without_requests_says_what_to_do(office: EventRobot) -> None:
    office.reads(office.page.overview.meetings, "No requests yet. Import a list")

    assert not office.may_press("Plan…")


def test_the_card_counts_what_is_wanted_and_planned(planner: Planner) -> None:
    planner.floor.asks("Ada", "Ben")
    planner.floor.asks("Ada", "Cleo")
    planner.floor.who("Dov", status="withdrawn")
    planner.floor.asks("Ada", "Dov")
    planner.learns()

    planner.office.reads(planner.office.page.overview.meetings, "0\nplanned\n2\nopen requests\n3")
    card = planner.office.page.overview.meetings
    planner.office.reads(card, "Requests left out: 1 of people who do not come.")


def test_a_plan_is_looked_at_and_accepted(planner: Planner) -> None:
    for host in ("Ben", "Cleo", "Dov"):
        planner.floor.asks("Ada", host)
    planner.learns()
    planner.plans()
    planner.reads("3 of at most 3 placed")
    planner.reads("No plan places more worth. Nothing is kept yet.")
    planner.reads("4 people would get a schedule")
    before = planner.floor.meetings()
    planner.office.presses("Accept plan")
    planner.office.is_told("The plan was accepted: 3 new.")

    assert before == ()
    assert len(planner.floor.meetings()) == 3
    assert planner.office.news[-1].undoable
    planner.office.reads(planner.office.page.overview.meetings, "3\nplanned\n0\nopen requests")
    undo(planner.floor.journal)
    assert planner.floor.meetings() == ()


def test_a_plan_that_is_dropped_leaves_nothing(planner: Planner) -> None:
    planner.floor.asks("Ada", "Ben")
    planner.learns()
    planner.plans()
    planner.office.presses("Drop")

    planner.office.waits(planner.office.page.overview.isVisible)
    assert planner.floor.meetings() == ()
    assert planner.office.news == []


def test_what_has_no_place_says_why_and_what_would_help(planner: Planner) -> None:
    planner.floor.who("Ute", days=["2027-03-16"])
    planner.floor.who("Nuno", days=["2027-03-17"])
    planner.floor.asks("Ute", "Nuno")
    planner.floor.asks("Ada", "Ben")
    planner.learns()
    planner.plans()

    said = "Ute Of has no slot in common with Nuno Of."
    assert planner.rows(planner.view.result.unplaced) == [("R-A1", "Ute Of with Nuno Of", said)]
    planner.reads(said)
    planner.reads("Ute Of free at")
    planner.reads("would place 1 meeting more.")


def test_a_newer_plan_names_who_would_have_another_schedule(planner: Planner) -> None:
    planner.floor.asks("Ada", "Ben")
    planner.learns()
    planner.plans()
    planner.office.presses("Accept plan")
    planner.office.is_told("accepted")
    planner.floor.asks("Eva", "Finn")
    planner.learns()
    planner.begins(keeping=True)
    planner.sees_plan()

    planner.reads("2 people would have another schedule")
    planner.reads("Meetings: 1 new, 1 as they are.")
    planner.reads("Finn Of")
    ((number, who, said),) = planner.rows(planner.view.result.changes)
    assert (number, who) == ("R-A2", "Eva Of with Finn Of")
    assert said.startswith("New, ")


def test_what_contradicts_itself_is_said_by_name_in_place(planner: Planner) -> None:
    planner.floor.meets("Ute", "Nuno", "10:40", "4", locked=True)
    planner.floor.meets("Ada", "Ben", "10:40", "4", locked=True)
    planner.learns()
    planner.begins()

    said = "Ute Of with Nuno Of (M-A1) and Ada Of with Ben Of (M-A2)"
    planner.office.waits(lambda: said in planner.view.strip.problem())
    assert planner.view.strip.problem().endswith("Nothing was planned.")
    assert not planner.office.may_press("Accept plan")
    planner.reads("What is planned stays as it is.")


def test_a_plan_of_what_has_changed_since_is_refused(planner: Planner) -> None:
    planner.floor.asks("Ada", "Ben")
    planner.learns()
    planner.plans()
    planner.floor.asks("Ada", "Cleo")
    planner.office.presses("Accept plan")
    planner.office.waits(lambda: "Plan again" in planner.view.strip.problem())
    planner.office.presses("Plan again…")
    planner.office.presses("Plan")
    planner.sees_plan()

    planner.reads("2 of at most 2 placed")
    assert planner.floor.meetings() == ()


def test_it_is_planned_and_accepted_by_keyboard(planner: Planner) -> None:
    planner.floor.asks("Ada", "Ben")
    planner.learns()
    planner.office.waits(lambda: planner.office.may_press("Plan…"))
    planner.office.page.overview.meetings.plan.setFocus()
    planner.office.strikes(Qt.Key.Key_Space)
    dialog = planner.office.asked(PlanDialog)
    dialog.activateWindow()
    planner.office.waits(dialog.isActiveWindow)
    planner.office.strikes(Qt.Key.Key_Return, ctrl=True)
    planner.sees_plan()
    planner.office.page.activateWindow()
    planner.office.waits(planner.office.page.isActiveWindow)
    planner.view.setFocus()
    planner.office.strikes(Qt.Key.Key_Return)
    nothing = planner.floor.meetings()
    planner.office.strikes(Qt.Key.Key_Return, ctrl=True)
    planner.office.is_told("accepted")

    assert nothing == ()
    assert len(planner.floor.meetings()) == 1


@dataclass(frozen=True, slots=True)
class Endless:
    """Goes on looking for a better plan until it is stopped."""

    planning: Planning

    def make(self, order: PlanOrder, report: Report) -> PlanMade:
        while True:
            try:
                report(PlanProgress(400, 1000, "worth", 41, 82, 90, 120))
            except Cancelled:
                return replace(self.planning.make(order), stopped=True)

    def accept(self, made: PlanMade, report: Report) -> Accepted:
        return self.planning.accept(made, report)


@pytest.fixture
def endless(
    services: EventServices, open_event: OpenEvent, tools: Tools, qtbot: QtBot, floor: Floor
) -> Callable[[], Planner]:
    def make() -> Planner:
        planning = Endless(Planning(open_event.journal, open_event.letters))
        plans = replace(services.plans, planning=planning)
        page = EventPage(replace(services, plans=plans), tools)
        qtbot.addWidget(page)
        page.resize(1204, 744)
        page.show()
        robot = EventRobot(page, qtbot)
        robot.arrives()
        return Planner(robot, floor)

    return make


def test_stopping_shows_the_best_so_far(floor: Floor, endless: Callable[[], Planner]) -> None:
    floor.asks("Ada", "Ben")
    planner = endless()
    planner.begins()
    planner.reads("41 of 120 asked\nplaced\n82\nworth\n90\nat most worth")
    planner.reads("Placing as much as there is room for.")
    planner.reads("40 %")
    planner.office.presses("Stop")
    planner.sees_plan()

    planner.reads("Planning was stopped: this is the best until then.")
    planner.reads("1 of at most 1 placed")


def test_dropping_stops_a_plan_that_is_looked_for(
    floor: Floor, endless: Callable[[], Planner]
) -> None:
    floor.asks("Ada", "Ben")
    planner = endless()
    planner.begins()
    planner.reads("41 of 120 asked")
    planner.office.presses("Drop")
    planner.office.waits(lambda: not planner.view.strip.busy)

    assert planner.office.page.overview.isVisible()
    assert not planner.view.accept.isEnabled()


def test_the_rules_of_planning_are_changed_and_limit_the_next_plan(planner: Planner) -> None:
    for host in ("Ben", "Cleo", "Dov"):
        planner.floor.asks("Ada", host)
    planner.learns()
    planner.office.presses("Rules…")
    dialog = planner.office.asked(RulesDialog)
    dialog.fields["most_meetings"].setValue(2)
    dialog.fields["mutual_worth"].setValue(0)
    planner.office.reads(dialog, "A high priority counts for more")
    planner.office.presses("Keep rules")
    planner.office.is_told("The rules of planning stand.")
    planner.office.presses("Plan…")
    planner.office.reads(planner.office.asked(PlanDialog), "Rules: at most 2 meetings each.")
    planner.office.presses("Plan")
    planner.sees_plan()

    planner.reads("2 of at most 2 placed")
    rules = rules_of(planner.floor.journal)
    assert (rules.most_meetings, rules.mutual_worth, rules.most_in_row) == (2, 0, None)
    assert planner.office.news[-1].undoable


def test_rules_are_reached_from_the_question_how_to_plan(planner: Planner) -> None:
    planner.floor.asks("Ada", "Ben")
    planner.learns()
    planner.office.presses("Plan…")
    asked = planner.office.asked(PlanDialog)
    planner.office.reads(asked, "1 request is open. Nothing is planned yet.")
    assert asked.keep.isHidden()
    asked.rules.click()

    assert planner.office.asked(RulesDialog).isVisible()
