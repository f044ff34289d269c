from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.desks import Desks
from app.journal.journal import Changes
from db.ids import new_id
from tests.building import DESK_2, FIRST_DAY, EventBuilder, MovableClock
from tests.ui.desk.robot import DeskRobot
from ui.desk.recent_rows import ROW, RecentList

NO_KEY = Qt.KeyboardModifier.NoModifier


def scan_at_desk_2(event: EventBuilder, delegate: UUID, file: Path, clock: MovableClock) -> None:
    other = Desks(DESK_2, clock=clock).open(file)
    try:
        Scanning(other.journal).scan(Scan(event.badge_of(delegate), new_id()))
    finally:
        other.close()


def rows_of(desk: DeskRobot) -> list[QWidget]:
    found = desk.page.side.findChild(RecentList)
    assert found is not None
    return [each for each in found.findChildren(QWidget) if each.isVisible()]


def row_of(desk: DeskRobot, words: str) -> QWidget:
    desk.reads(words)
    (row,) = (each for each in rows_of(desk) if words in each.accessibleName())
    return row


@pytest.fixture
def two_desks(event: EventBuilder, desk: DeskRobot, tmp_path: Path, clock: MovableClock) -> None:
    """Anna was scanned here, Ben at Desk 2."""
    anna, ben = event.delegates(("Anna", ""), ("Ben", ""))
    scan_at_desk_2(event, ben, tmp_path / "event.matchdesk", clock)
    desk.scans(event.badge_of(anna))
    desk.reads("Checked in. Anna")
    desk.page.learn(Changes(frozenset({"CheckIn"})))
    desk.reads("Anna: Checked in, 10:30, Desk 1", "Ben: Checked in, 10:30, Desk 2")


@pytest.mark.usefixtures("two_desks")
def test_only_the_scans_of_this_desk_are_listed_if_that_is_wanted(desk: DeskRobot) -> None:
    answers = desk.page.side.recent.desks.answers
    chosen: list[bool] = []
    desk.page.side.own_chosen.connect(chosen.append)

    answers[True].trigger()

    desk.reads_not("Ben: Checked in")
    desk.reads("Anna: Checked in", "Scans of: This desk")
    answers[False].trigger()
    desk.reads("Ben: Checked in", "Scans of: All desks")
    assert chosen == [True, False]


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
@pytest.mark.usefixtures("two_desks")
def test_the_choice_opens_by_the_keyboard_and_never_by_the_end_of_a_scan(desk: DeskRobot) -> None:
    button = desk.page.side.recent.desks

    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not button.menu_below.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Down)

    desk.waits(button.menu_below.isVisible)
    button.menu_below.close()


@pytest.mark.usefixtures("two_desks")
def test_what_the_card_shows_is_marked_among_the_scans(desk: DeskRobot) -> None:
    desk.reads("Anna: Checked in, 10:30, Desk 1, shown now")
    desk.reads_not("Desk 2, shown now")

    desk.presses_keys(Qt.Key.Key_Escape, NO_KEY)

    desk.reads_not("shown now")


@pytest.mark.usefixtures("two_desks")
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_scan_is_opened_by_a_key(desk: DeskRobot, key: Qt.Key) -> None:
    QTest.keyClick(row_of(desk, "Ben: Checked in"), key)

    desk.reads("Here. Ben", "Ben: Checked in, 10:30, Desk 2, shown now")


@pytest.mark.usefixtures("two_desks")
def test_a_scan_is_opened_by_a_click(desk: DeskRobot) -> None:
    QTest.mouseClick(row_of(desk, "Ben: Checked in"), Qt.MouseButton.LeftButton)

    desk.reads("Here. Ben")


def test_codes_that_are_none_of_ours_are_listed_and_not_written_down(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Anna")

    desk.scans("https://example.org/menu")

    desk.reads("Not one of our badges: Nobody was checked in, 10:30, Desk 1, shown now")
    desk.scans("BDGBCNCILC")
    desk.reads("Only a part arrived: Nobody was checked in, 10:30, Desk 1, shown now")
    desk.reads_not("example.org")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Nobody yet today."),
        (1, "Nobody yet on Wed 17 March."),
        (-1, "Nobody on Mon 15 March."),
    ],
)
def test_an_empty_day_is_called_by_its_name(desk: DeskRobot, days: int, words: str) -> None:
    desk.page.show_day(FIRST_DAY + timedelta(days))

    desk.reads(words)


def test_an_earlier_day_still_lists_whom_it_refused(
    event: EventBuilder, desk: DeskRobot, clock: MovableClock
) -> None:
    anna = event.delegate("Anna", status="declined")
    scanning = Scanning(event.event.journal)
    with pytest.raises(NotAdmitted):
        scanning.scan(Scan(event.badge_of(anna), new_id()))
    clock.passes(days=1)
    ben = event.delegate("Ben", status="declined")
    for _again in range(30):
        with pytest.raises(NotAdmitted):
            scanning.scan(Scan(event.badge_of(ben), new_id()))

    desk.page.show_day(FIRST_DAY)

    desk.reads("Anna: Application declined")


@pytest.mark.parametrize("height", [744, 560, 500, 844])
def test_rows_keep_their_height_whatever_becomes_of_the_window(
    event: EventBuilder, desk: DeskRobot, height: int
) -> None:
    for delegate in event.crowd(24):
        Scanning(event.event.journal).check_in(delegate)
    desk.page.learn(Changes(frozenset({"CheckIn"})))
    desk.reads("Given0 Family0: Checked in")
    desk.page.resize(1204, 900)
    desk.page.grab()

    desk.page.resize(1204, height)
    desk.page.grab()

    rows = rows_of(desk)
    assert [row.y() for row in rows] == [at * ROW for at in range(len(rows))]
    assert {row.height() for row in rows} == {ROW}


def test_two_scans_are_in_sight_also_beside_a_camera(event: EventBuilder, desk: DeskRobot) -> None:
    for at in range(12):
        event.delegate("Anna", delegation=f"Delegation {at}")
    for delegate in event.crowd(4):
        Scanning(event.event.journal).check_in(delegate)
    camera = QWidget()
    camera.setFixedHeight(310)
    desk.page.side.add_above(camera)

    desk.page.learn(Changes(frozenset({"CheckIn"})))

    desk.reads("Arrivals: 4 of 16", "Given1 Family1: Checked in")
    desk.waits(lambda: len(rows_of(desk)) == 2)


def test_an_event_without_delegates_asks_for_the_list(event: EventBuilder, desk: DeskRobot) -> None:
    wanted: list[None] = []
    desk.page.card.ready.import_wanted.connect(lambda: wanted.append(None))
    desk.reads("No delegates yet.")

    desk.presses("Import delegates")

    assert wanted == [None]
    event.delegate("Anna", status="waiting")
    desk.page.learn(Changes(frozenset({"Delegate"})))
    desk.reads("Ready. Scan a badge, or type a name.")
    desk.may_not_press("Import delegates")
