"""How the running day is watched, as somebody set it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.floor.deeds import FloorRulesChanged
from app.journal.journal import Journal, Unit
from db import models

_ROW = UUID("5b1f3a52-3c55-4f0e-9b86-7a1d5d0c7e11")
"""There is one row of rules, the same on every desk."""

_MOST_MINUTES = 240


@dataclass(frozen=True, slots=True)
class FloorRules:
    """How long before its start a meeting is looked at, and what is too near to be moved."""

    soon_minutes: int = 15
    freeze_minutes: int = 10


@dataclass(eq=False)
class FloorRulesNotPossible(DeskError):
    """Minutes are fewer than none, or more than ``most``. ``rule`` names them."""

    rule: str
    value: int
    most: int = _MOST_MINUTES


def floor_rules(session: Session) -> FloorRules:
    """Give the rules of the event; as they are set up, until somebody changes them."""
    row = session.get(models.FloorRules, _ROW)
    if row is None:
        return FloorRules()
    # Nobody adds this row as a whole: each rule is changed by itself.
    return FloorRules(**{each.name: getattr(row, each.name) for each in fields(FloorRules)})


def change_floor_rules(journal: Journal, wanted: Mapping[str, int]) -> FloorRules:
    """Change some rules by their names in ``FloorRules``; what is so already is passed over.

    Raises:
        FloorRulesNotPossible: A value is negative, or longer than anybody plans ahead on the day.
    """
    for name, value in wanted.items():
        if not 0 <= value <= _MOST_MINUTES:
            raise FloorRulesNotPossible(name, value)
    with journal.writing(Unit(uuid4())) as pen:
        now = floor_rules(pen.session)
        new = {name: value for name, value in wanted.items() if value != getattr(now, name)}
        if new:
            before = {name: getattr(now, name) for name in new}
            pen.write(FloorRulesChanged(_ROW, new, before))
            pen.session.expire_all()
        return floor_rules(pen.session)
