"""Reading a camera's frames on a thread of their own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import monotonic

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from shiboken6 import isValid

from app.checkin.seeing import Reader, Sightings
from ui.camera.frames import grey_of, picture_of

_PICTURE = QSize(640, 640)
_PICTURE_EVERY_S = 1 / 15
"""Looking needs fewer pictures than reading: a colour picture costs more than a plain read."""


class FrameReader(QObject):
    """Reads frames as fast as it can, and of those that come meanwhile keeps the last.

    ``Jobs`` would queue them, and read a badge seconds after it was shown. As there, a bug is
    raised again on the GUI thread.
    """

    seen = Signal(str)
    """A badge is being held up that was not before."""
    crowded = Signal()
    """There are several codes in view, and none is clearly the one held up."""
    pictured = Signal(QImage)
    """What the camera sees, in colour, some times a second."""

    _broken = Signal(object)

    def __init__(
        self, clock: Callable[[], float] = monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="camera")
        self._lock = Lock()
        self._waiting: QVideoFrame | None = None
        self._reader = Reader()
        self._sightings = Sightings()
        self._picture_due = clock()
        self._broken.connect(self._raise)

    def take(self, frame: QVideoFrame) -> None:
        """Read a frame, unless another one comes before there is time to."""
        with self._lock:
            is_first = self._waiting is None
            self._waiting = frame
        if is_first:
            self._thread.submit(self._look)

    def _look(self) -> None:
        with self._lock:
            frame, self._waiting = self._waiting, None
        if frame is None or not isValid(self):
            return
        try:
            self._read(frame)
        except Exception as bug:  # noqa: BLE001 - handed over, not swallowed
            self._broken.emit(bug)

    def _read(self, frame: QVideoFrame) -> None:
        grey = grey_of(frame)
        if grey is None:
            return
        now = self._clock()
        sighting = self._sightings.look(self._reader.read(grey), now)
        if sighting.text:
            self.seen.emit(sighting.text)
        elif sighting.several:
            self.crowded.emit()
        if now >= self._picture_due:
            self._picture_due = now + _PICTURE_EVERY_S
            self.pictured.emit(picture_of(frame, _PICTURE))

    def _raise(self, bug: Exception) -> None:
        raise bug
