"""What the page of outcomes shows, and when."""

from __future__ import annotations

from dataclasses import replace
from time import thread_time
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.floor.states import Missing
from app.floor.watching import DayReader
from app.outcomes.outcome import Outcome, OutcomeKind
from app.outcomes.recording import Recording
from db.ids import new_id
from tests.app.floor.running import RunningDay
from tests.app.outcomes.test_slips import code_of
from tests.building import FIRST_DAY, SECOND_DAY
from tests.ui.outcomes.robot import OutcomeRobot
from ui.common.page import Tools
from ui.delegates.deeds_in_words import in_words
from ui.outcomes.columns import At
from ui.outcomes.offers import Offer
from ui.outcomes.page import OutcomesPage
from ui.outcomes.rows import Order
from ui.outcomes.services import outcome_services
from ui.outcomes.span_dialog import SpanDialog

LONG = "Vereinigung der Unternehmensverbände für Luft- und Raumfahrt in Niederbayern e. V."


def test_meetings_come_by_time_and_table_and_each_says_how_it_stands(
    day: RunningDay, desk: OutcomeRobot
) -> None:
    day.floor.who("Ada", organisation="Baltic Photonics UAB")
    later = day.meets("Ada", "Bo", "11:55", "1", kind="b2b")
    told = day.meets("Ada", "Cleo", "10:15", "10", kind="c2c")
    missed = day.meets("Dov", "Eva", "10:15", "2")
    gone = day.meets("Finn", "Gil", "10:15", "3")
    due = day.meets("Hana", "Ina", "10:15", "4")
    day.acts.cancel(gone)
    day.is_now("10:50")
    Recording(day.journal).record(told, Outcome(frozenset({OutcomeKind.LEAD}), interest=3))
    Recording(day.journal).missed(missed, Missing.GUEST)

    desk.comes()

    assert desk.shown == [missed, gone, due, told, later]
    assert [desk.cell(each, At.OUTCOME) for each in desk.shown] == [
        "Guest did not come",
        "Cancelled",
        "Not recorded",
        "Business lead",
        "Not begun",
    ]
    assert [desk.cell(told, At(each)) for each in (0, 1, 2, 5)] == ["10:15", "10", "C2C", "3 of 5"]
    assert "Baltic Photonics" in desk.cell(told, At.MEETING)
    desk.has_open(due)
    desk.reads("2 of 4 recorded, 1 left, 1 to come", "Answer of both")


def test_the_day_so_far_follows_what_is_recorded(day: RunningDay, desk: OutcomeRobot) -> None:
    day.meets("Ada", "Bo", "10:15", "3", kind="c2c")
    day.meets("Cleo", "Dov", "10:15", "4", kind="c2c")
    day.is_now("10:50")
    desk.comes()
    desk.reads("0 meetings recorded, of 2 in all", "2 meetings go out as “not recorded”.")

    desk.strikes("J", "E", "4", "Enter")

    desk.reads("1 meeting recorded, of 2 in all", "1 meeting goes out as “not recorded”.")
    desk.reads("Joint proposal 1; Joint event 1; Cooperation agreement 0; Business lead 0; None 0")
    desk.reads("1 meeting has several outcomes.", "average 4.0", "interest 4: 1", "C2C 1 of 2")


def test_a_meeting_that_begins_meanwhile_is_asked_about(
    day: RunningDay, desk: OutcomeRobot
) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:00")
    desk.comes()
    desk.reads_of(meeting, "Not begun")
    desk.has_open(None)

    day.is_now("10:20")
    desk.page.reader.read()

    desk.reads_of(meeting, "Not recorded")
    desk.strikes("Enter")
    desk.has_open(meeting)


def test_without_a_meeting_there_is_a_way_to_plan_some(
    day: RunningDay, desk: OutcomeRobot, qtbot: QtBot
) -> None:
    desk.comes()
    desk.reads("No meetings on this day yet.")

    with qtbot.waitSignal(desk.page.event_wanted):
        desk.presses("Go to Event")


def test_a_desk_looks_after_some_tables_and_sees_all_by_a_click(
    day: RunningDay, desk: OutcomeRobot, qtbot: QtBot
) -> None:
    meetings = [day.meets(f"Guest{at}", f"Host{at}", "10:15", str(at)) for at in (1, 2, 9)]
    day.is_now("10:50")
    desk.comes()
    assert desk.shown == meetings

    desk.presses("Tables of this desk…")
    dialog = desk.page.findChild(SpanDialog) or desk.page.window().findChild(SpanDialog)
    assert dialog is not None
    dialog.first.setValue(2)
    dialog.last.setValue(9)
    with qtbot.waitSignal(desk.page.arranging.span_chosen) as chosen:
        dialog._keep.click()
    assert chosen.args == ["2-9"]
    assert desk.shown == meetings[1:]
    desk.reads("0 of 2 recorded, 2 left")

    desk.presses("All tables")
    assert desk.shown == meetings
    desk.presses("Tables 2–9")
    desk.page.show_meeting(meetings[0])
    desk.has_open(meetings[0])
    assert desk.shown == meetings


def test_a_desk_without_numbered_tables_is_asked_for_none(
    day: RunningDay, desk: OutcomeRobot, opened: OpenEvent
) -> None:
    day.meets("Ada", "Bo", "10:15", "3")
    desk.page.arranging.take_span("1-2")
    desk.comes()
    assert desk.shown == []
    desk.reads("No meeting of this day is at tables 1–2.")


def test_the_table_can_be_put_in_another_order(day: RunningDay, desk: OutcomeRobot) -> None:
    late = day.meets("Ada", "Bo", "10:40", "1")
    early = day.meets("Cleo", "Dov", "10:15", "4")
    told = day.meets("Eva", "Finn", "10:15", "2")
    day.is_now("10:50")
    Recording(day.journal).record(told, Outcome(interest=3))
    desk.comes()
    assert desk.shown == [told, early, late]
    desk.has_open(early)

    desk.page.head.order_chosen.emit(Order.TABLE)
    assert desk.shown == [late, told, early]
    desk.has_open(early)
    desk.page.head.order_chosen.emit(Order.LEFT)
    assert desk.shown == [early, late, told]


def test_another_day_is_shown_and_what_was_typed_waits(day: RunningDay, desk: OutcomeRobot) -> None:
    today = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    desk.comes()
    desk.has_open(today)
    desk.strikes("E")

    desk.page.show_day(SECOND_DAY)
    desk.reads("No meetings on this day yet.", "Wed 17 March so far")
    desk.presses("1 not saved")

    desk.has_open(today)
    assert desk.page.reader.day == FIRST_DAY
    assert desk.page.card.form.outcome.kinds == {OutcomeKind.JOINT_EVENT}


def test_a_slip_opens_its_meeting_and_says_when_it_is_out_of_date(
    day: RunningDay, desk: OutcomeRobot
) -> None:
    day.meets("Cleo", "Dov", "10:15", "4")
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    old = code_of(day, meeting)
    day.moves(meeting, "10:40", "7")
    new = code_of(day, meeting)
    day.is_now("11:00")
    desk.comes()

    desk.page.scans.take(new)
    desk.has_open(meeting)
    assert "out of date" not in desk.notices
    desk.strikes(Qt.Key.Key_Up)
    desk.page.scans.take(old)
    desk.has_open(meeting)
    desk.notes("out of date: it says 10:15, table 3, and the meeting is now at")

    desk.strikes("E", "Enter")
    desk.has_saved()
    desk.reads_of(meeting, "Joint event")


def test_a_slip_of_a_cancelled_meeting_or_of_none_says_so(
    day: RunningDay, desk: OutcomeRobot
) -> None:
    heard: list[bool] = []
    desk.page.scans.heard.connect(heard.append)
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    code = code_of(day, meeting)
    day.acts.cancel(meeting)
    desk.comes()

    desk.page.scans.take(code)
    desk.has_open(meeting)
    desk.notes("the meeting was cancelled after it was printed")
    desk.notes("No outcome is wanted of it.")
    desk.page.scans.take(code[:-3])
    desk.waits(lambda: "Only a part" in desk.page.strip.problem(), "refused")
    assert heard == [False, False]


def test_what_can_be_done_with_the_day_is_a_button_each(
    day: RunningDay, opened: OpenEvent, tools: Tools, qtbot: QtBot
) -> None:
    done: list[object] = []
    offers = (Offer("Spreadsheet, all fields", "file-spreadsheet", done.append, "Ctrl+E"),)
    services = outcome_services(opened.journal, DayReader(opened.journal), in_words)
    page = OutcomesPage(services, tools, FIRST_DAY, offers)
    qtbot.addWidget(page)
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    Recording(day.journal).record(meeting, Outcome(interest=3))
    desk = OutcomeRobot(page, qtbot)
    desk.comes()
    desk.reads("All 1 recorded.")

    for button in (page.side.buttons[0], page.done.buttons[0]):
        assert button.isVisible()
        button.click()

    assert done == [FIRST_DAY, FIRST_DAY]


def test_long_names_are_cut_and_told_whole(day: RunningDay, desk: OutcomeRobot) -> None:
    day.floor.who("Ada", organisation=LONG)
    for name in ("Bo", "Cleo", "Dov"):
        day.floor.who(name, organisation=f"{name} {LONG}")
    meeting = day.meets("Ada", "Bo Cleo Dov", "10:15", "3")
    day.is_now("10:50")
    desk.comes()
    desk.has_open(meeting)

    card = desk.page.card
    assert card.width() <= desk.page.table.viewport().width()
    assert LONG in desk.row(meeting).whole
    desk.reads(LONG)


def test_the_card_stays_in_sight_however_far_one_goes(day: RunningDay, desk: OutcomeRobot) -> None:
    times = ("10:15", "10:40", "11:05", "11:30")
    meetings: list[UUID] = [
        day.meets(f"Guest{at}{clock}", f"Host{at}{clock}", clock, str(at))
        for clock in times
        for at in range(1, 8)
    ]
    day.is_now("12:30")
    desk.comes()
    desk.has_open(meetings[0])

    for key, at in (
        (Qt.Key.Key_End, -1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, 8),
        (Qt.Key.Key_Down, 9),
        (Qt.Key.Key_PageUp, 1),
    ):
        desk.strikes(key)
        desk.has_open(meetings[at])
        card, view = desk.page.card.geometry(), desk.page.table.viewport().rect()
        assert view.contains(card), (key, card, view)


def test_tab_goes_from_the_table_through_the_card_and_on(
    day: RunningDay, desk: OutcomeRobot
) -> None:
    meeting = day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    desk.comes()
    desk.has_open(meeting)
    desk.strikes("J")

    reached: list[str] = []
    while not reached or not desk.page.table.hasFocus():
        desk.strikes("Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        assert len(reached) < 60

    card = ["Answer of both", "Joint proposal (J)", "Joint event (E)", "Cooperation agreement (A)"]
    card += ["Business lead (L)", "None (N)", "Funding programme", "Interest: not said"]
    card += ["Follow-up, day", "Follow-up, by whom", "Note"]
    assert reached[: len(card)] == card


def test_ten_thousand_meetings_of_a_day_do_not_hold_the_window_up(
    day: RunningDay, untried: OutcomesPage, qtbot: QtBot
) -> None:
    desk = OutcomeRobot(untried, qtbot)
    day.meets("Ada", "Bo", "10:15", "3")
    day.is_now("10:50")
    desk.comes()
    desk.waits(lambda: desk.page.day is not None and len(desk.shown) == 1, "the day")
    shown = desk.page.day
    assert shown is not None
    (row,) = shown.rows
    meeting = row.result.meeting
    results = [replace(row.result, meeting=replace(meeting, id=new_id())) for _ in range(10_000)]
    rows = tuple(replace(row, id=each.meeting.id, result=each) for each in results)
    read = replace(shown, rows=rows).readied()
    desk.page.table.close_card()

    began = thread_time()
    desk.page.reader.made.emit(read)
    desk.page.show_meeting(rows[7_000].id)
    desk.page.table.viewport().repaint()
    taken = thread_time() - began

    desk.has_open(rows[7_000].id)
    assert len(desk.shown) == 10_000
    # The thread's own time; it is 21 ms, and this machine may be slow.
    assert taken < 0.1


def test_who_likes_the_mouse_opens_a_meeting_by_a_click(
    day: RunningDay, desk: OutcomeRobot
) -> None:
    first = day.meets("Ada", "Bo", "10:15", "3")
    other = day.meets("Cleo", "Dov", "10:15", "4")
    day.is_now("10:50")
    desk.comes()
    desk.has_open(first)
    table = desk.page.table
    place = table.visualRect(table.records.index(1, At.MEETING)).center()

    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.has_open(other)
    desk.presses("Business lead (L)")
    interest = desk.page.card.fields.interest
    at = QPoint(interest.width() - 5, 10)
    QTest.mouseClick(interest, Qt.MouseButton.LeftButton, pos=at)
    desk.presses("Save, next")

    desk.has_saved()
    desk.reads_of(other, "Business lead")
    desk.reads_of(other, "5 of 5", At.INTEREST)
    desk.has_open(first)
