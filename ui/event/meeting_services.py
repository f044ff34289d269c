"""What requests and meetings of the page of the event need of the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.event.slots import SlotTimes
from app.meetings.limits import Away
from app.meetings.orders import RequestOrder
from app.meetings.plan_told import NotPlaced
from app.meetings.request_rows import RequestRow
from app.meetings.views import RequestFacts
from ui.common.person_field import FindPeople


class RequestCalls(Protocol):
    """What this page needs of ``app.meetings.requests.Requests``."""

    def add(
        self, guests: Sequence[UUID], hosts: Sequence[UUID], order: RequestOrder
    ) -> RequestFacts: ...
    def change(self, request: UUID, order: RequestOrder) -> RequestFacts: ...
    def withdraw(self, request: UUID) -> RequestFacts: ...
    def reinstate(self, request: UUID) -> RequestFacts: ...


class LimitCalls(Protocol):
    """What this page needs of ``app.meetings.limits.Limits``."""

    def away(self, delegate: UUID) -> tuple[Away, ...]: ...
    def is_elsewhere(
        self, delegate: UUID, stretch: tuple[datetime | None, datetime | None], why: str = ""
    ) -> tuple[Away, ...]: ...
    def is_there(self, stretch: UUID) -> None: ...


@dataclass(frozen=True, slots=True)
class MeetingServices:
    """``find`` looks people up as they are typed.

    ``rows`` gives all requests, ``reasons`` what keeps those from a place that have none.
    """

    find: FindPeople
    requests: RequestCalls
    limits: LimitCalls
    rows: Callable[[], Sequence[RequestRow]]
    reasons: Callable[[], Mapping[UUID, NotPlaced]]
    slots: Callable[[], Sequence[SlotTimes]]
