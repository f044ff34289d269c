"""How papers are put right for a printer, and whether it arrives there like that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pypdfium2
import pytest
from PIL import ImageOps
from shiboken6 import isValid

from app.desks import OpenEvent
from app.printers.choices import Fit, fit_for, with_fit
from app.printers.port import JobState
from app.printing.trial import TrialWish, trial_prints
from app.settings import Settings, change_settings, load_settings
from tests.print_service import PrintService
from tests.ui.dressed_bot import DressedBot
from tests.ui.robot import Robot
from ui.common.page import Tools
from ui.printing.desk_printing import DeskPrinting
from ui.printing.printer_setup import PrinterSetup, SetupCalls

DOTS = 203
MM = DOTS / 25.4
CARD = "85x54"


class SetupRobot(Robot):
    """Puts a printer right, and looks at what arrives there."""

    def __init__(
        self,
        dialog: PrinterSetup,
        printing: DeskPrinting,
        service: PrintService,
        qtbot: DressedBot,
    ) -> None:
        super().__init__(dialog, qtbot)
        self.dialog, self.printing, self.service = dialog, printing, service

    def takes(self, printer: str, stock: str) -> None:
        for choice, name in ((self.dialog.printer, printer), (self.dialog.paper, stock)):
            self.waits(partial(self._is_there, choice, name), name)
            choice.setCurrentIndex(choice.findData(name))

    def puts_in(self, fit: Fit) -> None:
        self.dialog.right.setValue(fit.right)
        self.dialog.down.setValue(fit.down)
        self.dialog.turned.setCurrentIndex(self.dialog.turned.findData(fit.turned))
        self.dialog.scale.setValue(fit.scale * 100)

    def gets(self) -> bytes:
        self.waits(lambda: any(run.state is JobState.DONE for run in self.printing.runs), "paper")
        (pdf,) = self.service.everything
        return pdf

    @staticmethod
    def _is_there(choice: object, name: str) -> bool:
        return choice.findData(name) >= 0  # type: ignore[attr-defined, no-any-return] # a list


Opens = Callable[[], SetupRobot]


@pytest.fixture
def opens(
    open_event: OpenEvent,
    printing: DeskPrinting,
    tools: Tools,
    service: PrintService,
    qtbot: DressedBot,
) -> Iterator[Opens]:
    """Opens the dialog, whose settings are kept in a file."""
    opened: list[PrinterSetup] = []

    def keep(change: Callable[[Settings], Settings], then: Callable[[Settings], None]) -> None:
        then(change_settings(change))

    def open_dialog() -> SetupRobot:
        calls = SetupCalls(printing, trial_prints(open_event.journal), keep)
        dialog = PrinterSetup(calls, tools)
        qtbot.dress(dialog)
        opened.append(dialog)
        dialog.open()
        return SetupRobot(dialog, printing, service, qtbot)

    yield open_dialog

    for dialog in filter(isValid, opened):
        dialog.hide()
        dialog.deleteLater()


def ink(pdf: bytes) -> tuple[tuple[int, int], tuple[float, ...]]:
    """Give the size of a page in dots, and in millimetres where its ink begins and ends."""
    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=DOTS / 72).to_pil().convert("L")
    box = ImageOps.invert(picture).point(lambda dot: 255 * (dot > 64)).getbbox()
    assert box is not None
    return picture.size, tuple(side / MM for side in box)


def straight(open_event: OpenEvent) -> bytes:
    return trial_prints(open_event.journal).draw(TrialWish(CARD)).pdf


def test_a_test_page_arrives_moved_as_the_fields_say(opens: Opens, open_event: OpenEvent) -> None:
    robot = opens()
    robot.takes("laser", CARD)
    robot.puts_in(Fit(right=1.5, down=-1.0))

    robot.presses("Print test page")

    robot.reads("The test page is on its way to Office laser.")
    (_, before), (_, after) = ink(straight(open_event)), ink(robot.gets())
    assert after[0] - before[0] == pytest.approx(1.5, abs=0.2)
    assert after[3] - before[3] == pytest.approx(-1.0, abs=0.2)


def test_it_arrives_smaller(opens: Opens, open_event: OpenEvent) -> None:
    robot = opens()
    robot.takes("laser", CARD)
    robot.puts_in(Fit(scale=0.9))

    robot.presses("Print test page")

    (_, before), (_, after) = ink(straight(open_event)), ink(robot.gets())
    assert after[2] - after[0] == pytest.approx(0.9 * (before[2] - before[0]), abs=0.3)


def test_it_arrives_turned(opens: Opens, open_event: OpenEvent) -> None:
    robot = opens()
    robot.takes("laser", CARD)
    robot.puts_in(Fit(turned=90))

    robot.presses("Print test page")

    (wide, high), _ = ink(straight(open_event))
    size, _ = ink(robot.gets())
    assert size == (high, wide)


def test_what_is_saved_is_shown_again_for_this_printer_and_paper_alone(opens: Opens) -> None:
    change_settings(lambda old: with_fit(old, "slow", "a6", Fit(down=2.0)))
    robot = opens()
    robot.takes("laser", "62mm-roll")
    robot.puts_in(Fit(0.5, -0.5, 180, 0.98))

    robot.presses("Save")

    robot.reads("Kept for Office laser with Roll 62 mm in it.")
    assert fit_for(load_settings(), "laser", "62mm-roll") == Fit(0.5, -0.5, 180, 0.98)
    robot.takes("slow", "a6")
    assert robot.dialog.fit == Fit(down=2.0)
    robot.takes("laser", "62mm-roll")
    assert robot.dialog.fit == Fit(0.5, -0.5, 180, 0.98)


def test_a_test_page_that_is_not_taken_is_said(opens: Opens, service: PrintService) -> None:
    service.does("cupsreject", "laser")
    robot = opens()
    robot.takes("laser", CARD)

    robot.presses("Print test page")

    robot.reads("laser did not take it:", "Nothing was printed.")
    assert service.everything == []
