"""Getting frames from a camera to the reader, whatever happens to the camera meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from ui.camera.device import Device, Source
from ui.camera.states import State

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

    from ui.camera.worker import FrameReader

TAKEN_MS = 700
"""How long a read is shown: a badge may come every second."""
SEVERAL_MS = 1_000
"""How long it is said that there are several codes, after the last frame that had them."""
NO_PICTURE_MS = 5_000
"""How long a camera may give no frame before that is said."""


class Filming(QObject):
    """Films by the chosen camera, or by any if that one is not there.

    ``begin`` and ``rest`` are called as the panel comes into view and leaves it.
    """

    state_changed = Signal(State)
    devices_changed = Signal()
    pictured = Signal(QImage)
    scanned = Signal(str)

    def __init__(
        self,
        device_id: str,
        source: Callable[[], Source] | None,
        clock: Callable[[], float] = monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = State.OFF
        self.devices: Sequence[Device] = ()
        self.device: Device | None = None
        self._device_id = device_id
        self._make_source = source or _cameras
        self._clock = clock
        self._source: Source | None = None
        self._reader: FrameReader | None = None
        self._in_view = False
        self._calm = self._single_shot(self._be_calm)
        self._missing = self._single_shot(self._say_no_picture)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.rest)

    def begin(self) -> None:
        """Film, if somebody wants it and the system lets us."""
        self._in_view = True
        if self.state is State.OFF:
            return
        if self._source is None:
            self._source = self._connected_source()
        self._be(State.ASKING)
        self._source.ask(self._answered)

    def rest(self) -> None:
        """Film nobody, until ``begin``."""
        self._in_view = False
        if self.state is not State.OFF:
            self._stop()
            self._be(State.ASKING)

    def switch(self, *, on: bool) -> None:
        """Want the camera, or let go of it."""
        self._stop()
        self._be(State.ASKING if on else State.OFF)
        if on and self._in_view:
            self.begin()

    def use(self, device: Device) -> None:
        """Film by this camera, now and whenever it is there."""
        self._device_id = device.id
        self._start(device)

    def _connected_source(self) -> Source:
        # Qt's multimedia and the decoder take a while to load, and many desks have a scanner.
        from ui.camera.worker import FrameReader  # noqa: PLC0415

        source = self._make_source()
        self._reader = FrameReader(self._clock, self)
        source.frame_came.connect(self._take)
        source.failed.connect(self._say_no_picture)
        source.devices_changed.connect(self._look_for_cameras)
        self._reader.pictured.connect(self._show)
        self._reader.seen.connect(self._tell)
        self._reader.crowded.connect(self._say_several)
        return source

    def _answered(self, allowed: bool) -> None:
        if self.state is not State.ASKING or not self._in_view:
            return
        self._be(State.STARTING if allowed else State.REFUSED)
        self._look_for_cameras()

    def _look_for_cameras(self) -> None:
        if self._source is None or not self.state.is_allowed:
            return
        self.devices = self._source.devices()
        found = self._best()
        if found is None:
            self._stop()
            self._be(State.NO_CAMERA)
        elif found != self.device or self.state is State.NO_PICTURE:
            self._start(found)
        self.devices_changed.emit()

    def _best(self) -> Device | None:
        chosen = [device for device in self.devices if device.id == self._device_id]
        filming = [device for device in self.devices if device == self.device]
        return next(iter((*chosen, *filming, *self.devices)), None)

    def _start(self, device: Device) -> None:
        assert self._source is not None  # noqa: S101 - devices come from it
        self.device = device
        self._be(State.STARTING)
        self._missing.start(NO_PICTURE_MS)
        self._source.start(device.id)

    def _stop(self) -> None:
        self._missing.stop()
        self._calm.stop()
        self.device = None
        if self._source is not None:
            self._source.stop()

    # What is under way on the reader's thread may still arrive when the camera has stopped.

    def _take(self, frame: QVideoFrame) -> None:
        if self.device is not None and self._reader is not None:
            self._missing.start(NO_PICTURE_MS)
            self._reader.take(frame)

    def _show(self, picture: QImage) -> None:
        if self.device is not None:
            if self.state in (State.STARTING, State.NO_PICTURE):
                self._be(State.WATCHING)
            self.pictured.emit(picture)

    def _tell(self, text: str) -> None:
        if self.device is not None:
            self._be(State.TAKEN)
            self._calm.start(TAKEN_MS)
            self.scanned.emit(text)

    def _say_several(self) -> None:
        if self.device is not None and self.state is not State.TAKEN:
            self._be(State.SEVERAL)
            self._calm.start(SEVERAL_MS)

    def _say_no_picture(self) -> None:
        if self.device is not None:
            self._missing.stop()
            self._be(State.NO_PICTURE)

    def _be_calm(self) -> None:
        if self.state in (State.TAKEN, State.SEVERAL):
            self._be(State.WATCHING)

    def _be(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _single_shot(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer


def _cameras() -> Source:
    from ui.camera.source import CameraSource  # noqa: PLC0415 - see ``_connected_source``

    return CameraSource()
