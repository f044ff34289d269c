"""Room on the disk that is held back beside an event, for the moment when the disk is full."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

RESERVE_BYTES = 64 * 1024 * 1024
"""Enough for hundreds of check-ins: SQLite needs room to bring them into the file, too."""
ROOM_TO_SPARE = 1024 * 1024 * 1024
ROOM_FOR_A_WRITE = 16 * 1024 * 1024
"""More than the largest transaction needs. With less the reserve goes before anything fails."""

_PIECE_BYTES = 1024 * 1024
_HIDDEN = 0x2


def reserve_of(file: Path) -> Path:
    """Give the place of an event's reserve; folders do not show it."""
    return file.with_name(f".{file.name}-reserve")


def hold_room(file: Path) -> bool:
    """Hold room back, if the disk has plenty; tell whether it is held."""
    reserve = reserve_of(file)
    try:
        # One that a crash left is as good, if it is whole.
        if not reserve.exists() or reserve.stat().st_size != RESERVE_BYTES:
            if shutil.disk_usage(file.parent).free < ROOM_TO_SPARE:
                return False
            _fill(reserve)
    except OSError:
        give_up_room(file)
        return False
    return True


def give_up_room(file: Path) -> bool:
    """Give the room back to the disk; tell whether any was held."""
    try:
        reserve_of(file).unlink()
    except OSError:
        return False
    return True


def is_nearly_full(file: Path) -> bool:
    """Tell whether the disk may be full before a transaction is through."""
    with suppress(OSError):
        return shutil.disk_usage(file.parent).free < ROOM_FOR_A_WRITE
    return False


def _fill(reserve: Path) -> None:
    """Write the reserve so that the disk has really set its room aside."""
    with reserve.open("wb") as stream:
        if sys.platform == "linux":
            os.posix_fallocate(stream.fileno(), 0, RESERVE_BYTES)
        else:
            for _ in range(RESERVE_BYTES // _PIECE_BYTES):
                stream.write(bytes(_PIECE_BYTES))
    if sys.platform == "win32":
        ctypes.WinDLL("kernel32").SetFileAttributesW(str(reserve), _HIDDEN)
