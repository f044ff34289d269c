"""What is printed and for whom, up to the PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.checkin.scanning import Scanning
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.journal import Changes
from app.printing.office import PrintOffice
from app.printing.readback import codes_in
from app.printing.wishes import Wish
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder
from tests.ui.papers.conftest import Arrives

CONTROL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.usefixtures("service")


@pytest.fixture
def office(open_event: OpenEvent) -> PrintOffice:
    return PrintOffice(open_event.journal)


def texts(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_badges_that_never_came_out_are_offered_first(
    event: EventBuilder, office: PrintOffice, arrives: Arrives
) -> None:
    office.note(office.draw(Wish(delegates=(event.delegate("Anna"),))))
    event.crowd(9)

    robot = arrives()

    robot.reads("Not yet printed: 9", "Changed since print: 0", "All delegates: 10")
    robot.reads("9 badges on 3 sheets", "Sheet 1 of 3", "A4, four A6 badges.")
    robot.may_press("Print 9 badges")
    robot.may_press("Save PDF…")


def test_where_every_badge_is_printed_those_that_have_changed_are_proposed(
    open_event: OpenEvent, event: EventBuilder, office: PrintOffice, arrives: Arrives
) -> None:
    anna, _bea = event.delegate("Anna"), event.delegate("Bea")
    office.note(office.draw(Wish()))
    Roster(open_event.journal, "A").edit(anna, PersonOrder(family_name="Bergson"))
    robot = arrives()
    robot.reads("Every badge is printed. 1 has changed since.")
    robot.may_not_press("Print badges")

    robot.presses("Show the 1")

    robot.reads("1 badge on 1 sheet")
    robot.may_press("Print 1 badge")


def test_a_delegation_is_saved_alone_and_noted_once_it_is_on_paper(
    event: EventBuilder, office: PrintOffice, arrives: Arrives, tmp_path: Path
) -> None:
    event.delegate("Anna", "Adler", delegation="Nordic")
    event.delegate("Bea", "Berg", delegation="Baltic")
    event.delegate("Cleo", "Celan", delegation="Nordic")
    robot = arrives()
    robot.reads("Not yet printed: 3")

    robot.narrows("Delegation", "Nordic")
    robot.reads("Not yet printed: 2", "2 badges on 1 sheet")
    robot.presses("Save PDF…")
    robot.names_file(tmp_path / "nordic.pdf")

    robot.reads("Saved in nordic.pdf: 2 badges. Note it once it is on paper.")
    assert len(list(codes_in(tmp_path / "nordic.pdf"))) == 2
    said = texts(tmp_path / "nordic.pdf")
    assert ("Adler" in said, "Celan" in said, "Berg" in said) == (True, True, False)
    assert office.counts().new == 3
    robot.presses("Note as printed")
    robot.hears("2 badges noted as printed.")
    robot.reads("Not yet printed: 0")
    assert office.counts().new == 1


def test_who_is_not_here_yet_can_be_meant_and_who_is_chosen_elsewhere(
    open_event: OpenEvent, event: EventBuilder, arrives: Arrives
) -> None:
    anna, bea = event.delegate("Anna"), event.delegate("Bea")
    event.delegate("Cleo")
    Scanning(open_event.journal).check_in(anna)
    robot = arrives(anna, bea)

    robot.chooses("Not yet here: 2")
    robot.reads("2 badges on 1 sheet")
    robot.chooses("Chosen on Delegates: 2")

    robot.reads("2 badges on 1 sheet")


def test_nobody_who_is_chosen_elsewhere_cannot_be_meant(
    event: EventBuilder, arrives: Arrives
) -> None:
    event.delegate("Anna")
    robot = arrives()

    robot.reads("Chosen on Delegates: 0")

    robot.may_not_choose("Chosen on Delegates")


def test_arrows_choose_the_paper_and_schedules_ask_for_a_day(
    open_event: OpenEvent, event: EventBuilder, arrives: Arrives, tmp_path: Path
) -> None:
    floor = Floor(open_event, event)
    floor.meets("Ada", "Ben", "11:05", "7")
    robot = arrives()

    robot.presses_keys(Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)

    robot.reads("2 schedules", "1 of 2")
    robot.narrows("Day", "Wed 17 March")
    robot.reads("Nobody has a meeting then. Plan meetings first, then print.")
    robot.narrows("Day", "Tue 16 March")
    robot.reads("2 schedules", "1 of 2")
    robot.presses_keys(Qt.Key.Key_S, CONTROL)
    robot.names_file(tmp_path / "schedules.pdf")
    robot.reads("Saved in schedules.pdf: 2 schedules.")
    assert len(list(codes_in(tmp_path / "schedules.pdf"))) == 2


def test_slips_have_their_own_paper_and_nobody_to_tell_is_said(
    event: EventBuilder, arrives: Arrives
) -> None:
    event.delegate("Anna")
    robot = arrives()

    robot.chooses("Change slips")

    robot.reads("Nobody must be told: what everybody carries leads to the right tables.")
    robot.reads("Roll 62 mm, Slips of 100 mm")
    robot.chooses("A6")
    assert robot.kept == [("slips", "a6")]


def test_what_is_registered_meanwhile_is_counted(event: EventBuilder, arrives: Arrives) -> None:
    event.delegate("Anna")
    robot = arrives()
    robot.may_press("Print 1 badge")

    event.delegate("Bea")
    robot.page.learn(Changes(frozenset({"Delegate"})))

    robot.may_press("Print 2 badges")


def test_what_no_font_can_print_is_said_before(event: EventBuilder, arrives: Arrives) -> None:
    event.delegate("Anna")
    event.delegate("Bea", "\U00012000")

    robot = arrives()

    robot.reads("1 badge is left out, for no font here has these characters")


def test_tab_goes_from_what_to_whom_to_the_page_to_the_paper_and_to_print(
    event: EventBuilder, arrives: Arrives
) -> None:
    event.delegate("Anna", delegation="Nordic", badge_type="Speaker")
    event.crowd(9)
    robot = arrives()
    robot.may_press("Print 10 badges")

    assert robot.tabs_through() == [
        "Badges",
        "Not yet printed: 10",
        "Delegation",
        "Badge type",
        "Order",
        "Next page",
        "Fit width",
        "10 badges on 3 sheets. Sheet 1 of 3",
        "A4, four A6 badges, A4, 4 on a sheet",
        "Start at label",
        "Back",
        "Add a paper…",
        "Test page",
        "Badge templates…",
        "Printer setup…",
        "Printer",
        "Cut marks",
        "Print 10 badges",
        "Save PDF…",
    ]


def test_badges_come_out_in_another_order_and_the_desk_keeps_it(
    event: EventBuilder, arrives: Arrives, tmp_path: Path
) -> None:
    event.delegate("Anna", "Adams", organisation="Zeta Labs")
    event.delegate("Bea", "Brown", organisation="Alpha Labs")
    robot = arrives()
    kept: list[str] = []
    robot.page.sort_chosen.connect(kept.append)
    robot.may_press("Print 2 badges")

    robot.narrows("Order", "Sorted by organisation")
    robot.chooses("A6 single badge")
    robot.presses("Save PDF…")
    robot.names_file(tmp_path / "badges.pdf")

    robot.waits((tmp_path / "badges.pdf").exists)
    assert kept == ["organisation"]
    said = texts(tmp_path / "badges.pdf")
    assert said.index("Brown") < said.index("Adams")


def test_cut_marks_are_asked_about_only_where_a_sheet_is_cut(
    event: EventBuilder, arrives: Arrives
) -> None:
    event.crowd(4)
    robot = arrives()
    kept: list[bool] = []
    robot.page.cut_marks_chosen.connect(kept.append)
    marks = robot.page.way.marks
    robot.reads("Dashed lines show where to cut.")

    marks.click()

    robot.reads_not("Dashed lines show where to cut.")
    assert kept == [False]
    robot.chooses("Herma 10809")
    assert not marks.isVisible()
    robot.chooses("A4, four A6 badges")
    assert marks.isVisible()
    assert not marks.isChecked()


@pytest.mark.parametrize("paper", ["Badges", "Delegate schedules", "Letters"])
def test_who_gets_the_chosen_paper_stays_in_sight_below_a_list_that_scrolls_by_itself(
    event: EventBuilder, arrives: Arrives, paper: str
) -> None:
    event.crowd(3)
    robot = arrives()
    page, choosing = robot.page, robot.page.choosing
    page.resize(1204, 744)

    robot.chooses(paper)

    def is_in_sight(part: QWidget) -> bool:
        return part.visibleRegion().boundingRect() == part.rect()

    robot.waits(lambda: all(map(is_in_sight, choosing.who.controls)), "all choices in sight")
    assert is_in_sight(choosing.what.row)
    assert is_in_sight(choosing.delegation)
    assert is_in_sight(choosing.badge_type)


def test_the_last_paper_is_in_sight_however_many_stand_above_it(arrives: Arrives) -> None:
    robot = arrives()
    choosing = robot.page.choosing
    robot.page.resize(1204, 664)
    *_others, last = choosing.what.keys

    robot.page.show_kind(last)

    robot.waits(lambda: choosing.what.row.visibleRegion().boundingRect().height() > 0, last)
    assert choosing.what.row.hasFocus()
