"""Places where a file is expected and something else is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.hostile_making import LIST, READS, Hostile, holds


def _link(target: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(target)


def _link_to_a_list(path: Path) -> None:
    path.with_suffix(".target").write_bytes(LIST)
    path.symlink_to(path.with_suffix(".target"))


def _not_there(path: Path) -> None:
    """Put nothing."""


def _locked(path: Path) -> None:
    path.write_bytes(LIST)
    path.chmod(0)


def _posix_places() -> tuple[Hostile, ...]:
    if sys.platform == "win32":
        return ()
    return (
        Hostile("pipe.csv", "not_a_file", os.mkfifo),
        Hostile("endless.csv", "not_a_file", _link("/dev/zero")),
        Hostile("dangling.csv", "missing", _link("nowhere.csv")),
        Hostile("loop.csv", "missing", _link("loop.csv")),
        Hostile("link.csv", READS, _link_to_a_list),
        Hostile("locked.csv", "no_permission" if os.geteuid() else READS, _locked),
        holds("two\nlines.csv", READS, lambda: LIST),
    )


PLACES: Final = (
    Hostile("missing.csv", "missing", _not_there),
    Hostile("folder.csv", "not_a_file", Path.mkdir),
    Hostile("no/such/folder.csv", "missing", _not_there),
    holds("CON.csv", READS, lambda: LIST),
    holds("..%2f..%2fetc%2fpasswd.csv", READS, lambda: LIST),
    holds("-rf ~; $(x) 'ä'.csv", READS, lambda: LIST),
)

POSIX_PLACES: Final = _posix_places()
