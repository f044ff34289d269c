"""Requests and meetings said in a line each, kept by the real journal in a real file."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from app.desks import OpenEvent
from app.journal.journal import Unit
from app.meetings.deeds import MeetingAdded, UnavailableAdded
from app.meetings.hall import Hall, hall
from app.meetings.numbers import free_meeting_numbers
from app.meetings.orders import RequestOrder
from app.meetings.requests import Requests
from app.meetings.views import MeetingFacts, MeetingsOfEvent, RequestFacts, meetings_of_event
from db.ids import new_id
from tests.building import EventBuilder

VILNIUS = ZoneInfo("Europe/Vilnius")


def at(clock: str, day: int = 16) -> datetime:
    """A time of day at the venue, on the event's first day if none is said."""
    return datetime.fromisoformat(f"2027-03-{day}T{clock}").replace(tzinfo=VILNIUS)


class Floor:
    """People by their given names, who are registered when they are named first."""

    def __init__(self, opened: OpenEvent, event: EventBuilder) -> None:
        self.journal = opened.journal
        self.letters = opened.letters
        self._event = event
        self._people: dict[str, UUID] = {}

    def who(self, name: str, **columns: Any) -> UUID:
        """Give somebody's id."""
        if name not in self._people:
            self._people[name] = self._event.delegate(name, "Of", badge=False, **columns)
        return self._people[name]

    def asks(self, guests: str, hosts: str, **said: Any) -> RequestFacts:
        """Let guests ask hosts, each side names with blanks between."""
        asking, asked = ([self.who(name) for name in side.split()] for side in (guests, hosts))
        return Requests(self.journal, self.letters).add(asking, asked, RequestOrder(**said))

    def knows(self, name: str, delegate: UUID) -> None:
        """Let somebody who was registered before go by a name."""
        self._people[name] = delegate

    def has_met(self, name: str) -> bool:
        """Tell whether somebody was named before."""
        return name in self._people

    def meets(
        self, guests: str, hosts: str, clock: str, table: str, *, day: int = 16, **values: Any
    ) -> UUID:
        """Arrange a meeting that nobody had asked for, on the first day if none is said."""
        meeting = new_id()
        sides = {
            "guests": [str(self.who(name)) for name in guests.split()],
            "hosts": [str(self.who(name)) for name in hosts.split()],
        }
        with self.journal.writing(Unit(uuid4())) as pen:
            where = hall(pen.session)
            number = next(free_meeting_numbers(pen.session, self.letters))
            place = {
                "slot_id": str(slot(where, clock, day)),
                "table_id": str(table_of(where, table)),
            }
            pen.write(MeetingAdded(meeting, number, sides | place | values))
        return meeting

    def is_elsewhere(self, name: str, starts: str, ends: str) -> None:
        """Let somebody be elsewhere for a while on the first day."""
        with self.journal.writing(Unit(uuid4())) as pen:
            pen.write(UnavailableAdded(uuid4(), self.who(name), at(starts), at(ends)))

    def does(self, *deeds: Any) -> None:
        """Write deeds as one."""
        with self.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(list(deeds))

    def hall(self) -> Hall:
        with self.journal.reading() as session:
            return hall(session)

    def told(self) -> MeetingsOfEvent:
        return meetings_of_event(self.journal)

    def meetings(self) -> tuple[MeetingFacts, ...]:
        return self.told().meetings

    def requests(self) -> tuple[RequestFacts, ...]:
        return self.told().requests


def slot(where: Hall, clock: str, day: int = 16) -> UUID:
    """Give the slot that starts then."""
    return next(each.id for each in where.slots if each.starts_at == at(clock, day))


def table_of(where: Hall, label: str) -> UUID:
    """Give the table of this label."""
    return next(each.id for each in where.tables if each.label == label)
