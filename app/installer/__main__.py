"""Makes what this platform installs: ``desk.py build [--out FOLDER] [--only folder]``."""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.installer import linux
from app.installer.folder import BuildFailed, make_folder, size
from app.installer.marks import PROJECT

_MB = 1_000_000


def main(argv: Sequence[str]) -> int:
    """Build, and say what was made, how large it is, and what could not be made here."""
    reader = argparse.ArgumentParser(prog="desk.py build", description=__doc__)
    reader.add_argument("--out", type=Path, default=PROJECT / "dist", help="where it is put")
    reader.add_argument(
        "--only", choices=["folder"], help="the program alone, without packages to install it from"
    )
    said = reader.parse_args(argv)
    try:
        folder = make_folder(said.out)
        _tell(folder, size(folder))
        for package in () if said.only else _packages(folder, said.out):
            _tell(package, package.stat().st_size)
    except BuildFailed as problem:
        sys.stderr.write(f"{problem}\nNothing was finished.\n")
        return 3
    return 0


def _packages(folder: Path, out: Path) -> Iterator[Path]:
    if platform.system() == "Linux":
        yield linux.make_archive(folder, out)
        if shutil.which("dpkg-deb"):
            yield linux.make_package(folder, out)
        else:
            sys.stdout.write("no .deb: there is no dpkg-deb here\n")


def _tell(made: Path, many: int) -> None:
    sys.stdout.write(f"{made}  {many / _MB:.0f} MB\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
