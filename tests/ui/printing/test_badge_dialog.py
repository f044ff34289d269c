from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from app.checkin.badges import Badges
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.printing.drawn import Counts
from app.printing.office import PrintOffice
from app.printing.readback import codes_in
from app.printing.refusals import Only
from app.printing.wishes import Sort, Wish
from tests.building import EventBuilder, MovableClock
from tests.ui.printing.conftest import Opens, Shows
from tests.ui.printing.robot import ALT, ON_LASER, PaperRobot
from ui.common.page import Tools
from ui.printing.dialog import BadgeDialog
from ui.printing.printers import Way


@pytest.fixture
def office(open_event: OpenEvent) -> PrintOffice:
    """What prints, on an event in a real file."""
    return PrintOffice(open_event.journal)


@pytest.fixture
def opens(office: PrintOffice, tools: Tools, shows: Shows) -> Opens:
    """Opens the dialog for delegates, on a stock, with the way of the last time."""

    def open_dialog(*delegates: UUID, stock: str = "a4-4up", way: str = "") -> PaperRobot:
        return shows(BadgeDialog(office, tools, delegates, Wish(stock)), way)

    return open_dialog


def test_new_badges_are_offered_first_with_their_number_and_first_sheet(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    office.note(office.draw(Wish(delegates=(event.delegate("Anna"),))))
    event.crowd(9)

    robot = opens()

    robot.reads("Not yet printed: 9", "Changed since print: 0", "All delegates: 10")
    robot.reads("9 badges on 3 sheets", "Sheet 1 of 3. Dashed lines show where to cut.")
    robot.may_press("Print 9 badges…")


def test_the_printer_gets_every_badge_and_each_is_noted(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    ids = event.crowd(9)
    robot = opens()

    robot.presses("Print 9 badges…")
    robot.answers_system_dialog(prints=True)

    robot.is_closed()
    assert robot.told == ["9 badges printed."]
    assert sorted(robot.tray.codes()) == sorted(event.badges_of(ids))
    assert office.counts() == Counts(new=0, changed=0, every=9)


def test_whoever_cancels_the_system_dialog_prints_nothing(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    event.delegate("Anna")
    robot = opens()

    robot.presses("Print 1 badge…")
    robot.answers_system_dialog(prints=False)

    robot.may_press("Print 1 badge…")
    assert not robot.tray.paper.exists()
    assert office.counts().new == 1


def test_one_badge_at_the_desk_takes_its_key_twice(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    anna = event.delegate("Anna", "Berg")
    robot = opens(anna, stock="a6", way=ON_LASER)
    robot.may_press("Print 1 badge")

    robot.presses_keys(Qt.Key.Key_B, ALT)

    robot.is_closed()
    assert robot.told == ["1 badge printed on Office laser."]
    assert robot.tray.codes() == [event.badge_of(anna)]
    assert office.on_paper((anna,))[0].printed_at
    assert robot.ways == [ON_LASER]


def test_enter_prints_nothing(event: EventBuilder, office: PrintOffice, opens: Opens) -> None:
    robot = opens(event.delegate("Anna"), way=ON_LASER)
    robot.may_press("Print 1 badge")

    robot.presses_keys(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)

    robot.is_open()
    robot.may_press("Print 1 badge")
    assert office.counts().new == 1


def test_somebody_is_told_that_a_badge_was_printed_before(
    event: EventBuilder, office: PrintOffice, opens: Opens, clock: MovableClock
) -> None:
    anna = event.delegate("Anna", "Berg")
    office.note(office.draw(Wish(delegates=(anna,))))
    clock.passes(minutes=5)

    robot = opens(anna)

    robot.reads("Anna Berg: 1", "Printed 10:30. Printing it again gives the same code;")
    robot.may_press("New code…")


def test_a_lost_badge_gets_a_new_code_for_a_reason(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    anna = event.delegate("Anna", "Berg")
    office.note(office.draw(Wish(delegates=(anna,))))
    old = event.badge_of(anna)
    robot = opens(anna, stock="a6", way=ON_LASER)
    robot.presses("New code…")

    robot.presses("Issue new code")
    robot.reads("Say why.")
    assert event.badge_of(anna) == old
    robot.fills("Why a new code is needed", "lost")
    robot.presses("Issue new code")

    robot.hears("Anna Berg has a new badge code. Print it.")
    robot.reads("Printed 10:30 with a code that was replaced since. Print the new badge.")
    robot.may_not_press("New code…")
    robot.presses("Print 1 badge")
    robot.is_closed()
    assert robot.tray.codes() == [event.badge_of(anna)] != [old]


def test_whoever_thinks_better_of_a_new_code_keeps_the_old(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    anna = event.delegate("Anna")
    office.note(office.draw(Wish()))
    old = event.badge_of(anna)
    robot = opens(anna)
    robot.presses("New code…")
    robot.fills("Why a new code is needed", "lost")

    robot.presses("Keep the old code")

    robot.may_press("New code…")
    robot.may_not_press("Issue new code")
    assert event.badge_of(anna) == old


def test_of_several_it_says_how_many_were_printed_before(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    ids = event.delegates(("Anna", "A"), ("Ben", "B"), ("Cleo", "C"))
    office.note(office.draw(Wish(delegates=tuple(ids[:2]))))

    robot = opens(*ids)

    robot.reads("These 3 delegates: 3", "2 of 3 were printed before.")
    robot.may_not_press("New code…")
    robot.chooses("Not yet printed")
    robot.reads_not("printed before")
    robot.may_press("Print 1 badge…")
    robot.chooses("All delegates")
    robot.reads("2 of 3 were printed before.")


def test_when_all_is_printed_it_leads_to_what_has_changed(
    event: EventBuilder, office: PrintOffice, opens: Opens, open_event: OpenEvent
) -> None:
    anna, _ben = event.delegates(("Anna", "A"), ("Ben", "B"))
    office.note(office.draw(Wish()))
    Roster(open_event.journal, open_event.letters).edit(anna, PersonOrder(given_name="Annika"))
    robot = opens()
    robot.reads("Every badge is printed. 1 has changed since.")
    robot.may_not_press("Print badges…")

    robot.presses("Show the 1")

    robot.reads("1 badge on 1 sheet")
    robot.may_press("Print 1 badge…")


def test_when_nothing_has_changed_it_says_so(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    event.delegate("Anna")
    office.note(office.draw(Wish()))
    robot = opens()
    robot.reads("Every badge is printed.")

    robot.chooses("Changed since print")

    robot.reads("No badge says anything else than when it was printed.")
    robot.may_not_press("Save PDF…")


def test_an_event_without_delegates_says_what_comes_first(opens: Opens) -> None:
    robot = opens()

    robot.reads("No delegate is accepted yet. Accept somebody, then print.")
    robot.may_not_press("Save PDF…")


def test_who_is_not_accepted_gets_no_badge(event: EventBuilder, opens: Opens) -> None:
    robot = opens(event.delegate("Anna", "Berg", status="received"))

    robot.reads("Not accepted yet: Anna Berg. Accept them, then print.")
    robot.may_not_press("Print 1 badge…")


def test_names_no_font_has_are_left_out_and_named(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    event.delegate("𓀀", "Ptah")
    anna = event.delegate("Anna", "Berg")
    robot = opens(way=ON_LASER)
    robot.reads(
        "1 badge is left out, for no font here has these characters: 𓀀 Ptah: 𓀀 "
        "(EGYPTIAN HIEROGLYPH A001, U+13000)."
    )

    robot.presses("Print 1 badge")

    robot.is_closed()
    assert robot.tray.codes() == [event.badge_of(anna)]
    assert office.counts().new == 1


def test_a_single_name_no_font_has_stands_in_place_of_the_sheet(
    event: EventBuilder, opens: Opens
) -> None:
    robot = opens(event.delegate("𓀀", "Ptah"))

    robot.reads(
        "No font here has these characters: 𓀀 Ptah: 𓀀 (EGYPTIAN HIEROGLYPH A001, U+13000). "
        "Write the names in other letters"
    )
    robot.may_not_press("Print 1 badge…")


def test_another_paper_is_shown_and_remembered(event: EventBuilder, opens: Opens) -> None:
    event.crowd(9)
    robot = opens(stock="papyrus")
    robot.reads("9 badges on 3 sheets")

    stocks: list[str] = []
    assert isinstance(robot.dialog, BadgeDialog)
    robot.dialog.stock_chosen.connect(stocks.append)

    robot.chooses_in_list("Roll 62 mm")

    robot.reads("9 badges on 9 sheets", "Sheet 1 of 9.")
    assert stocks == ["62mm-roll"]


def test_a_saved_file_counts_as_printed_once_somebody_says_so(
    event: EventBuilder, office: PrintOffice, opens: Opens, tmp_path: Path
) -> None:
    ids = event.delegates(("Anna", "A"), ("Ben", "B"))
    file = tmp_path / "Badges.pdf"
    robot = opens()

    robot.presses("Save PDF…")
    robot.names_file(file)
    robot.reads("Saved in Badges.pdf: 2 badges on 1 sheet.")

    assert robot.filled_buttons() == ["Note as printed"]
    assert list(codes_in(file)) == event.badges_of(ids)
    assert office.counts().new == 2
    robot.presses("Note as printed")
    robot.hears("2 badges noted as printed.")
    robot.is_closed()
    assert office.counts().new == 0
    assert Way.read(robot.ways[-1]) == Way(into_file=True)


def test_a_file_is_proposed_by_whose_badge_it_is_or_by_event_and_day(
    event: EventBuilder, opens: Opens, tools: Tools
) -> None:
    tools.files.event = "Vilnius 2027"
    asa = event.delegate("Åsa", "Lindqvarn")
    one = opens(asa)
    one.presses("Save PDF…")

    assert one.proposed_file() == "Badge Åsa Lindqvarn.pdf"

    several = opens()
    several.presses("Save PDF…")

    assert several.proposed_file() == "Vilnius 2027 badges 16 March.pdf"


def test_a_saved_file_that_is_not_printed_yet_changes_nothing(
    event: EventBuilder, office: PrintOffice, opens: Opens, tmp_path: Path
) -> None:
    event.delegate("Anna")
    robot = opens()
    robot.presses("Save PDF…")
    robot.names_file(tmp_path / "Badges.pdf")

    robot.presses("Not printed yet")

    robot.reads_not("Saved in")
    robot.is_open()
    assert robot.filled_buttons() == ["Save PDF…"]
    assert office.counts().new == 1


def test_whoever_saved_last_saves_by_the_same_key(event: EventBuilder, opens: Opens) -> None:
    robot = opens(event.delegate("Anna"), way=Way(into_file=True).written)
    robot.may_press("Save PDF…")

    robot.presses_keys(Qt.Key.Key_B, ALT)

    robot.names_file(robot.tray.paper)
    robot.reads("Saved in paper.pdf: 1 badge on 1 sheet.")


def test_a_file_that_cannot_be_written_is_said_in_place(
    event: EventBuilder, office: PrintOffice, opens: Opens, tmp_path: Path
) -> None:
    event.delegate("Anna")
    robot = opens()

    robot.presses("Save PDF…")
    robot.names_file(tmp_path / "nowhere" / "Badges.pdf")

    robot.reads("can't be written:", "Choose another folder")
    robot.may_press("Print 1 badge…")
    assert office.counts().new == 1


def test_a_computer_without_a_printer_says_so(event: EventBuilder, opens: Opens) -> None:
    event.delegate("Anna")
    robot = opens()
    robot.tray.there = ()

    robot.presses("Print 1 badge…")

    robot.reads("This computer has no printer. Save a PDF instead")


def test_a_printer_that_is_gone_is_named_and_another_can_be_chosen(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    event.delegate("Anna")
    robot = opens(way=Way(printer="Old inkjet").written)

    robot.presses("Print 1 badge")
    robot.reads("Old inkjet did not take everything.", "Nothing is noted as printed.")
    assert office.counts().new == 1
    robot.presses("Another printer…")
    robot.answers_system_dialog(prints=True)

    robot.is_closed()
    assert office.counts().new == 0


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_what_the_printer_does_not_take_is_not_printed(
    event: EventBuilder, office: PrintOffice, opens: Opens, tmp_path: Path
) -> None:
    event.delegate("Anna")
    robot = opens(way=ON_LASER)
    robot.tray.paper = tmp_path / "nowhere" / "paper.pdf"

    robot.presses("Print 1 badge")

    robot.reads("did not take everything.", "Nothing is noted as printed.")
    robot.is_open()
    assert office.counts().new == 1


def test_a_long_run_can_be_stopped_and_notes_nothing(
    event: EventBuilder, office: PrintOffice, opens: Opens
) -> None:
    event.crowd(120)
    robot = opens(stock="a6", way=ON_LASER)
    robot.presses("Print 120 badges")
    robot.sees_paper_move()
    robot.may_not_press("Print 120 badges")

    robot.presses_keys(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    robot.reads("Stopped after page", "Nothing is noted as printed.")
    robot.is_open()
    robot.may_press("Print 120 badges")
    assert office.counts().new == 120


def test_escape_closes_when_nothing_is_under_way(event: EventBuilder, opens: Opens) -> None:
    robot = opens(event.delegate("Anna"))
    robot.may_press("Print 1 badge…")

    robot.presses_keys(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    robot.is_closed()


def test_a_code_replaced_elsewhere_needs_no_further_one(
    event: EventBuilder, office: PrintOffice, opens: Opens, open_event: OpenEvent
) -> None:
    anna = event.delegate("Anna")
    office.note(office.draw(Wish()))
    Badges(open_event.journal).replace(anna, "lost")

    robot = opens(anna)

    robot.reads("with a code that was replaced since. Print the new badge.")
    robot.may_not_press("New code…")


def test_a_key_that_comes_before_the_first_sheet_is_not_lost(
    event: EventBuilder, opens: Opens, tmp_path: Path
) -> None:
    anna = event.delegate("Anna")
    desk = opens(anna)
    assert not desk.dialog.saving.isEnabled(), "too late to tell"

    desk.presses_keys(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    desk.names_file(tmp_path / "anna.pdf")
    desk.reads("Saved in anna.pdf: 1 badge on 1 sheet.")


def test_badges_come_out_as_is_usual_at_the_desk(
    event: EventBuilder, office: PrintOffice, tools: Tools, shows: Shows
) -> None:
    event.delegate("Anna", "Adams", organisation="Zeta Labs")
    event.delegate("Bea", "Brown", organisation="Alpha Labs")
    usual = Wish("a4-4up", sort=Sort.ORGANISATION, cut_marks=False)
    dialog = BadgeDialog(office, tools, (), usual)

    robot = shows(dialog, "")

    robot.reads("2 badges on 1 sheet")
    robot.reads_not("Dashed lines")
    assert dialog.asked.wish == replace(usual, only=Only.NEW)
