"""Outcomes among the other pages: on the rail, by its key, by slips scanned anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.outcomes.outcome import Outcome, OutcomeKind, Side
from app.outcomes.results import Results
from app.settings import load_settings
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.app.outcomes.test_slips import code_of
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from tests.ui.outcomes.robot import OutcomeRobot
from tests.ui.scanner.hands import Keyboard
from ui.entries import DESK, FLOOR, OUTCOMES
from ui.opened import Opened
from ui.outcomes.columns import At
from ui.outcomes.spans import Span
from ui.scanner.filter import ScannerFilter
from ui.workplace import Workplace

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def day(window: Opened, clock: MovableClock) -> RunningDay:
    return RunningDay(Floor(window.event, EventBuilder(window.event)), clock)


@pytest.fixture
def keyboard(workplace: Workplace) -> Iterator[Keyboard]:
    """A keyboard, of which scans are caught as in the application."""
    application = QApplication.instance()
    assert application is not None
    catcher = ScannerFilter()
    catcher.scanned.connect(workplace.scan)
    application.installEventFilter(catcher)
    yield Keyboard()
    application.removeEventFilter(catcher)


def told(day: RunningDay, meeting: UUID) -> dict[Side, Outcome]:
    found = Results(day.journal).of_day(FIRST_DAY).of_meeting[meeting].told
    return {each.side: each.outcome for each in found}


def comes_to_outcomes(workplace: Workplace, qtbot: QtBot) -> OutcomeRobot:
    QTest.keyClick(workplace, Qt.Key.Key_5, CONTROL)
    assert workplace.frame.page == OUTCOMES
    desk = OutcomeRobot(workplace.outcomes, qtbot)
    desk.waits(lambda: workplace.outcomes.day is not None, "the day")
    return desk


def test_a_slip_that_is_scanned_on_the_floor_opens_its_meeting(
    day: RunningDay, workplace: Workplace, keyboard: Keyboard, qtbot: QtBot
) -> None:
    day.meets("Cleo", "Dov", "10:15", "1")
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    workplace.show_page(FLOOR)

    keyboard.scans(code_of(day, meeting))

    desk = OutcomeRobot(workplace.outcomes, qtbot)
    desk.has_open(meeting)
    assert workplace.frame.page == OUTCOMES
    assert told(day, meeting) == {}


def test_a_scan_types_no_answer_and_what_a_person_types_does(
    day: RunningDay, window: Opened, workplace: Workplace, keyboard: Keyboard, qtbot: QtBot
) -> None:
    meetings = [day.meets("Ada", "Bo", "10:15", "3"), day.meets("Cleo", "Dov", "10:15", "4")]
    event = EventBuilder(window.event)
    badge = event.badge_of(event.delegate("Rasa"))
    day.is_now("10:50")
    desk = comes_to_outcomes(workplace, qtbot)
    desk.has_open(meetings[0])

    keyboard.scans("LEAN12345JELAN")
    keyboard.scans(badge)
    desk.waits(lambda: workplace.frame.page == DESK, "the Desk")
    assert not workplace.outcomes.unsaved
    workplace.show_page(OUTCOMES)
    keyboard.scans(code_of(day, meetings[1]))
    desk.has_open(meetings[1])
    assert not workplace.outcomes.unsaved

    keyboard.types("L4")
    desk.waits(lambda: workplace.outcomes.unsaved, "typed")
    keyboard.types("\r")

    desk.waits(lambda: bool(told(day, meetings[1])), "recorded")
    expected = Outcome(frozenset({OutcomeKind.LEAD}), interest=4)
    assert told(day, meetings[1]) == {Side.TOGETHER: expected}
    assert told(day, meetings[0]) == {}
    desk.has_open(meetings[0])


def test_what_was_saved_is_undone_by_its_toast_and_by_ctrl_z(
    day: RunningDay, workplace: Workplace, qtbot: QtBot
) -> None:
    meetings = [day.meets("Ada", "Bo", "10:15", "3"), day.meets("Cleo", "Dov", "10:15", "4")]
    day.is_now("10:50")
    desk = comes_to_outcomes(workplace, qtbot)
    desk.has_open(meetings[0])
    desk.strikes("E", "4", "Enter", "L", "Enter")
    desk.has_saved()
    desk.reads_of(meetings[1], "Business lead")
    toasts = workplace.frame.toasts
    desk.waits(lambda: bool(toasts.shown) and toasts.shown[-1].undo.isVisible(), "a toast")

    toasts.shown[-1].undo.click()
    desk.reads_of(meetings[1], "Not recorded")
    QTest.keyClick(workplace.outcomes.table, Qt.Key.Key_Z, CONTROL)

    desk.reads_of(meetings[0], "Not recorded")
    assert told(day, meetings[0]) == {}


def test_the_tables_of_this_desk_are_kept_for_next_time(
    day: RunningDay, workplace: Workplace, qtbot: QtBot
) -> None:
    meetings = [day.meets("Ada", "Bo", "10:15", "3"), day.meets("Cleo", "Dov", "10:15", "4")]
    day.is_now("10:50")
    desk = comes_to_outcomes(workplace, qtbot)
    desk.has_open(meetings[0])

    workplace.outcomes.arranging._look_after(Span(4, 10))

    assert desk.shown == meetings[1:]
    qtbot.waitUntil(lambda: load_settings().tables == "4-10", timeout=10_000)


def test_another_day_is_shown_by_a_slip_of_it(
    day: RunningDay, workplace: Workplace, keyboard: Keyboard, qtbot: QtBot
) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.clock.passes(days=1)
    desk = comes_to_outcomes(workplace, qtbot)
    days = workplace.bar.days
    days.choose(days.days[1])
    desk.waits(lambda: workplace.outcomes.reader.day == days.days[1], "the second day")

    keyboard.scans(code_of(day, meeting))

    desk.has_open(meeting)
    assert days.chosen == FIRST_DAY
    desk.reads_of(meeting, "10:15", At.TIME)


def test_nothing_that_was_typed_is_lost_with_the_event(
    day: RunningDay, workplace: Workplace, qtbot: QtBot
) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    desk = comes_to_outcomes(workplace, qtbot)
    desk.has_open(meeting)
    desk.strikes("E", "4")
    workplace.show_page(DESK)
    left: list[str] = []

    workplace.frame.leave(lambda: left.append("closed"))

    assert (workplace.frame.page, left) == (OUTCOMES, [])
    desk.reads("What came of 1 meeting is not saved.")
    desk.presses("Save")
    desk.waits(lambda: left == ["closed"], "closed")
    expected = Outcome(frozenset({OutcomeKind.JOINT_EVENT}), interest=4)
    assert told(day, meeting) == {Side.TOGETHER: expected}
