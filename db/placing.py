"""Putting a finished file into its place, for good."""

from __future__ import annotations

import ctypes
import os
import re
import sys
import time
from contextlib import suppress
from pathlib import Path

_TRIES = 10
_FIRST_PAUSE_S = 0.05
_LONGEST_PAUSE_S = 0.8

_LEFT_OVER = re.compile(
    r"\.unfinished-(?P<process>[1-9][0-9]{0,9})(-[0-9a-f]{32}|-[0-9]+)?(-[a-z]+)?$"
)
_MAY_BE_ASKED, _ACCESS_DENIED, _STILL_ACTIVE = 0x1000, 5, 259


def place(unfinished: Path, target: Path) -> None:
    """Rename a written file to its name, so that it stands there whole after a power cut too.

    A virus scanner or an indexer may hold either file for a moment (Windows); that is waited
    for, three seconds in all.

    Raises:
        OSError: The system does not let us. The target is as it was.
    """
    with unfinished.open("rb+") as stream:
        os.fsync(stream.fileno())
    pause = _FIRST_PAUSE_S
    for _ in range(_TRIES - 1):
        try:
            unfinished.replace(target)
        except PermissionError:
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE_S)
        else:
            break
    else:
        unfinished.replace(target)
    _sync_folder(target.parent)


def place_new(finished: Path, target: Path) -> None:
    """Give a finished file its name, unless something has that name; of two, one succeeds.

    Raises:
        FileExistsError: Something stands there. It is as it was.
        OSError: The system does not let us.
    """
    try:
        target.hardlink_to(finished)
    except FileExistsError:
        raise
    except OSError:
        # Sticks know no second name for a file (FAT). Whoever makes the empty one owns the name.
        target.touch(exist_ok=False)
        try:
            place(finished, target)
        except OSError:
            target.unlink()
            raise
    else:
        finished.unlink()
        _sync_folder(target.parent)


def remove_left_over(folder: Path) -> None:
    """Remove what was being written in a folder by programs that were killed.

    The name ends in the id of the process; while one of this id runs, the file stays.
    """
    for file in folder.glob("*.unfinished-*"):
        found = _LEFT_OVER.search(file.name)
        if found is not None and not is_running(int(found["process"])):
            # It may be another account's, or gone by now.
            with suppress(OSError):
                file.unlink()


def is_running(process: int) -> bool:
    """Tell whether there is a process of this id."""
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(_MAY_BE_ASKED, 0, ctypes.c_uint32(process)))
        if handle.value is None:
            return ctypes.get_last_error() == _ACCESS_DENIED
        status = ctypes.c_uint32()
        kernel.GetExitCodeProcess(handle, ctypes.byref(status))
        kernel.CloseHandle(handle)
        return status.value == _STILL_ACTIVE
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """Write the folder's list of names to the disk; Windows does so by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
