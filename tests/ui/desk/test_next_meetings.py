"""The table of meetings on the Desk, from what is stored to what is painted and read aloud."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.checkin.scanning import Scanning
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.meetings.upcoming import meetings_of
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder, MovableClock
from tests.ui.robot import Robot
from ui.common.look import Look
from ui.common.page import Tools
from ui.desk.day_meetings import DayMeetings
from ui.desk.next_meetings import NextMeetings

LONG = "Fördergesellschaft für angewandte Leichtbautechnologien Niedersachsen-Ost"


class Card(Robot):
    """Looks at somebody's meetings."""

    def __init__(self, widget: NextMeetings, floor: Floor, qtbot: QtBot) -> None:
        super().__init__(widget, qtbot)
        self.widget = widget
        self._floor = floor
        self._qtbot = qtbot

    def shows(self, name: str, *, width: int = 820, height: int = 270) -> None:
        self.widget.resize(width, height)
        self.widget.show_meetings(meetings_of(self._floor.journal, self._floor.who(name)))
        self.widget.show()
        self._qtbot.waitExposed(self.widget)

    @property
    def rows(self) -> list[QWidget]:
        return [
            each
            for each in self.widget.table.findChildren(QWidget)
            if each.isVisible() and each.accessibleName()
        ]

    @property
    def day(self) -> DayMeetings | None:
        """The list of all meetings, if it is open."""
        return next(
            (each for each in self.widget.findChildren(DayMeetings) if each.isVisible()), None
        )

    @property
    def said(self) -> list[str]:
        """What is read aloud of each row."""
        return [each.accessibleName() for each in self.rows]


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    return Floor(open_event, event)


@pytest.fixture
def card(tools: Tools, floor: Floor, qtbot: QtBot) -> Card:
    widget = NextMeetings(tools.look, tools.times)
    qtbot.addWidget(widget)
    return Card(widget, floor, qtbot)


def test_each_row_says_when_where_with_whom_and_whether_they_are_here(
    card: Card, floor: Floor
) -> None:
    floor.who("Ben", organisation="Loire Composites", kind="cluster")
    floor.meets("Ada", "Ben", "10:40", "7")
    floor.meets("Cleo", "Ada", "11:30", "3")
    Scanning(floor.journal).check_in(floor.who("Ben"))

    card.shows("Ada")

    assert card.said == [
        "10:40, in 10 min, table 7, Loire Composites, Ben Of, B2C, Here since 10:30",
        "11:30, in 1 h 00, table 3, Cleo Of, B2B, Not here yet",
    ]


def test_more_than_there_is_room_for_are_counted(card: Card, floor: Floor) -> None:
    for clock in ("10:15", "10:40", "11:05", "11:30", "11:55", "12:20"):
        floor.meets("Ada", "Ben", clock, "7")

    card.shows("Ada")
    card.reads("6 in all, the next 4 shown")
    assert len(card.rows) == 4

    card.widget.resize(820, 700)
    card.reads("6 in all")
    card.reads_not("shown")
    assert len(card.rows) == 6


def test_time_passes_without_a_new_scan(card: Card, floor: Floor, clock: MovableClock) -> None:
    floor.meets("Ada", "Ben", "10:40", "7")
    floor.meets("Ada", "Cleo", "11:05", "3")
    card.shows("Ada")
    card.reads("in 10 min", "in 35 min")

    clock.passes(minutes=3)
    card.reads("in 7 min", "in 32 min")

    clock.passes(minutes=12)
    card.reads("10:40, 15 min left")

    clock.passes(minutes=15)
    card.reads_not("10:40")
    card.reads("1 of 2 is over", "11:05, in 5 min")
    card.reads_not("shown")


def test_what_is_over_and_what_has_no_room_is_shown_by_a_key(
    card: Card, floor: Floor, clock: MovableClock, qtbot: QtBot
) -> None:
    for time in ("10:15", "10:40", "11:05", "11:30", "11:55", "12:20"):
        floor.meets("Ada", "Ben", time, "7")
    clock.passes(minutes=40)
    card.shows("Ada", height=170)
    card.reads("2 of 6 are over, the next 2 shown")

    card.widget.activateWindow()
    qtbot.waitUntil(card.widget.isActiveWindow)
    QTest.keyClick(card.widget, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)

    qtbot.waitUntil(lambda: card.day is not None)
    day = card.day
    assert day is not None
    rows = [each for each in day.table.findChildren(QWidget) if each.accessibleName()]
    assert [each.accessibleName().split(", ")[:2] for each in rows] == [
        *(["10:15", "over"], ["10:40", "over"], ["11:05", "15 min left"], ["11:30", "in 20 min"]),
        *(["11:55", "in 45 min"], ["12:20", "in 1 h 10"]),
    ]
    card.widget.await_meetings(coming=True)
    qtbot.waitUntil(lambda: card.day is None)


def test_all_have_room_and_none_is_over_so_that_nothing_more_is_offered(
    card: Card, floor: Floor
) -> None:
    floor.meets("Ada", "Ben", "10:40", "7")

    card.shows("Ada")

    card.reads("in 10 min")
    card.reads_not("Show all")


def test_a_day_without_meetings_says_when_the_next_is(card: Card, floor: Floor) -> None:
    floor.meets("Ada", "Ben", "10:40", "4", day=17)

    card.shows("Ada")

    card.reads("No meetings today. Next: Wed 10:40, table 4.")
    card.reads_not("Next meetings today")


def test_whoever_has_no_meeting_at_all_is_said_to_have_none_today(card: Card, floor: Floor) -> None:
    floor.meets("Ben", "Cleo", "10:15", "1")

    card.shows("Ada")

    card.reads("No meetings today.")
    card.reads_not("Next:")


def test_after_the_last_of_today_there_are_no_more(
    card: Card, floor: Floor, clock: MovableClock
) -> None:
    floor.meets("Ada", "Ben", "10:40", "1")
    card.shows("Ada")

    clock.passes(hours=3)

    card.reads("No more meetings today.")


def test_an_event_without_meetings_shows_nothing(card: Card, floor: Floor) -> None:
    meetings = meetings_of(floor.journal, floor.who("Ada"))

    card.widget.show_meetings(meetings)

    assert not card.widget.isVisible()


def test_of_several_on_a_side_it_counts_who_is_here(card: Card, floor: Floor) -> None:
    floor.meets("Ada", "Ben Bea", "10:40", "1")
    scanning = Scanning(floor.journal)
    card.shows("Ada")
    card.reads("None of them here")

    scanning.check_in(floor.who("Ben"))
    card.shows("Ada")
    card.reads("Ben Of, Bea Of, B2B, 1 of 2 here")

    scanning.check_in(floor.who("Bea"))
    card.shows("Ada")
    card.reads("All 2 here")


def test_a_partner_who_left_or_does_not_come_is_said_so(
    card: Card, floor: Floor, clock: MovableClock
) -> None:
    floor.meets("Ada", "Ben", "11:30", "1")
    floor.meets("Ada", "Cleo", "11:55", "1")
    Scanning(floor.journal).check_in(floor.who("Ben"))
    clock.passes(minutes=4)
    Scanning(floor.journal).check_out(floor.who("Ben"))
    Roster(floor.journal, "A").set_status(floor.who("Cleo"), Status.WITHDRAWN)

    card.shows("Ada")

    card.reads("Left at 10:34", "Cleo Of, B2B, Cancelled")


@pytest.mark.parametrize("width", [820, 979])
def test_names_of_any_length_stay_in_their_column(card: Card, floor: Floor, width: int) -> None:
    floor.who("Ben", organisation=LONG)
    floor.meets("Ada", "Ben", "10:40", "1")
    card.shows("Ada", width=width)

    cells = list(card.widget.table.cells(card.rows[0].rect().toRectF()))
    picture = card.rows[0].grab().toImage()
    partner, kind = cells[3][1], cells[4][1]

    between = range(round(partner.right()) + 1, round(kind.left()) - 1)
    ground = picture.pixelColor(2, 10)
    assert _colours(picture, between) == {ground.name()}
    assert all(one.right() < other.left() for (_, one), (_, other) in pairwise(cells))
    assert cells[-1][1].right() <= width


def test_the_next_one_stands_on_a_tint_and_the_others_do_not(
    card: Card, floor: Floor, dressed: Look
) -> None:
    floor.meets("Ada", "Ben", "10:40", "1")
    floor.meets("Ada", "Cleo", "11:05", "1")

    card.shows("Ada")

    first, second = (each.grab().toImage().pixelColor(4, 8) for each in card.rows)
    assert first == dressed.colour("accent-soft")
    assert second != first


def _colours(picture: QImage, columns: range) -> set[str]:
    rows = range(2, picture.height() - 2)
    return {QColor(picture.pixel(x, y)).name() for x in columns for y in rows}
