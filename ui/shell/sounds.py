"""Two sounds, so that a desk hears what a scan came to without looking."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from ctypes import CDLL
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

from ui.common.look import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

ACCEPTED, REFUSED = "accepted", "refused"


class Sounds(QObject):
    """Plays a sound if they are on and the computer has something to play it with.

    Qt's part for sound is loaded when a sound is first to be heard, or by ``load`` at a quiet
    moment before: it takes longer than a scan may.
    """

    def __init__(self, *, on: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = on
        self._effects: dict[str, QSoundEffect] | None = None

    @property
    def has_device(self) -> bool:
        """Tell whether anything could be heard."""
        self.load()
        return bool(self._effects)

    def accepted(self) -> None:
        """Somebody was let in."""
        self._play(ACCEPTED)

    def refused(self) -> None:
        """Somebody was not let in, or the scan said nothing."""
        self._play(REFUSED)

    def tell(self, good: bool) -> None:
        """Let be heard whether a scan led to something."""
        (self.accepted if good else self.refused)()

    def load(self) -> None:
        """Get the sounds ready."""
        if self._effects is None:
            self._effects = _effects(self)

    def _play(self, name: str) -> None:
        if not self.on:
            return
        self.load()
        effect = (self._effects or {}).get(name)
        if effect is not None:
            effect.play()


def load_library() -> None:
    """Load Qt's part for sound, which takes a tenth of a second; on any thread.

    Python's side of it is not for any thread.
    """
    found = find_spec("PySide6.QtMultimedia") if _has_server() else None
    if found is not None and found.origin is not None:
        # The system's own library for sound may be missing (libpulse on Linux).
        with suppress(OSError):
            CDLL(found.origin)


def _effects(parent: QObject) -> dict[str, QSoundEffect]:
    if not _has_server():
        return {}
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415 - see above
    except ImportError:
        return {}
    if QMediaDevices.defaultAudioOutput().isNull():
        return {}
    effects = {}
    for name in (ACCEPTED, REFUSED):
        effect = QSoundEffect(parent)
        effect.setSource(QUrl.fromLocalFile(str(RESOURCES / "sounds" / f"{name}.wav")))
        effects[name] = effect
    return effects


def _has_server() -> bool:
    """Tell whether there is a server of sound to ask. Qt waits for one, and warns without it."""
    if sys.platform != "linux":
        return True
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    return "PULSE_SERVER" in os.environ or (runtime / "pulse" / "native").exists()
