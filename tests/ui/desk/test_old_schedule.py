"""The Desk and the paper that people carry: whether it holds, and how they get the new one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.checkin.scanning import Scanning
from app.journal.journal import Changes
from app.journal.undo import undo
from app.meetings.deeds import MeetingCancelled, MeetingMoved
from app.printers.choices import with_printer
from app.printers.cups import CupsPrinters
from app.printing.readback import codes_in
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.standing import Schedules
from app.printing.schedules.wishes import ScheduleWish
from app.programme.orders import Place
from app.settings import HOME, change_settings
from tests.app.meetings.asking import Floor, slot, table_of
from tests.app.programme.holding import Holding
from tests.building import EventBuilder, MovableClock
from tests.print_service import PrintService
from tests.ui.desk.robot import DeskRobot
from tests.ui.printing.robot import codes_of
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.desk.repeats import Repeats
from ui.printing.desk_printing import DeskPrinting
from ui.printing.services import print_calls
from ui.schedules_at_desk import SchedulesAtDesk

ALT = Qt.KeyboardModifier.AltModifier
OUT_OF_DATE = "Printed schedule is out of date"


class Paper:
    """Ada, who meets Ben at 11:05 at table 7 and Cleo at 12:20, with her schedule on paper."""

    def __init__(self, event: EventBuilder, clock: MovableClock, folder: Path) -> None:
        self._clock = clock
        self._folder = folder
        self.floor = Floor(event.event, event)
        self.ada = event.delegate("Ada", "Byron", organisation="Engines")
        self.badge = event.badge_of(self.ada)
        self.floor.knows("Ada", self.ada)
        self.meeting = self.floor.meets("Ben", "Ada", "11:05", "7")
        self.other = self.floor.meets("Cleo", "Ada", "12:20", "9")
        self.sheet = self.prints()

    def prints(self) -> str:
        """Print, and give the letters of the code on the paper."""
        file = self._folder / "schedule.pdf"
        prints = ScheduleOffice(self.floor.journal)
        prints.run(ScheduleWish(delegates=(self.ada,)), file)
        (code,) = codes_in(file)
        return code

    def gets_old(self) -> None:
        """Let the first meeting move to table 3, ten minutes after the paper came out."""
        self._clock.passes(minutes=10)
        where = self.floor.hall()
        at, before = slot(where, "11:05"), table_of(where, "7")
        self.floor.does(MeetingMoved(self.meeting, at, table_of(where, "3"), at, before))

    def is_in(self) -> None:
        Scanning(self.floor.journal).check_in(self.ada)


@pytest.fixture
def paper(event: EventBuilder, clock: MovableClock, tmp_path: Path) -> Paper:
    return Paper(event, clock, tmp_path)


@pytest.fixture
def desk(
    desk: DeskRobot,
    event: EventBuilder,
    tools: Tools,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> DeskRobot:
    """The Desk, with what prints schedules, and no print service."""
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    printing = DeskPrinting(print_calls(event.event.journal, CupsPrinters()), tools, desk.page)
    SchedulesAtDesk(desk.page, event.event.journal, tools, printing)
    return desk


def has_read_all(desk: DeskRobot, tools: Tools) -> None:
    """Wait for the end of all that is being read."""
    ended: list[None] = []
    tools.reads.run(lambda _report: None, view=Quiet(desk.page), then=ended.append)
    desk.waits(lambda: bool(ended), "the end of reading")


def hears_of(desk: DeskRobot, *models: str) -> None:
    desk.page.learn(Changes(frozenset(models)))


def test_an_old_sheet_that_is_scanned_says_what_has_changed(paper: Paper, desk: DeskRobot) -> None:
    paper.gets_old()

    desk.scans(paper.sheet)

    desk.reads(
        f"{OUT_OF_DATE}: 1 change. Ada Byron. Engines. Printed 10:30 · Changed 10:40",
        "Version 2. The paper says version 1.",
        "Moved. 11:05, in 25 min, table 3, Ben Of",
        "Was table 7. All else is the same.",
        "12:20",
        "Keep the old paper, so nobody follows it.",
    )


def test_a_sheet_that_holds_says_so_and_checks_nobody_in(paper: Paper, desk: DeskRobot) -> None:
    desk.scans(paper.sheet)

    desk.reads("This schedule still holds. Ada Byron. Engines", "Nobody was checked in.")
    desk.reads_not(OUT_OF_DATE)


def test_the_first_check_in_stays_green_and_warns(paper: Paper, desk: DeskRobot) -> None:
    paper.gets_old()

    desk.scans(paper.badge)

    desk.reads("Checked in. Ada Byron. Engines", f"{OUT_OF_DATE}: 1 change. Print the new one")
    desk.may_press("Print new schedule")
    desk.may_press("Undo check-in")


def test_who_comes_with_a_paper_that_holds_reads_no_warning(
    paper: Paper, desk: DeskRobot, tools: Tools
) -> None:
    desk.scans(paper.badge)

    desk.reads("Checked in. Ada Byron. Engines", "Next meetings today")
    has_read_all(desk, tools)
    desk.reads_not(OUT_OF_DATE)
    desk.may_press("Print schedule")


def test_who_is_in_already_and_scans_again_is_led_to_the_new_paper(
    paper: Paper, desk: DeskRobot
) -> None:
    paper.is_in()
    paper.gets_old()

    desk.scans(paper.badge)

    desk.reads(f"{OUT_OF_DATE}: 1 change. Ada Byron", "Already checked in at 10:30 · Desk 1.")


def test_who_is_in_already_with_a_paper_that_holds_reads_just_that(
    paper: Paper, desk: DeskRobot, tools: Tools
) -> None:
    paper.is_in()

    desk.scans(paper.badge)

    desk.reads("Already checked in at 10:30 · Desk 1. Ada Byron", "This scan changed nothing.")
    has_read_all(desk, tools)
    desk.reads_not(OUT_OF_DATE)


def test_a_cancelled_and_a_new_meeting_are_told_apart(paper: Paper, desk: DeskRobot) -> None:
    paper.floor.does(MeetingCancelled(paper.other))
    paper.floor.meets("Dov", "Ada", "11:55", "2")

    desk.scans(paper.sheet)

    desk.reads(f"{OUT_OF_DATE}: 2 changes", "New. 11:55", "The paper does not say it.")
    desk.reads("Cancelled. 12:20", "It does not take place.")


def test_another_partner_at_the_same_time_says_who_it_was(paper: Paper, desk: DeskRobot) -> None:
    paper.floor.does(MeetingCancelled(paper.other))
    paper.floor.meets("Dov", "Ada", "12:20", "5")

    desk.scans(paper.sheet)

    desk.reads("New partner. 12:20", "Was Cleo Of, table 9.")


def test_what_has_changed_is_shown_before_what_has_not(paper: Paper, desk: DeskRobot) -> None:
    for clock, name in (("10:40", "Dov"), ("11:30", "Eve"), ("11:55", "Fay")):
        paper.floor.meets(name, "Ada", clock, "2")
    paper.prints()
    paper.floor.does(MeetingCancelled(paper.other))
    desk.page.resize(1204, 660)
    paper.is_in()

    desk.scans(paper.badge)

    desk.reads("Cancelled. 12:20", "more.")


def test_an_undo_makes_the_paper_hold_again(paper: Paper, desk: DeskRobot) -> None:
    paper.gets_old()
    desk.scans(paper.sheet)
    desk.reads(f"{OUT_OF_DATE}: 1 change")

    undo(paper.floor.journal)
    hears_of(desk, "Meeting")

    desk.reads_not(OUT_OF_DATE)
    desk.reads("Not here yet. Ada Byron")


def test_a_change_while_somebody_stands_there_is_seen(paper: Paper, desk: DeskRobot) -> None:
    desk.scans(paper.badge)
    desk.reads("Checked in. Ada Byron")

    paper.gets_old()
    hears_of(desk, "Meeting")

    desk.reads(f"{OUT_OF_DATE}: 1 change. Print the new one")


@pytest.fixture
def service(
    service: PrintService, desk: DeskRobot, monkeypatch: pytest.MonkeyPatch
) -> PrintService:
    """A print service; papers of this desk go to its laser."""
    assert desk.page.isVisible()
    monkeypatch.setenv("CUPS_SERVER", service.socket)
    for kind in ("schedules", "slips"):
        change_settings(partial(with_printer, kind=kind, printer="laser"))
    return service


def arrived(desk: DeskRobot, service: PrintService, folder: Path) -> list[str]:
    """Wait for what the printer got, and read its codes."""
    desk.waits(lambda: bool(service.everything), "paper")
    (pdf,) = service.everything
    return codes_of(pdf, folder)


@pytest.mark.parametrize("by_key", [True, False])
def test_the_new_schedule_comes_out_of_the_chosen_printer_with_a_new_version(
    paper: Paper, desk: DeskRobot, service: PrintService, tmp_path: Path, by_key: bool
) -> None:
    paper.gets_old()
    desk.scans(paper.sheet)
    desk.reads(f"{OUT_OF_DATE}: 1 change")
    schedules = Schedules(paper.floor.journal)
    assert schedules.standing(paper.ada).paper == 1

    if by_key:
        desk.presses_keys(Qt.Key.Key_S, ALT)
    else:
        desk.presses("Print new schedule")

    desk.waits(lambda: schedules.standing(paper.ada).paper == 2, "version 2 on paper")
    hears_of(desk, "SchedulePrint")
    desk.reads_not(OUT_OF_DATE)
    (code,) = arrived(desk, service, tmp_path)
    assert code != paper.sheet
    desk.scans(code)
    desk.reads("still holds")


def test_one_key_prints_the_change_slip_and_the_desk_is_done(
    paper: Paper, desk: DeskRobot, service: PrintService, tmp_path: Path
) -> None:
    paper.gets_old()
    desk.scans(paper.sheet)
    desk.may_press("Print change slip")

    desk.presses_keys(Qt.Key.Key_L, ALT)

    def is_printed() -> bool:
        return Schedules(paper.floor.journal).standing(paper.ada).paper == 2

    desk.waits(is_printed, "the slip on paper")
    hears_of(desk, "SchedulePrint")
    desk.reads_not(OUT_OF_DATE)
    (slip,) = arrived(desk, service, tmp_path)
    assert slip != paper.sheet


def test_the_next_scan_is_not_mistaken_for_the_one_before(
    paper: Paper, desk: DeskRobot, event: EventBuilder
) -> None:
    paper.gets_old()
    desk.scans(paper.sheet)
    desk.reads(f"{OUT_OF_DATE}: 1 change")

    desk.scans(event.badge_of(event.delegate("Zed", "Alone")))

    desk.reads("Checked in. Zed Alone")
    desk.reads_not(OUT_OF_DATE)


def test_the_same_old_sheet_scanned_again_shows_it_again(paper: Paper, desk: DeskRobot) -> None:
    paper.gets_old()
    desk.scans(paper.sheet)
    desk.reads(f"{OUT_OF_DATE}: 1 change")
    desk.page._repeats = Repeats()

    desk.scans(paper.sheet)

    desk.reads(f"{OUT_OF_DATE}: 1 change")


def test_a_session_in_another_room_puts_the_paper_out_of_date_at_the_desk(
    event: EventBuilder, clock: MovableClock, tmp_path: Path, desk: DeskRobot
) -> None:
    paper = Paper(event, clock, tmp_path)
    holding = Holding(paper.floor, event)
    holding.holds("Green talk", "13:00", "14:00", room="Blue room")
    holding.books("Green talk", "Ada")
    sheet = paper.prints()
    clock.passes(minutes=10)
    holding.sessions.move(holding.sessions.named("Green talk"), Place(room="Red room"))

    desk.scans(sheet)

    desk.reads(f"{OUT_OF_DATE}: 1 change", "Moved", "Green talk", "Red room", "Blue room")


def test_a_session_that_was_cancelled_is_said_to_whoever_comes_in_with_an_old_paper(
    event: EventBuilder, clock: MovableClock, tmp_path: Path, desk: DeskRobot
) -> None:
    paper = Paper(event, clock, tmp_path)
    holding = Holding(paper.floor, event)
    holding.holds("Green talk", "13:00", "14:00", room="Blue room")
    holding.books("Green talk", "Ada")
    paper.prints()
    clock.passes(minutes=10)
    holding.sessions.cancel(holding.sessions.named("Green talk"))

    desk.scans(paper.badge)

    desk.reads("Checked in", "Printed schedule is out of date")
