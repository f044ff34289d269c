"""Makes what this platform installs: ``desk.py build [--out FOLDER] [--only folder|packages]``."""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.installer import linux, macos, windows
from app.installer.folder import BuildFailed, made_folder, make_folder, size
from app.installer.marks import BILL, PROJECT

_MB = 1_000_000
_MADE = {
    "Linux": "the .deb and the archive for Linux",
    "Windows": "the installer for Windows",
    "Darwin": "the image for macOS",
}


def main(argv: Sequence[str]) -> int:
    """Build, and say what was made, how large it is, and what could not be made here."""
    reader = argparse.ArgumentParser(prog="desk.py build", description=__doc__)
    reader.add_argument("--out", type=Path, default=PROJECT / "dist", help="where it is put")
    reader.add_argument(
        "--only",
        choices=["folder", "packages"],
        help="the program alone, or packages alone of what was built and signed before",
    )
    said = reader.parse_args(argv)
    try:
        is_built = said.only == "packages"
        folder = made_folder(said.out) if is_built else make_folder(said.out)
        _tell(folder, size(folder))
        for package in () if said.only == "folder" else _packages(folder, said.out):
            _tell(package, package.stat().st_size)
    except BuildFailed as problem:
        sys.stderr.write(f"{problem}\nNothing was finished.\n")
        return 3
    return 0


def _packages(folder: Path, out: Path) -> Iterator[Path]:
    """Make what this platform installs, and say what it cannot make."""
    match platform.system():
        case "Linux":
            yield linux.make_archive(folder, out)
            if shutil.which("dpkg-deb"):
                yield linux.make_package(folder, out)
            else:
                _say("No .deb was made: there is no dpkg-deb here.")
        case "Windows":
            yield windows.make_archive(folder, out)
            iscc = windows.compiler()
            if iscc is None:
                _say("No installer was made: there is no Inno Setup 6 here.")
            else:
                yield windows.make_installer(folder, out, iscc)
        case "Darwin":
            yield macos.make_image(folder, out)
    shutil.copy(folder / BILL, out / BILL)
    yield out / BILL
    others = (what for system, what in _MADE.items() if system != platform.system())
    _say(f"Not made here, for it takes that system: {', '.join(others)}.")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _tell(made: Path, many: int) -> None:
    _say(f"{made}  {many / _MB:.1f} MB" if many < _MB else f"{made}  {many / _MB:.0f} MB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
