"""What the desk is told when a registration file can't be read."""

from __future__ import annotations

from dataclasses import dataclass

from app.delegates.reading.limits import Reason
from app.errors import DeskError


@dataclass(eq=False)
class FileRefused(DeskError):
    """The file is broken, dangerous, too large, or of a kind that holds no table.

    ``limit`` is the limit that was broken, in the unit of the reason, else 0; ``line`` is where,
    if that is known, else 0.
    """

    file: str
    reason: Reason
    limit: int = 0
    line: int = 0


@dataclass(eq=False)
class NoPeopleFound(DeskError):
    """No column holds a name or an e-mail address. ``headers`` are the ones that were seen."""

    file: str
    headers: tuple[str, ...]


@dataclass(eq=False)
class UnknownSheet(DeskError):
    """The workbook has no such sheet."""

    sheet: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownPreset(DeskError):
    """There is no such preset."""

    preset: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownField(DeskError):
    """A column was mapped to something a registration does not have."""

    field: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownColumn(DeskError):
    """A column was mapped that the file does not have."""

    column: str
    known: tuple[str, ...]


@dataclass(eq=False)
class FieldMappedTwice(DeskError):
    """Two columns were mapped to a field that holds one value."""

    field: str
    columns: tuple[str, ...]
