"""What comes with the program and is no Python package: what we know of it, and where it stands.

Written by hand in `resources/licences`: packages bring libraries with the work of others inside,
and most of them say nothing of it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, Final

RESOURCES: Final = Path(__file__).parents[2] / "resources"
FOLDER: Final = RESOURCES / "licences"


@dataclass(frozen=True, slots=True)
class Part:
    """Something of others that a package brings, or that stands among our own files.

    ``files`` are patterns of the libraries it is in, by their paths in the program's folder;
    ``read`` is where its notice was read, with the version. `resources/licences/README.md` tells
    the rest.
    """

    name: str
    licence: str
    source: str
    version: str = ""
    inside: str = ""
    systems: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    about: str = ""
    read: str = ""
    copyright: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carrier:
    """A package that brings libraries, as it was when somebody looked what is inside them.

    ``own`` are patterns of libraries with its own work, or with what its licence files tell;
    ``without`` are patterns of its licence files that tell of what is not aboard, and ``absent``
    are names of that kind in the bill of materials that it brings.
    """

    name: str
    version: str
    own: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """All that we know beyond what packages say."""

    preface: tuple[str, ...]
    expressions: Mapping[str, str]
    texts: Mapping[str, tuple[str, ...]]
    debian: Mapping[str, str]
    carriers: Mapping[str, Carrier]
    parts: tuple[Part, ...]

    def tells_of(self, library: str) -> bool:
        """Tell whether somebody said what is inside a library.

        Args:
            library: Its path in the program's folder, with slashes.
        """
        owned = (pattern for each in self.carriers.values() for pattern in each.own)
        brought = (pattern for each in self.parts for pattern in each.files)
        return fits(library, (*owned, *brought))


def known_parts() -> Known:
    """Read what is known."""
    general = _read(FOLDER / "parts.toml")
    brought = [_read(file) for file in sorted((FOLDER / "third_party").glob("*.toml"))]
    carriers = [Carrier(**each) for said in brought for each in said.get("package", ())]
    parts = [Part(**each) for said in (general, *brought) for each in said.get("part", ())]
    return Known(
        preface=general["preface"],
        expressions=general["expressions"],
        texts=general["texts"],
        debian=general["debian"],
        carriers={each.name: each for each in carriers},
        parts=tuple(parts),
    )


def known_texts() -> Mapping[str, str]:
    """Give the texts that stand in our folder, by their names."""
    files = [*FOLDER.glob("*.txt"), *(FOLDER / "third_party").glob("*.txt")]
    return {file.stem: file.read_text(encoding="utf-8") for file in sorted(files)}


@cache
def fits(path: str, patterns: tuple[str, ...]) -> bool:
    """Tell whether one of the patterns is that of a path; ``*`` is anything, slashes too."""
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def any_fits(paths: Iterable[str], patterns: tuple[str, ...]) -> bool:
    """Tell whether one of the paths has one of the patterns."""
    return any(fits(path, patterns) for path in paths)


def _read(file: Path) -> Mapping[str, Any]:
    """Give what a file says; what may not change afterwards has no lists."""
    content: Mapping[str, Any] = _frozen(tomllib.loads(file.read_text(encoding="utf-8")))
    return content


def _frozen(value: Any) -> Any:
    match value:
        case dict():
            return {key: _frozen(each) for key, each in value.items()}
        case list():
            return tuple(_frozen(each) for each in value)
        case _:
            return value
