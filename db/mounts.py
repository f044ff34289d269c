"""Which file system a folder is on, and whether it is another computer's.

SQLite's changes pass through memory that the desks of one computer share; over a network there
is no such memory, and two desks would damage the file.
"""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

_REMOTE = frozenset(
    {"nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "afs", "afpfs", "ncpfs"}
    | {"ceph", "glusterfs", "lustre", "davfs", "webdav", "ftp", "vboxsf", "vmhgfs"}
)
_REMOTE_FUSE = frozenset(
    {"sshfs", "davfs", "davfs2", "rclone", "s3fs", "gcsfuse", "curlftpfs", "smbnetfs", "gvfsd-fuse"}
    | {"glusterfs", "ceph-fuse", "google-drive-ocamlfuse", "onedriver", "vmhgfs-fuse", "kio-fuse"}
)
_FUSE_OF_MACOS = frozenset({"macfuse", "osxfuse", "fuse-t"})
_OCTAL = re.compile(r"\\([0-7]{3})")
_MACOS_LINE = re.compile(r"(?P<device>.+?) on (?P<point>/.*) \((?P<kind>[^,()]+)(?P<how>[^()]*)\)")
_DRIVE_REMOTE = 4


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system in its place. ``kind`` is the system's word for it, such as ``ext4``."""

    point: PurePosixPath
    kind: str
    remote: bool


def network_drive(folder: Path) -> str:
    """Give the kind of network drive that a folder is on; blank if it is on this computer."""
    if sys.platform == "win32":
        return _windows_share(folder)
    mount = mount_of(PurePosixPath(folder), list(_mounts()))
    return mount.kind if mount is not None and mount.remote else ""


def linux_mounts(mountinfo: str) -> Iterator[Mount]:
    """Read ``/proc/self/mountinfo``, in which a space of a name is an octal number."""
    for line in mountinfo.splitlines():
        place, separated, system = line.partition(" - ")
        if separated and len(place.split()) > 4:
            point = _OCTAL.sub(lambda octal: chr(int(octal[1], 8)), place.split()[4])
            kind = system.split()[0]
            of_fuse = kind.removeprefix("fuse.")
            remote = kind in _REMOTE or (of_fuse != kind and of_fuse in _REMOTE_FUSE)
            yield Mount(PurePosixPath(point), kind, remote)


def macos_mounts(listed: str) -> Iterator[Mount]:
    """Read what ``mount`` lists on macOS. FUSE says ``local`` of what is on this computer."""
    for line in listed.splitlines():
        found = _MACOS_LINE.fullmatch(line)
        if found is not None:
            kind, how = found["kind"], found["how"].split(", ")
            remote = kind in _REMOTE or (kind in _FUSE_OF_MACOS and "local" not in how)
            yield Mount(PurePosixPath(found["point"]), kind, remote)


def mount_of(folder: PurePosixPath, mounts: list[Mount]) -> Mount | None:
    """Give the file system of a folder: the innermost, and of several in one place the last."""
    around = [mount for mount in mounts if folder.is_relative_to(mount.point)]
    return max(reversed(around), key=lambda mount: len(mount.point.parts), default=None)


def is_share(folder: PurePath) -> bool:
    """Tell whether a Windows path names another computer."""
    drive = folder.drive.replace("/", "\\").upper()
    is_device = drive.startswith(("\\\\?\\", "\\\\.\\")) and not drive.startswith("\\\\?\\UNC\\")
    return drive.startswith("\\\\") and not is_device


def _mounts() -> Iterator[Mount]:
    if sys.platform == "darwin":
        run = subprocess.run(["/sbin/mount"], capture_output=True, check=False)
        return macos_mounts(run.stdout.decode(errors="surrogateescape"))
    mountinfo = Path("/proc/self/mountinfo")
    # Names of folders are bytes there. Without the table nothing is known against the folder.
    text = mountinfo.read_bytes().decode(errors="surrogateescape") if mountinfo.exists() else ""
    return linux_mounts(text)


def _windows_share(folder: Path) -> str:
    if is_share(folder):
        return "share"
    if sys.platform == "win32":
        kind = ctypes.WinDLL("kernel32").GetDriveTypeW(ctypes.c_wchar_p(folder.anchor))
        return "drive" if kind == _DRIVE_REMOTE else ""
    return ""
