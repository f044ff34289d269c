"""Whether a folder is on a stick or card, which somebody may pull at any time.

A disk in a case of its own, with a cable, is none: people work on those for years.
"""

from __future__ import annotations

import ctypes
import os
import plistlib
import subprocess
import sys
from pathlib import Path
from typing import Final
from xml.parsers.expat import ExpatError

_DRIVE_REMOVABLE: Final = 2
_PATIENCE_S: Final = 5.0
"""How long macOS may take to answer; a disk that sleeps has to wake up for it."""


def is_removable(folder: Path) -> bool:
    """Tell whether a folder is on a stick or card. What the system does not know is none."""
    if sys.platform == "win32":
        kind = ctypes.WinDLL("kernel32").GetDriveTypeW(ctypes.c_wchar_p(folder.anchor))
        return bool(kind == _DRIVE_REMOVABLE)
    if sys.platform == "darwin":
        # Nobody pulls the disk that all of an account is on. The others, macOS is asked of.
        at_home = folder.stat().st_dev == Path.home().stat().st_dev
        return not at_home and is_removable_disk(_told_by_macos(folder))
    return is_removable_device(folder.stat().st_dev, Path("/sys/dev/block"))


def is_removable_device(device: int, known: Path) -> bool:
    """Tell whether Linux calls a block device, or the whole one it is a part of, removable."""
    if sys.platform == "win32":
        return False
    entry = known / f"{os.major(device)}:{os.minor(device)}"
    if not entry.exists():
        return False
    own = entry.resolve()
    for folder in (own, own.parent):
        said = folder / "removable"
        if said.exists():
            return said.read_text(encoding="ascii").strip() == "1"
    return False


def is_removable_disk(answer: bytes) -> bool:
    """Tell whether what ``diskutil info -plist`` answers is of a stick or card.

    An image that was opened as a disk is called removable too, but nobody can pull it.
    """
    try:
        said = plistlib.loads(answer)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return False
    if not isinstance(said, dict) or said.get("BusProtocol") == "Disk Image":
        return False
    return bool(said.get("RemovableMedia", said.get("Removable", False)))


def _told_by_macos(folder: Path) -> bytes:
    """Ask macOS of the disk that a folder is on; it knows disks by where they are mounted."""
    try:
        point = next((each for each in (folder, *folder.parents) if os.path.ismount(each)), folder)
        return subprocess.run(  # noqa: S603 - a tool of the system, in its own place
            ["/usr/sbin/diskutil", "info", "-plist", str(point)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_S,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return b""
