"""The speeches on the page of the programme, as whoever leads through them works with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.checkin.scanning import Scanning
from app.desks import OpenEvent
from app.journal.undo import undo
from app.speeches.known import SpeechOrder
from app.speeches.ordering import Order
from app.speeches.speaking import Speaking
from tests.building import FIRST_DAY, MORNING, EventBuilder, MovableClock
from ui.common.page import Tools
from ui.speeches.dialog import SpeechesDialog
from ui.speeches.making import speech_services
from ui.speeches.part import SpeechesPart
from ui.speeches.table import HIGH
from ui.stage.faces import Tone

START = MORNING + timedelta(minutes=30)
NAMES = ("Ada", "Bo", "Cy", "Di", "Eli")


class Leading:
    """Somebody who leads through the speeches."""

    def __init__(self, part: SpeechesPart, qtbot: QtBot, opened: list[str]) -> None:
        self.part, self._qtbot, self.opened = part, qtbot, opened
        self.told: list[str] = []
        part.told.connect(lambda news: self.told.append(news.text))

    @property
    def names(self) -> list[str]:
        return [each.name for each in self.part.table.records.records]

    @property
    def states(self) -> list[str]:
        return [each.state for each in self.part.table.records.records]

    def sees(self, look: Callable[[], bool], what: str = "") -> None:
        self._qtbot.waitUntil(lambda: look() or _not(what, self.names, self.states), timeout=15_000)

    def lists(self, *names: str) -> None:
        self.sees(lambda: self.names == list(names), str(names))

    def presses(self, button: QAbstractButton) -> None:
        assert button.isEnabled(), button.text()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def chooses(self, name: str) -> None:
        rows = self.part.table.records.records
        self.part.table.choose(next(each.id for each in rows if each.name == name))

    def drags(self, name: str, to: int, *, lets_go: bool = True) -> None:
        view, mouse = self.part.table.viewport(), Qt.MouseButton.LeftButton
        at = self.names.index(name)
        QTest.mousePress(view, mouse, pos=QPoint(120, at * HIGH + HIGH // 2))
        for y in (at * HIGH + HIGH // 2 + 30, to * HIGH):
            QTest.mouseMove(view, QPoint(120, y))
        if lets_go:
            QTest.mouseRelease(view, mouse, pos=QPoint(120, to * HIGH))


def _not(what: str, *seen: object) -> bool:
    message = f"no {what} in {seen}"
    raise AssertionError(message)


@pytest.fixture
def people(event: EventBuilder) -> dict[str, UUID]:
    """Five who speak."""
    return {name: event.delegate(name, organisation=f"Cluster of {name}") for name in NAMES}


@pytest.fixture
def leading(
    open_event: OpenEvent,
    people: dict[str, UUID],
    tools: Tools,
    qtbot: QtBot,
    clock: MovableClock,
) -> Iterator[Leading]:
    """The part, shown on a morning with no speeches yet."""
    assert people
    clock.now = START - timedelta(minutes=10)
    opened: list[str] = []
    services = speech_services(
        open_event.journal, lambda: opened.append("clock"), lambda: opened.append("paper")
    )
    part = SpeechesPart(services, tools)
    qtbot.addWidget(part)
    qtbot.addWidget(part.tools_row)
    part.resize(1180, 700)
    with qtbot.waitActive(part):
        part.show()
        part.activateWindow()
    part.show_day(FIRST_DAY)
    part.begin()
    yield Leading(part, qtbot, opened)
    tools.close()


@pytest.fixture
def speaking(leading: Leading, open_event: OpenEvent) -> Speaking:
    """Ada to Eli, in this order, five minutes each and five for questions."""
    speaking = Speaking(open_event.journal)
    speaking.set(FIRST_DAY, SpeechOrder(START, 5, 5, Order.DELEGATION))
    leading.part.read()
    leading.lists(*NAMES)
    return speaking


def test_a_day_without_speeches_offers_to_set_them(leading: Leading, qtbot: QtBot) -> None:
    part = leading.part
    qtbot.waitUntil(part.nothing.isVisible, timeout=15_000)
    part.nothing.acted.emit()
    (dialog,) = part.findChildren(SpeechesDialog)
    dialog.order.setCurrentIndex(dialog.order.findData(Order.DRAWN))
    assert dialog.again.isVisibleTo(dialog)
    dialog.questions.setValue(0)
    qtbot.waitUntil(lambda: dialog.counted.text() == "5 speak, 11:00 to 11:25.", timeout=15_000)
    assert dialog.besides.text() == "Matchmaking is at the same time, 10:15–12:40."
    dialog.minutes.setValue(120)
    dialog.questions.setValue(120)
    qtbot.waitUntil(lambda: not dialog.keep.isEnabled(), timeout=15_000)
    assert "not all of them on that day" in dialog.counted.text()
    assert dialog.counted.minimumSizeHint().width() < dialog.width() / 2, "it folds"
    dialog.minutes.setValue(5)
    dialog.questions.setValue(5)
    qtbot.waitUntil(dialog.keep.isEnabled, timeout=15_000)
    dialog.keep.click()
    leading.sees(lambda: sorted(leading.names) == list(NAMES))
    assert leading.told == ["5 speak on Tue 16 March."]


def test_one_key_leads_from_speaker_to_speaker_and_the_list_says_what_is_late(
    leading: Leading, speaking: Speaking, clock: MovableClock, people: dict[str, UUID]
) -> None:
    part = leading.part
    assert part.now.go_on.text() == "First speaker"
    Scanning(speaking.journal).check_in(people["Bo"])
    clock.now = START
    QTest.keyClick(part, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    leading.sees(lambda: leading.states[0] == "Speaks now")
    for seconds, tone in ((100, Tone.RUNNING), (250, Tone.WARNING), (700, Tone.OVER)):
        clock.now = START + timedelta(seconds=seconds)
        part.tick()
        assert part.now.who.text() == "Ada"
        assert part.now.countdown.accessibleName().startswith(_WORDS[tone])
    clock.now = START + timedelta(minutes=22)
    part.tick()
    assert part.now.ends.text() == "Ends 12:02 instead of 11:50"
    assert leading.states == [
        "Speaks now",
        "Next",
        "Not here yet",
        "Not here yet",
        "Not here yet",
    ]
    assert [each.expected for each in part.table.records.records][1:3] == ["11:22", "11:32"]
    assert [each.late for each in part.table.records.records] == [False, True, True, True, True]
    QTest.keyClick(part, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    leading.sees(lambda: leading.states[1] == "Skipped")
    assert leading.told == ["Bo is skipped."]
    assert part.now.ends.text() == "Ends 11:52 instead of 11:50"
    leading.presses(part.now.go_on)
    leading.sees(lambda: leading.states[2] == "Speaks now")
    assert leading.states[0] == "Has spoken"


_WORDS = {Tone.RUNNING: "Speaking", Tone.WARNING: "Last minute", Tone.OVER: "Time is up"}


def test_speakers_are_moved_by_keys_and_by_dragging_and_undo_takes_it_back(
    leading: Leading, speaking: Speaking
) -> None:
    part = leading.part
    leading.chooses("Di")
    QTest.keyClick(part, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    leading.lists("Ada", "Bo", "Di", "Cy", "Eli")
    assert part.side.name.text() == "Di"
    QTest.keyClick(part, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    leading.lists(*NAMES)
    leading.drags("Ada", 3)
    leading.lists("Bo", "Cy", "Ada", "Di", "Eli")
    leading.drags("Eli", 0)
    leading.lists("Eli", "Bo", "Cy", "Ada", "Di")
    leading.drags("Eli", 4, lets_go=False)
    assert part.table.gap == 4
    QTest.keyClick(part.table, Qt.Key.Key_Escape)
    assert part.table.gap == -1
    undo(speaking.journal)
    undo(speaking.journal)
    part.read()
    leading.lists(*NAMES)


def test_nobody_is_dragged_before_who_has_begun(
    leading: Leading, speaking: Speaking, clock: MovableClock
) -> None:
    clock.now = START
    speaking.go_on(FIRST_DAY)
    leading.part.read()
    leading.sees(lambda: leading.states[0] == "Speaks now")
    leading.drags("Di", 0, lets_go=False)
    assert leading.part.table.gap == 1


def test_speakers_are_swapped_skipped_taken_off_and_added(
    leading: Leading, speaking: Speaking, people: dict[str, UUID]
) -> None:
    part, side = leading.part, leading.part.side
    leading.chooses("Bo")
    side.other.setCurrentIndex(side.other.findData(str(people["Eli"])))
    leading.presses(side.swap)
    leading.lists("Ada", "Eli", "Cy", "Di", "Bo")
    leading.presses(side.skip)
    leading.sees(lambda: leading.states[4] == "Skipped")
    assert side.skip.text() == "Speaks after all"
    leading.presses(side.skip)
    leading.sees(lambda: leading.states[4] == "Not here yet")
    leading.chooses("Cy")
    QTest.keyClick(part.table, Qt.Key.Key_Delete)
    leading.lists("Ada", "Eli", "Di", "Bo")
    side.add.setFocus()
    QTest.keyClicks(side.add, "Cy")
    leading.sees(lambda: len(side.add.offered) == 1)
    side.add.take(0)
    leading.lists("Ada", "Eli", "Di", "Bo", "Cy")
    assert leading.told[0] == "Bo and Eli have changed places."
    leading.presses(side.drop)
    leading.sees(part.nothing.isVisible)
    assert leading.told[-1] == "There are no speeches on Tue 16 March."
    undo(speaking.journal)
    part.read()
    leading.lists("Ada", "Eli", "Di", "Bo", "Cy")


def test_what_another_desk_did_first_is_said_and_shown(
    leading: Leading, speaking: Speaking, clock: MovableClock
) -> None:
    leading.chooses("Ada")
    clock.now = START
    speaking.go_on(FIRST_DAY)
    leading.presses(leading.part.side.skip)
    leading.sees(lambda: leading.states[0] == "Speaks now")
    assert leading.part.strip.problem() == (
        "Ada is not to speak any more. Add them, and they speak last. Nothing was changed."
    )


def test_the_clock_and_the_paper_open_and_another_day_is_not_led_on_today(
    leading: Leading, speaking: Speaking, clock: MovableClock
) -> None:
    leading.presses(leading.part.clock)
    leading.presses(leading.part.paper)
    assert leading.opened == ["clock", "paper"]
    assert leading.names == [each.who.name for each in speaking.of_day(FIRST_DAY)[1]]
    clock.now += timedelta(days=1)
    leading.part.tick()
    assert not leading.part.now.go_on.isEnabled()
    assert leading.part.now.ends.text() == "Ends 11:50, as planned"
