"""Putting a finished file into its place, for good."""

from __future__ import annotations

import os
import time
from pathlib import Path

_TRIES = 10
_FIRST_PAUSE_S = 0.05
_LONGEST_PAUSE_S = 0.8


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


def _sync_folder(folder: Path) -> None:
    """Write the folder's list of names to the disk; Windows does so by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
