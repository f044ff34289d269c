"""What planning needs of the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from app.meetings.counts import MeetingCounts
from app.meetings.planning import PlanMade, PlanOrder
from app.meetings.plans import Accepted
from app.meetings.worth import Rules
from app.progress import Report


class PlanningCalls(Protocol):
    """What this page needs of ``app.meetings.planning.Planning``."""

    def make(self, order: PlanOrder, report: Report) -> PlanMade: ...
    def accept(self, made: PlanMade, report: Report) -> Accepted: ...


@dataclass(frozen=True, slots=True)
class PlanServices:
    """Planning itself, how far it is, and what plans keep to."""

    planning: PlanningCalls
    counts: Callable[[], MeetingCounts]
    rules: Callable[[], Rules]
    change_rules: Callable[[Mapping[str, Any]], Rules]
