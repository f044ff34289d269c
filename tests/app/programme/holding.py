"""A programme said in a line each, beside the meetings of the same event."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.journal.undo import take_back
from app.meetings.attendees import Attendees
from app.programme.bookings import Attended, Bookings
from app.programme.conflicts import Conflict
from app.programme.engaged import Engagements, engagements
from app.programme.orders import Place, SessionOrder
from app.programme.sessions import Sessions
from app.programme.views import SessionFacts, programme_of
from db.models import LogRow
from tests.app.meetings.asking import Floor, at
from tests.building import EventBuilder


class Holding:
    """Sessions by their titles, people by their given names, times of the first day."""

    def __init__(self, floor: Floor, event: EventBuilder) -> None:
        self.floor = floor
        self._event = event
        self.journal = floor.journal
        self.sessions = Sessions(self.journal, floor.letters)
        self.bookings = Bookings(self.journal)

    def holds(self, title: str, starts: str, ends: str, *, room: str = "", **said: Any) -> UUID:
        """Add a session; whoever speaks or moderates is a delegate."""
        for side in {"speakers", "moderators"} & said.keys():
            said[side] = [self.floor.who(name) for name in said[side].split()]
        order = SessionOrder(title=title, **said)
        return self.sessions.add(order, Place(at(starts), at(ends), room))

    def books(self, title: str, *names: str) -> None:
        """Book people for a session."""
        for name in names:
            self.bookings.book(self.sessions.named(title), self.floor.who(name))

    def unbooks(self, title: str, name: str) -> None:
        """Take a booking back."""
        self.bookings.unbook(self.sessions.named(title), self.floor.who(name))

    def comes_to(self, title: str, name: str, *, anyway: bool = False) -> Attended:
        """Scan somebody's badge at the door of a session."""
        code = self._event.badge_of(self.floor.who(name))
        return self.bookings.scan(self.sessions.named(title), code, anyway=anyway)

    def comes(self, *names: str) -> None:
        """Register people who have a badge."""
        for name in names:
            self.floor.knows(name, self._event.delegate(name, "Of"))

    def takes_back(self, kind: str, place: int = 0) -> None:
        """Take back the first unit that did such a deed, or another one of those by its place."""
        with self.journal.reading() as session:
            query = select(LogRow.unit).where(LogRow.kind == kind).order_by(LogRow.hlc)
            unit = session.scalars(query).all()[place]
        take_back(self.journal, unit)

    def session(self, title: str) -> SessionFacts:
        """Give a session as it stands."""
        (found,) = (each for each in programme_of(self.journal).sessions if each.title == title)
        return found

    def conflicts(self) -> tuple[Conflict, ...]:
        """Give what can't be so."""
        return programme_of(self.journal).conflicts

    def engagements(self) -> Engagements:
        """Give who has to be where."""
        with self.journal.reading() as session:
            return engagements(session, Attendees(session))

    def engaged(self, name: str) -> list[str]:
        """Give the titles of the sessions that somebody has to be in."""
        return [each.title for each in self.engagements().get(self.floor.who(name), ())]
