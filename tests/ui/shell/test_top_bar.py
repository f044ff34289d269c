from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.event.facts import EventFacts, event_facts
from app.event.slots import slots_of
from tests.building import FIRST_DAY, SECOND_DAY, MovableClock
from tests.ui.shell.robot import Desk
from ui.common.look import Look
from ui.shell.desk_pill import DeskPill, DeskWish

FIRST_SLOT = datetime(2027, 3, 16, 8, 15, tzinfo=UTC)


@pytest.fixture
def facts(open_event: OpenEvent) -> EventFacts:
    with open_event.journal.reading() as session:
        return event_facts(session)


def reads_clock(desk: Desk) -> str:
    desk.bar.slot.tick()
    shown = desk.bar.slot.shown
    assert shown is not None
    return " ".join(filter(None, (shown.slot, shown.times, shown.before, shown.count, shown.after)))


def test_a_running_slot_counts_down(desk: Desk, clock: MovableClock) -> None:
    clock.now = FIRST_SLOT + timedelta(minutes=12, seconds=48)

    assert reads_clock(desk) == "Slot 1 10:15–10:35 7:12 left"
    assert desk.bar.slot.shown is not None
    assert desk.bar.slot.shown.share == pytest.approx(0.64)


def test_it_ticks_by_itself(desk: Desk, clock: MovableClock) -> None:
    clock.now = FIRST_SLOT + timedelta(milliseconds=990)
    desk.bar.slot.tick()
    clock.now = FIRST_SLOT + timedelta(seconds=1)

    desk.waits(lambda: "19:59" in desk.bar.slot.accessibleName())


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (timedelta(minutes=20, seconds=48), "Slot 2 10:40–11:00 in 4:12"),
        (timedelta(minutes=20), "Slot 2 10:40–11:00 in 5:00"),
        (timedelta(hours=-2, minutes=-47), "Slot 1 10:15–10:35 in 2 h 47"),
        (timedelta(minutes=-59, seconds=-59), "Slot 1 10:15–10:35 in 59:59"),
    ],
)
def test_between_slots_the_next_is_awaited(
    desk: Desk, clock: MovableClock, after: timedelta, told: str
) -> None:
    clock.now = FIRST_SLOT + after

    assert reads_clock(desk) == told


def test_with_no_slot_to_come_today_it_is_not_there(desk: Desk, clock: MovableClock) -> None:
    clock.now = FIRST_SLOT + timedelta(hours=3)
    desk.bar.slot.tick()
    assert not desk.bar.slot.isVisible()

    clock.now = FIRST_SLOT + timedelta(days=1)
    desk.bar.slot.tick()
    assert desk.bar.slot.isVisible()


def test_its_width_never_changes(desk: Desk, clock: MovableClock) -> None:
    clock.now = FIRST_SLOT
    desk.bar.slot.tick()
    before = desk.bar.slot.geometry()

    clock.now = FIRST_SLOT + timedelta(minutes=19, seconds=59)
    desk.bar.slot.tick()

    assert desk.bar.slot.geometry() == before


def test_the_days_begin_with_today(
    desk: Desk, open_event: OpenEvent, facts: EventFacts, clock: MovableClock
) -> None:
    assert desk.bar.days.chosen == FIRST_DAY
    assert desk.bar.days.accessibleName() == "Day 1 of 2, Tue 16 March, today"

    clock.passes(days=1)
    desk.bar.days.choose(SECOND_DAY)
    desk.bar.show_event(facts, slots_of(open_event.journal))

    assert desk.bar.days.chosen == SECOND_DAY


def test_a_day_is_chosen_by_a_click_and_by_the_arrows(desk: Desk, qtbot: QtBot) -> None:
    days = desk.bar.days

    with qtbot.waitSignal(days.day_chosen) as said:
        QTest.mouseClick(days, Qt.MouseButton.LeftButton, pos=QPoint(days.width() - 20, 17))
    assert said.args == [SECOND_DAY]

    days.setFocus()
    with qtbot.waitSignal(days.day_chosen) as said:
        desk.presses("Left")
    assert said.args == [FIRST_DAY]

    with qtbot.assertNotEmitted(days.day_chosen):
        desk.presses("Home")


def test_a_week_of_days_stands_between_two_arrows(desk: Desk, facts: EventFacts) -> None:
    week = tuple(FIRST_DAY + timedelta(days=by) for by in range(7))
    desk.bar.show_event(replace(facts, days=week), ())
    days = desk.bar.days
    width = days.sizeHint().width()
    desk.waits(lambda: days.width() == width)

    QTest.mouseClick(days, Qt.MouseButton.LeftButton, pos=QPoint(days.width() - 8, 17))

    assert days.chosen == week[1]
    assert days.sizeHint().width() == width
    assert width < 200


@pytest.mark.parametrize("name", ["Cluster Matchmaking Days 2027", "Baltic Bioeconomy Brokerage"])
def test_at_1280_a_usual_name_is_not_cut(
    desk: Desk, open_event: OpenEvent, facts: EventFacts, name: str
) -> None:
    named = replace(facts, name=name, city="Vilnius", venue="Litexpo, hall 3")
    desk.bar.show_event(named, slots_of(open_event.journal))

    desk.qtbot.waitUntil(desk.bar.slot.isVisible)
    desk.qtbot.waitUntil(lambda: QLabel.text(desk.bar.name) == name)
    assert desk.frame.width() == 1280


def test_a_name_that_must_be_cut_keeps_its_end(
    desk: Desk, open_event: OpenEvent, facts: EventFacts
) -> None:
    long = "International Cluster Matchmaking and Technology Transfer Days 2027"
    desk.bar.show_event(replace(facts, name=long), slots_of(open_event.journal))

    desk.qtbot.waitUntil(lambda: QLabel.text(desk.bar.name).startswith("International C"))
    assert "…" in QLabel.text(desk.bar.name)
    assert QLabel.text(desk.bar.name).endswith("2027")
    assert desk.bar.name.toolTip() == long
    assert desk.bar.name.accessibleName() == long


def test_at_1280_only_the_name_is_cut(desk: Desk, facts: EventFacts) -> None:
    long = replace(
        facts,
        name="International Cluster Matchmaking and Technology Transfer Days",
        days=(*facts.days, SECOND_DAY + timedelta(days=1)),
    )
    desk.bar.desk.show_desk("Registration at the north entrance", "Rasa")
    desk.bar.show_event(long, ())
    desk.qtbot.waitUntil(lambda: desk.bar.days.width() == desk.bar.days.sizeHint().width())

    assert desk.frame.width() == 1280
    right = 0
    for part in (desk.bar.days, desk.bar.search, desk.bar.desk):
        assert part.x() >= right
        assert part.width() >= part.minimumSizeHint().width() or part is desk.bar.search
        right = part.geometry().right()
    assert right < desk.bar.width()
    assert desk.bar.name.text() == long.name
    assert desk.bar.name.toolTip() == long.name


def test_the_pill_says_the_desk_and_asks_for_what_its_menu_offers(desk: Desk, qtbot: QtBot) -> None:
    pill = desk.bar.desk

    assert pill.accessibleName() == "Desk 1 · this desk only"
    for wish in DeskWish:
        with qtbot.waitSignal(pill.wanted) as said:
            pill.action(wish).trigger()
        assert said.args == [wish]


def test_f11_asks_for_the_full_screen_once(desk: Desk) -> None:
    asked: list[object] = []
    desk.bar.desk.wanted.connect(asked.append)

    desk.presses("F11")

    assert asked == [DeskWish.FULL_SCREEN]


def test_the_menu_offers_the_other_of_sound_and_silence(dressed: Look, qtbot: QtBot) -> None:
    pill = DeskPill(dressed)
    qtbot.addWidget(pill)

    pill.set_sound(on=False)
    assert pill.action(DeskWish.SOUND).text() == "Turn sound on"

    pill.set_sound(on=True)
    assert pill.action(DeskWish.SOUND).text() == "Turn sound off"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")
def test_down_opens_the_menu_and_enter_does_not(desk: Desk) -> None:
    desk.bar.desk.setFocus()
    menu = desk.bar.desk.menu_below

    desk.presses("Return")
    assert not menu.isVisible()

    desk.presses("Down")
    assert menu.isVisible()
    menu.close()
