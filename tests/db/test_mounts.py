from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from db.mounts import (
    Mount,
    is_share,
    linux_mounts,
    macos_mounts,
    mount_of,
    network_drive,
)

LINUX = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
23 22 0:22 / /proc rw,relatime - proc proc rw
40 22 0:50 / /home rw shared:9 master:2 - btrfs /dev/sdb rw,subvol=/home
41 40 0:51 / /home/rasa/On\040the\040server rw - fuse.sshfs rasa@server: rw,user_id=1000
42 40 0:52 / /home/rasa/secret rw - fuse.gocryptfs /home/rasa/.secret rw
43 22 0:53 / /media/stick rw - fuseblk /dev/sdc1 rw
44 22 0:54 / /mnt/office rw - autofs systemd-1 rw
45 22 0:55 / /mnt/office rw - cifs //server/office rw
46 22 0:56 / /mnt/plan9 rw - 9p share rw
47 22 0:57 / /srv/nfs rw - nfs4 server:/srv rw
48 47 0:58 / /srv/nfs/fast rw - tmpfs tmpfs rw
"""

MACOS = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//rasa@server/office on /Volumes/office (hall 2) (smbfs, nodev, nosuid, mounted by rasa)
rasa@server: on /Volumes/ssh (macfuse, nodev, nosuid, synchronous, mounted by rasa)
/dev/disk5s1 on /Volumes/STICK (macfuse, local, synchronous)
"""


@pytest.mark.parametrize(
    ("folder", "kind", "remote"),
    [
        ("/srv", "ext4", False),
        ("/home/rasa", "btrfs", False),
        ("/home/rasa/On the server/event", "fuse.sshfs", True),
        ("/home/rasa/secret", "fuse.gocryptfs", False),
        ("/media/stick", "fuseblk", False),
        ("/mnt/office/event", "cifs", True),
        ("/mnt/plan9", "9p", True),
        ("/srv/nfs", "nfs4", True),
        ("/srv/nfs/fast", "tmpfs", False),
        ("/srv/nfs-not", "ext4", False),
    ],
)
def test_linux_says_which_folder_is_on_the_network(folder: str, kind: str, remote: bool) -> None:
    mount = mount_of(PurePosixPath(folder), list(linux_mounts(LINUX)))

    assert mount is not None
    assert (mount.kind, mount.remote) == (kind, remote)


@pytest.mark.parametrize(
    ("folder", "mount"),
    [
        ("/Users/rasa", Mount(PurePosixPath("/"), "apfs", remote=False)),
        (
            "/Volumes/office (hall 2)/x",
            Mount(PurePosixPath("/Volumes/office (hall 2)"), "smbfs", remote=True),
        ),
        ("/Volumes/ssh", Mount(PurePosixPath("/Volumes/ssh"), "macfuse", remote=True)),
        ("/Volumes/STICK", Mount(PurePosixPath("/Volumes/STICK"), "macfuse", remote=False)),
    ],
)
def test_macos_says_which_folder_is_on_the_network(folder: str, mount: Mount) -> None:
    assert mount_of(PurePosixPath(folder), list(macos_mounts(MACOS))) == mount


@pytest.mark.parametrize(
    ("folder", "share"),
    [
        ("C:\\Events", False),
        ("\\\\server\\office\\Events", True),
        ("//server/office/Events", True),
        ("\\\\?\\UNC\\server\\office\\Events", True),
        ("\\\\?\\C:\\Events", False),
    ],
)
def test_windows_says_which_path_names_another_computer(folder: str, share: bool) -> None:
    assert is_share(PureWindowsPath(folder)) is share


def test_a_table_that_cannot_be_read_says_nothing_against_a_folder() -> None:
    assert mount_of(PurePosixPath("/x"), list(linux_mounts("no table\n- \n"))) is None


def test_a_folder_of_this_computer_is_no_network_drive(tmp_path: Path) -> None:
    assert network_drive(tmp_path) == ""
