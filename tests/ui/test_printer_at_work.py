"""Badges at check-in through the whole place of work, switched on where a desk looks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.printers.choices import Fit, fit_for, with_printer
from app.settings import HOME, change_settings, load_settings
from tests.building import EventBuilder, MovableClock, copy_event
from tests.ui.desk.robot import DeskRobot
from ui.common.page import Tools
from ui.entries import PRINT
from ui.opened import open_event
from ui.printing.printer_setup import PrinterSetup
from ui.scanner.standing import ScannerWatch, Seen
from ui.shell.desk_pill import DeskWish
from ui.shell.rail import RailButton
from ui.workplace import Workplace

pytestmark = pytest.mark.usefixtures("service")


class PlaceRobot(DeskRobot):
    """Works at the Desk of a place of work."""

    def __init__(self, place: Workplace, code: str, qtbot: QtBot) -> None:
        super().__init__(place.desk, qtbot)
        self.place, self.code = place, code

    def wishes(self, wish: DeskWish) -> None:
        self.place.bar.desk.action(wish).trigger()

    def kept(self) -> bool:
        return load_settings().badge_at_check_in


@pytest.fixture
def desk(
    tmp_path: Path,
    tools: Tools,
    qtbot: QtBot,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[PlaceRobot]:
    """A desk whose badges go to the roll, which is empty."""
    monkeypatch.setenv(HOME, str(tmp_path))
    change_settings(lambda old: replace(with_printer(old, "badges", "roll"), stock="62mm-roll"))
    made = copy_event(tmp_path / "event.matchdesk", clock)
    builder = EventBuilder(made)
    code = builder.badge_of(builder.delegate("Anna", "Berg"))
    made.close()
    opened = open_event(tmp_path / "event.matchdesk", clock, lambda _changes: None)
    place = Workplace(opened, tools, ScannerWatch(Seen(), clock))
    qtbot.addWidget(place)
    place.resize(1440, 900)
    place.show()
    yield PlaceRobot(place, code, qtbot)
    tools.close()
    opened.event.close()


def test_what_is_switched_on_at_the_desk_prints_and_leads_to_the_queue(desk: PlaceRobot) -> None:
    desk.wishes(DeskWish.BADGES)
    desk.waits(desk.kept, "kept")
    assert desk.place.bar.desk.action(DeskWish.BADGES).text() == "Print no badge at check-in"

    desk.place.scan(desk.code)

    desk.reads("Checked in. Anna Berg", "The roll in Roll at Desk 2 is empty.")
    counted = [each for each in desk.place.findChildren(RailButton) if each.count]
    assert [each.accessibleName() for each in counted] == ["Print, 1 to look at"]
    desk.presses("Queue")
    assert desk.place.frame.page == PRINT


def test_it_is_switched_off_the_same_way(desk: PlaceRobot) -> None:
    desk.wishes(DeskWish.BADGES)
    desk.waits(desk.kept, "kept")

    desk.wishes(DeskWish.BADGES)

    desk.waits(lambda: not desk.kept(), "kept")
    assert desk.place.bar.desk.action(DeskWish.BADGES).text() == "Print a badge at check-in"


def test_a_printer_is_set_up_from_the_menu_and_that_is_kept(desk: PlaceRobot, qtbot: QtBot) -> None:
    desk.wishes(DeskWish.PRINTER_SETUP)
    qtbot.waitUntil(lambda: bool(desk.place.findChildren(PrinterSetup)))
    (dialog,) = desk.place.findChildren(PrinterSetup)
    qtbot.waitUntil(dialog.saving.isEnabled)
    assert dialog.printer.currentText() == "Roll at Desk 2"

    dialog.down.setValue(1.5)
    dialog.saving.click()

    qtbot.waitUntil(lambda: fit_for(load_settings(), "roll", "62mm-roll") == Fit(down=1.5))
    dialog.reject()
