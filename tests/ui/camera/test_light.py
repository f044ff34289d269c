from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.building import MovableClock
from tests.scenes import Picture
from tests.ui.camera.robot import NOISE, CameraRobot
from tests.ui.scanner.desk import BADGE
from ui.camera.states import State
from ui.common.look import Look
from ui.common.page import Tools
from ui.desk.lamp import Lamp
from ui.scanner.standing import ScannerWatch, Seen
from ui.scanner_light import ScannerLight

pytestmark = pytest.mark.qt_log_ignore(*NOISE, extend=True)


@pytest.fixture
def lamp(dressed: Look, qtbot: QtBot) -> Lamp:
    lamp = Lamp(dressed)
    qtbot.addWidget(lamp)
    return lamp


def test_a_camera_is_told_of_until_a_scanner_is_known(
    desk: CameraRobot, lamp: Lamp, tools: Tools, clock: MovableClock, nobody: Picture
) -> None:
    scanner = ScannerWatch(Seen(), clock)
    ScannerLight(scanner, desk.panel, lamp, tools.times)
    assert lamp.text() == "Waiting for a scanner"

    desk.switches_on()
    desk.holds(nobody)
    desk.waits_for(State.WATCHING)
    assert (lamp.text(), lamp.tone) == ("Camera ready", "ok")

    scanner.look_at(BADGE)
    assert lamp.text() == "Scanner ready"


def test_a_camera_that_is_not_there_reads_nothing(
    desk: CameraRobot, lamp: Lamp, tools: Tools, clock: MovableClock
) -> None:
    ScannerLight(ScannerWatch(Seen(), clock), desk.panel, lamp, tools.times)
    desk.camera.plug()

    desk.switches_on()
    desk.waits_for(State.NO_CAMERA)

    assert (lamp.text(), lamp.tone) == ("Waiting for a scanner", "")
