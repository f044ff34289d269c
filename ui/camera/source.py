"""The cameras of this computer.

Importing this loads Qt's multimedia (60 ms, and as much again to look for cameras): the panel
does when the camera is switched on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt, Signal
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

from ui.camera.device import Device

_DOTS = 1280 * 720
_FRAMES_A_SECOND = 30


class CameraSource(QObject):
    """Gives the frames of one camera at a time."""

    frame_came = Signal(QVideoFrame)
    failed = Signal()
    """The camera gives no picture, or stopped giving any."""
    devices_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._media = QMediaDevices(self)
        self._session = QMediaCaptureSession(self)
        self._sink = QVideoSink(self)
        self._session.setVideoSink(self._sink)
        self._camera: QCamera | None = None
        self._media.videoInputsChanged.connect(self.devices_changed)
        self._sink.videoFrameChanged.connect(self.frame_came)

    def ask(self, then: Callable[[bool], None]) -> None:
        """Ask the system, which may ask the person, whether the camera may be used."""
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101 - a camera is shown in a window
        wish = QCameraPermission()
        granted = Qt.PermissionStatus.Granted
        now = application.checkPermission(wish)
        if now is not Qt.PermissionStatus.Undetermined:
            then(now is granted)
            return
        application.requestPermission(
            wish, self, lambda: then(application.checkPermission(wish) is granted)
        )

    def devices(self) -> tuple[Device, ...]:
        """Give the cameras, the system's favourite first."""
        first = QMediaDevices.defaultVideoInput()
        found = sorted(QMediaDevices.videoInputs(), key=lambda one: one != first)
        away = QCameraDevice.Position.BackFace
        return tuple(
            Device(_id(one), one.description(), faces_away=one.position() is away) for one in found
        )

    def start(self, device_id: str) -> None:
        """Give frames of a camera, in place of the one before."""
        self.stop()
        for device in QMediaDevices.videoInputs():
            if _id(device) == device_id:
                self._open(device)
                return
        self.failed.emit()

    def stop(self) -> None:
        """Give no more frames, and let other programs have the camera."""
        if self._camera is None:
            return
        self._camera.stop()
        self._session.setCamera(None)  # type: ignore[arg-type] # none is what Qt documents
        self._camera.deleteLater()
        self._camera = None

    def _open(self, device: QCameraDevice) -> None:
        self._camera = QCamera(device, self)
        formats = device.videoFormats()
        if formats:
            self._camera.setCameraFormat(min(formats, key=_unfitness))
        self._camera.errorOccurred.connect(self._fail)
        self._session.setCamera(self._camera)
        self._camera.start()

    def _fail(self) -> None:
        self.failed.emit()


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "backslashreplace")


def _unfitness(form: QCameraFormat) -> tuple[float, float, bool]:
    """Tell how far a format is from what reading wants: detail enough, often, not packed."""
    size = form.resolution()
    packed = form.pixelFormat() is QVideoFrameFormat.PixelFormat.Format_Jpeg
    too_slow = max(0.0, _FRAMES_A_SECOND - form.maxFrameRate())
    return abs(size.width() * size.height() - _DOTS), too_slow, packed
