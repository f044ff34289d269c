"""Seats the delegates of an event in rounds at mixed tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.errors import DeskError
from app.icebreaking.crowd import EVERYBODY, Among, among
from app.icebreaking.rounds import Seats
from app.journal.journal import Journal
from app.meetings.attendees import Attendees, Someone
from app.outcomes.audience import Listed
from app.progress import Progress, Report, unheard

if TYPE_CHECKING:
    from app.planning.rounds.problem import Guest, Round, RoundsWanted, Seated

STEPS: Final = 100
"""Progress is told in so many parts of the work."""

LEAST_AT_TABLE: Final = 3
MOST_ROUNDS: Final = 20
MOST_PEOPLE: Final = 2_000
"""More would take memory and minutes, and no hall."""


class Mixed(StrEnum):
    """What tables are mixed by, the most important first."""

    ORGANISATION = "organisation"
    REGION = "region"
    """The delegation, or the country of whoever belongs to none."""
    SECTOR = "sector"


_WEIGHTS = {Mixed.ORGANISATION: 20, Mixed.REGION: 3, Mixed.SECTOR: 2}


@dataclass(frozen=True, slots=True)
class RoundsOrder:
    """So many rounds at tables of ``size`` at most, of those who are meant.

    With ``tables`` it is these that are given, and each takes as many as it must.
    """

    rounds: int
    size: int
    among: Among = EVERYBODY
    tables: int = 0


@dataclass(eq=False)
class RoundsNotPossible(DeskError):
    """No rounds come of it.

    ``reason``: ``no_round``, ``too_many_rounds``, ``too_many_people``, ``size`` (of a table),
    ``tables`` (so many people for the tables that fewer than three sit at one), ``too_few``
    (people for more than one table, so that nobody would meet anybody new), ``minutes`` (of a
    round), ``pause`` (between two), ``midnight`` (the last of so many ends after it), ``begun`` (so
    many that are kept), ``all_begun``, ``round_begun``, ``no_such_round``, ``sits_already``,
    ``sits_nowhere``, ``same_table``.
    """

    reason: str
    value: int


@dataclass(frozen=True, slots=True)
class RoundsMade:
    """Who sits at which table in which round, and how well mixed they are.

    ``size`` is how many a table takes. ``repeats`` times two meet who met before; fewer than
    ``least_repeats`` are not possible. ``alike`` counts by trait the pairs at one table that share
    it, and the least there can be.
    """

    rounds: tuple[tuple[tuple[Someone, ...], ...], ...]
    people: int
    size: int
    repeats: int
    least_repeats: int
    alike: tuple[tuple[Mixed, int, int], ...]

    @property
    def sizes(self) -> tuple[int, int]:
        """Give how many the smallest table seats, and the largest."""
        counts = [len(table) for tables in self.rounds for table in tables if table]
        return min(counts), max(counts)

    @property
    def seats(self) -> Seats:
        """Give who sits where by their ids."""
        return tuple(
            tuple(tuple(each.id for each in table) for table in tables) for tables in self.rounds
        )


def mix(journal: Journal, order: RoundsOrder, report: Report = unheard) -> RoundsMade:
    """Find seats. Nothing is written; the same people and order give the same seats.

    Raises:
        RoundsNotPossible: No rounds come of it.
        Cancelled: ``report`` stopped it.
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        people = among(session, order.among)
        size = _size(order, len(people))
        attendees = Attendees(session, {each.id for each in people})
    guests = tuple(guest(str(each.id), each) for each in people)
    # numpy takes a while to load, and few commands need it.
    from app.planning.rounds.seating import seated  # noqa: PLC0415

    found = seated(wanted(guests, size, order.rounds), telling(report))
    return _made(found, attendees, size)


def _size(order: RoundsOrder, people: int) -> int:
    """Say how many a table takes, or refuse what leads to no rounds."""
    if order.rounds < 1:
        raise RoundsNotPossible("no_round", order.rounds)
    if order.rounds > MOST_ROUNDS:
        raise RoundsNotPossible("too_many_rounds", order.rounds)
    if people > MOST_PEOPLE:
        raise RoundsNotPossible("too_many_people", people)
    size = -(-people // order.tables) if order.tables > 0 else order.size
    if order.tables > 1 and people // order.tables < LEAST_AT_TABLE:
        raise RoundsNotPossible("tables", people)
    if size < LEAST_AT_TABLE and people:
        raise RoundsNotPossible("size", size)
    if people <= size:
        raise RoundsNotPossible("too_few", people)
    return size


def guest(name: str, person: Listed | None, rounds: int = -1) -> Guest:
    """Give somebody as the planner knows them, in a set of rounds; nobody may know who it was."""
    from app.planning.rounds.problem import Guest  # noqa: PLC0415 - with its solver

    said = {
        Mixed.ORGANISATION: person.organisation if person else "",
        Mixed.REGION: (person.delegation or person.country) if person else "",
        Mixed.SECTOR: person.sectors[0] if person and person.sectors else "",
    }
    return Guest(name, tuple(map(said.__getitem__, Mixed)), rounds)


def wanted(
    guests: tuple[Guest, ...], size: int, rounds: int, before: tuple[Round, ...] = ()
) -> RoundsWanted:
    """Give what the planner is asked for; ``before`` are the rounds that stand."""
    from app.planning.rounds.problem import RoundsWanted  # noqa: PLC0415 - with its solver

    weights = tuple(map(_WEIGHTS.__getitem__, Mixed))
    return RoundsWanted(guests, size, rounds, weights, before)


def telling(report: Report) -> Callable[[float], bool]:
    """Let a planner tell how far it is."""

    def tell(done: float) -> bool:
        report(Progress(round(done * STEPS), STEPS))
        return True

    return tell


def _made(found: Seated, attendees: Attendees, size: int) -> RoundsMade:
    rounds = tuple(
        tuple(
            tuple(sorted(attendees.named(map(UUID, table)), key=lambda each: each.name))
            for table in tables
        )
        for tables in found.rounds
    )
    alike = tuple(zip(Mixed, found.alike, found.least_alike, strict=True))
    people = sum(map(len, rounds[0]))
    return RoundsMade(rounds, people, size, found.repeats, found.least_repeats, alike)
