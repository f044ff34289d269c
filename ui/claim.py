"""That one window alone works on an event; a second start on it brings that window to the front."""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS: Final = 1_000
_ANYBODY: Final = 0xFFFFFFFF


class Claim(QObject):
    """Holds an event for this window. ``wanted``: another start would like the window seen."""

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock: QLockFile | None = None
        self._bell = QLocalServer(self)
        self._bell.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._bell.newConnection.connect(self._hear)

    def take(self, file: Path) -> bool:
        """Hold an event, unless another window of this computer has it.

        Where no lock can stand beside the file, opening it says why.
        """
        lock = QLockFile(f"{file}-window")
        # Qt takes a lock over that is half a minute old, even from a program that still runs.
        lock.setStaleLockTime(0)
        if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
            return False
        self._lock = lock
        # Only who holds the lock hangs a bell: one that hangs there is left from the dead.
        QLocalServer.removeServer(_name(file))
        self._bell.listen(_name(file))
        return True

    def give_up(self) -> None:
        """Let others have it."""
        self._bell.close()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _hear(self) -> None:
        caller = self._bell.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        caller.disconnectFromServer()
        self.wanted.emit()


def ring(file: Path) -> bool:
    """Ask the window that holds an event to come to the front; tell whether one heard it."""
    caller = QLocalSocket()
    if sys.platform == "win32":
        # Windows lets a program come to the front only if the one that was just started allows it.
        ctypes.WinDLL("user32").AllowSetForegroundWindow(ctypes.c_uint32(_ANYBODY))
    caller.connectToServer(_name(file))
    is_heard = caller.waitForConnected(_WAIT_MS)
    caller.disconnectFromServer()
    return is_heard


def _name(file: Path) -> str:
    """Name the bell after the event and the account, so that no two share one."""
    whose = f"{os.environ.get('USERNAME') or os.environ.get('USER') or ''}\0{file.resolve()}"
    return f"matchdesk-{hashlib.sha256(whose.encode()).hexdigest()[:24]}"
