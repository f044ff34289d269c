"""Whatever can have the focus among requests, plans and lists is named for those who hear it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QWidget

from app.desks import OpenEvent
from tests.app.meetings.asking import Floor
from tests.app.meetings.lists import write_lines
from tests.building import EventBuilder
from tests.ui.event.robot import EventRobot
from ui.event.away_dialog import AwayDialog
from ui.event.importing.list_kind import Of
from ui.event.plan_dialog import PlanDialog
from ui.event.rules_dialog import RulesDialog


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    """Ada and Ben, of whom the one asks the other."""
    floor = Floor(open_event, event)
    floor.asks("Ada", "Ben")
    return floor


def nameless(within: QWidget) -> Sequence[str]:
    """What Tab reaches that a screen reader has no word for."""
    found = []
    for widget in within.findChildren(QWidget):
        tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        inside = isinstance(widget, QAbstractSlider) or isinstance(
            widget.parent(), QAbstractSpinBox
        )
        if tabbed and widget.isVisible() and widget.isEnabled() and not inside:
            heard = QAccessible.queryAccessibleInterface(widget)
            if not heard.text(QAccessible.Text.Name):
                found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_requests_and_their_form(office: EventRobot, floor: Floor) -> None:
    del floor
    office.page.show_requests()
    view = office.page.requests
    office.waits(lambda: view.table.records.rowCount() == 1)
    view.table.selectRow(0)
    shown = nameless(view)
    view.begin_new()

    assert shown == []
    assert view.side.form is not None
    assert nameless(view) == []


def test_dialogs_of_plans_and_of_times_away(office: EventRobot, floor: Floor) -> None:
    del floor
    office.page.asking.ask()
    plan = nameless(office.asked(PlanDialog))
    office.asked(PlanDialog).reject()
    office.page.asking.ask_rules()
    rules = nameless(office.asked(RulesDialog))
    office.asked(RulesDialog).reject()
    office.page.show_requests()
    office.waits(lambda: office.page.requests.table.records.rowCount() == 1)
    office.page.requests.table.selectRow(0)
    office.presses("Times away of Ada Of")
    away = office.asked(AwayDialog)
    office.waits(away.add.isVisible)

    assert (plan, rules, nameless(away)) == ([], [], [])


def test_the_steps_of_an_import(office: EventRobot, floor: Floor, tmp_path: Path) -> None:
    del floor
    office.of = Of.REQUESTS
    office.opens(write_lines(tmp_path / "list.csv", "Guest,Host,x", "A-1,Zoe,", "A-2,A-1,"))
    matching = nameless(office.steps)
    office.opens_column(2)
    choosing = nameless(office.steps.popover)
    office.steps.popover.close_it()
    office.presses("Say who")

    assert (matching, choosing, nameless(office.steps)) == ([], [], [])
