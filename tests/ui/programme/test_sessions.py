"""The sessions of a day in their part: seen, moved, changed, booked and checked in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.event.editing import Editing
from app.journal.undo import undo
from app.meetings.standing import StandingMeetings
from app.programme.orders import Place, SessionOrder
from app.programme.session import SessionKind
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.app.programme.holding import Holding
from tests.building import SECOND_DAY, EventBuilder
from tests.ui.programme.robot import ProgrammeRobot
from ui.programme.geometry import PER_MINUTE
from ui.programme.sheet import Tone

KEY = Qt.Key


@pytest.fixture
def talks(holding: Holding, day: RunningDay) -> Holding:
    """Three talks in two rooms; Ada, who is booked for one, meets Bo in the morning."""
    holding.comes("Ada", "Bo")
    day.meets("Ada", "Bo", "10:40", "4")
    holding.holds("Talk", "14:00", "14:45", room="Blue", places=2)
    holding.holds("Panel", "14:00", "15:00", room="Red")
    holding.holds("Close", "16:00", "16:30", room="Red", everybody=True)
    holding.books("Talk", "Ada")
    day.is_now("14:10")
    return holding


def test_an_event_without_sessions_says_so_and_offers_both_ways_on(office: ProgrammeRobot) -> None:
    office.comes()
    wanted: list[None] = []
    office.part.import_wanted.connect(lambda: wanted.append(None))

    office.reads("No programme yet.")
    office.presses("Import a programme")
    office.presses("Add a session")

    assert wanted == [None]
    assert office.dialog().isVisible()


def test_the_day_shows_rooms_and_what_is_beside_each_as_what_it_is(
    office: ProgrammeRobot, talks: Holding
) -> None:
    Visits(talks.journal).add(VisitOrder("Port", at("16:00"), at("17:00"), 5))
    talks.sessions.cancel(talks.sessions.named("Close"))
    office.comes()

    assert [each.title for each in office.sheet.columns] == [
        "Meetings",
        "Also on this day",
        "Blue",
        "Red",
    ]
    assert office.stands("Talk") == ("Blue", "14:00-14:45")
    assert office.stands("Visit: Port") == ("Also on this day", "16:00-17:00")
    assert office.stands("Matchmaking") == ("Meetings", "10:15-12:40")
    assert (office.block("Talk").tone, office.block("Close").tone) == (
        Tone.RUNNING,
        Tone.CANCELLED,
    )
    assert office.block("Talk").said == "1 of 2 booked"


def test_sessions_at_one_time_in_one_room_stand_side_by_side_and_are_named(
    office: ProgrammeRobot, talks: Holding
) -> None:
    talks.sessions.move(talks.sessions.named("Panel"), Place(room="Blue"), anyway=True)
    office.comes()

    lanes = [office.block(title).lane for title in ("Panel", "Talk")]
    assert lanes == [0, 1]
    assert office.block("Talk").lanes == 2
    assert office.block("Talk").tone is Tone.CONFLICT
    office.may_press("1 conflict")
    office.presses("14:00: Blue is taken twice. “Talk” and “Panel” are in it at the same time.")
    office.waits(lambda: office.part.side.is_session_open)


def test_arrows_lead_from_session_to_session(office: ProgrammeRobot, talks: Holding) -> None:
    del talks
    office.comes()

    visited = []
    for key in (KEY.Key_Down, KEY.Key_Right, KEY.Key_Down, KEY.Key_Left, KEY.Key_Up):
        office.strikes(key)
        visited.append(office.at)

    assert visited == ["Talk", "Panel", "Close", "Talk", "Talk"]
    assert office.part.timeline.accessibleDescription().startswith("Talk, 14:00–14:45")


def test_a_session_is_moved_by_keys_after_what_that_brings_is_said(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    office.picks_up("Talk")

    office.strikes(*[KEY.Key_PageUp] * 3, KEY.Key_Up, KEY.Key_Up, KEY.Key_Up)
    office.reads("From: Blue, 14:00–14:45", "To: Blue, 10:45–11:30")
    office.reads("Ada Of has a meeting then.")
    assert talks.session("Talk").starts_at == at("14:00")
    office.strikes(KEY.Key_Return)

    office.waits(lambda: office.stands("Talk") == ("Blue", "10:45-11:30"))
    assert office.told == ["“Talk” moved to Blue, 10:45."]
    undo(talks.journal)
    office.waits(lambda: office.stands("Talk") == ("Blue", "14:00-14:45"))


def test_esc_puts_back_what_is_carried_and_nothing_is_written(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    office.picks_up("Talk")
    office.strikes(KEY.Key_Down, KEY.Key_Escape)

    assert office.part.carrying.carry is None
    assert office.part.timeline.targets == ()
    assert talks.session("Talk").starts_at == at("14:00")
    assert QApplication.focusWidget() is office.part.timeline


def test_undo_puts_back_what_is_carried_and_leaves_alone_what_was_done_before(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    office.picks_up("Talk")

    assert office.part.take_back()

    assert office.part.carrying.carry is None
    assert not office.part.take_back()


def test_a_taken_room_says_by_whom_and_both_may_change_places(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    office.picks_up("Talk")
    office.strikes(*[KEY.Key_Down] * 6, KEY.Key_Right)

    (aimed,) = (each for each in office.part.timeline.targets if each.aimed)
    assert (aimed.good, aimed.words) == (False, "Taken by “Panel”")
    office.reads("Red is taken 14:00–15:00 by “Panel”.")
    office.strikes(KEY.Key_Return)
    assert talks.session("Talk").room == "Blue"
    office.presses("Change places")

    office.waits(lambda: office.stands("Talk") == ("Red", "14:00-14:45"))
    assert office.stands("Panel") == ("Blue", "14:00-15:00")


def test_a_session_is_dragged_to_another_time_and_room(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    start, places = office.point("Talk"), office.part.timeline.places
    assert places is not None
    by = QPoint(round(places.lefts[-2] - places.lefts[-3]), round(75 * PER_MINUTE))
    office.drags("Talk", by)
    office.reads("To: Red, 15:15–16:00")
    office.lets_go(start, by)

    office.waits(lambda: office.stands("Talk") == ("Red", "15:15-16:00"))
    assert talks.session("Talk").room == "Red"


def test_a_session_that_is_dropped_where_two_others_are_goes_back(
    office: ProgrammeRobot, talks: Holding
) -> None:
    talks.holds("Long", "12:00", "18:00", room="Green")
    office.comes()
    office.picks_up("Long")
    office.strikes(KEY.Key_Right)
    office.reads("Red is taken 14:00–15:00 by “Panel”.", "Red is taken 16:00–16:30 by “Close”.")
    office.strikes(KEY.Key_Return)

    assert office.part.carrying.carry is not None, "keys do not let go of it"
    office.part.carrying.drop_or_put_back()
    assert office.part.timeline.targets == (), "the mouse does"
    assert talks.session("Long").room == "Green"


def test_a_new_session_is_asked_for_and_kept_and_shown(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    office.goes_to("Talk")
    office.presses("Add session…")
    dialog = office.dialog()
    form = dialog.form
    form.title.setText("  Next   steps ")
    assert (form.room.text(), form.starts.time().toString("HH:mm")) == ("Blue", "14:45")
    form.speakers.field.setText("Sigrún Þorláksdóttir")
    form.kind.setCurrentIndex(list(SessionKind).index(SessionKind.PANEL))
    office.waits(dialog.isActiveWindow, "the dialog")
    QTest.keyClick(form.title, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)

    office.waits(lambda: any(each.title == "Next steps" for each in office.sheet.blocks))
    added = talks.session("Next steps")
    assert (added.kind, added.room, added.places) == ("panel", "Blue", None)
    assert [each.name for each in added.speakers] == ["Sigrún Þorláksdóttir"]
    assert office.at == "Next steps"


def test_a_refused_session_stays_typed_and_a_taken_room_can_be_kept_all_the_same(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    office.goes_to("Talk")
    office.part.ask_new()
    dialog = office.dialog()
    dialog.keep.click()
    office.waits(lambda: "A session needs a title" in dialog.said.text())

    dialog.form.title.setText("Clash")
    dialog.form.room.setText("red")
    dialog.form.starts.setTime(dialog.form.starts.time().addSecs(-45 * 60))
    assert "Red is taken 14:00–15:00 by “Panel”." in dialog.said.text()
    dialog.keep.click()
    office.waits(dialog.anyway.isVisible)
    assert all(each.title != "Clash" for each in office.sheet.blocks)
    dialog.anyway.click()

    office.sees("Clash", Tone.CONFLICT)
    assert talks.session("Clash").room == "red"


def test_a_session_that_ends_before_it_starts_is_refused_in_words(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    office.part.ask_changes(talks.session("Talk"))
    dialog = office.dialog()
    dialog.form.ends.setTime(dialog.form.starts.time().addSecs(-60))
    assert dialog.said.text() == "It would end before it starts. Check both times."
    dialog.keep.click()

    office.waits(lambda: "would end before it starts" in dialog.said.text())
    assert talks.session("Talk").ends_at == at("14:45")


def test_changes_of_words_and_place_are_one_step(office: ProgrammeRobot, talks: Holding) -> None:
    office.comes()
    office.part.ask_changes(talks.session("Talk"))
    dialog = office.dialog()
    dialog.form.title.setText("Green talk")
    dialog.form.room.setText("Green")
    dialog.keep.click()

    office.waits(lambda: any(each.title == "Green talk" for each in office.sheet.blocks))
    assert talks.session("Green talk").room == "Green"
    undo(talks.journal)
    assert talks.session("Talk").room == "Blue"


def test_somebody_is_looked_up_booked_checked_in_and_unbooked(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    office.opens("Talk")
    office.reads("1 of 2 places booked, 0 came")
    panel = office.part.side.session
    panel.look_up.setFocus()
    QTest.keyClicks(panel.look_up, "Bo")
    office.waits(lambda: len(panel.look_up.offered) == 1)
    panel.look_up.take(0)

    office.presses("Book")
    office.reads("2 of 2 places booked, 0 came")
    office.settles()
    office.presses("Check in")
    office.reads("2 of 2 places booked, 1 came, 1 to come")
    office.settles()
    office.presses("Unbook")
    office.reads("1 of 2 places booked, 1 came")
    assert talks.session("Talk").figures.walked_in == 1
    assert office.told[0] == "Bo Of is booked for “Talk”."


def looks_up(office: ProgrammeRobot, name: str) -> None:
    field = office.part.side.session.look_up
    field.setFocus()
    QTest.keyClicks(field, name)
    office.waits(lambda: len(field.offered) == 1)
    field.take(0)


def test_whoever_comes_after_the_last_place_waits_in_line_and_gets_one_by_a_button(
    office: ProgrammeRobot, talks: Holding, day: RunningDay
) -> None:
    talks.comes("Cy")
    talks.holds("Small", "17:00", "18:00", places=1)
    talks.books("Small", "Ada")
    office.comes()
    office.opens("Small")
    looks_up(office, "Bo")
    office.presses("Put in line")
    office.reads("1 of 1 places booked, 1 waits, 0 came")
    assert office.told == ["“Small” is full. Bo Of waits, number 1 in line."]
    fill = office.part.side.session.fill
    assert not fill.isVisible()

    talks.unbooks("Small", "Ada")
    office.waits(fill.isVisible)
    office.presses("Give 1 free place to who waits")
    office.waits(lambda: office.told[-1] == "Bo Of has a place in “Small” now.")
    office.settles()
    office.waits(lambda: not fill.isVisible())
    talks.books("Small", "Cy")
    office.reads("1 of 1 places booked, 1 waits, 0 came")
    assert not fill.isVisible()
    day.is_now("17:05")
    office.part.reader.read()
    office.waits(fill.isVisible)
    office.presses("Give 1 place of who has not come")
    office.waits(lambda: office.told[-1] == "Cy Of has a place in “Small” now. Bo Of has none.")
    assert talks.session("Small").figures.booked == 1


def test_a_booking_that_is_refused_says_why(office: ProgrammeRobot, talks: Holding) -> None:
    talks.books("Panel", "Bo")
    office.comes()
    office.opens("Talk")
    looks_up(office, "Bo")

    office.presses("Book")

    office.waits(lambda: "is booked for" in office.part.strip.problem())
    assert talks.session("Talk").figures.booked == 1


def test_somebody_is_excused_from_a_session_for_everybody_and_no_longer(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    office.opens("Close")
    panel = office.part.side.session
    panel.look_up.setFocus()
    QTest.keyClicks(panel.look_up, "Bo")
    office.waits(lambda: len(panel.look_up.offered) == 1)
    panel.look_up.take(0)

    office.presses("Excuse")
    office.reads("0 came, 1 excused")
    office.presses("Not excused")
    office.reads_not("0 came, 1 excused")
    assert talks.session("Close").figures.excused == 0


def test_scans_check_in_while_the_mode_is_on_and_go_elsewhere_after_esc(
    office: ProgrammeRobot, talks: Holding, builder: EventBuilder
) -> None:
    office.comes()
    office.opens("Talk")
    code = builder.badge_of(talks.floor.who("Ada"))
    assert not office.part.take_scan(code)
    office.presses("Check in by scans")
    office.reads("Ready. Scan a badge.")

    assert office.part.take_scan(code)
    office.reads("Ada Of is here.", "1 of 2 places booked, 1 came")
    assert office.part.take_scan(code)
    office.reads("Ada Of is here already, since 14:10.")
    assert office.part.take_scan("HELLO")
    office.waits(lambda: office.heard == [True, False, False])

    office.part.timeline.setFocus()
    office.strikes(KEY.Key_Escape)
    office.reads_not("Scans check in here")
    assert office.part.side.is_session_open
    assert not office.part.take_scan(code)


def test_a_session_is_cancelled_and_restored_from_its_panel(
    office: ProgrammeRobot, talks: Holding
) -> None:
    office.comes()
    office.opens("Talk")
    office.presses("Cancel")
    office.sees("Talk", Tone.CANCELLED)
    assert office.told == ["“Talk” is cancelled. 1 is booked for it."]
    office.may_not_press("Check in by scans")

    office.presses("Restore")
    office.sees("Talk", Tone.RUNNING)
    assert not talks.session("Talk").cancelled


def test_another_day_shows_its_own_sessions_and_keeps_the_rooms(
    office: ProgrammeRobot, talks: Holding
) -> None:
    tomorrow = Place(at("09:00", day=17), at("09:30", day=17), "Red")
    talks.sessions.add(SessionOrder(title="Morning"), tomorrow)
    office.comes()
    office.opens("Talk")

    office.page.show_day(SECOND_DAY)

    office.waits(lambda: office.sheet.day.date == SECOND_DAY)
    assert [each.title for each in office.sheet.of_session.values()] == ["Morning"]
    assert {"Blue", "Red"} <= {each.title for each in office.sheet.columns}
    assert not office.part.side.is_session_open


def test_what_another_desk_writes_is_seen_at_once(office: ProgrammeRobot, talks: Holding) -> None:
    office.comes()
    office.picks_up("Talk")
    office.strikes(KEY.Key_Down)

    talks.sessions.move(talks.sessions.named("Panel"), Place(room="Green"))

    office.waits(lambda: office.stands("Panel") == ("Green", "14:00-15:00"))
    assert office.part.carrying.carry is not None
    assert talks.session("Talk").starts_at == at("14:00")


def test_a_session_on_a_day_that_the_event_has_no_more_is_named_and_given_another(
    office: ProgrammeRobot, talks: Holding
) -> None:
    tomorrow = Place(at("09:00", day=17), at("09:30", day=17), "Red")
    talks.sessions.add(SessionOrder(title="Morning"), tomorrow)
    Editing(talks.journal, StandingMeetings()).remove_day(SECOND_DAY)
    office.comes()

    office.presses("09:00: No day of the event. “Morning”. Move it, or add the day.")
    dialog = office.dialog()
    assert dialog.form.title.text() == "Morning"
    dialog.keep.click()

    office.waits(lambda: any(each.title == "Morning" for each in office.sheet.blocks))
    assert office.stands("Morning") == ("Red", "09:00-09:30")
    assert talks.conflicts() == ()
