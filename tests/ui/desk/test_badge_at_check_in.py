"""A badge for whoever checks in without one, and what the Desk says of its printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.checkin.presence import presence
from app.desks import OpenEvent
from app.journal.journal import Changes
from app.printers.at_check_in import BadgesAtCheckIn
from app.printers.choices import with_printer
from app.printers.cups import CupsPrinters
from app.printers.port import JobState
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from app.settings import change_settings
from tests.building import FIRST_DAY, EventBuilder
from tests.print_service import PrintService
from tests.ui.desk.robot import DeskRobot
from tests.ui.printing.robot import codes_of
from ui.common.page import Tools
from ui.printer_at_desk import PrinterAtDesk
from ui.printing.desk_printing import DeskPrinting
from ui.printing.printer_card import Remedy

ROLL = "62mm-roll"
POPS_UP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")


class PrinterRobot(DeskRobot):
    """Checks people in, and sees to the printer of the desk."""

    def __init__(
        self, desk: DeskRobot, printer: PrinterAtDesk, printing: DeskPrinting, office: PrintOffice
    ) -> None:
        super().__init__(desk.page, desk._qtbot)
        self.printer, self.printing, self.office = printer, printing, office

    def sees_runs(self, *states: JobState) -> None:
        self.waits(
            lambda: sorted(each.state for each in self.printing.runs) == sorted(states),
            f"{states} of {self.printing.runs}",
        )

    def finds_nothing_handed_over(self) -> None:
        """Wait until all that was begun is done, and look."""
        done: list[None] = []
        self.printer._tools.papers.run(
            lambda _report: None, view=self.printer._asking, then=done.append
        )
        self.waits(lambda: bool(done))
        assert self.printing.calls.queue().runs() == ()

    def moves_to(self, title: str) -> None:
        self.presses("Other printer…")
        card = self.printer.card
        (action,) = (each for each in card.menu.actions() if each.text() == title)
        action.trigger()
        card.menu.close()

    def finds_service_at(self, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the service listen there, where somebody may or may not answer."""
        monkeypatch.setenv("CUPS_SERVER", place)
        printers = self.printing.calls.printers
        assert isinstance(printers, CupsPrinters)
        printers._server = ""

    @property
    def unprinted(self) -> int:
        return self.office.counts().new


Goes = Callable[[str], PrinterRobot]


@pytest.fixture
def goes(
    desk: DeskRobot,
    printing: DeskPrinting,
    service: PrintService,
    open_event: OpenEvent,
    tools: Tools,
) -> Goes:
    """The Desk prints badges at check-in on this printer."""
    assert service.socket

    def go(printer: str) -> PrinterRobot:
        change_settings(lambda old: replace(with_printer(old, "badges", printer), stock=ROLL))
        office = PrintOffice(open_event.journal)
        labels = BadgesAtCheckIn(office, printing.calls.queue, printing.calls.settings)
        at_desk = PrinterAtDesk(labels, printing, tools)
        at_desk.join(desk.page)
        at_desk.switch(on=True)
        return PrinterRobot(desk, at_desk, printing, office)

    return go


def is_in(event: EventBuilder, delegate: UUID) -> bool:
    with event.event.journal.reading() as session:
        return presence(session, delegate, FIRST_DAY) is not None


def test_who_has_no_badge_on_paper_gets_one_from_this_desks_printer(
    event: EventBuilder, goes: Goes, service: PrintService, tmp_path: Path
) -> None:
    anna = event.delegate("Anna", "Berg")
    desk = goes("laser")

    desk.scans(event.badge_of(anna))

    desk.reads("Checked in. Anna Berg", "The badge of Anna Berg came out of Office laser.")
    (arrived,) = service.everything
    assert codes_of(arrived, tmp_path) == [event.badge_of(anna)]
    assert desk.unprinted == 0
    desk.page.learn(Changes(frozenset({"Print"})))
    desk.reads("Printed 10:30")


def test_a_walk_in_gets_one_with_the_check_in(goes: Goes, service: PrintService) -> None:
    desk = goes("laser")
    desk.presses_keys(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    desk.waits(lambda: desk.page.card.asks)
    desk.fills("Given name", "Eva")
    desk.fills("Family name", "Roth")

    desk.presses_keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    desk.reads("Checked in. Eva Roth", "The badge of Eva Roth came out of Office laser.")
    assert len(service.everything) == 1


def test_whose_badge_lies_in_a_box_gets_no_other(event: EventBuilder, goes: Goes) -> None:
    anna = event.delegate("Anna", "Berg")
    desk = goes("laser")
    desk.office.note(desk.office.draw(Wish(delegates=(anna,))))

    desk.scans(event.badge_of(anna))

    desk.reads("Checked in. Anna Berg")
    desk.finds_nothing_handed_over()


def test_a_desk_that_is_not_asked_to_prints_nothing(event: EventBuilder, goes: Goes) -> None:
    desk = goes("laser")
    desk.printer.switch(on=False)

    desk.scans(event.badge_of(event.delegate("Anna", "Berg")))

    desk.reads("Checked in. Anna Berg")
    desk.finds_nothing_handed_over()


def test_the_next_scan_waits_for_no_printer(
    event: EventBuilder, goes: Goes, service: PrintService
) -> None:
    anna, ben = event.delegates(("Anna", "Berg"), ("Ben", "Dahl"))
    desk = goes("slow")
    desk.scans(event.badge_of(anna))
    desk.reads("The badge of Anna Berg is on its way to Slow printer.")

    desk.scans(event.badge_of(ben))

    desk.reads("Checked in. Ben Dahl", "2 badges are on their way to Slow printer.")
    assert desk.unprinted == 2
    service.let_go()
    desk.sees_runs(JobState.DONE, JobState.DONE)
    assert desk.unprinted == 0


def test_an_empty_roll_leaves_the_check_in_and_prints_again_once_there_is_one(
    event: EventBuilder, goes: Goes, service: PrintService
) -> None:
    anna = event.delegate("Anna", "Berg")
    desk = goes("roll")
    desk.scans(event.badge_of(anna))

    desk.reads("The roll in Roll at Desk 2 is empty.", "Load a 62 mm roll, then print again.")
    desk.reads("Anna Berg has no badge yet.")
    assert is_in(event, anna)
    assert desk.unprinted == 1
    service.fill()
    desk.presses("Print again")

    desk.reads("The badge of Anna Berg came out of Roll at Desk 2.")
    assert desk.unprinted == 0


def test_a_printer_that_stopped_goes_on_from_the_desk(
    event: EventBuilder, goes: Goes, service: PrintService
) -> None:
    desk = goes("patient")
    desk.scans(event.badge_of(event.delegate("Anna", "Berg")))
    desk.reads("Load a 62 mm roll, then press Continue.")
    service.fill()

    desk.presses("Continue")

    desk.reads("The badge of Anna Berg came out of Roll that waits.")


@POPS_UP
def test_what_does_not_come_out_goes_to_another_printer(
    event: EventBuilder, goes: Goes, service: PrintService
) -> None:
    desk = goes("roll")
    desk.scans(event.badge_of(event.delegate("Anna", "Berg")))
    desk.may_press("Print again")

    desk.moves_to("Office laser")

    desk.reads("The badge of Anna Berg came out of Office laser.")
    assert len(service.everything) == 1


def test_the_queue_is_one_button_away_and_counts_what_needs_somebody(
    event: EventBuilder, goes: Goes
) -> None:
    desk = goes("roll")
    counted: list[int] = []
    wanted: list[None] = []
    desk.printer.needing.connect(counted.append)
    desk.printer.queue_wanted.connect(lambda: wanted.append(None))
    desk.scans(event.badge_of(event.delegate("Anna", "Berg")))
    desk.may_press("Print again")

    desk.presses("Queue")

    assert (counted[-1], wanted) == (1, [None])


def test_where_no_printer_is_chosen_it_is_said_and_printed_once_there_is_one(
    event: EventBuilder, goes: Goes
) -> None:
    anna = event.delegate("Anna", "Berg")
    desk = goes("")
    desk.scans(event.badge_of(anna))
    desk.reads("No badge was printed for Anna Berg.", "No printer is chosen for badges.")
    assert is_in(event, anna)

    change_settings(partial(with_printer, kind="badges", printer="laser"))
    desk.presses("Print again")

    desk.reads("The badge of Anna Berg came out of Office laser.")


@pytest.mark.parametrize(
    ("printer", "said"),
    [("zebra", "There is no printer zebra."), ("laser", "laser did not take it:")],
)
def test_what_is_not_taken_is_put_away_and_prints_nothing(
    event: EventBuilder, goes: Goes, service: PrintService, printer: str, said: str
) -> None:
    service.does("cupsreject", "laser")
    anna = event.delegate("Anna", "Berg")
    desk = goes(printer)

    desk.scans(event.badge_of(anna))

    desk.reads("No badge was printed for Anna Berg.", said, "Check-ins go on.")
    assert is_in(event, anna)
    desk.finds_nothing_handed_over()
    desk.presses("Close")
    desk.reads_not("No badge was printed")


def test_a_service_that_is_gone_is_said_and_the_check_in_stands(
    event: EventBuilder, goes: Goes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = event.delegate("Anna", "Berg")
    desk = goes("laser")
    desk.finds_service_at(str(tmp_path / "nobody"), monkeypatch)

    desk.scans(event.badge_of(anna))

    desk.reads("No badge was printed for Anna Berg. The print service does not answer")
    assert is_in(event, anna)
    assert desk.unprinted == 1
    desk.finds_nothing_handed_over()


def test_a_service_that_goes_meanwhile_is_said_until_it_is_back(
    event: EventBuilder,
    goes: Goes,
    service: PrintService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = goes("slow")
    desk.scans(event.badge_of(event.delegate("Anna", "Berg")))
    desk.reads("The badge of Anna Berg is on its way to Slow printer.")

    desk.finds_service_at(str(tmp_path / "nobody"), monkeypatch)

    desk.reads("The print service does not answer", "Anna Berg has no badge yet.")
    assert desk.unprinted == 1
    service.let_go()
    desk.finds_service_at(service.socket, monkeypatch)
    desk.printing.look()
    desk.reads("The badge of Anna Berg came out of Slow printer.")


def test_a_name_that_no_font_prints_is_said(event: EventBuilder, goes: Goes) -> None:
    desk = goes("laser")

    desk.scans(event.badge_of(event.delegate("𓀀", "Ptah")))

    desk.reads("No badge was printed for 𓀀 Ptah. No font here has these characters")


def test_a_focus_on_the_card_goes_to_the_field_when_that_has_nothing_to_say(
    event: EventBuilder, goes: Goes, service: PrintService
) -> None:
    desk = goes("roll")
    desk.page.activateWindow()
    desk.scans(event.badge_of(event.delegate("Anna", "Berg")))
    desk.may_press("Print again")
    button: QWidget = desk.printer.card.buttons[Remedy.AGAIN]
    button.setFocus()
    service.fill()

    desk.presses("Print again")

    desk.reads("came out of")
    desk.waits(desk.page.field.entry.hasFocus, "the field has the focus")
