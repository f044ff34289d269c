"""Files that try to break an import: bombs, fakes, ruins. Each is made anew where it is used."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from tests.hostile_making import NO_PEOPLE, READS, Hostile, HostileFile
from tests.hostile_places import PLACES, POSIX_PLACES
from tests.hostile_texts import OTHERS, TEXTS
from tests.hostile_workbooks import ARCHIVES, SHEETS

__all__ = ["HOSTILE", "NO_PEOPLE", "READS", "Hostile", "HostileFile", "hostile_files"]

HOSTILE: Final = (
    *TEXTS,
    *OTHERS,
    *ARCHIVES,
    *SHEETS,
    *PLACES,
    *(POSIX_PLACES if os.name == "posix" else ()),
)


def hostile_files(folder: Path) -> list[HostileFile]:
    """Put all of them in a folder: more than a hundred, about 200 MB."""
    return [each.in_folder(folder) for each in HOSTILE]
