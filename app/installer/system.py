"""Whose the libraries are that the program takes along from the system it is built on."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from app.installer.bill import purl
from app.licences.book import Chapter, folded
from app.licences.gathering import Brought
from app.licences.parts import known_parts

_DOCUMENTS: Final = Path("/usr/share/doc")
_FOLDERS: Final = (Path("/lib"), Path("/usr/lib"), Path("/usr/local/lib"))
_WHOLE: Final = "What follows is said of all its source; libraries may be under some of it only."
_COMMON: Final = re.compile(r"/usr/share/common-licenses/([\w.+-]*[\w+])")


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """A package of the system, and the files of it that go along."""

    name: str
    version: str
    source: str
    files: tuple[str, ...]

    @property
    def purl(self) -> str:
        """What it is called in a bill of materials."""
        return purl(f"deb/debian/{quote(self.name, safe='')}", self.version)


def of_the_system(sources: Iterable[str]) -> list[Path]:
    """Give those of some files that lie where the system keeps libraries, each once."""
    files = {Path(each) for each in sources if each}
    return sorted(file for file in files if any(map(file.is_relative_to, _FOLDERS)))


def packages_of(files: Iterable[Path]) -> list[SystemPackage]:
    """Give the packages that files of the system belong to; none where there is no ``dpkg``."""
    whose: dict[str, list[str]] = {}
    for file, name in _owners(files) if shutil.which("dpkg-query") else ():
        whose.setdefault(name, []).append(file.name)
    return list(_described({name: tuple(whose[name]) for name in sorted(whose)}))


def notice_of(package: SystemPackage) -> Brought:
    """Give what a package's copyright file says, with the common texts that it refers to."""
    said = _DOCUMENTS / package.name / "copyright"
    text = said.read_text(encoding="utf-8", errors="replace") if said.is_file() else ""
    files = ", ".join(package.files)
    chapter = Chapter(
        name=f"{package.name} (Debian)",
        version=package.version,
        licence=_licence(package.source),
        source=f"https://packages.debian.org/source/{package.source}",
        notice=folded([f"Of this package, these go along: {files}. {_WHOLE}"]),
    )
    return Brought(chapter, {f"{package.source}, as Debian has it": text} | _common_texts(text))


def _licence(source: str) -> str:
    """Give the licence of a source's libraries; of one that nobody read, it is its own text."""
    said = known_parts().debian
    base = re.sub(r"-\d+$", "", source)
    return said.get(base) or f"LicenseRef-Debian-{re.sub(r'[^a-z0-9.]+', '-', base).strip('-')}"


def _common_texts(text: str) -> dict[str, str]:
    """Give the licences that a copyright file names by their place alone."""
    named = sorted(set(_COMMON.findall(text)))
    places = {name: Path("/usr/share/common-licenses") / name for name in named}
    # What a link leads to is named as well, or the text stands under two names.
    return {
        place.resolve().name: place.read_text(encoding="utf-8", errors="replace")
        for place in places.values()
        if place.is_file()
    }


def _owners(files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Name the package that brought each file, be it listed below ``/lib`` or ``/usr/lib``."""
    places = {file: _places(file) for file in files}
    asked = sorted({each for found in places.values() for each in found})
    said = _said("dpkg-query", "--search", *asked).splitlines() if asked else []
    owner = {
        place.strip(): names.partition(":")[0].partition(",")[0]
        for names, _, place in (line.rpartition(": ") for line in said)
    }
    for file, found in places.items():
        names = [owner[each] for each in found if each in owner]
        if names:
            yield file, names[0]


def _places(file: Path) -> tuple[str, ...]:
    real = str(file.resolve())
    return tuple(dict.fromkeys((str(file), real, real.removeprefix("/usr"))))


def _described(files: Mapping[str, tuple[str, ...]]) -> Iterator[SystemPackage]:
    if not files:
        return
    form = "${Package}\t${Version}\t${source:Package}\n"
    said = _said("dpkg-query", "--show", f"--showformat={form}", *files).splitlines()
    for name, version, source in (line.split("\t") for line in said):
        yield SystemPackage(name, version, source, files[name])


def _said(*command: str) -> str:
    """Give what a tool said, also where it did not know all that it was asked for."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout
