"""What a print order may ask for, and why something can't be printed.

Light to import, unlike what prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.delegates.person import Person
from app.errors import DeskError


class Only(StrEnum):
    """Which of the accepted delegates' badges or schedules to print."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Characters of one field that no bundled font has, each once, in their order.

    ``badge_number`` and ``name`` are blank for a field of the occasion.
    """

    badge_number: str
    name: str
    field: str
    characters: str


@dataclass(eq=False)
class CharactersUnprintable(DeskError):
    """Some texts could only be printed with gaps."""

    items: tuple[Unprintable, ...]


@dataclass(eq=False)
class FontUnusable(DeskError):
    """A font of the program is missing or damaged."""

    file: Path


@dataclass(eq=False)
class UnknownStock(DeskError):
    """There is no such stock."""

    stock: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NoSuchLabel(DeskError):
    """A sheet of this stock has so many ``labels``, counted from 1, and not this one."""

    stock: str
    label: int
    labels: int


@dataclass(eq=False)
class CannotFold(DeskError):
    """Labels of this stock stand in one column, or an odd number: a front would lack its back."""

    stock: str


@dataclass(eq=False)
class NothingToPrint(DeskError):
    """No badge fits the order; ``printed`` were printed before."""

    only: Only
    printed: int


@dataclass(eq=False)
class NoScheduleToPrint(DeskError):
    """No schedule fits the order; those of so many delegates were ``printed`` before."""

    only: Only
    printed: int


@dataclass(eq=False)
class NotYetAccepted(DeskError):
    """Somebody who is not accepted, or whose place is taken, gets neither badge nor schedule."""

    delegates: tuple[Person, ...]


@dataclass(eq=False)
class PrinterRefused(DeskError):
    """The printer did not take everything. Nothing was noted as printed."""

    printer: str


@dataclass(eq=False)
class PrintingStopped(DeskError):
    """Somebody stopped a printer that had taken ``pages``. Nothing was noted as printed."""

    pages: int
    total: int
