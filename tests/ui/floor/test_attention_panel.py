"""What needs somebody on the floor, and what is done about it at a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTimeEdit
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.floor.attention import Need
from app.floor.manager import FloorManager
from app.floor.proposing import Proposal
from app.floor.states import MeetingState, Missing, Word
from app.journal.undo import undo
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor, at
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from tests.ui.floor.attention_robot import AttentionRobot
from tests.ui.scanner.hands import Keyboard
from ui.common.page import Tools
from ui.floor.attention_panel import AttentionPanel
from ui.floor.attention_services import attention_services
from ui.scanner.filter import ScannerFilter

_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def day(open_event: OpenEvent, event: EventBuilder, clock: MovableClock) -> RunningDay:
    """A day with slots at 10:15, 10:40, 11:05, … that the test lets run."""
    return RunningDay(Floor(open_event, event), clock)


@pytest.fixture
def manager(open_event: OpenEvent, tools: Tools, qtbot: QtBot) -> AttentionRobot:
    """Somebody before the panel, which has read nothing yet."""
    floor = FloorManager(open_event.journal, open_event.letters)
    panel = AttentionPanel(attention_services(floor), tools, FIRST_DAY)
    qtbot.addWidget(panel)
    panel.resize(359, 744)
    return AttentionRobot(panel, qtbot)


@pytest.fixture
def keyboard(qapp: QApplication, manager: AttentionRobot) -> Iterator[Keyboard]:
    """Keys that come through the filter for scanners."""
    catcher = ScannerFilter()
    qapp.installEventFilter(catcher)
    yield Keyboard()
    qapp.removeEventFilter(catcher)


def test_a_no_show_is_repaired_by_three_keys_and_undone(
    day: RunningDay, manager: AttentionRobot, event: EventBuilder
) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "9")
    day.meets("Eva", "Flo", "10:40", "4")
    day.asks("Cy", "Ada", mutual=True)
    day.comes("Ada", "Cy", "Eva")
    day.is_now("10:42")
    manager.panel.show()
    manager.stands_on("Flo Of has not checked in")
    before = day.read()

    manager.strikes(Qt.Key.Key_Down)
    manager.strikes(Qt.Key.Key_N, _ALT)
    manager.is_told("Bo Of did not come.")
    manager.reads("Bo Of did not come. Ada Of is waiting at the table.")
    manager.is_offered("Ada Of ↔ Cy Of")

    manager.strikes(Qt.Key.Key_1)

    manager.is_told("Ada Of ↔ Cy Of booked, table ")
    assert manager.told[-1].endswith(", 10:40. 2 people to tell.")
    manager.sees_signs("One missing")

    assert day.state(lost) is MeetingState.NO_SHOW
    undo(day.journal)
    undo(day.journal)
    assert day.read() == before


def test_the_latecomer_arrives_and_sits_down(day: RunningDay, manager: AttentionRobot) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.is_now("10:45")
    day.acts.say(lost, Word.NO_SHOW, Missing.HOST)
    manager.panel.show()
    manager.stands_on("Bo Of did not come. Ada Of is waiting at the table.")

    day.is_now("10:50")
    day.comes("Bo")
    manager.panel.read()
    manager.reads("Bo Of came after all, checked in at 10:50. Ada Of is waiting at the table.")
    manager.presses("Runs")

    manager.is_told("Bo Of ↔ Ada Of is running at table 9.")
    manager.reads("Nothing needs you. Slot 3 starts in 15 min.")
    assert day.state(lost) is MeetingState.RUNNING


def test_a_table_that_breaks_down_is_left_by_a_key(
    day: RunningDay, manager: AttentionRobot
) -> None:
    running = day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada", "Bo")
    day.is_now("10:45")
    day.closes("9", "10:45")
    manager.panel.show()
    card = manager.stands_on("Table 9 is closed. Bo Of and Ada Of sit there and need another.")
    manager.waits(lambda: bool(card.proposals))

    manager.strikes(Qt.Key.Key_1)

    manager.is_told("Bo Of ↔ Ada Of moved to table ")
    manager.sees_signs()
    assert day.place(running)[1] != "9"


def test_they_come_at_a_time_that_is_typed(day: RunningDay, manager: AttentionRobot) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.is_now("10:42")
    manager.panel.show()
    manager.stands_on("Bo Of has not checked in. Ada Of is here.")

    manager.presses("They come at…")
    field = manager.panel.findChild(QTimeEdit)
    assert field is not None
    QTest.keyClicks(field, "09:30")
    manager.strikes(Qt.Key.Key_Return)
    manager.reads("09:30 is over. Say a later time. Nothing was changed.")
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "11:00")
    manager.strikes(Qt.Key.Key_Return)

    manager.is_told("Noted: Bo Of comes at 11:00.")
    manager.reads("Bo Of is not here yet. They come at 11:00. Ada Of is here.")
    assert day.read().people[day.floor.who("Bo")].comes_at == at("11:00")
    assert manager.wanted == []


def test_a_proposal_that_others_overtook_is_refused_on_the_card(
    day: RunningDay, manager: AttentionRobot
) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    day.asks("Cy", "Ada", mutual=True)
    day.comes("Ada", "Cy")
    day.is_now("10:45")
    manager.panel.show()
    manager.stands_on("Bo Of has not checked in")
    manager.is_offered("Ada Of ↔ Cy Of")
    day.leaves("Cy")
    before = day.read()

    manager.strikes(Qt.Key.Key_1)

    manager.waits(lambda: "Somebody has changed" in manager.current.problem())
    manager.is_offered("Same partners at 11:05")
    assert day.read() == before
    assert manager.told == []


def test_a_scan_takes_no_proposal_and_a_finger_does(
    day: RunningDay, manager: AttentionRobot, keyboard: Keyboard
) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.is_now("10:45")
    manager.panel.show()
    manager.stands_on("Bo Of has not checked in")
    manager.is_offered("Same partners at 11:05")

    keyboard.scans("1231231231231")
    keyboard.scans("BDG1231231231")
    manager.panel.read()
    QApplication.processEvents()
    assert manager.told == []
    assert manager.wanted == []
    keyboard.types("1")

    manager.is_told("Bo Of ↔ Ada Of booked, table ")


def test_all_of_a_slot_are_called_at_once(day: RunningDay, manager: AttentionRobot) -> None:
    meetings = [day.meets("Ada", "Bo", "11:05", "4"), day.meets("Cy", "Di", "11:05", "5")]
    day.comes("Ada", "Bo", "Cy", "Di")
    day.is_now("10:55")
    manager.panel.show()
    manager.card("2 meetings start at 11:05. All who meet are here.")

    manager.presses("Call all")

    manager.is_told("2 meetings called for 11:05.")
    manager.sees_signs()
    assert all(day.meeting(each).called_at == day.clock.now for each in meetings)


def test_cards_stay_while_the_time_goes_on(day: RunningDay, manager: AttentionRobot) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    day.meets("Cy", "Di", "11:05", "4")
    day.comes("Ada", "Cy")
    day.is_now("10:52")
    manager.panel.show()
    current = manager.stands_on("Table 4, slot 3, in 13 min. Di Of has not checked in")
    before = manager.panel.list.cards

    day.clock.passes(minutes=1)
    manager.panel.tick()
    manager.reads("waits 13 min", "in 12 min")
    day.is_now("11:07")
    manager.panel.read()

    manager.sees_signs("One missing")
    assert manager.panel.list.cards[0] is current
    assert manager.current is current
    assert current.item.need is Need.ONE_MISSING
    assert before[0] is not current


def test_the_number_of_who_is_missing_can_be_copied(
    day: RunningDay, manager: AttentionRobot
) -> None:
    day.floor.who("Bo", phone="+49 40 1234 5678")
    day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.is_now("10:45")
    manager.panel.show()

    manager.reads("Phone of Bo Of: +49 40 1234 5678")
    manager.presses("Copy +49 40 1234 5678, the number of Bo Of")

    assert QGuiApplication.clipboard().text() == "+49 40 1234 5678"


def test_enter_shows_the_meeting_in_the_grid(day: RunningDay, manager: AttentionRobot) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.is_now("10:45")
    manager.panel.show()
    manager.stands_on("Bo Of has not checked in")

    manager.strikes(Qt.Key.Key_Return)

    assert manager.wanted == [lost]


def test_tab_goes_through_a_card_and_on_to_the_next(
    day: RunningDay, manager: AttentionRobot
) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    day.meets("Cy", "Di", "10:40", "4")
    day.comes("Ada", "Cy")
    day.is_now("10:45")
    manager.panel.show()
    first = manager.stands_on("Di Of has not checked in")
    manager.waits(lambda: len(first.proposals) == 3)
    manager.waits(lambda: bool(manager.panel.list.cards[1].proposals))
    seen = []

    while manager.current is first:
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName() or getattr(focused, "text", str)())
        manager.strikes(Qt.Key.Key_Tab)

    assert seen[1:4] == ["No-show", "They come at…", "Runs"]
    assert [name[:7] for name in seen[4:]] == ["1, Book", "2, Book", "3, Book"]
    assert QApplication.focusWidget() is manager.panel.list.cards[1]


def test_whoever_waits_is_helped_before_others_use_the_place(
    day: RunningDay, manager: AttentionRobot
) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    day.asks("Eva", "Flo", mutual=True)
    day.comes("Ada", "Eva", "Flo")
    day.is_now("10:45")
    manager.panel.show()
    manager.stands_on("Bo Of has not checked in")

    manager.is_offered("Same partners at 11:05", "Flo Of ↔ Eva Of", "Same partners at 11:30")


def test_more_cards_come_as_they_are_scrolled_to(day: RunningDay, manager: AttentionRobot) -> None:
    for number in range(1, 11):
        day.meets(f"G{number}", f"H{number}", "10:40", str(number))
        day.comes(f"G{number}")
    day.is_now("10:45")
    made: list[int] = []
    manager.panel.list.in_sight.connect(lambda _cards: made.append(len(manager.panel.list.cards)))
    manager.panel.show()
    manager.reads("10 to look at")
    manager.waits(lambda: any(made))
    # On a slow computer the rest may follow before anything is laid out, and so without scrolling.
    assert next(filter(None, made)) == 8

    def scrolls_on() -> bool:
        bar = manager.panel.list.area.verticalScrollBar()
        bar.setValue(bar.maximum())
        return len(manager.panel.list.cards) == 10

    manager.waits(scrolls_on)


def test_who_comes_between_two_looks_is_proposed_after_the_next(
    day: RunningDay, open_event: OpenEvent, tools: Tools, qtbot: QtBot
) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    day.asks("Cy", "Ada", mutual=True)
    day.comes("Ada")
    day.is_now("10:45")
    real = attention_services(FloorManager(open_event.journal, open_event.letters))
    late = ["Cy"]

    def proposals(of: date, meeting: UUID) -> Sequence[Proposal]:
        while late:
            day.comes(late.pop())
        return real.proposals(of, meeting)

    panel = AttentionPanel(replace(real, proposals=proposals), tools, FIRST_DAY)
    qtbot.addWidget(panel)
    manager = AttentionRobot(panel, qtbot)
    panel.show()
    manager.stands_on("Bo Of has not checked in")

    manager.is_offered("Ada Of ↔ Cy Of")


def test_a_refusal_of_the_file_is_said_in_the_panel(
    day: RunningDay, manager: AttentionRobot, open_event: OpenEvent
) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    day.is_now("10:45")
    manager.panel.show()
    manager.card("Both missing")

    # A look may be under way: whatever it opens from now on is damaged, and no other file is open.
    damaged = open_event.database.file.with_suffix(".damaged")
    damaged.write_bytes(b"not an event" * 1000)
    damaged.replace(open_event.database.file)
    open_event.close()
    manager.panel.read()

    manager.reads("Keep it as it is, and work on from the last backup.")


def test_a_key_that_comes_too_soon_takes_nothing_that_has_just_changed(
    day: RunningDay, manager: AttentionRobot
) -> None:
    day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.is_now("10:45")
    manager.panel.show()
    card = manager.stands_on("Bo Of has not checked in")
    manager.is_offered("Same partners at 11:05", "Same partners at 11:30")

    card.show_proposals(card.proposals[1:])
    assert not card.take(1)
    manager.waits(lambda: card.take(1))

    manager.is_told("Bo Of ↔ Ada Of booked, table ")
    assert manager.told[-1].endswith(", 11:30. 2 people to tell.")


def test_a_second_key_takes_nothing_of_the_card_that_comes_after(
    day: RunningDay, manager: AttentionRobot
) -> None:
    first, second = day.meets("Ada", "Bo", "10:40", "8"), day.meets("Cy", "Di", "10:40", "9")
    day.comes("Ada", "Cy")
    day.is_now("10:45")
    manager.panel.show()
    after = manager.card("Di Of has not checked in")
    manager.waits(lambda: bool(after.proposals))
    manager.stands_on("Bo Of has not checked in")
    manager.is_offered("Same partners at 11:05")

    manager.waits(lambda: manager.current.take(1))
    manager.is_told("Bo Of ↔ Ada Of booked")
    manager.waits(lambda: manager.current is after)
    manager.strikes(Qt.Key.Key_1)
    assert len(manager.told) == 1
    assert day.place(second)[1] == "9"

    def takes_it() -> bool:
        if len(manager.told) == 1:
            manager.strikes(Qt.Key.Key_1)
        return len(manager.told) == 2

    manager.waits(takes_it)
    assert day.place(first)[0] == day.place(second)[0]


def test_whatever_on_a_card_can_have_the_focus_has_a_name(
    day: RunningDay, manager: AttentionRobot
) -> None:
    day.floor.who("Bo", phone="+49 40 1234 5678")
    day.meets("Ada", "Bo", "10:40", "9")
    day.comes("Ada")
    day.is_now("10:45")
    manager.panel.show()
    card = manager.stands_on("Bo Of has not checked in")
    manager.is_offered("Same partners at 11:05")
    manager.presses("They come at…")

    names = [QAccessible.queryAccessibleInterface(each) for each in card.stops]

    assert all(each.text(QAccessible.Text.Name) for each in names)
    assert len(names) == 11
