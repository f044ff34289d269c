"""Books a delegate for what the programme offers, and says first what that collides with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.itinerary.items import Item, Itinerary, Part
from app.itinerary.now_for import itinerary_in
from app.journal.journal import Journal
from app.meetings.attendees import Attendees
from app.programme.at_session import came_to
from app.programme.bookings import Bookings
from app.programme.engaged import bookings, left_in_line, lines, placed
from app.programme.session import SessionKind, Standing, standing_sessions
from app.visits.reading import visit_book
from app.visits.signing_up import SigningUp

_NOT_BOOKED = frozenset({SessionKind.BREAK, SessionKind.MATCHMAKING})


@dataclass(frozen=True, slots=True)
class Bookable:
    """A session or visit that is not over. ``left``: so many places, or nothing if it has no limit.

    ``waiting`` wait in line for a place in a session, and whoever is booked now would come next.
    ``collides`` is what the delegate has to be at then. A visit or session among that has to be
    taken back first; a meeting does not keep anybody from being booked.
    """

    part: Part
    id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    left: int | None
    collides: tuple[Item, ...]
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Booking:
    """Books, and takes bookings back, whatever part of the programme it is."""

    journal: Journal

    def bookable(self, delegate: UUID) -> tuple[Bookable, ...]:
        """Give what a delegate may be booked for and is not, in the order of time."""
        now = self.journal.now
        with self.journal.reading() as session:
            itinerary = itinerary_in(session, delegate, now)
            has = {each.id for each in itinerary.items if each.how != "everybody"}
            offered = (*_sessions(session, itinerary), *_visits(session, itinerary))
        left = [each for each in offered if each.id not in has and each.ends_at > now]
        return tuple(sorted(left, key=lambda each: (each.starts_at, each.part, each.title)))

    def book(self, delegate: UUID, part: Part, thing: UUID) -> int:
        """Book a session, or give a place on a visit; give their place in line, 0: they have one.

        Raises:
            DeskError: As ``Bookings.book`` and ``SigningUp.give`` refuse it.
        """
        if part is Part.VISIT:
            SigningUp(self.journal).give(delegate, str(thing))
            return 0
        return Bookings(self.journal).book(thing, delegate)[0]

    def unbook(self, delegate: UUID, part: Part, thing: UUID) -> None:
        """Take that back.

        Raises:
            DeskError: As ``Bookings.unbook`` and ``SigningUp.take_back`` refuse it.
        """
        if part is Part.VISIT:
            SigningUp(self.journal).take_back(delegate, str(thing))
        else:
            Bookings(self.journal).unbook(thing, delegate)


def can_be_unbooked(item: Item) -> bool:
    """Tell whether somebody is at something because they were booked."""
    return item.part is Part.VISIT or (item.part is Part.SESSION and item.how == "booked")


def _sessions(session: Session, itinerary: Itinerary) -> Iterator[Bookable]:
    attendees = Attendees(session)
    words, came = bookings(session, attendees), came_to(session, attendees)
    in_line = lines(session, attendees, words)
    for each in standing_sessions(session):
        if each.cancelled or each.everybody or each.kind in _NOT_BOOKED:
            continue
        taken = len(placed(words.get(each.id, {}), attendees))
        waiting = len(left_in_line(in_line.get(each.id, ()), came.get(each.id, {})))
        left = None if each.places is None else max(0, each.places - taken - waiting)
        yield _bookable(itinerary, each, left, waiting)


def _bookable(itinerary: Itinerary, each: Standing, left: int | None, waiting: int) -> Bookable:
    times = (each.starts_at, each.ends_at)
    beside = _beside(itinerary, *times)
    return Bookable(Part.SESSION, each.id, each.title, *times, each.room, left, beside, waiting)


def _visits(session: Session, itinerary: Itinerary) -> Iterator[Bookable]:
    for each in visit_book(session).visits.values():
        times = (each.starts_at, each.ends_at)
        beside = _beside(itinerary, *times)
        place = each.meeting_point
        yield Bookable(Part.VISIT, each.id, each.title, *times, place, each.free, beside)


def _beside(itinerary: Itinerary, starts_at: datetime, ends_at: datetime) -> tuple[Item, ...]:
    return tuple(
        each for each in itinerary.items if each.starts_at < ends_at and starts_at < each.ends_at
    )
