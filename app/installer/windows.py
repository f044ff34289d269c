"""What Windows installs: an installer for one account, and the program's folder as an archive."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.installer.folder import run
from app.installer.marks import MADE, PLACE, PROJECT, made_icon, made_picture
from app.version import VERSION

SCRIPT: Final = PROJECT / "resources" / "installer" / "matchdesk.iss"
_COMPILER: Final = Path("Inno Setup 6") / "ISCC.exe"
_FOLDERS: Final = ("ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA")
"""Variables of Windows that say where programs are."""


def compiler() -> str | None:
    """Give where Inno Setup's compiler is, if it is anywhere."""
    return shutil.which("ISCC") or next(map(str, _installed()), None)


def make_installer(folder: Path, out: Path, iscc: str) -> Path:
    """Make the installer of a program's folder.

    Args:
        folder: The program's folder.
        out: Where the installer is put.
        iscc: Inno Setup's compiler.

    Raises:
        BuildFailed: Inno Setup could not.
    """
    run(iscc, *arguments(folder, out))
    return out / f"matchdesk-{VERSION}-windows-setup.exe"


def arguments(folder: Path, out: Path) -> tuple[str, ...]:
    """Give what the compiler is told. It looks from where its script is, so paths are whole."""
    icon = made_icon(MADE / "matchdesk.ico")
    picture = made_picture(MADE / "matchdesk.bmp")
    places = {"Folder": folder, "Icon": icon, "Picture": picture, "Out": out}
    said = (f"/D{name}={place.resolve()}" for name, place in places.items())
    return ("/Qp", f"/DVersion={VERSION}", *said, str(SCRIPT))


def make_archive(folder: Path, out: Path) -> Path:
    """Pack the program's folder, for a stick or for who may not install anything."""
    base = out / f"matchdesk-{VERSION}-{PLACE}"
    return Path(shutil.make_archive(str(base), "zip", folder.parent, folder.name))


def _installed() -> Iterator[Path]:
    for name in _FOLDERS:
        place = os.environ.get(name)
        for below in (".", "Programs"):
            if place and (Path(place) / below / _COMPILER).is_file():
                yield Path(place) / below / _COMPILER
