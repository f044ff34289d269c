"""Libraries of the system that came along for the sake of something which is left out itself."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping, Set
from typing import Final

from app.installer.contents import Entry

_LINKED: Final = re.compile(r"^\s*NEEDED\s+(\S+)$", re.MULTILINE)
_BESIDE_THE_PROGRAM: Final = re.compile(r"lib(?!python)[^/]*\.so[^/]*")


def without_orphans(entries: list[Entry]) -> list[Entry]:
    """Leave out what nothing that stays is linked to, and what only such are linked to.

    Only libraries right beside the program count, which are there for others' sake alone; what
    lies deeper belongs to a package that may load it by its name. Asks binutils: for Linux.

    Args:
        entries: Each begins with where it goes and the file it is.
    """
    links = {where: _links(file) for where, file, *_ in entries}
    while orphans := _orphans(links):
        links = {where: linked for where, linked in links.items() if where not in orphans}
    return [entry for entry in entries if entry[0] in links]


def _orphans(links: Mapping[str, Set[str]]) -> Set[str]:
    linked = frozenset().union(*links.values())
    return {each for each in links if _BESIDE_THE_PROGRAM.fullmatch(each)} - linked


def _links(file: str) -> Set[str]:
    """Name the libraries that a library is linked to; none where it is not one."""
    said = subprocess.run(  # noqa: S603 - a tool of the build
        ["objdump", "--private-headers", file],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return frozenset(_LINKED.findall(said.stdout))
