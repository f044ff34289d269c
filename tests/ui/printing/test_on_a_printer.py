"""Dialogs that print on printers of the print service, by the queue of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from app.desks import OpenEvent
from app.printers.choices import chosen_printers, with_printer
from app.printers.cups import CupsPrinters
from app.printers.port import JobState, Trouble
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from app.settings import change_settings, load_settings
from tests.building import EventBuilder, MovableClock
from tests.print_service import PrintService, until
from tests.ui.dressed_bot import DressedBot
from tests.ui.printing.conftest import Shows
from tests.ui.printing.robot import ALT, INTO_FILE, ON_LASER, PaperRobot, codes_of
from ui.common.page import Tools
from ui.printing.desk_printing import DeskPrinting
from ui.printing.dialog import BadgeDialog

Opens = Callable[..., PaperRobot]
POPS_UP = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard|propagateSizeHints)"
)


@dataclass(frozen=True)
class Desk:
    """A desk with a print service, and what somebody finds at its printers."""

    office: PrintOffice
    printing: DeskPrinting
    service: PrintService
    qtbot: DressedBot

    def sees_run(self, state: JobState) -> None:
        def is_so() -> bool:
            return [each.state for each in self.printing.runs] == [state]

        self.qtbot.waitUntil(is_so, timeout=20_000)

    def loses_its_service(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        """Let nobody answer any more, neither at the socket that is known by now."""
        monkeypatch.setenv("CUPS_SERVER", str(folder / "nobody"))
        printers = self.printing.calls.printers
        assert isinstance(printers, CupsPrinters)
        printers._server = ""

    @property
    def unprinted(self) -> int:
        return self.office.counts().new


@pytest.fixture
def desk(
    open_event: OpenEvent, printing: DeskPrinting, service: PrintService, qtbot: DressedBot
) -> Desk:
    return Desk(PrintOffice(open_event.journal), printing, service, qtbot)


@pytest.fixture
def opens(desk: Desk, tools: Tools, shows: Shows) -> Opens:
    """Opens the dialog for delegates; badges go to a printer that was chosen before, or none."""

    def open_dialog(*delegates: UUID, chosen: str = "", way: str = "") -> PaperRobot:
        change_settings(lambda old: with_printer(old, "badges", chosen))
        dialog = BadgeDialog(desk.office, tools, delegates, Wish("62mm-roll"))
        dialog.take_printers(desk.printing)
        return shows(dialog, way)

    return open_dialog


def test_one_badge_takes_its_key_twice_and_counts_once_the_printer_took_it(
    event: EventBuilder, desk: Desk, opens: Opens, tmp_path: Path
) -> None:
    anna = event.delegate("Anna", "Berg")
    robot = opens(anna, chosen="slow")
    robot.may_press("Print 1 badge on Slow printer")

    robot.presses_keys(Qt.Key.Key_B, ALT)

    robot.is_closed()
    assert robot.told == ["1 badge on the way to Slow printer."]
    desk.sees_run(JobState.PRINTING)
    assert desk.unprinted == 1
    desk.service.let_go()
    desk.sees_run(JobState.DONE)
    assert desk.unprinted == 0
    assert codes_of(desk.service.everything[0], tmp_path) == [event.badge_of(anna)]


@POPS_UP
def test_where_no_printer_was_chosen_the_list_opens_and_the_choice_is_kept(
    event: EventBuilder, desk: Desk, opens: Opens
) -> None:
    robot = opens(event.delegate("Anna"))
    robot.presses("Print 1 badge…")
    robot.is_open()

    robot.takes_printer("laser")
    robot.presses("Print 1 badge on Office laser")

    robot.is_closed()
    desk.sees_run(JobState.DONE)
    assert chosen_printers(load_settings()) == {"badges": "laser"}


def test_printers_are_listed_with_how_they_are(
    event: EventBuilder, desk: Desk, opens: Opens
) -> None:
    desk.service.does("cupsdisable", "laser")
    robot = opens(event.delegate("Anna"))

    robot.takes_printer("laser")

    box = robot.dialog.queueing.printers
    assert [each.name for each in box] == ["guarded", "laser", "patient", "roll", "slow"]
    robot.waits(lambda: robot.printer_shown() == "Office laser · It was stopped")


def test_a_reprint_says_when_and_where_it_came_out_first_and_asks(
    event: EventBuilder, desk: Desk, opens: Opens, clock: MovableClock
) -> None:
    anna = event.delegate("Anna", "Berg")
    opens(anna, chosen="laser").presses("Print 1 badge on Office laser")
    desk.sees_run(JobState.DONE)
    clock.passes(minutes=5)
    robot = opens(anna, chosen="laser")

    robot.presses("Print 1 badge on Office laser")

    robot.reads("Anna Berg came out 10:30 (Desk 1, laser). Nothing was printed yet.")
    assert robot.filled_buttons() == ["Print once more"]
    robot.presses("Leave it")
    assert robot.filled_buttons() == ["Print 1 badge on Office laser"]
    assert len(desk.service.everything) == 1
    robot.presses("Print 1 badge on Office laser")
    robot.presses("Print once more")
    robot.is_closed()
    until(lambda: len(desk.service.everything) == 2)


def test_an_empty_roll_leaves_the_badge_unprinted(
    event: EventBuilder, desk: Desk, opens: Opens
) -> None:
    robot = opens(event.delegate("Anna"), chosen="roll")

    robot.presses("Print 1 badge on Roll at Desk 2")

    robot.is_closed()
    desk.sees_run(JobState.FAILED)
    assert desk.printing.runs[0].troubles[0] is Trouble.PAPER_OUT
    assert desk.unprinted == 1


def test_a_printer_that_takes_nothing_says_so_and_nothing_is_under_way(
    event: EventBuilder, desk: Desk, opens: Opens
) -> None:
    desk.service.does("cupsreject", "laser")
    robot = opens(event.delegate("Anna"), chosen="laser")

    robot.presses("Print 1 badge on Office laser")

    robot.reads("laser did not take it:", "Nothing was printed.")
    robot.is_open()
    assert desk.printing.runs == ()
    assert desk.unprinted == 1


def test_a_printer_that_is_gone_is_named_and_another_is_asked_for(
    event: EventBuilder, opens: Opens
) -> None:
    robot = opens(event.delegate("Anna"), chosen="zebra")

    robot.reads("zebra is no longer here. Choose another printer.")
    robot.may_press("Print 1 badge…")


def test_a_service_that_goes_meanwhile_is_said_and_nothing_is_noted(
    event: EventBuilder, desk: Desk, opens: Opens, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    robot = opens(event.delegate("Anna"), chosen="laser")
    robot.may_press("Print 1 badge on Office laser")
    desk.loses_its_service(monkeypatch, tmp_path)

    robot.presses("Print 1 badge on Office laser")

    robot.reads("The print service does not answer", "try again.")
    robot.is_open()
    assert desk.printing.runs == ()
    assert desk.unprinted == 1


def test_without_a_print_service_the_system_is_asked_as_before(
    event: EventBuilder, opens: Opens, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    anna = event.delegate("Anna")
    robot = opens(anna, way=ON_LASER)

    robot.presses("Print 1 badge")

    robot.is_closed()
    assert robot.told == ["1 badge printed on Office laser."]
    assert robot.tray.codes() == [event.badge_of(anna)]


def test_whoever_saved_last_saves_by_the_same_key_also_where_there_are_printers(
    event: EventBuilder, opens: Opens
) -> None:
    robot = opens(event.delegate("Anna"), chosen="laser", way=INTO_FILE)
    robot.may_press("Print 1 badge on Office laser")

    robot.presses_keys(Qt.Key.Key_B, ALT)

    robot.names_file(robot.tray.paper)
    robot.reads("Saved in paper.pdf: 1 badge on 1 sheet.")
    assert robot.filled_buttons() == ["Note as printed"]


def test_a_choice_of_who_is_asked_anew_after_a_question(
    event: EventBuilder, desk: Desk, opens: Opens
) -> None:
    anna = event.delegate("Anna", "Berg")
    desk.office.note(desk.office.draw(Wish("62mm-roll", delegates=(anna,))))
    robot = opens(anna, chosen="laser")
    robot.presses("Print 1 badge on Office laser")
    robot.reads("Print them once more?")

    robot.chooses("All delegates")

    robot.reads_not("Print them once more?")
