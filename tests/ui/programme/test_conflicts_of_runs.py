"""Conflicts of rounds and speeches lead to the part in which they are mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.icebreaking.deeds import RoundSeated
from app.icebreaking.rounds import row_of_day
from app.settings import HOME
from tests.app.meetings.asking import Floor
from tests.app.programme.holding import Holding
from tests.app.programme.test_taken_up import sit, speak
from tests.building import FIRST_DAY, EventBuilder, MovableClock, copy_event
from tests.ui.at_work import shown_workplace
from tests.ui.programme.robot import ProgrammeRobot
from ui.common.page import Tools
from ui.entries import PROGRAMME
from ui.programme.conflicts_panel import ConflictCard
from ui.programme.sessions_part import SessionsPart
from ui.rounds.part import RoundsPart
from ui.speeches.part import SpeechesPart
from ui.workplace import Workplace

People = dict[str, UUID]


@pytest.fixture
def people() -> People:
    return {}


@pytest.fixture
def file(tmp_path: Path, people: People, clock: MovableClock) -> Path:
    """An event without any session: Bo has a meeting in the second round, Di one at their turn."""
    file = tmp_path / "open.matchdesk"
    opened = copy_event(file, clock)
    builder = EventBuilder(opened)
    holding = Holding(Floor(opened, builder), builder)
    sit(holding, "10:05", "Ada Bo", "Ada Bo")
    speak(holding, "11:05", "Cy", "Di")
    holding.floor.meets("Bo", "Eve", "10:15", "1")
    holding.floor.meets("Di", "Eve", "11:30", "2")
    people |= {name: holding.floor.who(name) for name in ("Bo", "Di")}
    opened.close()
    return file


@pytest.fixture
def workplace(
    file: Path, tools: Tools, clock: MovableClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workplace]:
    monkeypatch.setenv(HOME, str(file.parent))
    with shown_workplace(file, tools, clock, qtbot) as workplace:
        yield workplace


@pytest.fixture
def at_work(workplace: Workplace, qtbot: QtBot) -> ProgrammeRobot:
    workplace.show_page(PROGRAMME)
    part = workplace.programme.show_part("sessions")
    assert isinstance(part, SessionsPart)
    at_work = ProgrammeRobot(workplace.programme, part, qtbot)
    at_work.waits(lambda: len(cards(part)) == 2, "two conflicts")
    return at_work


def cards(part: SessionsPart) -> list[ConflictCard]:
    return part.side.conflicts.findChildren(ConflictCard)


def test_a_conflict_of_rounds_leads_to_whose_seat_it_is_by_a_key(
    at_work: ProgrammeRobot, workplace: Workplace, people: People
) -> None:
    first, _second = cards(at_work.part)
    at_work.presses("2 conflicts")
    assert first.isVisible(), "conflicts are shown where there are no sessions"
    QTest.keyClick(first, Qt.Key.Key_Space)

    rounds = workplace.programme.part
    assert isinstance(rounds, RoundsPart)
    seating = rounds.sight.seating
    at_work.waits(lambda: seating.marked is not None and seating.marked.id == people["Bo"])
    assert rounds.sight.number == 2
    at_work.waits(seating.hasFocus)


def test_a_conflict_of_a_speech_leads_to_whose_turn_it_is(
    at_work: ProgrammeRobot, workplace: Workplace, people: People
) -> None:
    _first, second = cards(at_work.part)
    second.click()

    speeches = workplace.programme.part
    assert isinstance(speeches, SpeechesPart)
    at_work.waits(lambda: speeches.table.row is not None)
    assert speeches.table.row is not None
    assert speeches.table.row.id == people["Di"]


def test_a_conflict_goes_once_somebody_has_no_seat_any_more(
    office: ProgrammeRobot, holding: Holding
) -> None:
    holding.holds("Talk", "10:00", "11:00")
    holding.books("Talk", "Bo")
    sit(holding, "10:05", "Ada Bo")
    office.comes()
    office.waits(lambda: len(cards(office.part)) == 1, "Bo in two places")
    bo = holding.floor.who("Bo")

    holding.floor.does(RoundSeated(row_of_day(FIRST_DAY), 0, {bo: None}, {bo: 0}))

    office.waits(lambda: not cards(office.part), "no conflict")
