from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.scenes import HEIGHT, WIDTH, Picture
from ui.camera.device import Device
from ui.camera.panel import CameraPanel
from ui.camera.preview import Preview
from ui.camera.states import State
from ui.camera.worker import FrameReader
from ui.common.buttons import Button, Choice
from ui.common.look import Look

W = TypeVar("W", bound=QWidget)

NOISE = [
    # What Qt's multimedia says of this machine at its first use: it has no such libraries, and
    # draws on the processor. Neither concerns a camera's frames.
    "Couldn't load .* library",
    "Couldn't resolve .* symbols",
    "No RHI backend. Using CPU conversion",
]
"""For ``qt_log_ignore`` of tests that switch the camera on."""


class RehearsedCamera(QObject):
    """Plays the part of this computer's cameras: a build machine has none."""

    frame_came = Signal(object)
    failed = Signal()
    devices_changed = Signal()

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.plugged = [Device(f"id of {name}", name) for name in names]
        self.allows = True
        self.answers_later = False
        self.filming = ""
        self._asked: Callable[[bool], None] = lambda _allowed: None

    def ask(self, then: Callable[[bool], None]) -> None:
        self._asked = then
        if not self.answers_later:
            self.answer()

    def answer(self) -> None:
        self._asked(self.allows)

    def devices(self) -> tuple[Device, ...]:
        return tuple(self.plugged)

    def start(self, device_id: str) -> None:
        self.filming = device_id

    def stop(self) -> None:
        self.filming = ""

    def plug(self, *devices: Device) -> None:
        self.plugged = list(devices)
        self.devices_changed.emit()


def frame_of(picture: Picture) -> QVideoFrame:
    """Make what a camera sends of a picture."""
    grey = QImage(picture.tobytes(), WIDTH, HEIGHT, WIDTH, QImage.Format.Format_Grayscale8)
    return QVideoFrame(grey.convertToFormat(QImage.Format.Format_RGB32))


class CameraRobot:
    """Does what people do before a camera, and says what they see."""

    def __init__(self, qtbot: QtBot, camera: RehearsedCamera, look: Look) -> None:
        self._qtbot = qtbot
        self._look = look
        self.camera = camera
        self.now = 1_000.0
        self.frames_read = 0
        self.scanned: list[str] = []
        self.chosen: list[str] = []

    def clock(self) -> float:
        """Tell the time; whoever reads frames asks for each."""
        self.frames_read += 1
        return self.now

    def sits_at(self, panel: CameraPanel) -> None:
        self.panel = panel
        panel.scanned.connect(self.scanned.append)
        panel.camera_chosen.connect(self.chosen.append)

    def presses_the_switch(self) -> None:
        QTest.mouseClick(self._switch, Qt.MouseButton.LeftButton)

    def presses_space_on_the_switch(self) -> None:
        QTest.keyClick(self._switch, Qt.Key.Key_Space)

    def presses_enter_on_the_switch(self) -> None:
        QTest.keyClick(self._switch, Qt.Key.Key_Return)

    def switches_on(self) -> None:
        self.presses_the_switch()
        assert self.panel.is_on

    def holds(self, *pictures: Picture | QVideoFrame, seconds: float = 0.1) -> None:
        """Show frames, each until it has been read."""
        for picture in pictures:
            self.now += seconds
            before = self._preview.picture.cacheKey()
            self.camera.frame_came.emit(
                picture if isinstance(picture, QVideoFrame) else frame_of(picture)
            )
            self._qtbot.waitUntil(partial(self._shows_other_than, before))

    def chooses(self, name: str) -> None:
        choice = self._choice
        at = choice.findText(name)
        choice.setCurrentIndex(at)
        choice.activated.emit(at)

    def may_choose(self, *names: str) -> None:
        choice = self._choice
        assert tuple(choice.itemText(at) for at in range(choice.count())) == names

    def uses(self, name: str) -> None:
        assert self._choice.currentText() == name
        assert self.camera.filming == f"id of {name}"

    def reads(self, words: str) -> None:
        said = [label.text() for label in self.panel.findChildren(QLabel) if label.isVisible()]
        assert any(words in text for text in said), said

    def waits_until_scanned(self, code: str) -> None:
        self._qtbot.waitUntil(lambda: code in self.scanned)

    def pulls_the_plug_while_reading(self, picture: Picture) -> None:
        reader = self.panel.findChild(FrameReader)
        assert reader is not None
        with self._qtbot.waitSignal(reader.seen):
            self.camera.frame_came.emit(frame_of(picture))
            self.camera.plug()

    def waits_for(self, state: State) -> None:
        self._qtbot.waitUntil(lambda: self.panel.state is state, timeout=8_000)

    def sees_the_picture(self) -> bool:
        return self._preview.isVisible()

    def sees_the_tick(self) -> bool:
        """Tell whether the picture has the green frame that a read gives it."""
        edge = self._preview.grab().toImage().pixelColor(QPoint(2, self._preview.height() // 2))
        return edge.name() == self._look.colour("ok").name()

    def _shows_other_than(self, key: int) -> bool:
        return self._preview.picture.cacheKey() != key

    @property
    def _switch(self) -> Button:
        return self._part(Button)

    @property
    def _preview(self) -> Preview:
        return self._part(Preview)

    @property
    def _choice(self) -> Choice:
        return self._part(Choice)

    def _part(self, kind: type[W]) -> W:
        part = self.panel.findChild(kind)
        assert isinstance(part, kind)
        return part
