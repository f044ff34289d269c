"""How a hostile file is described, and put into a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

READS: Final = "reads"
NO_PEOPLE: Final = "no_people_found"

MIB: Final = 1024 * 1024
HEADER: Final = b"Name,E-mail,Company\n"
ADA: Final = b"Ada Lovelace,ada@example.org,Engine Works\n"
LIST: Final = HEADER + ADA


@dataclass(frozen=True, slots=True)
class HostileFile:
    """A file, and what must come of it: ``"reads"``, or the reason of its refusal."""

    name: str
    path: Path
    expected: str


@dataclass(frozen=True, slots=True)
class Hostile:
    """How to put one of them somewhere."""

    name: str
    expected: str
    put: Callable[[Path], object]

    def in_folder(self, folder: Path) -> HostileFile:
        path = folder / self.name
        self.put(path)
        return HostileFile(self.name, path, self.expected)


def holds(name: str, expected: str, content: Callable[[], bytes]) -> Hostile:
    return Hostile(name, expected, lambda path: path.write_bytes(content()))
