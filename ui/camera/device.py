"""What the panel knows of a camera, whoever gives its frames."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance


@dataclass(frozen=True, slots=True)
class Device:
    """A camera. ``faces_away``: it looks where its person looks, not at them."""

    id: str
    name: str
    faces_away: bool = False


class Source(Protocol):
    """Gives frames as ``QVideoFrame``: this computer's cameras, or what plays their part."""

    @property
    def frame_came(self) -> SignalInstance:
        """A frame is there."""

    @property
    def failed(self) -> SignalInstance:
        """There is no picture, or no longer one."""

    @property
    def devices_changed(self) -> SignalInstance:
        """A camera was plugged in or pulled out."""

    def ask(self, then: Callable[[bool], None]) -> None:
        """Ask for permission, and call ``then`` with the answer."""

    def devices(self) -> Sequence[Device]:
        """Give the cameras, the one to begin with first."""

    def start(self, device_id: str) -> None:
        """Give frames of a camera, in place of the one before."""

    def stop(self) -> None:
        """Give no more frames."""
