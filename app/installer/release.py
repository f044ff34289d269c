"""Steps of a release that nobody should do by eye; RELEASING.md tells when.

python -m app.installer.release check         is everything said that has to be said?
python -m app.installer.release sums FOLDER   write SHA256SUMS of the packages in a folder
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from app.version import VERSION

# Of its own, so that any Python can do these steps, without the packages of the build.
PROJECT: Final = Path(__file__).parents[2]
SUMS: Final = "SHA256SUMS"
_PACKAGES: Final = (".deb", ".tar.xz", ".dmg", ".exe", ".zip", ".cdx.json")
_HEADING: Final = re.compile(r"^## \[(?P<version>[^\]]+)\] - (?P<day>.+)$", re.MULTILINE)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def main(argv: Sequence[str]) -> int:
    """Do one of the steps; 0 if all is well."""
    reader = argparse.ArgumentParser(
        prog="app.installer.release",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    steps = reader.add_subparsers(required=True, dest="step")
    steps.add_parser("check")
    steps.add_parser("sums").add_argument("folder", type=Path)
    said = reader.parse_args(argv)
    if said.step == "sums":
        return _sums(said.folder)
    open_points = [*missing(PROJECT), *_unfinished(PROJECT)]
    for each in open_points:
        sys.stdout.write(f"{each}\n")
    if not open_points:
        sys.stdout.write(f"{VERSION} is ready: git tag --annotate v{VERSION}\n")
    return 1 if open_points else 0


def missing(project: Path) -> Iterator[str]:
    """Say what of the version is not told where it has to be."""
    told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if told["version"] != VERSION:
        yield f"pyproject.toml says {told['version']}, app/version.py {VERSION}. Make them one."
    heading = _HEADING.search((project / "CHANGELOG.md").read_text(encoding="utf-8"))
    if heading is None or heading["version"] != VERSION:
        yield f"CHANGELOG.md does not begin with {VERSION}. Give it a heading."
    elif not _DAY.fullmatch(heading["day"]):
        yield f"CHANGELOG.md calls {VERSION} “{heading['day']}”. Write the day instead."


def write_sums(folder: Path) -> Path | None:
    """Write the sums of all packages in a folder, as ``sha256sum --check`` reads them.

    Returns:
        The file, or nothing where there is no package.
    """
    packages = sorted(each for each in folder.iterdir() if each.name.endswith(_PACKAGES))
    if not packages:
        return None
    lines = (f"{_sum(each)}  {each.name}\n" for each in packages)
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    return folder / SUMS


def _sums(folder: Path) -> int:
    made = write_sums(folder) if folder.is_dir() else None
    if made is None:
        sys.stderr.write(f"{folder} holds no package. Build them first.\n")
        return 1
    sys.stdout.write(made.read_text(encoding="utf-8"))
    return 0


def _sum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _unfinished(project: Path) -> Iterator[str]:
    """Say what keeps this checkout from being what a tag would name."""
    if _said(project, "status", "--porcelain"):
        yield "Files are changed that no commit has. Commit them, or put them back."
    if _said(project, "tag", "--list", f"v{VERSION}"):
        yield f"v{VERSION} is tagged already. A new release needs a new version."


def _said(project: Path, *words: str) -> str:
    done = subprocess.run(  # noqa: S603 - git, named here
        ["git", *words],  # noqa: S607 - the one of whoever releases
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
