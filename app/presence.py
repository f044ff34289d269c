"""How Windows knows the installed program, and its setup that it runs."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

RUNS: Final = "Matchdesk-runs"
"""Stands while any part of the program runs; setup waits for its end: ``AppMutex`` there."""
IDENTITY: Final = "org.matchdesk.Matchdesk"
"""What windows are told together by in the taskbar, as the start menu's entry says it."""

_PARENT: Final = 0xFFFFFFFF


def announce() -> None:
    """Let Windows know that the program runs, and which it is; other systems need no word."""
    if sys.platform == "win32":
        # The name stands as long as the process; nobody closes it before.
        ctypes.WinDLL("kernel32").CreateMutexW(None, 0, ctypes.c_wchar_p(RUNS))
        ctypes.WinDLL("shell32").SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(IDENTITY))


def speak(*, is_command: bool) -> None:
    """Give the program that has a window and no console something to write to.

    A command that was called from a console answers there; what else writes, writes to nobody.
    """
    if sys.stdout is not None and sys.stderr is not None:
        return
    place = os.devnull
    if sys.platform == "win32" and is_command:
        has_console = ctypes.WinDLL("kernel32").AttachConsole(ctypes.c_uint32(_PARENT))
        place = "CONOUT$" if has_console else os.devnull
    # It is open until the process ends, as these streams are.
    stream = Path(place).open("w", encoding="utf-8", errors="replace")  # noqa: SIM115
    sys.stdout = sys.stdout or stream
    sys.stderr = sys.stderr or stream
