"""What is described in files: what comes with the program, and what this desk has beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from app.errors import DeskError
from app.files import make_folder, written_whole
from app.printing.described import Fault

SUFFIX = ".toml"


class Named(Protocol):
    """What has a name."""

    @property
    def name(self) -> str:
        """How it is called."""


D = TypeVar("D", bound=Named)
R = TypeVar("R", bound=DeskError)


@dataclass(frozen=True, slots=True)
class Offered(Generic[D, R]):
    """What there is, by name, that of the program first, and which files are no use, by name."""

    known: Mapping[str, D]
    unusable: Mapping[str, R]
    unknown: Callable[[str, tuple[str, ...]], DeskError] = field(repr=False)

    def named(self, name: str) -> D:
        """Give one; refuse with why it is no use, or that it is ``unknown``."""
        if name in self.known:
            return self.known[name]
        if name in self.unusable:
            raise self.unusable[name]
        raise self.unknown(name, tuple(self.known))


@dataclass(frozen=True, slots=True)
class Shelf(Generic[D, R]):
    """Files of one kind, one for each name.

    ``bundled`` is where those of the program are, which are the ``usual`` ones; ``own`` is this
    desk's folder, which may not exist yet. ``read`` raises ``refused``.
    """

    bundled: Path
    own: Path
    usual: Mapping[str, D]
    read: Callable[[Path], D]
    refused: type[R]
    taken: Callable[[Path, Fault], R]
    unknown: Callable[[str, tuple[str, ...]], DeskError]

    def offered(self) -> Offered[D, R]:
        """Read what this desk has, beside what comes with the program."""
        own: dict[str, D] = {}
        unusable: dict[str, R] = {}
        for file in sorted(self.own.glob(f"*{SUFFIX}")):
            try:
                own[file.stem] = self._read(file)
            except self.refused as refusal:
                unusable[file.stem] = refusal
        return Offered({**self.usual, **own}, unusable, self.unknown)

    def keep(self, file: Path) -> D:
        """Keep a described one for this desk, in place of its own one of this name.

        Raises:
            FileNotWritten: The system did not let us.
        """
        read = self._read(file)
        self.write(read.name, file.read_bytes())
        return read

    def write(self, name: str, content: bytes) -> None:
        """Put a description into this desk's folder, where nobody reads half of it."""
        make_folder(self.own)
        with written_whole(self.own / f"{name}{SUFFIX}") as stream:
            stream.write(content)

    def hand_out(self, name: str, file: Path) -> D:
        """Write a description to a file, as one to change.

        Raises:
            FileNotWritten: The system did not let us.
        """
        one = self.offered().named(name)
        folder = self.bundled if name in self.usual else self.own
        content = (folder / f"{name}{SUFFIX}").read_bytes()
        with written_whole(file) as stream:
            stream.write(content)
        return one

    def _read(self, file: Path) -> D:
        if file.stem in self.usual:
            raise self.taken(file, Fault.NAME_TAKEN)
        return self.read(file)
