"""What the sessions of a day ask, and do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol
from uuid import UUID

from app.delegates.lookup import Lookup
from app.desks import OpenEvent
from app.meetings.attendees import Someone
from app.programme.bookings import Attended, Bookings
from app.programme.carrying import Carry, carry_of
from app.programme.in_line import next_in_line
from app.programme.orders import Place, SessionOrder
from app.programme.sessions import Sessions
from app.programme.timeline import DayProgramme, day_programme
from app.programme.views import Listed, session_list
from app.programme.waiting import HandedOn
from ui.common.person_field import FindPeople, people_like


class SessionCalls(Protocol):
    """What writes the programme: ``app.programme.sessions.Sessions``."""

    def add(self, order: SessionOrder, place: Place, *, anyway: bool = False) -> UUID: ...
    def change(
        self,
        programme_session: UUID,
        order: SessionOrder,
        to: Place | None = None,
        *,
        anyway: bool = False,
    ) -> None: ...
    def move(self, programme_session: UUID, to: Place, *, anyway: bool = False) -> None: ...
    def swap(self, one: UUID, other: UUID) -> None: ...
    def cancel(self, programme_session: UUID) -> None: ...
    def restore(self, programme_session: UUID, *, anyway: bool = False) -> None: ...


class BookingCalls(Protocol):
    """Who is to be in a session, and who came: ``app.programme.bookings.Bookings``."""

    def book(self, programme_session: UUID, *delegates: UUID) -> tuple[int, ...]: ...
    def unbook(self, programme_session: UUID, *delegates: UUID) -> None: ...
    def fill(self, programme_session: UUID, *, of_missing: bool = False) -> HandedOn: ...
    def excuse(self, programme_session: UUID, *delegates: UUID) -> None: ...
    def excuse_no_longer(self, programme_session: UUID, *delegates: UUID) -> None: ...
    def check_in(
        self, programme_session: UUID, delegate: UUID, *, anyway: bool = False
    ) -> Attended: ...
    def scan(self, programme_session: UUID, code: str, *, anyway: bool = False) -> Attended: ...


@dataclass(frozen=True, slots=True)
class ProgrammeServices:
    """All but ``sessions`` and ``bookings`` read; none is for the window's thread."""

    day: Callable[[date], DayProgramme]
    people: Callable[[UUID], tuple[Listed, ...]]
    carry: Callable[[UUID], Carry]
    find: FindPeople
    sessions: SessionCalls
    bookings: BookingCalls
    next_in_line: Callable[[UUID], tuple[Someone, ...]]


def programme_services(event: OpenEvent) -> ProgrammeServices:
    """Give what the part asks of an open event."""
    journal = event.journal
    return ProgrammeServices(
        partial(day_programme, journal),
        partial(session_list, journal),
        partial(carry_of, journal),
        partial(people_like, Lookup(journal)),
        Sessions(journal, event.letters),
        Bookings(journal),
        partial(next_in_line, journal),
    )
