"""What a meeting is worth to a plan, and what else plans of this event keep to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.journal.journal import Journal
from app.journal.rules import RuleRow
from app.meetings.deeds import PlanRulesChanged
from db.models import PlanRules

_ROW = UUID("1c9b0c1e-7d3f-4d57-8f0e-5f1f0c6a2b90")

HIGHEST, LOWEST = 1, 3
"""Priorities go from the one to the other."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What plans keep to. A limit of nothing is none.

    The worth of a meeting is what its priority is worth, and ``mutual_worth`` on top if both
    sides want it. As set up, both wanting it counts for more than any priority: 6, 5, 4 for
    mutual requests of the priorities 1 to 3, and 3, 2, 1 for the others.
    """

    mutual_worth: int = 3
    first_worth: int = 3
    second_worth: int = 2
    third_worth: int = 1
    most_meetings: int | None = None
    most_in_row: int | None = None

    def worth(self, *, mutual: bool, priority: int) -> int:
        """Give the worth of a meeting; whatever is wanted is worth something."""
        of_priority = (self.first_worth, self.second_worth, self.third_worth)
        place = min(max(priority, HIGHEST), LOWEST) - HIGHEST
        return max(1, of_priority[place] + (self.mutual_worth if mutual else 0))


@dataclass(eq=False)
class RulesNotPossible(DeskError):
    """A worth is negative, or a limit allows no meeting. ``rule`` names it."""

    rule: str
    value: int


_RULES = RuleRow(_ROW, PlanRules, Rules, PlanRulesChanged)


def rules(session: Session) -> Rules:
    """Give the rules of the event; as they are set up, until somebody changes them."""
    return _RULES.read(session)


def rules_of(journal: Journal) -> Rules:
    """Give the rules of an event that is open."""
    with journal.reading() as session:
        return rules(session)


def change_rules(journal: Journal, wanted: Mapping[str, Any]) -> Rules:
    """Change some rules by their names in ``Rules``; what is so already is passed over.

    Raises:
        RulesNotPossible: A worth is negative, or a limit less than one.
    """
    for name, value in wanted.items():
        if value is not None and value < (0 if name.endswith("worth") else 1):
            raise RulesNotPossible(name, value)
    return _RULES.change(journal, wanted)
