"""How the running day is watched, as somebody set it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.floor.day import DaySlot
from app.floor.deeds import FloorRulesChanged
from app.journal.journal import Journal
from app.journal.rules import RuleRow
from db import models

_ROW = UUID("5b1f3a52-3c55-4f0e-9b86-7a1d5d0c7e11")

_MOST_MINUTES = 240
_LEAST_LEFT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class FloorRules:
    """How long before its start a meeting is looked at, and what is too near to be moved.

    ``left_minutes`` of a slot that runs must be left for anybody to be sent to a new meeting in it;
    if nobody said, it is a third of the slot.
    """

    soon_minutes: int = 15
    freeze_minutes: int = 10
    left_minutes: int | None = None

    def allow_new_in(self, slot: DaySlot, now: datetime) -> bool:
        """Tell whether somebody may be sent to a new meeting in a slot, that runs or is ahead."""
        if slot.starts_at > now:
            return True
        least = max((slot.ends_at - slot.starts_at) / 3, _LEAST_LEFT)
        if self.left_minutes is not None:
            least = timedelta(minutes=self.left_minutes)
        return slot.ends_at - now >= least


@dataclass(eq=False)
class FloorRulesNotPossible(DeskError):
    """Minutes are fewer than none, or more than ``most``. ``rule`` names them."""

    rule: str
    value: int
    most: int = _MOST_MINUTES


_RULES = RuleRow(_ROW, models.FloorRules, FloorRules, FloorRulesChanged)


def floor_rules(session: Session) -> FloorRules:
    """Give the rules of the event; as they are set up, until somebody changes them."""
    return _RULES.read(session)


def change_floor_rules(journal: Journal, wanted: Mapping[str, int | None]) -> FloorRules:
    """Change some rules by their names in ``FloorRules``; what is so already is passed over.

    Raises:
        FloorRulesNotPossible: A value is negative, or longer than anybody plans ahead on the day.
    """
    for name, value in wanted.items():
        if value is not None and not 0 <= value <= _MOST_MINUTES:
            raise FloorRulesNotPossible(name, value)
    return _RULES.change(journal, wanted)
