"""What the installed program is known by: its name, its version, its icon."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Final

from PIL import Image

from app.version import VERSION

PROJECT: Final = Path(__file__).parents[2]
MADE: Final = PROJECT / "build" / "marks"
"""Where icons and the like are made, for PyInstaller to read."""

_SYSTEMS: Final = {"Windows": "windows", "Darwin": "macos"}
ABOARD: Final = "resources/licences"
"""Where the program finds its papers, within what it brings."""

LICENCES: Final = "LICENCES.txt"
PLACE: Final = f"{_SYSTEMS.get(platform.system(), 'linux')}-{platform.machine().lower()}"
"""What the program is built on and runs on, as names of files say it."""

BILL: Final = f"matchdesk-{VERSION}-{PLACE}.cdx.json"
ICON: Final = PROJECT / "resources" / "installer" / "matchdesk.png"
_PICTURE: Final = 138
"""How wide the picture on a setup's pages is on the finest screens; others get it smaller."""

_IN_PICTURE: Final = 0.7
"""How much of that picture's side the icon fills."""

_OF_MACOS: Final = 824 / 1024
"""How much of their side icons fill on macOS; one that fills all looks too large there."""

_SIDES: Final = (16, 24, 32, 48, 64, 128, 256)
_VERSION_FILE: Final = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'The Matchdesk contributors'),
      StringStruct('FileDescription', 'Matchdesk, the desk of a matchmaking day'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', '{program}'),
      StringStruct('LegalCopyright', 'MIT License; see Licences under Help'),
      StringStruct('OriginalFilename', '{program}.exe'),
      StringStruct('ProductName', 'Matchdesk'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])
  ]
)
"""


def icon_file() -> str | None:
    """Give the icon in the form that this platform's programs carry; nothing where none does."""
    ending = {"Windows": ".ico", "Darwin": ".icns"}.get(platform.system())
    return None if ending is None else str(made_icon(MADE / f"matchdesk{ending}"))


def made_icon(file: Path) -> Path:
    """Make the icon as ICO or ICNS, as the file's ending says; it holds all usual sizes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(ICON) as icon:
        if file.suffix == ".ico":
            icon.save(file, sizes=[(side, side) for side in _SIDES])
        else:
            _with_margin(icon, _OF_MACOS).save(file)
    return file


def made_picture(file: Path) -> Path:
    """Make the icon as BMP on white, as the head of a setup's pages shows it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(ICON) as icon:
        small = _with_margin(icon, _IN_PICTURE).resize((_PICTURE, _PICTURE))
        page = Image.new("RGB", small.size, "white")
        page.paste(small, mask=small)
        page.save(file)
    return file


def _with_margin(icon: Image.Image, filled: float) -> Image.Image:
    """Leave room around an icon, so that it fills that much of its side."""
    side = icon.width
    inner = round(side * filled)
    framed = Image.new("RGBA", icon.size)
    place = (side - inner) // 2
    framed.paste(icon.resize((inner, inner), Image.Resampling.LANCZOS), (place, place))
    return framed


def write_icon(file: Path, side: int) -> None:
    """Write the icon as PNG, so many pixels wide and high."""
    with Image.open(ICON) as icon:
        icon.resize((side, side), Image.Resampling.LANCZOS).save(file)


def version_file(program: str) -> str | None:
    """Write what Windows shows under the details of a program; nothing elsewhere."""
    if platform.system() != "Windows":
        return None
    file = MADE / f"{program}-version.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(version_text(program), encoding="utf-8")
    return str(file)


def version_text(program: str) -> str:
    """Give the details of a program as PyInstaller reads them."""
    numbers = (*map(int, VERSION.split(".")), 0)
    return _VERSION_FILE.format(numbers=numbers, version=VERSION, program=program)
