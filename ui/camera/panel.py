"""The panel that reads badges by a camera."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import shorten
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.camera.device import Device, Source
from ui.camera.filming import Filming
from ui.camera.preview import Preview
from ui.camera.states import SAYINGS, State
from ui.common.buttons import Choice, SmallButton
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row

_NAME_LENGTH = 28
"""How many letters of a camera's name there is room for beside the Desk."""


class CameraPanel(Panel):
    """Shows a camera's picture and reads the badges that are held up to it.

    It is off until somebody switches it on, and films only while it can be seen: on another
    page it rests. ``device_id`` names the camera to begin with, as ``camera_chosen`` told it.
    """

    scanned = Signal(str)
    """A badge is being held up that was not before; what its code says."""
    camera_chosen = Signal(str)
    """Somebody chose a camera, which this names: remember it for the next start."""
    state_changed = Signal()
    """It stands otherwise with the camera; ``state`` says how."""
    switched = Signal(bool)
    """Somebody switched the camera on or off."""

    def __init__(
        self,
        look: Look,
        device_id: str = "",
        source: Callable[[], Source] | None = None,
        clock: Callable[[], float] = monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", parent)
        self._filming = Filming(device_id, source, clock, self)
        self._switch = SmallButton(look, "Switch on", "camera")
        self._preview = Preview(look)
        self._icon = Picture(look, "camera")
        self._said = Text("", BODY, wraps=True)
        self._choice = Choice(look)
        self._choice.setAccessibleName("Camera")
        self._choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        heading = row(Text("Camera", SECTION), None, self._switch)
        saying = row(self._icon, self._said)
        saying.setStretch(1, 1)
        saying.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        self.setLayout(
            column(heading, self._preview, saying, self._choice, gap=12, margins=(20, 16, 20, 20))
        )
        self._show_state(State.OFF)
        self._switch.clicked.connect(self._toggle)
        self._choice.activated.connect(self._choose)
        self._filming.state_changed.connect(self._show_state)
        self._filming.devices_changed.connect(self._list)
        self._filming.pictured.connect(self._preview.show_picture)
        self._filming.scanned.connect(self.scanned)

    @property
    def state(self) -> State:
        """How it stands with the camera."""
        return self._filming.state

    @property
    def is_on(self) -> bool:
        """Tell whether somebody wants the camera, also if there is none."""
        return self.state is not State.OFF

    def switch_on(self) -> None:
        """Use the camera, now or as soon as the panel is seen."""
        if not self.is_on:
            self._filming.switch(on=True)
            self.switched.emit(True)

    def switch_off(self) -> None:
        """Let go of the camera."""
        if self.is_on:
            self._filming.switch(on=False)
            self.switched.emit(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A minimised window is not another page: somebody may read on with it out of the way.
        if not event.spontaneous():
            self._filming.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._filming.rest()

    def _toggle(self) -> None:
        if self.is_on:
            self.switch_off()
        else:
            self.switch_on()

    def _choose(self, at: int) -> None:
        device = self._filming.devices[at]
        self._filming.use(device)
        self._choice.setToolTip(device.name)
        self.camera_chosen.emit(device.id)

    def _list(self) -> None:
        devices, device = self._filming.devices, self._filming.device
        self._choice.clear()
        self._choice.addItems(_names(devices))
        self._choice.setCurrentIndex(devices.index(device) if device else -1)
        self._choice.setToolTip(device.name if device else "")

    def _show_state(self, state: State) -> None:
        saying = SAYINGS[state]
        self._icon.show_icon(saying.icon, saying.colour)
        self._said.setText(saying.words)
        if state is State.STARTING and self._filming.device is not None:
            self._preview.show_picture(QImage())
            self._preview.mirrors = not self._filming.device.faces_away
        self._preview.show_taken(state is State.TAKEN)
        self._preview.setVisible(state.has_picture)
        self._choice.setVisible(state.has_picture or state is State.NO_PICTURE)
        self._switch.set_words("Switch off" if self.is_on else "Switch on")
        self.state_changed.emit()


def _names(devices: Sequence[Device]) -> list[str]:
    """Number cameras of the same name: two of one make are told apart by trying."""
    names = [shorten(device.name, _NAME_LENGTH, placeholder="…") for device in devices]
    return [
        f"{name} ({names[:at].count(name) + 1})" if names.count(name) > 1 else name
        for at, name in enumerate(names)
    ]
