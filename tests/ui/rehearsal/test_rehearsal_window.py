"""Somebody rehearses a day at the window: on a copy, with a band above, and back to the event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.desks import Desks
from app.event.facts import event_facts
from app.floor.attention import Need
from app.floor.crowd import Crowd, turnout
from app.floor.rehearsal import Rehearsal, RehearsalOrder
from app.floor.watching import DayReader
from app.settings import HOME, change_settings, load_settings
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor, at
from tests.building import DESK_1, FIRST_DAY, EventBuilder, MovableClock, copy_event
from tests.ui.floor.attention_robot import AttentionRobot
from tests.ui.robot import Robot
from ui.common.look import Look
from ui.entries import FLOOR
from ui.floor.attention_panel import AttentionPanel
from ui.floor.attention_words import SIGNS
from ui.rehearsal.band import Band
from ui.rehearsal.dialog import RehearsalDialog
from ui.rehearsal.end_dialog import EndDialog
from ui.rehearsal.words import BAND
from ui.shell.desk_pill import DeskWish
from ui.window import Window
from ui.workplace import Workplace

COPY = "Rehearsal of Cluster days"
W = TypeVar("W", bound=QWidget)


class Trainee(Robot):
    """Somebody before a window, who practises."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        self.window = window

    @property
    def workplace(self) -> Workplace:
        assert self.window.workplace is not None
        return self.window.workplace

    @property
    def file(self) -> Path:
        return self.workplace.saving.journal.database.file

    def opens(self, file: Path) -> None:
        self.window.open(file)
        self.is_at(lambda: self.file == file)

    def is_at(self, seen: Callable[[], bool]) -> None:
        """See an event in the window, and its first page."""

        def look() -> bool:
            return bool(self.window.workplace and self.workplace.frame.page) and seen()

        self.waits(look, "the event")

    def begins(self, no_shows: int, seed: int = 1) -> Band:
        """Begin a rehearsal of the first day in which so many of 100 do not come."""
        self.workplace.bar.desk.action(DeskWish.REHEARSE).trigger()
        dialog = self.sees(RehearsalDialog)
        dialog.pace.setCurrentIndex(2)
        dialog.no_shows.setValue(no_shows)
        dialog.seed = seed
        Robot(dialog, self._qtbot).presses("Begin the rehearsal")
        self.is_at(lambda: self.file.stem == COPY)
        return self.sees(Band)

    def skips(self, *clocks: str) -> None:
        for clock in clocks:
            self.presses("Next slot")
            self.reads(f"It is {clock} in the rehearsal")

    def ends(self) -> EndDialog:
        self.presses("End the rehearsal…")
        return self.sees(EndDialog)

    def is_back_at(self, event: Path, copy: Path) -> None:
        """See the event again, and nothing of its copy."""
        self.is_at(lambda: self.file == event)
        self.waits(lambda: not copy.parent.exists(), "the copy goes")
        assert not any(band.isVisible() for band in self.window.findChildren(Band))
        assert self.window.windowTitle() == "Cluster days – Matchdesk"

    def came(self) -> set[str]:
        """Give who was let in by now, by given names."""
        day = DayReader(self.workplace.saving.journal).read(FIRST_DAY)
        return {each.who.name.split()[0] for each in day.people.values() if each.stays}

    def at_the_floor(self) -> AttentionRobot:
        """Stand still, and go to the page of the floor."""
        self.presses("Pause")
        self.workplace.show_page(FLOOR)
        panel = self.workplace.floor.findChild(AttentionPanel)
        assert panel is not None
        return AttentionRobot(panel, self._qtbot)

    def says_and_takes_the_first(self, manager: AttentionRobot) -> None:
        """Say of the first card that somebody did not come, and take what is proposed, by keys."""
        self.window.activateWindow()
        self.waits(self.window.isActiveWindow)
        self.workplace.floor.grid.setFocus()
        # Keys act on the card that is shown, which comes after what the grid shows.
        manager.card("Bo Of has not checked in. Ada Of is here.")
        manager.is_offered("Ada Of ↔ Cy Of")
        manager.strikes(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
        self.reads_toast("Bo Of did not come.")
        manager.card("Bo Of did not come. Ada Of is waiting at the table.")
        manager.is_offered("Ada Of ↔ Cy Of")
        manager.strikes(Qt.Key.Key_1)
        self.reads_toast("booked")

    def reads_toast(self, words: str) -> None:
        toasts = self.workplace.frame.toasts
        self.waits(lambda: any(words in each.news.text for each in toasts.shown), words)

    def sees(self, kind: type[W]) -> W:
        def shown() -> list[W]:
            return [each for each in self.window.findChildren(kind) if each.isVisible()]

        self.waits(lambda: bool(shown()), kind.__name__)
        return shown()[0]

    def of(self, dialog: QDialog) -> Robot:
        return Robot(dialog, self._qtbot)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))


@pytest.fixture
def event(tmp_path: Path, clock: MovableClock) -> Path:
    """An event in which Bo meets Ada, and Cy could instead."""
    opened = copy_event(tmp_path / "cluster.matchdesk", clock)
    day = RunningDay(Floor(opened, EventBuilder(opened)), clock)
    day.meets("Ada", "Bo", "10:40", "9")
    day.asks("Cy", "Ada", mutual=True)
    opened.close()
    return tmp_path / "cluster.matchdesk"


@pytest.fixture
def trainee(dressed: Look, clock: MovableClock, qtbot: QtBot) -> Iterator[Trainee]:
    window = Window(dressed, load_settings(), clock)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Trainee(window, qtbot)
    # A window with a rehearsal asks before it closes, and nobody is there any more.
    close = window._leave()
    if close is not None:
        close()


def _seed(event: Path, clock: MovableClock) -> int:
    """Find people of whom Bo alone does not come, and the others early."""
    opened = Desks(DESK_1, clock=clock).open(event)
    (day,), _ = Rehearsal(opened.journal).read(RehearsalOrder(days=(FIRST_DAY,)))
    opened.close()
    for seed in count():
        people = turnout(day, Crowd(no_shows=0.5), Random(seed)).day.people.values()
        early = {
            each.who.name.split()[0]
            for each in people
            if each.is_here(at("10:15")) and each.stays[0].until is None
        }
        if early == {"Ada", "Cy"} and sum(bool(each.stays) for each in people) == 2:
            return seed
    raise AssertionError


def test_a_day_is_rehearsed_on_a_copy_and_the_event_is_as_it_was(
    trainee: Trainee, event: Path, clock: MovableClock
) -> None:
    # The first time it is open here, this desk joins it.
    Desks(load_settings(), clock).open(event).close()
    change_settings(lambda old: replace(old, badge_at_check_in=True))
    before = event.read_bytes()
    trainee.opens(event)

    band = trainee.begins(no_shows=0)

    copy = trainee.file
    assert trainee.window.windowTitle() == f"{COPY} – Matchdesk"
    trainee.reads("It is 10:00 in the rehearsal", BAND)
    assert not trainee.workplace.bar.desk.action(DeskWish.REHEARSE).isEnabled()
    badges = trainee.workplace.bar.desk.action(DeskWish.BADGES)
    assert (badges.text(), badges.isEnabled()) == ("Print a badge at check-in", False)
    trainee.reads("It is 10:01 in the rehearsal")
    trainee.presses("Pause")
    trainee.skips("10:14", "10:39", "11:04", "11:29")
    trainee.waits(lambda: trainee.came() == {"Ada", "Bo", "Cy"}, "all come")
    trainee.presses("Go on")
    trainee.reads("It is 11:30 in the rehearsal")
    assert band.isVisible()

    dialog = trainee.ends()
    trainee.of(dialog).reads("By 11:30, 1 meeting was over.", "The event itself was not changed.")
    trainee.of(dialog).presses("End and remove the copy")

    trainee.is_back_at(event, copy)
    trainee.window.close()
    assert event.read_bytes() == before
    assert not any(COPY in each for each in load_settings().recent)


def test_who_does_not_come_is_replaced_and_the_end_says_what_that_was_worth(
    trainee: Trainee, event: Path, clock: MovableClock
) -> None:
    seed = _seed(event, clock)
    trainee.opens(event)
    trainee.begins(no_shows=50, seed=seed)
    manager = trainee.at_the_floor()
    trainee.skips("10:14", "10:39")
    manager.card("Bo Of has not checked in. Ada Of is here.")
    trainee.presses("Go on")
    trainee.reads("It is 10:40 in the rehearsal")
    trainee.presses("Pause")
    # The clock alone says nothing: keys act on what the panel has seen.
    manager.sees_signs(SIGNS[Need.ONE_MISSING].word)

    trainee.says_and_takes_the_first(manager)

    trainee.skips("11:04")
    dialog = trainee.of(trainee.ends())
    dialog.reads("By 11:04, 1 meeting was over.", "1 of them would have been lost.")
    dialog.reads("1 was held: you recovered 1 of 1.")
    dialog.reads("Always taking the first proposal recovers 1 of 1.")
    dialog.presses("Go on rehearsing")
    trainee.reads("It is 11:04 in the rehearsal", BAND)


def test_nobody_is_sent_home_by_undo(trainee: Trainee, event: Path, clock: MovableClock) -> None:
    seed = _seed(event, clock)
    trainee.opens(event)
    trainee.begins(no_shows=50, seed=seed)
    trainee.presses("Pause")
    trainee.skips("10:14")
    trainee.waits(lambda: trainee.came() == {"Ada", "Cy"}, "both")

    trainee.workplace.undo()

    trainee.reads_toast("")
    assert trainee.came() == {"Ada", "Cy"}


def test_the_copy_can_be_kept_and_says_what_it_is(
    trainee: Trainee, event: Path, tmp_path: Path, clock: MovableClock
) -> None:
    trainee.opens(event)
    trainee.begins(no_shows=0)
    copy, kept = trainee.file, tmp_path / "kept.matchdesk"

    dialog = trainee.ends()
    trainee.of(dialog).presses("Keep the copy…")
    ask = trainee.sees(QFileDialog)
    ask.selectFile(str(kept))
    ask.accept()

    trainee.is_back_at(event, copy)
    opened = Desks(DESK_1, clock=clock).open(kept)
    with opened.journal.reading() as session:
        assert event_facts(session).name == COPY
    opened.close()


def test_whoever_closes_the_window_is_asked_first_and_nothing_is_left(
    trainee: Trainee, event: Path
) -> None:
    trainee.opens(event)
    trainee.begins(no_shows=10)
    copy = trainee.file

    trainee.window.close()
    dialog = trainee.sees(EndDialog)
    assert trainee.window.isVisible()
    trainee.of(dialog).presses("End and remove the copy")

    trainee.waits(lambda: not trainee.window.isVisible(), "closed")
    assert not copy.parent.exists()


def test_without_a_plan_there_is_nothing_to_rehearse(
    trainee: Trainee, tmp_path: Path, clock: MovableClock
) -> None:
    copy_event(tmp_path / "empty.matchdesk", clock).close()
    trainee.opens(tmp_path / "empty.matchdesk")

    trainee.workplace.bar.desk.action(DeskWish.REHEARSE).trigger()

    dialog = trainee.of(trainee.sees(RehearsalDialog))
    dialog.reads("No meeting is planned. Plan meetings first, then rehearse a day.")
    dialog.may_not_press("Begin the rehearsal")
    dialog.presses("Cancel")
