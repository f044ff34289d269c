"""What macOS installs: an image with the application, to be dragged into Applications.

PyInstaller signs the application, in nobody's name, so that it starts. Before others can open it
without a detour, whoever publishes it signs it with theirs and has Apple notarise it: RELEASING.md.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Final

from app.installer.folder import run
from app.installer.marks import BILL, LICENCES, PLACE
from app.version import VERSION

APPLICATION: Final = "Matchdesk.app"
OLDEST: Final = "14.4"
"""The oldest macOS that Qt's libraries say they run on; ``otool -l`` shows it as ``minos``."""

_EVENT: Final = "org.matchdesk.event"
FACTS: Final[dict[str, Any]] = {
    "CFBundleVersion": VERSION,
    "LSApplicationCategoryType": "public.app-category.business",
    "LSMinimumSystemVersion": OLDEST,
    "NSHighResolutionCapable": True,
    "NSHumanReadableCopyright": "MIT License; see Licences under Help",
    # macOS ends a program that asks for the camera and does not say why.
    "NSCameraUsageDescription": "The camera reads the codes of badges.",
    # A double click finds the application by the type, so the type is told to macOS as well.
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": _EVENT,
            "UTTypeDescription": "Matchdesk event",
            "UTTypeConformsTo": ["public.data", "public.content"],
            "UTTypeTagSpecification": {
                "public.filename-extension": ["matchdesk"],
                "public.mime-type": ["application/x-matchdesk"],
            },
        }
    ],
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Matchdesk event",
            "CFBundleTypeIconFile": "matchdesk.icns",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [_EVENT],
        }
    ],
}
"""What macOS is told of the application, beside what PyInstaller tells it."""


def make_image(folder: Path, out: Path) -> Path:
    """Make the ``.dmg`` of the application that stands beside a program's folder.

    Raises:
        BuildFailed: The application's signature does not hold, or ``hdiutil`` could not.
    """
    run("codesign", "--verify", "--deep", "--strict", str(out / APPLICATION))
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
    shutil.copytree(out / APPLICATION, stage / APPLICATION, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    for name in (LICENCES, BILL):
        shutil.copy(folder / name, stage / name)
    return stage
