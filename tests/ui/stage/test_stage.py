"""The clock on the stage and in the hall: it ticks, turns amber and red, and leads on by key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsOrder
from app.icebreaking.rounds import Timetable
from app.speeches.known import SpeechOrder
from app.speeches.ordering import Order
from app.speeches.speaking import Speaking
from tests.building import FIRST_DAY, MORNING, EventBuilder, MovableClock
from ui.common.page import Tools
from ui.stage.faces import Tone
from ui.stage.stages import RoundStage, SpeechStage
from ui.stage.window import Stage, StageWindow

START = MORNING + timedelta(minutes=30)
LONG = "Maximilian Freiherr von Hohenstein-Rautenberg zu Oberkirchheim"
Opens = Callable[[Stage], "OnStage"]


class OnStage:
    """Somebody who looks up at the clock, and has its keys."""

    def __init__(self, window: StageWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.said: list[str] = []
        window.refused.connect(self.said.append)

    @property
    def text(self) -> str:
        return self.window.clock.accessibleDescription()

    def reads(self, *words: str) -> None:
        def look() -> None:
            self.window.tick()
            assert all(each in self.text for each in words), f"{words} not in: {self.text}"

        self._qtbot.waitUntil(look, timeout=15_000)

    def presses(self, key: Qt.Key) -> None:
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow, timeout=15_000)
        QTest.keyClick(self.window, key)

    def hears(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.said, timeout=15_000)


@pytest.fixture
def opens(tools: Tools, qtbot: QtBot) -> Iterator[Opens]:
    opened: list[StageWindow] = []

    def open_window(stage: Stage) -> OnStage:
        window = StageWindow(stage, tools)
        opened.append(window)
        window.open_on(None)
        return OnStage(window, qtbot)

    yield open_window
    for window in opened:
        window.close()


@pytest.fixture
def speeches(open_event: OpenEvent, event: EventBuilder, tools: Tools) -> SpeechStage:
    """Three people speak for two minutes each, with one for questions."""
    for name in ("Ada", "Bo", LONG):
        event.delegate(name, organisation=f"Cluster of {name}")
    Speaking(open_event.journal).set(FIRST_DAY, SpeechOrder(START, 2, 1, Order.DELEGATION))
    return SpeechStage(open_event.journal, tools.times)


def test_speakers_are_led_on_by_one_key_and_the_clock_turns_amber_and_red(
    speeches: SpeechStage, opens: Opens, clock: MovableClock
) -> None:
    clock.now = START - timedelta(minutes=5)
    stage = opens(speeches)
    stage.reads("They begin at 11:00", "5:00", "Next: Ada, Cluster of Ada · not here yet")
    clock.now = START
    stage.presses(Qt.Key.Key_Right)
    for seconds, word, figures, tone in (
        (0, "Speaking", "2:00", Tone.RUNNING),
        (70, "Last minute", "0:50", Tone.WARNING),
        (130, "Questions", "0:50", Tone.RUNNING),
        (200, "Time is up", "+0:20", Tone.OVER),
    ):
        clock.now = START + timedelta(seconds=seconds)
        stage.reads(word, "Ada", figures, "Next: Bo")
        assert stage.window.clock.face.tone is tone
    clock.now = START + timedelta(minutes=5)
    stage.presses(Qt.Key.Key_Right)
    stage.reads("Speaking. Bo", "2 min later than planned")
    stage.presses(Qt.Key.Key_S)
    stage.presses(Qt.Key.Key_Right)
    stage.reads("Everybody has spoken")
    stage.presses(Qt.Key.Key_Right)
    stage.hears("Everybody has spoken. Nothing was changed.")


def test_a_day_without_speeches_says_so(open_event: OpenEvent, tools: Tools, opens: Opens) -> None:
    stage = opens(SpeechStage(open_event.journal, tools.times))
    stage.reads("No speeches are set for 2027-03-16")


def test_rounds_run_by_the_clock(
    open_event: OpenEvent, event: EventBuilder, tools: Tools, opens: Opens, clock: MovableClock
) -> None:
    event.delegates(*((f"P{n}", "") for n in range(8)))
    order, timetable = RoundsOrder(rounds=2, size=4), Timetable(START, minutes=10, pause=2)
    Icebreaking(open_event.journal).keep(FIRST_DAY, order, timetable)
    stage = opens(RoundStage(open_event.journal, tools.times))
    stage.reads("Find your table", "Round 1 of 2 begins at 11:00", "30:00")
    clock.now = START + timedelta(minutes=3)
    stage.reads("Round. 1 of 2", "7:00", "Next round at 11:12")
    clock.now = START + timedelta(minutes=9, seconds=30)
    stage.reads("Last minute", "0:30")
    clock.now = START + timedelta(minutes=11)
    stage.reads("Find your next table", "1:00")
    clock.now = START + timedelta(minutes=13)
    stage.reads("The last round")
    clock.now = START + timedelta(hours=1)
    stage.reads("All rounds are over")


def test_it_follows_what_is_done_elsewhere(
    speeches: SpeechStage, opens: Opens, open_event: OpenEvent, clock: MovableClock
) -> None:
    clock.now = START
    stage = opens(speeches)
    stage.reads("Speeches")
    Speaking(open_event.journal).go_on(FIRST_DAY)
    stage.window.read()
    stage.reads("Speaking. Ada")
