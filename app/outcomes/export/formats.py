"""What an export is written as."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
