"""While rounds at mixed tables run the wall shows them; before and after it shows meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.floor.round_wall import AHEAD, read_round_wall
from app.floor.watching import DayReader
from app.icebreaking.crowd import Among
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsOrder
from app.icebreaking.rounds import KeptRounds, Timetable
from app.journal.journal import Changes
from app.settings import HOME
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor, at
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from ui.common.page import Tools
from ui.wall.window import WallWindow
from ui.wall_work import WallWork

NAMES = ("Ada", "Bo", "Cy", "Di", "Eli", "Flo", "Gus", "Hal")


@pytest.fixture
def day(open_event: OpenEvent, event: EventBuilder, clock: MovableClock) -> RunningDay:
    """A day with slots at 10:15, 10:40, 11:05, … that the test lets run."""
    return RunningDay(Floor(open_event, event), clock)


@pytest.fixture
def kept(day: RunningDay) -> KeptRounds:
    """Eight people have two rounds at 11:30 and 11:45, and Ada meets Bo at 11:05."""
    day.meets("Ada", "Bo", "11:05", "4")
    day.comes(*NAMES)
    rounds = Icebreaking(day.journal)
    order = RoundsOrder(2, 4, Among(here_on=FIRST_DAY))
    rounds.keep(FIRST_DAY, order, Timetable(at("11:30"), minutes=10, pause=5))
    return rounds.of_day(FIRST_DAY)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of its own."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))


@pytest.fixture
def wall(
    day: RunningDay, kept: KeptRounds, home: None, tools: Tools, qtbot: QtBot
) -> Iterator[WallWork]:
    """The wall, opened before the rounds come near."""
    del kept, home
    day.clock.now = at("11:06")
    desk = QWidget()
    qtbot.addWidget(desk)
    reader = DayReader(day.journal)
    work = WallWork(day.journal, lambda: reader, tools, desk)
    work.show()
    qtbot.waitUntil(lambda: work.window is not None, timeout=15_000)
    yield work
    shown(work).close()


def shown(work: WallWork) -> WallWindow:
    window = work.window
    assert window is not None
    return window


def reads(work: WallWork, qtbot: QtBot, *words: str) -> None:
    def look() -> None:
        text = shown(work).board.accessibleName()
        assert all(each in text for each in words), f"{words} not in:\n{text}"

    qtbot.waitUntil(look, timeout=15_000)


def test_the_wall_turns_to_the_rounds_and_back(
    wall: WallWork, kept: KeptRounds, day: RunningDay, clock: MovableClock, qtbot: QtBot
) -> None:
    reads(wall, qtbot, "slot", "table 4")
    clock.now = at("11:25")
    ada = day.floor.who("Ada")
    first, second = (table for _round, table in kept.met(ada))
    reads(
        wall,
        qtbot,
        "until round 1",
        "Find your table",
        f"Of, Ada, now no table, next table {first}",
    )
    clock.now = at("11:33")
    reads(wall, qtbot, "left in round 1", f"now table {first}, next table {second}")
    clock.now = at("11:48")
    reads(wall, qtbot, "left in round 2", "Last round today")
    clock.now = at("11:55")
    reads(wall, qtbot, "slot")


def test_another_seat_is_seen_at_once(
    wall: WallWork, kept: KeptRounds, day: RunningDay, clock: MovableClock, qtbot: QtBot
) -> None:
    clock.now = at("11:33")
    ada = day.floor.who("Ada")
    was = kept.rounds[1].table_of(ada)
    reads(wall, qtbot, f"Of, Ada, now table {kept.rounds[0].table_of(ada)}, next table {was}")
    other = kept.rounds[1].tables[2 - was][0].id
    Icebreaking(day.journal).swap(FIRST_DAY, 2, ada, other)
    wall.learn(Changes(frozenset({"RoundSeat"})))
    reads(wall, qtbot, f"Of, Ada, now table {kept.rounds[0].table_of(ada)}, next table {3 - was}")


def test_two_of_one_name_are_told_apart_by_their_badges(
    day: RunningDay, event: EventBuilder
) -> None:
    for name in NAMES[:6]:
        day.floor.who(name)
    twins = event.delegates(("Ada", "Of"), badge=False)
    rounds = Icebreaking(day.journal)
    rounds.keep(FIRST_DAY, RoundsOrder(2, 4), Timetable(at("11:30"), minutes=10, pause=5))
    wall, _until = read_round_wall(day.journal, at("11:31"), FIRST_DAY)
    assert wall is not None
    names = [row.organisation for row in wall.rows]
    assert names == sorted(names)
    marks = [row.whom for row in wall.rows if row.organisation == "Of, Ada"]
    assert len(twins) == 1
    assert len(set(marks)) == len(marks) == 2


def test_rounds_are_on_the_wall_from_ten_minutes_before_until_the_last_is_over(
    day: RunningDay, kept: KeptRounds
) -> None:
    begins, ends = kept.rounds[0].starts_at - AHEAD, kept.rounds[-1].ends_at
    second = timedelta(seconds=1)
    for now, is_on, until in (
        (begins - second, False, begins),
        (begins, True, None),
        (ends - second, True, None),
        (ends, False, None),
    ):
        wall, soon = read_round_wall(day.journal, now, FIRST_DAY)
        assert (wall is not None, soon) == (is_on, until)
        assert wall is None or wall.until == ends
