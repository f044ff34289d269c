"""What Linux installs: a package for Debian and its kin, and an archive for one account.

The package needs an administrator once, as packages do; the archive needs none. Neither touches
events: they are in the data folder of whoever made them, and stay there when the program goes.
"""

from __future__ import annotations

import platform
import shutil
import tarfile
from pathlib import Path
from typing import Final

from app.installer.folder import run, size
from app.installer.marks import LICENCES, PROJECT, write_icon
from app.version import VERSION

RESOURCES: Final = PROJECT / "resources" / "installer"
_HOME: Final = Path("opt/matchdesk")
PROGRAM: Final = "@PROGRAM@"
"""Stands in the menu entry for what starts the program; the archive's script knows where it is."""

_SIDES: Final = (32, 48, 64, 128, 256)
_ARCHITECTURES: Final = {"x86_64": "amd64", "aarch64": "arm64"}
_CONTROL: Final = """\
Package: matchdesk
Version: {version}
Architecture: {architecture}
Maintainer: The Matchdesk contributors <matchdesk@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: libcups2 | libcups2t64, cups-client, libwayland-cursor0, libwayland-egl1
Section: office
Priority: optional
Description: The desk of a matchmaking day
 Checks delegates in by QR code, plans and re-plans meetings while the day
 runs, prints badges and schedules, and exports the outcomes the same evening.
 Works without a network. An event is one file.
"""
_DEPENDS: Final = (
    "libc6 (>= 2.34)",
    "libglib2.0-0 | libglib2.0-0t64",
    "libpulse0",
    "libgl1",
    "libegl1",
    "libfontconfig1",
    "libdbus-1-3",
    "libxkbcommon0",
)
"""What of a desktop the program does not bring, for it has to be the machine's own."""

_AFTER: Final = """\
#!/bin/sh
set -e
for tell in "update-desktop-database -q" "update-mime-database /usr/share/mime" \\
        "gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor"; do
    if command -v "${tell%% *}" >/dev/null; then $tell || true; fi
done
"""


def make_package(folder: Path, out: Path) -> Path:
    """Make the ``.deb`` of a program's folder.

    Raises:
        BuildFailed: ``dpkg-deb`` could not.
    """
    root = out / "package"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / _HOME, symlinks=True)
    _put_into_menus(root / "usr" / "share", "matchdesk")
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "matchdesk").symlink_to(Path("/") / _HOME / "matchdesk")
    # Where people of Debian look for whose a package is.
    papers = root / "usr" / "share" / "doc" / "matchdesk"
    papers.mkdir(parents=True)
    (papers / "copyright").symlink_to(Path("/") / _HOME / LICENCES)
    control = root / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        _CONTROL.format(
            version=VERSION,
            architecture=architecture(),
            kilobytes=size(root) // 1024,
            depends=", ".join(_DEPENDS),
        ),
        encoding="utf-8",
    )
    for name in ("postinst", "postrm"):
        script = control / name
        script.write_text(_AFTER, encoding="utf-8")
        script.chmod(0o755)
    package = out / f"matchdesk_{VERSION}_{architecture()}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package))
    shutil.rmtree(root)
    return package


def make_archive(folder: Path, out: Path) -> Path:
    """Make the archive that an account without rights installs from, by the script in it."""
    archive = out / f"matchdesk-{VERSION}-linux-{platform.machine()}.tar.xz"
    top = f"matchdesk-{VERSION}"
    menus = out / "menus"
    shutil.rmtree(menus, ignore_errors=True)
    _put_into_menus(menus, PROGRAM)
    plain = archive.with_suffix("")
    with tarfile.open(plain, "w") as pack:
        pack.add(folder, f"{top}/program", filter=_of_nobody)
        pack.add(menus, f"{top}/share", filter=_of_nobody)
        for script in ("install.sh", "uninstall.sh"):
            pack.add(RESOURCES / script, f"{top}/{script}", filter=_of_nobody)
    shutil.rmtree(menus)
    run("xz", "--force", "--threads=0", str(plain))
    return archive


def architecture() -> str:
    """Name this machine's kind as Debian does."""
    return _ARCHITECTURES.get(platform.machine(), platform.machine())


def _put_into_menus(share: Path, program: str) -> None:
    """Write the menu entry, the icons, and what ``*.matchdesk`` is, below a ``share`` folder."""
    for folder in ("applications", "mime/packages"):
        (share / folder).mkdir(parents=True)
    entry = (RESOURCES / "matchdesk.desktop").read_text(encoding="utf-8")
    (share / "applications" / "matchdesk.desktop").write_text(
        entry.replace(PROGRAM, program), encoding="utf-8"
    )
    shutil.copy(RESOURCES / "matchdesk-mime.xml", share / "mime" / "packages" / "matchdesk.xml")
    for side in _SIDES:
        of_side = share / "icons" / "hicolor" / f"{side}x{side}"
        for kind, name in (("apps", "matchdesk"), ("mimetypes", "application-x-matchdesk")):
            (of_side / kind).mkdir(parents=True)
            write_icon(of_side / kind / f"{name}.png", side)
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copy(RESOURCES / "matchdesk.svg", scalable)


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who built it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry
