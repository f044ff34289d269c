from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.checkin.badges import Badges
from app.checkin.presence import presence
from app.checkin.scanning import Scanning
from app.delegates.roster import everybody
from app.desks import OpenEvent
from app.journal.journal import Changes
from app.journal.undo import undo
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from tests.ui.desk.robot import DeskRobot


def is_in(event: OpenEvent, delegate: UUID) -> bool:
    with event.journal.reading() as session:
        found = presence(session, delegate, FIRST_DAY)
    return found is not None and found.here


def test_a_scan_shows_who_was_checked_in(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Jūratė", "Balsevičė", organisation="Photonics", phone="+370 600 1")

    desk.scans(event.badge_of(anna))

    desk.reads("Checked in. Jūratė Balsevičė. Photonics", "+370 600 1", "Not printed yet")
    assert is_in(event.event, anna)


def test_a_code_that_is_typed_by_hand_counts_as_a_scan_once_it_is_whole(
    event: EventBuilder, desk: DeskRobot
) -> None:
    anna = event.delegate("Jūratė", "Balsevičė")
    code = event.badge_of(anna)

    desk.types(code[:-1] + "\r")
    desk.reads("No one is called")
    desk.types(code + "\r")

    desk.reads("Checked in. Jūratė Balsevičė")
    assert is_in(event.event, anna)


def test_a_second_scan_says_when_and_where_and_changes_nothing(
    event: EventBuilder, desk: DeskRobot, clock: MovableClock
) -> None:
    anna = event.delegate("Anna")
    Scanning(event.event.journal).check_in(anna)
    clock.passes(minutes=30)

    desk.scans(event.badge_of(anna))

    desk.reads("Already checked in at 10:30 · Desk 1. Anna", "This scan changed nothing.")


@pytest.mark.parametrize(
    ("status", "headline"),
    [
        ("received", "Not accepted yet"),
        ("waiting", "On the waiting list"),
        ("declined", "Application declined"),
        ("withdrawn", "Registration cancelled"),
    ],
)
def test_somebody_without_a_place_is_not_let_in(
    event: EventBuilder, desk: DeskRobot, status: str, headline: str
) -> None:
    anna = event.delegate("Anna", status=status)

    desk.scans(event.badge_of(anna))

    desk.reads(headline, "Nobody was checked in.")
    assert not is_in(event.event, anna)


def test_the_desk_may_accept_and_check_in_at_once(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna", status="received")
    desk.scans(event.badge_of(anna))

    desk.presses("Accept and check in")

    desk.reads("Checked in. Anna")


def test_a_cancelled_registration_can_be_restored(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna", status="withdrawn")
    desk.scans(event.badge_of(anna))

    desk.presses("Restore and check in")

    desk.reads("Checked in. Anna")


def test_another_day_than_the_booked_one_can_be_admitted(
    event: EventBuilder, desk: DeskRobot
) -> None:
    anna = event.delegate("Anna", days=["2027-03-17"])
    desk.scans(event.badge_of(anna))
    desk.reads("Expected on Wed 17 March")

    desk.presses("Admit today, check in")

    desk.reads("Checked in. Anna")


def test_a_replaced_badge_asks_for_the_new_one(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna")
    old = event.badge_of(anna)
    Badges(event.event.journal).replace(anna, "lost")

    desk.scans(old)

    desk.reads("This badge was replaced at 10:30 · Desk 1", "Ask Anna for the new badge.")


@pytest.mark.parametrize(
    ("code", "headline"),
    [
        ("https://example.org/a-page", "Not one of our badges"),
        ("BDGBCNCILC", "Only a part of the code arrived"),
    ],
)
def test_a_code_that_is_none_of_ours_shows_no_data(
    desk: DeskRobot, event: EventBuilder, code: str, headline: str
) -> None:
    desk.scans(code)

    desk.reads(headline, "Nobody was checked in.")


def test_the_same_code_within_two_seconds_is_not_asked_again(
    event: EventBuilder, desk: DeskRobot
) -> None:
    anna = event.delegate("Anna")
    desk.scans(event.badge_of(anna))
    desk.reads("Checked in. Anna")

    desk.scans(event.badge_of(anna))

    desk.reads("Checked in. Anna")
    desk.reads_not("Already checked in")


def test_a_check_in_is_undone_where_it_is_shown(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna")
    desk.scans(event.badge_of(anna))

    desk.presses("Undo check-in")

    desk.reads("Not here yet. Anna", "The check-in is taken back.")
    assert not is_in(event.event, anna)


def test_typing_finds_and_a_key_checks_in(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Łukasz", "Wójcik", organisation="Silesian Aero")
    desk.types("lukasz woj")
    desk.reads("One fits “lukasz woj”", "Silesian Aero")

    desk.presses_keys(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)

    desk.reads("Checked in. Łukasz Wójcik")
    assert is_in(event.event, anna)


def test_two_people_of_one_name_are_told_apart_and_neither_is_proposed(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Anna", "Berg", organisation="Uppsala Robotics", country="SE")
    event.delegate("Anna", "Berg", organisation="Porto Moldes", country="PT")

    desk.types("anna berg")

    desk.reads("2 people are called Anna Berg.", "Uppsala Robotics", "Portugal")
    desk.may_press("Check in: Anna Berg, Porto Moldes")


def test_enter_only_looks_up(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna")
    desk.types("anna")

    desk.presses_keys(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)

    desk.reads("One fits “anna”")
    assert not is_in(event.event, anna)


def test_a_misspelt_name_proposes_who_may_be_meant(event: EventBuilder, desk: DeskRobot) -> None:
    event.delegate("Anna", "Lindqvarn")

    desk.types("lindqwarn")

    desk.reads("No one is called “lindqwarn”. Perhaps:", "Anna Lindqvarn")


def test_nobody_found_leads_to_the_form_with_the_name(event: EventBuilder, desk: DeskRobot) -> None:
    event.delegate("Anna")
    desk.types("Xaver Zimmermann")
    desk.reads("No one is called “Xaver Zimmermann” here.")

    desk.presses("Register on site")
    desk.fills("Organisation", "Zimmermann GmbH")
    desk.presses("Register and check in")

    desk.reads("Checked in. Xaver Zimmermann. Zimmermann GmbH")


def test_a_walk_in_who_may_be_known_is_looked_at_first(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Anna", "Berg", organisation="Uppsala Robotics")
    desk.presses_keys(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    desk.fills("Given name", "Anna")
    desk.fills("Family name", "Berg")
    desk.presses("Register and check in")
    desk.reads("Perhaps registered already.", "Uppsala Robotics")

    desk.presses("None of them: register another person")

    desk.reads("Checked in. Anna Berg")
    assert len(everybody(event.event.journal)) == 2


def test_a_walk_in_without_a_name_is_told_so(desk: DeskRobot) -> None:
    desk.presses_keys(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)

    desk.presses("Register and check in")

    desk.reads("A delegate needs a name.")


def test_a_country_nobody_knows_stays_in_the_form(desk: DeskRobot) -> None:
    desk.presses_keys(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    desk.fills("Given name", "Anna")
    desk.fills("Country", "Atlantis")

    desk.presses("Register and check in")

    desk.reads("“Atlantis” is not a country we know.")


def test_a_form_that_was_begun_is_still_there_after_a_scan(
    event: EventBuilder, desk: DeskRobot
) -> None:
    anna = event.delegate("Anna")
    desk.presses_keys(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    desk.fills("Given name", "Xaver")
    desk.scans(event.badge_of(anna))
    desk.reads("Checked in. Anna")

    desk.presses_keys(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    desk.reads("Xaver was begun before and is not registered.")
    desk.presses("Register and check in")

    desk.reads("Checked in. Xaver")


def test_a_form_that_was_begun_for_another_is_begun_anew(
    event: EventBuilder, desk: DeskRobot
) -> None:
    anna = event.delegate("Anna")
    desk.presses_keys(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    desk.fills("Given name", "Xaver")
    desk.scans(event.badge_of(anna))
    desk.reads("Checked in. Anna")
    desk.types("Yves")
    desk.reads("No one is called")

    desk.presses("Register on site")
    desk.presses("Begin anew")
    desk.presses("Register and check in")

    desk.reads("Checked in. Yves")


def test_somebody_else_comes_in_their_place(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna", "Berg", organisation="Uppsala Robotics")
    desk.types("anna")
    desk.reads("One fits")
    desk.page._open(anna)
    desk.presses("Somebody else comes")
    desk.fills("Given name", "Ben")

    desk.presses("Register and check in")

    desk.reads("Checked in. Ben. Uppsala Robotics")


def test_a_note_that_needs_attention_is_shown(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna", attention="Needs a step-free way")

    desk.scans(event.badge_of(anna))

    desk.reads("Needs a step-free way")


def test_a_badge_in_a_box_is_found(event: EventBuilder, desk: DeskRobot, tmp_path: Path) -> None:
    ids = event.delegates(*[("Anna", f"Family{n:02}") for n in range(20)])
    PrintOffice(event.event.journal).run(Wish(), tmp_path / "badges.pdf")

    desk.scans(event.badge_of(ids[6]))

    desk.reads("Box A-1, place 7")
    desk.may_press("Print badge again")


def test_arrivals_and_recent_scans_follow(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna", delegation="Baltic")
    event.delegate("Ben", delegation="Baltic")
    Scanning(event.event.journal).check_in(anna)

    desk.page.learn(Changes(frozenset({"CheckIn"})))

    desk.reads("Arrivals: 1 of 2", "Baltic 1 of 2", "Anna: Checked in, 10:30, Desk 1")


def test_names_stand_below_each_other_also_without_a_colour(
    event: EventBuilder, desk: DeskRobot, qtbot: QtBot
) -> None:
    event.delegate("Anna", delegation="Baltic")
    event.delegate("Ben")
    desk.page.learn(Changes(frozenset({"Delegate"})))
    desk.reads("No delegation 0 of 1")

    (lines,) = (
        each for each in desk.page.findChildren(QWidget) if "No delegation" in each.accessibleName()
    )
    qtbot.waitUntil(lambda: lines.height() == lines.sizeHint().height())
    picture = lines.grab(QRect(0, 28, 20, 28)).toImage()

    assert len({picture.pixel(x, y) for x in range(20) for y in range(28)}) == 1


def test_escape_makes_ready_for_the_next(event: EventBuilder, desk: DeskRobot) -> None:
    desk.scans(event.badge_of(event.delegate("Anna")))
    desk.reads("Checked in. Anna")
    desk.page.learn(Changes(frozenset({"Delegate"})))

    desk.presses_keys(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    desk.reads("Ready. Scan a badge, or type a name.")


def test_a_badge_is_wanted_by_its_key(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna")
    desk.scans(event.badge_of(anna))
    desk.reads("Checked in. Anna", "Not printed yet")
    wanted: list[tuple[UUID, ...]] = []
    desk.page.print_wanted.connect(wanted.append)

    desk.presses("Print badge")

    assert wanted == [(anna,)]


def test_who_left_for_a_while_is_let_in_again_and_not_checked_in_twice(
    event: EventBuilder, desk: DeskRobot
) -> None:
    scanning = Scanning(event.event.journal)
    anna = event.delegate("Anna")
    scanning.check_in(anna)
    scanning.check_out(anna)
    desk.types("ann")

    desk.presses("Let in: Anna")
    desk.reads("Back in. Anna")
    desk.presses("Undo return")
    desk.reads("Left for a while. Anna", "The return is taken back.")
    desk.presses("Let in again")

    desk.reads("Back in. Anna")


def test_undo_is_for_what_was_done_and_not_for_what_was_typed(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Anna")
    desk.types("ann")
    desk.may_press("Check in: Anna")

    desk.presses("Check in: Anna")

    desk.reads("Checked in. Anna")
    assert not desk.page.field.entry.isUndoAvailable()


def test_a_verdict_does_not_outlive_what_it_says(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna")
    desk.scans(event.badge_of(anna))
    desk.reads("Checked in. Anna")

    undo(event.event.journal)
    desk.page.learn(Changes(frozenset({"CheckIn"})))

    desk.reads("Not here yet. Anna", "This was changed meanwhile.")


def test_the_card_of_somebody_who_is_no_more_is_put_away(
    event: EventBuilder, desk: DeskRobot
) -> None:
    desk.types("Zoe Quick")
    desk.presses("Register on site")
    desk.presses("Register and check in")
    desk.reads("Checked in. Zoe Quick")

    undo(event.event.journal)
    undo(event.event.journal)
    desk.page.learn(Changes(frozenset({"Delegate", "CheckIn"})))

    desk.reads("No delegates yet.")


def test_a_name_can_be_typed_whatever_has_the_focus(event: EventBuilder, desk: DeskRobot) -> None:
    anna = event.delegate("Anna")
    event.delegate("Lindqvist")
    desk.scans(event.badge_of(anna))
    desk.reads("Checked in. Anna")
    button = desk.button_where(lambda each: each.text() == "Print badge")
    assert button is not None
    button.setFocus()

    QTest.keyClicks(button, "L")
    QTest.keyClicks(desk.page.field.entry, "indq")

    desk.reads("One fits “Lindq”")


def test_a_scan_that_is_refused_leaves_the_cursor_in_the_field(
    event: EventBuilder, desk: DeskRobot
) -> None:
    anna = event.delegate("Anna", status="declined")
    desk.types("Zoe")
    desk.presses("Register on site")
    desk.waits(lambda: desk.page.card.form.isAncestorOf(desk.page.focusWidget()))

    desk.scans(event.badge_of(anna))

    desk.reads("Application declined")
    desk.waits(lambda: desk.page.focusWidget() is desk.page.field.entry)
