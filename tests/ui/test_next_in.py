"""Whoever is next from the waiting list is proposed wherever a place comes free."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.applications.places import Places
from app.applications.reading import Applications
from app.applications.terms import Deadlines
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.journal import Changes
from app.settings import HOME
from tests.building import EventBuilder, MovableClock
from tests.ui.at_work import shown_workplace
from ui.common.page import Tools
from ui.entries import DELEGATES, DESK, EVENT, FLOOR
from ui.next_in import NextIn, NextInStrip
from ui.workplace import Workplace


class PlaceRobot:
    """Works at a desk of an event of one place that is taken, and two who wait."""

    def __init__(self, place: Workplace, event: OpenEvent, qtbot: QtBot) -> None:
        self.place, self.event, self.qtbot = place, event, qtbot
        (self.next_in,) = place.findChildren(NextIn)
        self.strip: NextInStrip = self.next_in.strip

    def sets(self, delegate: UUID, status: Status) -> None:
        Roster(self.event.journal, self.event.letters).set_status(delegate, status)
        self.hears("Delegate")

    def hears(self, model: str) -> None:
        self.place.learn(Changes(frozenset({model})))

    def reads(self, said: str) -> None:
        self.qtbot.waitUntil(lambda: self.strip.isVisible() and said in self.strip.text)

    def reads_nothing(self) -> None:
        self.qtbot.waitUntil(lambda: self.next_in.is_settled and not self.strip.isVisible())

    def presses(self, words: str) -> None:
        (button,) = [each for each in self.strip.findChildren(QPushButton) if each.text() == words]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def accepted(self) -> list[str]:
        listed = Applications(self.event.journal).listed(Status.ACCEPTED)
        return [each.person.given_name for each in listed]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))


@pytest.fixture
def ada(event: EventBuilder, open_event: OpenEvent) -> UUID:
    delegate = event.delegate("Ada", "A")
    for minute, name in enumerate(("Ben", "Cleo")):
        at = f"2027-01-01T10:0{minute}:00+00:00"
        event.delegate(name, "B", status="waiting", received=at)
    Places(open_event.journal).limit(1)
    return delegate


@pytest.fixture
def people(open_event: OpenEvent, ada: UUID) -> OpenEvent:
    """The event, once they are there."""
    return open_event


@pytest.fixture
def desk(
    people: OpenEvent, tools: Tools, clock: MovableClock, qtbot: QtBot
) -> Iterator[PlaceRobot]:
    with shown_workplace(people.journal.database.file, tools, clock, qtbot) as place:
        robot = PlaceRobot(place, people, qtbot)
        qtbot.waitUntil(lambda: bool(place.frame.page))
        robot.reads_nothing()
        yield robot


@pytest.mark.parametrize("page", [DESK, FLOOR, EVENT])
def test_when_somebody_withdraws_one_key_accepts_who_is_next_on_every_page(
    desk: PlaceRobot, ada: UUID, page: str
) -> None:
    desk.place.show_page(page)
    desk.sets(ada, Status.WITHDRAWN)
    desk.reads("A place is free. Ben B is next (number 1). 0 of 1 places, 2 waiting")

    QTest.keyClick(desk.place, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)

    desk.qtbot.waitUntil(lambda: desk.accepted() == ["Ben"])
    desk.reads_nothing()
    (toast,) = desk.place.frame.toasts.shown
    assert toast.news.text == "Ben B is accepted, from the waiting list."


def test_the_page_of_delegates_says_it_by_itself_and_takes_the_same_key(
    desk: PlaceRobot, ada: UUID
) -> None:
    desk.place.show_page(DELEGATES)
    desk.sets(ada, Status.WITHDRAWN)
    line = desk.place.delegates.head.places
    desk.qtbot.waitUntil(lambda: line.isVisible() and "Ben B is next" in line.text)
    assert not desk.strip.isVisible()

    QTest.keyClick(desk.place, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)

    desk.qtbot.waitUntil(lambda: desk.accepted() == ["Ben"])


def test_what_was_put_away_comes_back_only_with_somebody_else(desk: PlaceRobot, ada: UUID) -> None:
    desk.sets(ada, Status.WITHDRAWN)
    desk.reads("Ben B")

    desk.presses("Not now")
    desk.hears("Delegate")

    desk.reads_nothing()
    ben = next(each for each in Applications(desk.event.journal).listed() if each.waits_as == 1)
    desk.sets(ben.person.id, Status.WITHDRAWN)
    desk.reads("Cleo B")


def test_whose_time_to_come_has_passed_loses_the_place_to_who_is_next(
    desk: PlaceRobot, clock: MovableClock
) -> None:
    Deadlines(desk.event.journal).set(come_by=clock() + timedelta(hours=1))
    desk.hears("ApplicationTerms")
    desk.reads_nothing()

    clock.passes(hours=1, seconds=1)
    desk.next_in.look_at_clock()

    desk.reads("Ben B is next (number 1), for Ada A has not come.")


def test_who_is_not_next_any_more_is_not_accepted_and_that_is_said(
    desk: PlaceRobot, ada: UUID
) -> None:
    desk.sets(ada, Status.WITHDRAWN)
    desk.reads("Ben B")
    roster = Roster(desk.event.journal, desk.event.letters)
    roster.set_status(ada, Status.ACCEPTED)

    desk.presses("Accept")

    desk.qtbot.waitUntil(lambda: "There is no place" in desk.place.frame.notice.problem())
    desk.reads_nothing()
    assert desk.accepted() == ["Ada"]
