"""The meetings of whoever is scanned, from the scan to the row."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.checkin.badges import new_badges
from app.checkin.reception import Reception
from app.checkin.scanning import Scanning
from app.delegates.orders import PersonOrder
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.journal import Changes
from app.meetings import deeds as d
from app.meetings.upcoming import DelegateMeetings
from tests.app.meetings.asking import Floor, slot, table_of
from tests.building import EventBuilder, MovableClock
from tests.ui.desk.robot import DeskRobot
from ui.common.page import Tools
from ui.desk.next_meetings import NextMeetings
from ui.desk.page import DeskPage

LONG = "Maximilian Freiherr von Hohenstein-Rautenberg"
MADE = Changes(frozenset({"CheckIn"}))


class Hall:
    """People with badges, and their meetings."""

    def __init__(self, floor: Floor, event: EventBuilder) -> None:
        self.floor = floor
        self._event = event

    def badge(self, name: str) -> str:
        """Make somebody's badge, and give its code."""
        who = self.floor.who(name)
        with self.floor.journal.reading() as session:
            badges = new_badges(session, [who])
        if badges:
            self.floor.does(*badges)
        return self._event.badge_of(who)

    def comes(self, name: str) -> None:
        """Let somebody in at another desk."""
        Scanning(self.floor.journal).check_in(self.floor.who(name))


@pytest.fixture
def hall(open_event: OpenEvent, event: EventBuilder) -> Hall:
    return Hall(Floor(open_event, event), event)


def test_a_scan_shows_the_meetings_of_whom_it_lets_in(hall: Hall, desk: DeskRobot) -> None:
    hall.floor.meets("Ada", "Ben", "10:40", "7")

    desk.scans(hall.badge("Ada"))

    desk.reads("Checked in. Ada Of", "Next meetings today", "10:40, in 10 min, table 7, Ben Of")


def test_meetings_are_shown_of_whoever_is_in_left_or_came_back(
    hall: Hall, desk: DeskRobot, clock: MovableClock
) -> None:
    hall.floor.meets("Ada", "Ben", "12:20", "7")
    ada = hall.badge("Ada")
    hall.comes("Ada")
    clock.passes(minutes=3)

    desk.scans(ada)
    desk.reads("Already checked in", "This scan changed nothing.", "12:20, in 1 h 47, table 7")

    desk.page._open(hall.floor.who("Ada"))
    desk.presses("Leaves for a while")
    desk.reads("Left for a while. Ada Of", "Their next scan", "12:20, in 1 h 47, table 7")

    desk.presses("Let in again")
    desk.reads("Back in. Ada Of", "12:20, in 1 h 47, table 7")


@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.RECEIVED])
def test_whoever_is_not_let_in_has_no_meetings_here(
    hall: Hall, desk: DeskRobot, status: Status
) -> None:
    hall.floor.meets("Ada", "Ben", "10:40", "7")
    desk.scans(hall.badge("Ben"))
    desk.reads("Next meetings today")
    Roster(hall.floor.journal, "A").set_status(hall.floor.who("Ada"), status)

    desk.scans(hall.badge("Ada"))

    desk.reads("Nobody was checked in.")
    desk.reads_not("Next meetings today")


def test_nothing_is_said_of_meetings_where_the_event_has_none(hall: Hall, desk: DeskRobot) -> None:
    badge = hall.badge("Ada")

    desk.scans(badge)

    desk.reads("Checked in. Ada Of", "Not printed yet")
    desk.reads_not("meetings")


def test_a_substitute_hears_of_the_meetings_they_took_over(hall: Hall, desk: DeskRobot) -> None:
    hall.floor.meets("Ada", "Ben", "10:40", "7")
    substitute = PersonOrder("Bea", "Okoye")
    took = Roster(hall.floor.journal, "A").substitute(hall.floor.who("Ben"), substitute)

    desk.page._open(took.id)

    desk.reads("Not here yet. Bea Okoye", "10:40, in 10 min, table 7, Ada Of")


def test_a_partner_who_comes_at_another_desk_is_here_without_a_scan(
    hall: Hall, desk: DeskRobot
) -> None:
    hall.floor.meets("Ada", "Ben", "10:40", "7")
    desk.scans(hall.badge("Ada"))
    desk.reads("Ben Of, B2B, Not here yet")

    hall.comes("Ben")
    desk.page.learn(MADE)

    desk.reads("Ben Of, B2B, Here since 10:30")


def test_a_meeting_that_is_moved_is_shown_where_it_is_now(hall: Hall, desk: DeskRobot) -> None:
    meeting = hall.floor.meets("Ada", "Ben", "10:40", "7")
    desk.scans(hall.badge("Ada"))
    desk.reads("10:40, in 10 min, table 7")

    where = hall.floor.hall()
    old = (slot(where, "10:40"), table_of(where, "7"))
    new = (slot(where, "11:05"), table_of(where, "9"))
    hall.floor.does(d.MeetingMoved(meeting, *new, *old))
    desk.page.learn(Changes(frozenset({"Meeting"})))

    desk.reads("11:05, in 35 min, table 9")
    desk.reads_not("10:40")


@dataclass(frozen=True)
class HeldBack(Reception):
    """Answers about one delegate's meetings only when it is let."""

    held: UUID
    go_on: Event = field(default_factory=Event)

    def meetings(self, delegate: UUID) -> DelegateMeetings:
        found = super().meetings(delegate)
        if delegate == self.held:
            self.go_on.wait(20)
        return found


def test_an_answer_that_comes_after_the_next_scan_is_dropped(
    hall: Hall, open_event: OpenEvent, tools: Tools, qtbot: QtBot
) -> None:
    hall.floor.meets("Ada", "Ben", "10:40", "7")
    hall.floor.meets("Cleo", "Dov", "11:05", "9")
    ada, cleo = hall.badge("Ada"), hall.badge("Cleo")
    reception = HeldBack(open_event.journal, open_event.letters, hall.floor.who("Ada"))
    desk = DeskRobot(_shown(reception, tools, qtbot), qtbot)

    desk.scans(ada)
    desk.reads("Checked in. Ada Of")
    desk.page._open(hall.floor.who("Cleo"))
    desk.scans(cleo)
    reception.go_on.set()

    desk.reads("Checked in. Cleo Of", "11:05, in 35 min, table 9, Dov Of")
    desk.reads_not("table 7")


class Painted(QObject):
    """Notes what the band says each time it is painted."""

    def __init__(self, band: QWidget) -> None:
        super().__init__(band)
        self.said: list[str] = []
        band.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.said.append(watched.accessibleName())
        return False


def test_a_verdict_is_painted_before_anybody_looks_for_meetings(
    hall: Hall, open_event: OpenEvent, tools: Tools, qtbot: QtBot
) -> None:
    hall.floor.meets("Ada", "Ben", "10:40", "7")
    ada = hall.badge("Ada")
    reception = HeldBack(open_event.journal, open_event.letters, hall.floor.who("Ada"))
    page = _shown(reception, tools, qtbot)
    painted = Painted(page.card.band)

    page.scan(ada)

    qtbot.waitUntil(lambda: any("Checked in. Ada Of" in each for each in painted.said))
    assert "Next meetings today" not in DeskRobot(page, qtbot).text()
    reception.go_on.set()
    DeskRobot(page, qtbot).reads("Next meetings today")


@pytest.mark.parametrize(("width", "height"), [(1204, 744), (1364, 844)])
def test_everything_has_its_place_on_the_screen(
    hall: Hall, desk: DeskRobot, width: int, height: int
) -> None:
    hall.floor.who("Ada", organisation=LONG, attention="Needs a step-free way")
    hall.floor.who("Ben", organisation=LONG * 2)
    for clock in ("10:15", "10:40", "11:05", "11:30", "11:55", "12:20"):
        hall.floor.meets("Ada", "Ben", clock, "7")
    hall.comes("Ada")
    badge = hall.badge("Ada")
    desk.page.resize(width, height)

    desk.scans(badge)

    desk.reads("Already checked in", "6 in all, the next")
    card = desk.page.card
    meetings = card.findChild(NextMeetings)
    assert isinstance(meetings, NextMeetings)
    rows = [each for each in meetings.table.findChildren(QWidget) if each.isVisible()]
    assert desk.page.width() == width
    assert desk.page.height() == height
    assert len(rows) >= 1
    for each in rows:
        bottom = each.mapTo(meetings, QPoint(0, each.height())).y()
        assert bottom <= meetings.height()
    below = meetings.mapTo(card, QPoint(0, meetings.height())).y()
    assert below <= card.height() - 77


def test_the_verdict_keeps_its_place_once_the_desk_knows_of_meetings(
    hall: Hall, desk: DeskRobot
) -> None:
    hall.floor.meets("Ada", "Ben", "10:40", "7")
    ada, ben, cleo, dov = (hall.badge(name) for name in ("Ada", "Ben", "Cleo", "Dov"))
    desk.scans(ada)
    desk.reads("Next meetings today")
    desk.scans(cleo)
    desk.reads("Checked in. Cleo Of", "No meetings today.")
    band = desk.page.card.band
    before = band.geometry()

    desk.scans(ben)
    desk.reads("Checked in. Ben Of", "Next meetings today")
    assert band.geometry() == before

    desk.scans(dov)
    desk.reads("Checked in. Dov Of", "No meetings today.")
    assert band.geometry() == before


def _shown(reception: Reception, tools: Tools, qtbot: QtBot) -> DeskPage:
    page = DeskPage(reception, tools, "Desk 1")
    qtbot.addWidget(page)
    page.resize(1204, 744)
    page.show()
    return page
