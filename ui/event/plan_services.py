"""What planning needs of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.meetings.counts import MeetingCounts
from app.meetings.planning import PlanMade, PlanOrder
from app.meetings.plans import Accepted
from app.progress import Report


class PlanningCalls(Protocol):
    """What this page needs of ``app.meetings.planning.Planning``."""

    def make(self, order: PlanOrder, report: Report) -> PlanMade: ...
    def accept(self, made: PlanMade, report: Report) -> Accepted: ...


@dataclass(frozen=True, slots=True)
class PlanServices:
    """Planning itself, and how far it is."""

    planning: PlanningCalls
    counts: Callable[[], MeetingCounts]
