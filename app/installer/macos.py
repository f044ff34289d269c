"""What macOS installs: an image with the application, to be dragged into Applications.

PyInstaller signs the application for this machine alone. Before others can open it without a
detour, whoever publishes it signs it with their name and has Apple notarise it: RELEASING.md.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from app.installer.folder import run
from app.installer.marks import BILL, LICENCES, PLACE
from app.version import VERSION


def make_image(folder: Path, out: Path) -> Path:
    """Make the ``.dmg`` of the application that stands beside a program's folder.

    Raises:
        BuildFailed: ``hdiutil`` could not.
    """
    image = out / f"matchdesk-{VERSION}-{PLACE}.dmg"
    stage = laid_out(folder, out)
    run(
        *("hdiutil", "create", "-quiet", "-ov", "-format", "UDZO"),
        *("-volname", f"Matchdesk {VERSION}", "-srcfolder", str(stage), str(image)),
    )
    shutil.rmtree(stage)
    return image


def laid_out(folder: Path, out: Path) -> Path:
    """Give a folder with what the image shows: the application, where it goes, its papers."""
    stage = out / "image"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    # Links in an application are part of its signature.
    shutil.copytree(out / "Matchdesk.app", stage / "Matchdesk.app", symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    for name in (LICENCES, BILL):
        shutil.copy(folder / name, stage / name)
    return stage
