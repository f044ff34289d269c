"""What the Desk's field says of the scanner, and of the camera while no scanner is known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject

from ui.camera.panel import CameraPanel
from ui.camera.states import State
from ui.common.times import Times
from ui.desk.lamp import Lamp
from ui.scanner.standing import ScannerWatch, Standing

_OF_SCANNER: Mapping[Standing, tuple[str, str]] = MappingProxyType(
    {
        Standing.UNKNOWN: ("Waiting for a scanner", ""),
        Standing.READY: ("Scanner ready", "ok"),
        Standing.GARBLED: ("Scanner garbled: test it", "warn"),
    }
)
_OF_CAMERA: Mapping[State, tuple[str, str]] = MappingProxyType(
    {
        State.ASKING: ("Camera is starting", ""),
        State.STARTING: ("Camera is starting", ""),
        State.WATCHING: ("Camera ready", "ok"),
        State.TAKEN: ("Camera ready", "ok"),
        State.SEVERAL: ("Camera ready", "ok"),
    }
)
"""Of what is wrong with a camera its own panel tells."""
_TEST = "Press to test the scanner."


class ScannerLight(QObject):
    """Keeps a lamp true, for as long as the lamp is there."""

    def __init__(
        self, scanner: ScannerWatch, camera: CameraPanel, lamp: Lamp, times: Times
    ) -> None:
        super().__init__(lamp)
        self._scanner = scanner
        self._camera = camera
        self._lamp = lamp
        self._times = times
        scanner.changed.connect(self._show)
        camera.state_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        seen = self._scanner.seen
        words, tone = _OF_SCANNER[seen.standing]
        if seen.standing is Standing.UNKNOWN:
            words, tone = _OF_CAMERA.get(self._camera.state, (words, tone))
        self._lamp.show_state(words, tone, f"{self._said()} {_TEST}")

    def _said(self) -> str:
        seen = self._scanner.seen
        if seen.at is None:
            return "No scan has come yet."
        at = self._times.of_day(seen.at)
        if seen.standing is Standing.READY:
            return f"The last scan was read at {at}."
        return f"Letters of the last scan were lost or changed, at {at}."
