"""What visits in the window need of the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from app.visits.allotting import Allotment
from app.visits.boarding import Boarded, Filled
from app.visits.overview import Consequences, VisitSeen
from app.visits.visit import BusList, VisitFacts, VisitOrder
from ui.common.person_field import FindPeople


class OverviewCalls(Protocol):
    """What is needed of ``app.visits.overview.Overview``."""

    def seen(self, *, with_clashes: bool = True) -> tuple[VisitSeen, ...]: ...
    def bus_list(self, visit: str) -> BusList: ...
    def chosen(self, delegate: UUID) -> tuple[VisitFacts, ...]: ...
    def if_changed(self, visit: str, values: Mapping[str, Any]) -> Consequences: ...
    def if_cancelled(self, visit: str) -> Consequences: ...


class VisitCalls(Protocol):
    """What is needed of ``app.visits.visits.Visits``."""

    def add(self, order: VisitOrder) -> VisitFacts: ...
    def change(self, visit: str, values: Mapping[str, Any]) -> VisitFacts: ...
    def cancel(self, visit: str) -> VisitFacts: ...


class SigningUpCalls(Protocol):
    """What is needed of ``app.visits.signing_up.SigningUp``."""

    def choose(
        self, delegate: UUID, visits: Sequence[str], at: datetime | None = None
    ) -> tuple[VisitFacts, ...]: ...
    def give(self, delegate: UUID, visit: str) -> VisitFacts: ...
    def take_back(self, delegate: UUID, visit: str) -> VisitFacts: ...


class BoardingCalls(Protocol):
    """What is needed of ``app.visits.boarding.Boarding``."""

    def scan(self, visit: str, code: str, *, on_free_seat: bool = False) -> Boarded: ...
    def board(self, delegate: UUID, visit: str, *, on_free_seat: bool = False) -> Boarded: ...
    def fill(self, visit: str) -> Filled: ...


class AllottingCalls(Protocol):
    """What is needed of ``app.visits.allotting.Allotting``."""

    def propose(self) -> Allotment: ...
    def accept(self) -> Allotment: ...


@dataclass(frozen=True, slots=True)
class VisitServices:
    """Everything that visits are made with. ``print_lists`` shows the bus lists to be printed."""

    overview: OverviewCalls
    visits: VisitCalls
    signing_up: SigningUpCalls
    boarding: BoardingCalls
    allotting: AllottingCalls
    find: FindPeople
    print_lists: Callable[[], object]
