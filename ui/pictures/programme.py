"""A programme around the meetings of the sample, for as long as a picture needs it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from app.desks import OpenEvent
from app.journal.undo import undo
from app.programme.bookings import Bookings
from app.programme.orders import Place, SessionOrder
from app.programme.session import SessionKind
from app.programme.sessions import Sessions
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from ui.pictures.hand import Hand
from ui.pictures.stage import IN_SINCE_NINE, NOW

LONG_TITLE = "From demonstration sites to first customers: what clusters of four regions learnt"
IN_SINCE_TEN = "Réka Szalontai-Bíró"
_ROOM, _LARGE = "Conference room Vilija", "Hall A"
_HOUR = NOW.replace(minute=0, second=0)


def with_programme(hand: Hand, more: Callable[[OpenEvent], int] = lambda _event: 0) -> None:
    """Let the event have sessions and a visit until the picture is taken.

    ``more`` does something else with it, and tells in how many steps that is taken back.
    """
    event = hand.stage.desks.open(hand.stage.file)
    try:
        steps = _written(event, hand) + more(event)
    finally:
        event.close()
    hand.afterwards(lambda: without(hand, steps))
    hand.settle()


def without(hand: Hand, steps: int) -> None:
    """Take back what was done last, so many steps."""
    event = hand.stage.desks.open(hand.stage.file)
    try:
        for _step in range(steps):
            undo(event.journal)
    finally:
        event.close()
    hand.settle()


def _written(event: OpenEvent, hand: Hand) -> int:
    sessions, bookings = Sessions(event.journal, event.letters), Bookings(event.journal)
    opening = SessionOrder("Opening and welcome", SessionKind.PLENARY)
    held = [
        (opening, _at(-110, 30), _LARGE),
        (SessionOrder(LONG_TITLE, SessionKind.PANEL, places=60), _at(-20, 60), _ROOM),
        (SessionOrder("Cleantech pitches", SessionKind.TALK), _at(-20, 60), "Room 2"),
        (SessionOrder("Ports as test beds", SessionKind.WORKSHOP), _at(75, 45), _ROOM),
        (SessionOrder("Funding for pilots", SessionKind.TALK), _at(75, 45), "Room 2"),
        (SessionOrder("Lunch", SessionKind.BREAK), _at(130, 60), _LARGE),
    ]
    made = [sessions.add(order, place(room)) for order, place, room in held]
    people = hand.stage.people
    for name in (IN_SINCE_NINE, IN_SINCE_TEN):
        bookings.book(made[1], people[name].id)
    visits, signing_up = Visits(event.journal), SigningUp(event.journal)
    point, title = "main entrance, under the clock", "Battery works"
    starts = _HOUR + timedelta(hours=3)
    visits.add(VisitOrder(title, starts, starts + timedelta(hours=2), 30, "cleantech", point))
    signing_up.give(people[IN_SINCE_NINE].id, title)
    return len(made) + 2 + 2


def _at(minutes: int, lasts: int) -> Callable[[str], Place]:
    starts = _HOUR + timedelta(minutes=60 + minutes)
    return lambda room: Place(starts, _until(starts, lasts), room)


def _until(starts: datetime, minutes: int) -> datetime:
    return starts + timedelta(minutes=minutes)
