"""Badges from the printer, held up to a camera in all the ways people hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from tests.scenes import Hardship, Picture, both, seen
from tests.ui.camera.conftest import PrintedBadge
from tests.ui.camera.robot import NOISE, CameraRobot, frame_of
from ui.camera.states import State

pytestmark = pytest.mark.qt_log_ignore(*NOISE, extend=True)

Format = QVideoFrameFormat.PixelFormat
LADDER_FRAMES = 6
"""For so many frames a badge is held still before each rung of the ladder had its turn."""

HARDSHIPS = {
    **{f"turned by {turn}": Hardship(turn=turn, off_centre=(90, 60)) for turn in range(0, 360, 24)},
    "out of focus": Hardship(blur=1.5, turn=35),
    "far out of focus": Hardship(blur=2.1, turn=10),
    "moving": Hardship(motion=6, turn=15),
    "moving while turned": Hardship(motion=5, turn=130),
    "tilted to the side": Hardship(tilt=45, turn=5),
    "tilted to the back": Hardship(lean=45, turn=20),
    "tilted both ways": Hardship(tilt=30, lean=30, turn=200),
    "in dim light": Hardship(light=60, haze=15, noise=6, turn=25),
    "in very dim light": Hardship(light=42, haze=15, noise=6, turn=60),
    "in haze": Hardship(light=200, haze=130, noise=3, turn=300),
    "in much noise": Hardship(noise=25, turn=80),
    "far away": Hardship(dots_per_mm=1.7, turn=50),
    "far away and out of focus": Hardship(dots_per_mm=2.2, blur=1, turn=70),
    "very near": Hardship(dots_per_mm=12, turn=10),
    "under a thumb": Hardship(covered=0.18, turn=12),
    "with everything at once": Hardship(
        turn=40, tilt=20, lean=15, blur=1.2, motion=3, light=120, haze=30, noise=4, covered=0.05
    ),
}


@pytest.mark.parametrize("hardship", HARDSHIPS.values(), ids=HARDSHIPS)
def test_a_badge_is_read(
    desk: CameraRobot, badges: Sequence[PrintedBadge], hardship: Hardship
) -> None:
    desk.switches_on()

    for seed in range(LADDER_FRAMES):
        desk.holds(seen(badges[0].sheet, hardship, seed=seed))

    assert desk.scanned == [badges[0].code]


def test_a_badge_is_read_while_it_is_carried_through_the_picture(
    desk: CameraRobot, badges: Sequence[PrintedBadge], nobody: Picture
) -> None:
    way = [Hardship(turn=x / 10, motion=6, off_centre=(x, -x / 8)) for x in range(-560, 561, 80)]
    desk.switches_on()

    desk.holds(nobody, *(seen(badges[1].sheet, step, seed=7) for step in way), nobody)

    assert desk.scanned == [badges[1].code]


def test_a_queue_of_badges_is_read_one_after_the_other(
    desk: CameraRobot, badges: Sequence[PrintedBadge], nobody: Picture
) -> None:
    desk.switches_on()

    for badge in badges:
        held = seen(badge.sheet, Hardship(turn=8))
        desk.holds(held, held, nobody, held, nobody)

    assert desk.scanned == [badge.code for badge in badges]


def test_a_badge_after_another_is_read_again(
    desk: CameraRobot, badges: Sequence[PrintedBadge], nobody: Picture
) -> None:
    ada, ben = (seen(badge.sheet, Hardship()) for badge in badges[:2])
    desk.switches_on()

    desk.holds(ada, ada, ada, nobody, seconds=0.4)
    desk.holds(ben, ben, nobody, seconds=0.4)
    desk.holds(ada, ada, ada, seconds=0.4)

    assert desk.scanned == [badges[0].code, badges[1].code, badges[0].code]


def test_a_badge_that_comes_back_later_is_read_again(
    desk: CameraRobot, badges: Sequence[PrintedBadge], nobody: Picture
) -> None:
    ada = seen(badges[0].sheet, Hardship())
    desk.switches_on()

    desk.holds(ada, nobody, ada, seconds=1)
    desk.holds(nobody, nobody, nobody, ada, seconds=1)

    assert desk.scanned == [badges[0].code] * 2


def test_of_two_badges_in_the_picture_none_is_read_and_that_is_said(
    desk: CameraRobot, badges: Sequence[PrintedBadge]
) -> None:
    left, right = (
        seen(badge.sheet, Hardship(off_centre=(by, 0)))
        for badge, by in zip(badges[:2], (-300, 300), strict=True)
    )
    desk.switches_on()

    desk.holds(both(left, right), both(left, right))

    assert desk.scanned == []
    desk.reads("Several codes are in view. Hold up one badge")


def test_the_nearer_of_two_badges_is_read(
    desk: CameraRobot, badges: Sequence[PrintedBadge]
) -> None:
    near = seen(badges[0].sheet, Hardship(6, off_centre=(-300, 0)))
    far = seen(badges[1].sheet, Hardship(2, off_centre=(350, 0)))
    desk.switches_on()

    desk.holds(both(near, far))

    assert desk.scanned == [badges[0].code]


def test_an_empty_room_is_watched_without_a_word(desk: CameraRobot, nobody: Picture) -> None:
    desk.switches_on()

    desk.holds(*[nobody] * 6)

    assert desk.scanned == []
    assert desk.panel.state is State.WATCHING


def planar(picture: Picture, form: Format) -> QVideoFrame:
    return _filled(form, lambda row: row.tobytes(), picture)


def packed(picture: Picture, form: Format) -> QVideoFrame:
    first = form is Format.Format_YUYV
    return _filled(
        form,
        lambda row: b"".join(
            bytes((dot, 128)) if first else bytes((128, dot)) for dot in row.tolist()
        ),
        picture,
    )


def _filled(form: Format, written: Callable[[Picture], bytes], picture: Picture) -> QVideoFrame:
    height, width = picture.shape
    frame = QVideoFrame(QVideoFrameFormat(QSize(width, height), form))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    planes = [memoryview(frame.bits(plane)) for plane in range(frame.planeCount())]
    for plane in planes:
        plane[:] = bytes([128]) * len(plane)
    for number, row in enumerate(picture):
        start, data = number * frame.bytesPerLine(0), written(row)
        planes[0][start : start + len(data)] = data
    del planes
    frame.unmap()
    return frame


@pytest.mark.parametrize(
    ("made", "form"),
    [
        (planar, Format.Format_NV12),
        (planar, Format.Format_NV21),
        (planar, Format.Format_YUV420P),
        (planar, Format.Format_YUV422P),
        (planar, Format.Format_YV12),
        (planar, Format.Format_Y8),
        (packed, Format.Format_YUYV),
        (packed, Format.Format_UYVY),
    ],
    ids=lambda one: getattr(one, "name", ""),
)
@pytest.mark.parametrize("width", [1280, 1000])
def test_what_cameras_send_is_read_whatever_its_form(
    desk: CameraRobot,
    badges: Sequence[PrintedBadge],
    made: Callable[[Picture, Format], QVideoFrame],
    form: Format,
    width: int,
) -> None:
    desk.switches_on()

    desk.holds(made(seen(badges[0].sheet, Hardship(turn=15))[:, :width].copy(), form))

    assert desk.scanned == [badges[0].code]
    assert desk.sees_the_picture()


def test_a_frame_that_holds_nothing_is_passed_by(
    desk: CameraRobot, badges: Sequence[PrintedBadge]
) -> None:
    desk.switches_on()

    desk.camera.frame_came.emit(QVideoFrame())
    desk.holds(seen(badges[0].sheet, Hardship()))

    assert desk.scanned == [badges[0].code]


def test_frames_that_come_faster_than_they_are_read_are_dropped(
    desk: CameraRobot, badges: Sequence[PrintedBadge], nobody: Picture
) -> None:
    last = seen(badges[0].sheet, Hardship())
    frames = [frame_of(picture) for picture in (*[nobody] * 60, last)]
    desk.switches_on()

    for frame in frames:
        desk.camera.frame_came.emit(frame)
    desk.waits_until_scanned(badges[0].code)

    assert desk.frames_read < 30
