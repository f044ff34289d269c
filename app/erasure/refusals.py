"""Why nothing was erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.errors import DeskError

MOST_DAYS = 3_650


@dataclass(eq=False)
class NotConfirmed(DeskError):
    """Nobody said yes to an erasure. ``people`` would have been erased, or ``badge_number``."""

    people: int
    badge_number: str = ""


@dataclass(eq=False)
class OnlyRehearsed(DeskError):
    """This is the copy of a rehearsal; whoever is erased is to be erased from the event itself."""


@dataclass(eq=False)
class NotDueYet(DeskError):
    """Nothing of this event has been kept for as long as it may be."""

    erase_on: date
    remove_prints_on: date


@dataclass(eq=False)
class RetentionNotPossible(DeskError):
    """Data are kept for none to 3,650 days."""

    days: int
    most: int = MOST_DAYS
