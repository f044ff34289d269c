from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.scenes import Hardship, Picture, seen
from tests.ui.camera.conftest import PrintedBadge
from tests.ui.camera.robot import NOISE, CameraRobot, RehearsedCamera, frame_of
from ui.camera.device import Device
from ui.camera.panel import CameraPanel
from ui.camera.states import SAYINGS, State
from ui.common.look import Look

pytestmark = pytest.mark.qt_log_ignore(*NOISE, extend=True)

PROJECT = Path(__file__).parents[3]
BUILT_IN, WEBCAM = Device("id of Built in", "Built in"), Device("id of Webcam", "Webcam")


def test_the_camera_is_off_until_it_is_switched_on(desk: CameraRobot) -> None:
    desk.reads("The camera is off.")
    assert desk.camera.filming == ""

    desk.switches_on()

    desk.reads("The camera is starting")
    assert desk.camera.filming == "id of Webcam"


def test_the_picture_is_shown_and_what_to_do_is_said(desk: CameraRobot, nobody: Picture) -> None:
    desk.switches_on()

    desk.holds(nobody)

    desk.reads("Hold a badge so that its code is in the picture.")
    assert desk.sees_the_picture()


def test_a_read_is_shown_by_a_green_frame_and_a_word_for_a_moment(
    desk: CameraRobot, badges: Sequence[PrintedBadge], nobody: Picture
) -> None:
    desk.switches_on()

    desk.holds(nobody)
    assert not desk.sees_the_tick()
    desk.holds(seen(badges[0].sheet, Hardship()))

    desk.reads("Read.")
    assert desk.sees_the_tick()
    desk.waits_for(State.WATCHING)
    assert not desk.sees_the_tick()


def test_a_camera_that_is_switched_off_is_let_go(
    desk: CameraRobot, badges: Sequence[PrintedBadge]
) -> None:
    desk.switches_on()

    desk.presses_the_switch()
    desk.camera.frame_came.emit(frame_of(seen(badges[0].sheet, Hardship())))

    assert desk.camera.filming == ""
    assert not desk.sees_the_picture()
    assert desk.scanned == []
    desk.reads("The camera is off.")


def test_the_camera_rests_while_another_page_is_shown(desk: CameraRobot, nobody: Picture) -> None:
    desk.switches_on()
    desk.holds(nobody)

    desk.panel.hide()
    assert desk.camera.filming == ""
    desk.panel.show()

    assert desk.camera.filming == "id of Webcam"
    desk.holds(nobody)
    assert desk.sees_the_picture()


def test_a_badge_that_stays_in_view_is_not_read_again_when_the_page_comes_back(
    desk: CameraRobot, badges: Sequence[PrintedBadge]
) -> None:
    held = seen(badges[0].sheet, Hardship())
    desk.switches_on()
    desk.holds(held)

    desk.panel.hide()
    desk.panel.show()
    desk.holds(held)

    assert desk.scanned == [badges[0].code]


def test_without_permission_it_says_where_to_give_it(desk: CameraRobot) -> None:
    desk.camera.allows = False

    desk.switches_on()

    desk.reads("does not let Matchdesk use the camera. Allow it in the system's privacy settings")
    assert desk.camera.filming == ""


def test_permission_that_was_given_since_is_noticed(desk: CameraRobot) -> None:
    desk.camera.allows = False
    desk.switches_on()
    desk.camera.allows = True

    desk.presses_the_switch()
    desk.presses_the_switch()

    assert desk.camera.filming == "id of Webcam"


def test_while_the_system_asks_for_permission_that_is_said(desk: CameraRobot) -> None:
    desk.camera.answers_later = True
    desk.switches_on()
    desk.reads("The system asks whether Matchdesk may use the camera.")

    desk.camera.answer()

    assert desk.camera.filming == "id of Webcam"


def test_permission_that_comes_after_the_camera_was_switched_off_films_nobody(
    desk: CameraRobot,
) -> None:
    desk.camera.answers_later = True
    desk.switches_on()
    desk.presses_the_switch()

    desk.camera.answer()

    assert desk.camera.filming == ""
    assert desk.panel.state is State.OFF


def test_a_camera_that_is_plugged_in_later_is_used_at_once(
    desk: CameraRobot, nobody: Picture
) -> None:
    desk.camera.plugged = []
    desk.switches_on()
    desk.reads("No camera is connected. Plug one in, or use a scanner.")

    desk.camera.plug(WEBCAM)
    desk.holds(nobody)

    desk.uses("Webcam")
    desk.reads("Hold a badge")


def test_a_camera_that_is_pulled_out_is_missed(desk: CameraRobot, nobody: Picture) -> None:
    desk.switches_on()
    desk.holds(nobody)

    desk.camera.plug()

    desk.reads("No camera is connected.")
    assert not desk.sees_the_picture()


def test_a_read_that_ends_after_the_camera_was_pulled_out_counts_for_nothing(
    desk: CameraRobot, badges: Sequence[PrintedBadge], nobody: Picture
) -> None:
    desk.switches_on()
    desk.holds(nobody)

    desk.pulls_the_plug_while_reading(seen(badges[0].sheet, Hardship()))

    assert desk.panel.state is State.NO_CAMERA
    assert desk.scanned == []


def test_another_camera_takes_over_from_one_that_is_pulled_out(desk: CameraRobot) -> None:
    desk.camera.plugged = [WEBCAM, BUILT_IN]
    desk.switches_on()

    desk.camera.plug(BUILT_IN)

    desk.uses("Built in")


def test_a_second_camera_does_not_interrupt_the_first(desk: CameraRobot, nobody: Picture) -> None:
    desk.switches_on()
    desk.holds(nobody)

    desk.camera.plug(BUILT_IN, WEBCAM)

    desk.uses("Webcam")
    assert desk.panel.state is State.WATCHING


def test_the_chosen_camera_films_and_is_told(desk: CameraRobot) -> None:
    desk.camera.plugged = [BUILT_IN, WEBCAM]
    desk.switches_on()
    desk.may_choose("Built in", "Webcam")
    desk.uses("Built in")

    desk.chooses("Webcam")

    desk.uses("Webcam")
    assert desk.chosen == ["id of Webcam"]


def test_the_chosen_camera_is_used_again_as_soon_as_it_is_back(desk: CameraRobot) -> None:
    desk.camera.plugged = [BUILT_IN, WEBCAM]
    desk.switches_on()
    desk.chooses("Webcam")

    desk.camera.plug(BUILT_IN)
    desk.uses("Built in")
    desk.camera.plug(BUILT_IN, WEBCAM)

    desk.uses("Webcam")


def test_the_camera_of_the_last_time_is_used(dressed: Look, qtbot: QtBot) -> None:
    camera = RehearsedCamera("Built in", "Webcam")
    panel = CameraPanel(dressed, "id of Webcam", lambda: camera)
    qtbot.addWidget(panel)
    panel.show()

    panel.switch_on()

    assert camera.filming == "id of Webcam"


def test_cameras_of_one_make_are_numbered(desk: CameraRobot) -> None:
    desk.camera.plugged = [Device("1", "HD Webcam"), Device("2", "HD Webcam"), BUILT_IN]

    desk.switches_on()

    desk.may_choose("HD Webcam (1)", "HD Webcam (2)", "Built in")


def test_a_long_name_of_a_camera_ends_where_the_room_does(desk: CameraRobot) -> None:
    desk.camera.plugged = [Device("1", "Integrated Camera of an uncommonly long name (04f2:b6d9)")]

    desk.switches_on()

    desk.may_choose("Integrated Camera of an…")


def test_a_camera_that_fails_is_said_to_be_in_use(desk: CameraRobot) -> None:
    desk.switches_on()

    desk.camera.failed.emit()

    desk.reads("The camera gives no picture; another program may be using it.")


def test_a_camera_that_gives_no_frame_is_said_to_be_in_use(desk: CameraRobot) -> None:
    desk.switches_on()

    desk.waits_for(State.NO_PICTURE)

    desk.reads("The camera gives no picture")


def test_a_camera_that_recovers_is_watched_again(desk: CameraRobot, nobody: Picture) -> None:
    desk.switches_on()
    desk.camera.failed.emit()

    desk.holds(nobody)

    assert desk.panel.state is State.WATCHING
    assert desk.sees_the_picture()


def test_it_is_switched_by_space_and_not_by_enter(desk: CameraRobot, qtbot: QtBot) -> None:
    desk.presses_enter_on_the_switch()
    assert not desk.panel.is_on

    desk.presses_space_on_the_switch()

    assert desk.panel.is_on


def test_every_state_has_a_sentence_and_a_shape() -> None:
    assert set(SAYINGS) == set(State)
    assert len({saying.words for saying in SAYINGS.values()}) == len(State)


def test_this_computer_without_a_camera_says_so(dressed: Look, qtbot: QtBot) -> None:
    panel = CameraPanel(dressed)
    qtbot.addWidget(panel)
    panel.show()

    panel.switch_on()

    assert panel.state is State.NO_CAMERA


def test_a_panel_loads_neither_multimedia_nor_the_decoder_before_it_is_switched_on() -> None:
    heavy = {"PySide6.QtMultimedia", "zxingcpp", "PIL.Image", "numpy"}
    script = "import ui.camera.panel, sys; print(' '.join(sys.modules))"

    loaded = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout.split()

    assert heavy & set(loaded) == set()
