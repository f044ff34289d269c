"""What everybody needs to know of the event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import DeskError
from db.models import Day, Desk, Event


@dataclass(frozen=True, slots=True)
class EventFacts:
    """The event: ``days`` in order, instants shown in ``zone``."""

    id: UUID
    name: str
    zone: ZoneInfo
    venue: str
    city: str
    days: tuple[date, ...]

    def day_of(self, instant: datetime) -> date:
        """Give the day an instant falls on at the venue."""
        return instant.astimezone(self.zone).date()


@dataclass(eq=False)
class NoEvent(DeskError):
    """The file was made, but the event in it never was; make it anew."""


_EVENT = (
    select(Event.id, Event.name, Event.timezone, Event.venue, Event.city)
    .where(Event.alive)
    .order_by(Event.stamp)
)
_DAYS = select(Day.date).where(Day.alive).order_by(Day.date)


def event_facts(session: Session) -> EventFacts:
    """Read the facts.

    Raises:
        NoEvent: Making the event was broken off.
    """
    connection = session.connection()
    event = connection.execute(_EVENT).first()
    if event is None:
        raise NoEvent
    return EventFacts(
        id=event.id,
        name=event.name,
        zone=ZoneInfo(event.timezone),
        venue=event.venue,
        city=event.city,
        days=tuple(day for day in connection.scalars(_DAYS) if day is not None),
    )


def desk_name(session: Session, desk: UUID | None) -> str:
    """Give a desk's name, or a blank if it is not known here."""
    row = session.get(Desk, desk) if desk is not None else None
    return row.name if row is not None else ""
