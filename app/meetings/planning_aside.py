"""Plans in a process of their own, so that the window goes on as if there were none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from app.aside import Aside
from app.desks import OpenEvent
from app.meetings.planning import PlanMade, Planning, PlanOrder
from app.meetings.plans import Accepted
from app.progress import Report, unheard


@dataclass(frozen=True, slots=True)
class PlanningAside:
    """Does what ``Planning`` does, beside the process that asks."""

    aside: Aside

    def make(self, order: PlanOrder, report: Report = unheard) -> PlanMade:
        """Look for the best plan; refuses and is stopped as ``Planning.make`` is."""
        return self.aside.run(partial(_make, order), report)

    def accept(self, made: PlanMade, report: Report = unheard) -> Accepted:
        """Make a plan so; refuses and is stopped as ``Planning.accept`` is."""
        return self.aside.run(partial(_accept, made), report)


def _make(order: PlanOrder, event: OpenEvent, report: Report) -> PlanMade:
    return Planning(event.journal, event.letters).make(order, report)


def _accept(made: PlanMade, event: OpenEvent, report: Report) -> Accepted:
    return Planning(event.journal, event.letters).accept(made, report)
