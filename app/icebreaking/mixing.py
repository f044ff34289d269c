"""Seats the delegates of an event in rounds at mixed tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.errors import DeskError
from app.journal.journal import Journal
from app.meetings.attendees import Attendees, Someone
from app.outcomes.audience import Listed, audience, who_came
from app.progress import Progress, Report, unheard

if TYPE_CHECKING:
    from app.planning.rounds.problem import Guest, Round, RoundsWanted, Seated

STEPS: Final = 100
"""Progress is told in so many parts of the work."""

LEAST_AT_TABLE: Final = 3
MOST_ROUNDS: Final = 20


class Mixed(StrEnum):
    """What tables are mixed by, the most important first."""

    ORGANISATION = "organisation"
    REGION = "region"
    """The delegation, or the country of whoever belongs to none."""
    SECTOR = "sector"


_WEIGHTS = {Mixed.ORGANISATION: 20, Mixed.REGION: 3, Mixed.SECTOR: 2}


@dataclass(frozen=True, slots=True)
class RoundsOrder:
    """So many rounds at tables of ``size`` at most, of all who are accepted.

    ``here_on``: only of those who were checked in on this day.
    """

    rounds: int
    size: int
    here_on: date | None = None


@dataclass(eq=False)
class RoundsNotPossible(DeskError):
    """No rounds come of it.

    ``reason``: ``no_round``, ``too_many_rounds``, ``size`` (of a table), ``too_few`` (people for
    more than one table, so that nobody would meet anybody new), ``minutes`` (of a round),
    ``begun`` (so many that are kept), ``all_begun``, ``sits_already``, ``sits_nowhere``.
    """

    reason: str
    value: int


@dataclass(frozen=True, slots=True)
class RoundsMade:
    """Who sits at which table in which round, and how well mixed they are.

    ``repeats`` times two meet who met before; fewer than ``least_repeats`` are not possible.
    ``alike`` counts by trait the pairs at one table that share it, and the least there can be.
    """

    rounds: tuple[tuple[tuple[Someone, ...], ...], ...]
    people: int
    repeats: int
    least_repeats: int
    alike: tuple[tuple[Mixed, int, int], ...]


def mix(journal: Journal, order: RoundsOrder, report: Report = unheard) -> RoundsMade:
    """Find seats. Nothing is written; the same people and order give the same seats.

    Raises:
        RoundsNotPossible: No rounds come of it.
        Cancelled: ``report`` stopped it.
        StorageRefused: The file can't be read.
    """
    # numpy takes a while to load, and few commands need it.
    from app.planning.rounds.seating import seated  # noqa: PLC0415

    with journal.reading() as session:
        attendees = Attendees(session)
        came = who_came(session, attendees)
        listed = [each for each in audience(session).values() if each.is_accepted]
    day = order.here_on
    people = [each for each in listed if day is None or day in came.get(each.id, ())]
    _refuse(order, len(people))
    guests = tuple(guest(str(each.id), each) for each in people)
    found = seated(wanted(guests, order.size, order.rounds), telling(report))
    return _made(found, attendees, len(people))


def _refuse(order: RoundsOrder, people: int) -> None:
    if order.rounds < 1:
        raise RoundsNotPossible("no_round", order.rounds)
    if order.rounds > MOST_ROUNDS:
        raise RoundsNotPossible("too_many_rounds", order.rounds)
    if order.size < LEAST_AT_TABLE:
        raise RoundsNotPossible("size", order.size)
    if people <= order.size:
        raise RoundsNotPossible("too_few", people)


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


def _made(found: Seated, attendees: Attendees, people: int) -> RoundsMade:
    rounds = tuple(
        tuple(
            tuple(sorted(attendees.named(map(UUID, table)), key=lambda each: each.name))
            for table in tables
        )
        for tables in found.rounds
    )
    alike = tuple(zip(Mixed, found.alike, found.least_alike, strict=True))
    return RoundsMade(rounds, people, found.repeats, found.least_repeats, alike)
