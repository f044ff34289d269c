"""Begins a rehearsal: copies the event, draws who comes when, and sets the clock before the day."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from sqlalchemy import func, select

from app.desks import Desks, OpenEvent
from app.event.slots import slots_of
from app.floor.crowd import Crowd, Turnout, turnout
from app.floor.playing import Floor
from app.floor.rehearsal import NothingToRehearse, Rehearsal, RehearsalOrder
from app.journal.journal import Changes, Journal
from app.rehearsing.cast import Cast, happenings
from app.rehearsing.clock import FastClock
from app.rehearsing.copies import RehearsalCopy, make_copy, make_ready
from app.settings import Settings
from db.models import LogRow

_BEFORE_FIRST = timedelta(minutes=15)
"""The clock begins so long before the first slot."""


@dataclass(frozen=True, slots=True)
class LiveOrder:
    """What is played: a day, how fast, and who stays away. The same seed draws the same people.

    ``name`` is what the event is called on the copy, ``desk`` the desk that lets people in.
    """

    day: date
    pace: float
    crowd: Crowd
    seed: int
    name: str
    desk: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A rehearsal that can go on. ``since`` is the time of the log when it began."""

    copy: RehearsalCopy
    clock: FastClock
    actors: OpenEvent
    cast: Cast
    turnout: Turnout
    floor: Floor
    since: int

    @property
    def ends_at(self) -> datetime:
        """Give when the last slot of the day is over."""
        return self.turnout.day.slots[-1].ends_at

    def end(self) -> None:
        """Close the copy and remove it. Whoever has it open besides has closed it."""
        self.actors.close()
        self.copy.remove()


def begin(
    journal: Journal, order: LiveOrder, settings: Settings, on_change: Callable[[Changes], None]
) -> Begun:
    """Copy an event that is open, and make its day ready to be played.

    Raises:
        NothingToRehearse: No meeting is planned on that day.
        StorageRefused: The copy can't be written. Nothing is left of it.
    """
    first = next((slot.starts_at for slot in slots_of(journal) if slot.day == order.day), None)
    if first is None:
        raise NothingToRehearse
    clock = FastClock(first - _BEFORE_FIRST, order.pace)
    with ExitStack() as unless_it_begins:
        copy = make_copy(journal, order.name)
        unless_it_begins.callback(copy.remove)
        actors = Desks(settings.named(order.desk), clock, on_change).open(copy.file)
        unless_it_begins.callback(actors.close)
        make_ready(actors.journal, order.name, order.day)
        days, floor = Rehearsal(actors.journal).read(RehearsalOrder(days=(order.day,)))
        if not days:
            raise NothingToRehearse
        drawn = turnout(days[0], order.crowd, Random(order.seed))  # noqa: S311 - it plays a day, and keeps no secrets
        with actors.journal.reading() as session:
            since = session.scalar(select(func.max(LogRow.hlc))) or 0
        begun = Begun(
            copy, clock, actors, Cast(actors.journal, happenings(drawn)), drawn, floor, since
        )
        unless_it_begins.pop_all()
    return begun
