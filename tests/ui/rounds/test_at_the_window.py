"""Rounds on the page of the programme, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desks import Desks
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsOrder
from app.icebreaking.of_delegate import has_rounds
from app.icebreaking.rounds import Timetable
from app.journal.journal import Changes
from app.settings import HOME
from tests.building import (
    DESK_1,
    FIRST_DAY,
    MORNING,
    EventBuilder,
    MovableClock,
    copy_event_file,
)
from tests.ui.at_work import shown_workplace
from ui.common.page import Tools
from ui.entries import PRINT, PROGRAMME
from ui.rounds.part import RoundsPart
from ui.stage.window import StageWindow
from ui.workplace import Workplace

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workplace(
    tmp_path: Path,
    tools: Tools,
    clock: MovableClock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Workplace]:
    """An event at which nine people have two rounds in half an hour."""
    monkeypatch.setenv(HOME, str(tmp_path))
    file = copy_event_file(tmp_path / "open.matchdesk")
    event = Desks(DESK_1, clock).open(file)
    EventBuilder(event).delegates(*((f"Ona {n}", "Of") for n in range(9)))
    rounds = Timetable(MORNING + timedelta(minutes=30), 10, 2)
    Icebreaking(event.journal).keep(FIRST_DAY, RoundsOrder(2, 3), rounds)
    event.close()
    with shown_workplace(file, tools, clock, qtbot) as workplace:
        yield workplace


@pytest.fixture
def part(workplace: Workplace, qtbot: QtBot) -> RoundsPart:
    """The part, once it shows the rounds."""
    workplace.show_page(PROGRAMME)
    part = workplace.programme.show_part("rounds")
    assert isinstance(part, RoundsPart)
    qtbot.waitUntil(lambda: part.kept is not None, timeout=15_000)
    return part


def test_cards_lead_to_the_print_page_and_the_clock_to_a_second_screen(
    workplace: Workplace, part: RoundsPart, qtbot: QtBot
) -> None:
    part.running.clock.click()
    qtbot.waitUntil(lambda: bool(clocks()), timeout=15_000)
    part.running.cards.click()
    assert workplace.frame.page == PRINT
    assert workplace.print_page.choosing.kind.key == "round-cards"
    for each in clocks():
        each.close()


def clocks() -> list[StageWindow]:
    shown = QApplication.topLevelWidgets()
    return [each for each in shown if isinstance(each, StageWindow) and each.isVisible()]


def test_ctrl_z_takes_back_what_was_done_there(
    workplace: Workplace, part: RoundsPart, qtbot: QtBot
) -> None:
    part.running.drop.click()
    qtbot.waitUntil(lambda: part.kept is None, timeout=15_000)

    QTest.keyClick(workplace, Qt.Key.Key_Z, CONTROL)

    def are_back() -> bool:
        with workplace.saving.journal.reading() as session:
            return has_rounds(session)

    qtbot.waitUntil(are_back, timeout=15_000)
    workplace.learn(Changes(frozenset({"Icebreaker"})))
    qtbot.waitUntil(lambda: part.kept is not None, timeout=15_000)
