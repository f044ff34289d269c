from __future__ import annotations

import os
import plistlib
import sys
from pathlib import Path
from typing import Any

import pytest

from db.removable import is_removable, is_removable_device, is_removable_disk

BOOT = {
    "BusProtocol": "Apple Fabric",
    "DeviceIdentifier": "disk3s5",
    "Ejectable": False,
    "FilesystemType": "apfs",
    "Internal": True,
    "MountPoint": "/System/Volumes/Data",
    "Removable": False,
    "RemovableMedia": False,
    "RemovableMediaOrExternalDevice": False,
}
STICK = {
    "BusProtocol": "USB",
    "DeviceIdentifier": "disk4s1",
    "Ejectable": True,
    "FilesystemType": "msdos",
    "Internal": False,
    "MountPoint": "/Volumes/STICK",
    "Removable": True,
    "RemovableMedia": True,
    "RemovableMediaOrExternalDevice": True,
}
CARD_IN_ITS_SLOT = {**STICK, "BusProtocol": "Secure Digital", "Internal": True}
DISK_WITH_A_CABLE = {**STICK, "Removable": False, "RemovableMedia": False}
IMAGE = {**STICK, "BusProtocol": "Disk Image", "MountPoint": "/Volumes/Matchdesk 0.1.0"}
OF_AN_OLDER_MACOS = {key: STICK[key] for key in ("BusProtocol", "Internal", "Removable")}
UNKNOWN_TO_MACOS = {"Error": True, "ErrorMessage": "Could not find disk: /Users"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (BOOT, False),
        (STICK, True),
        (CARD_IN_ITS_SLOT, True),
        (DISK_WITH_A_CABLE, False),
        (IMAGE, False),
        (OF_AN_OLDER_MACOS, True),
        (UNKNOWN_TO_MACOS, False),
        ([], False),
    ],
)
def test_macos_says_which_disk_is_a_stick_or_a_card(told: Any, expected: bool) -> None:
    assert is_removable_disk(plistlib.dumps(told)) is expected


@pytest.mark.parametrize("answer", [b"", b"Could not find disk", b"<plist>", b"bplist00", b"\xff"])
def test_an_answer_that_cannot_be_read_says_nothing_against_a_disk(answer: bytes) -> None:
    assert not is_removable_disk(answer)


def test_a_folder_of_this_computer_is_on_no_stick(tmp_path: Path) -> None:
    assert not is_removable(tmp_path)


@pytest.mark.parametrize(("said", "expected"), [("1\n", True), ("0\n", False)])
def test_a_stick_is_what_linux_calls_removable(tmp_path: Path, said: str, expected: bool) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows numbers no devices")
    device = os.makedev(8, 17)
    whole = tmp_path / "devices" / "sdb"
    (whole / "sdb1").mkdir(parents=True)
    (whole / "removable").write_text(said, encoding="ascii")
    (tmp_path / "8:17").symlink_to(whole / "sdb1")

    assert is_removable_device(device, tmp_path) is expected


def test_what_linux_does_not_know_is_no_stick(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows numbers no devices")
    assert not is_removable_device(os.makedev(0, 42), tmp_path)
