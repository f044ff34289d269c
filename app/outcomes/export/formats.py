"""What an export and a hand back are written as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from app.errors import DeskError


class Format(StrEnum):
    """A kind of file, by the end of its name."""

    WORKBOOK = "xlsx"
    CSV = "csv"
    JSON = "json"
    CALENDAR = "ics"


class Separator(StrEnum):
    """What stands between the cells of CSV files."""

    COMMA = ","
    SEMICOLON = ";"
    TAB = "tab"

    @property
    def letter(self) -> str:
        """Give the letter itself."""
        return "\t" if self is Separator.TAB else self.value


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to write."""

    formats: tuple[Format, ...] = tuple(Format)
    separator: Separator = Separator.COMMA


class For(StrEnum):
    """Who takes check-ins back."""

    PRETIX = "pretix"
    ATTENDANCE = "attendance"
    """Anybody: who came, and when."""


ENDINGS: Final[Mapping[For, tuple[str, ...]]] = {
    For.PRETIX: (".csv", ".jsonl"),
    For.ATTENDANCE: (".csv", ".xlsx"),
}
"""What names of files may end in."""


@dataclass(frozen=True, slots=True)
class HandBackOrder:
    """For whom to write check-ins. ``lists`` are ids of pretix's check-in lists."""

    purpose: For = For.ATTENDANCE
    separator: Separator = Separator.COMMA
    lists: tuple[int, ...] = ()


@dataclass(eq=False)
class UnknownEnding(DeskError):
    """Nothing is written to files of such a name; ``endings`` are those that there are."""

    file: Path
    endings: tuple[str, ...]
