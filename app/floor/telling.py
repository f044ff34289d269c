"""Whom a running day leads elsewhere than they know, and how: pure.

What somebody knows is what they were told last: by a paper, by word, or at the desk when they
came in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay, Participant
from app.printing.schedules.changes import LineChange, changes
from app.printing.schedules.lines import ScheduleLine


class By(StrEnum):
    """How somebody knows where their meetings are."""

    PAPER = "paper"
    """From a schedule or a change slip that came out."""
    WORD = "word"
    """Somebody told them."""
    DESK = "desk"
    """They have no paper: as it was when they came in, or at an instant that was asked about."""


@dataclass(frozen=True)
class Known:
    """What somebody knows of a day, by what and since when.

    ``holds_paper``: they carry a paper as well, whatever it says. ``read`` gives the ``lines``,
    once they are asked for: most people's never are. ``around`` does so for sessions, visits and
    rounds, of which a desk tells nobody.
    """

    by: By
    at: datetime
    read: Callable[[], tuple[ScheduleLine, ...]] = field(compare=False, repr=False)
    holds_paper: bool = False
    around: Callable[[], tuple[ScheduleLine, ...]] | None = field(
        default=None, compare=False, repr=False
    )

    @cached_property
    def lines(self) -> tuple[ScheduleLine, ...]:
        """Where the meetings are for all they know."""
        return self.read()


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody who is led elsewhere than they know.

    ``changes`` are those that are not over, in the order of time. ``told``: how they heard of all
    of them since, if they did.
    """

    person: Participant
    changes: tuple[LineChange, ...]
    known: Known
    told: Known | None = None

    @property
    def matters_at(self) -> datetime:
        """Give when they are first to be somewhere else, or not to be where they think."""
        return first_of(self.changes)


def lines_of(day: FloorDay, person: UUID) -> tuple[ScheduleLine, ...]:
    """Give where the meetings of somebody are on a day, as their schedule would say it."""
    found = (line_of(day, each, person) for each in day.of_person.get(person, ()))
    return tuple(sorted(found, key=lambda each: (each.starts_at, each.meeting)))


def line_of(day: FloorDay, meeting: DayMeeting, person: UUID) -> ScheduleLine:
    """Give a meeting as one of its people reads it."""
    table = day.table.get(meeting.table)
    theirs = meeting.hosts if person in meeting.guests else meeting.guests
    partners = [day.people[each].who for each in theirs if each in day.people]
    return ScheduleLine(
        meeting.id,
        meeting.starts_at,
        meeting.ends_at,
        table.label if table is not None else "",
        str(meeting.kind),
        tuple([each for each in partners if each.badge_number]),
    )


def changed_lines(
    was: Sequence[ScheduleLine], now: Sequence[ScheduleLine]
) -> tuple[LineChange, ...]:
    """Give what has changed; most people's lines have not, and are not looked at twice."""
    if len(was) == len(now) and all(map(_lead_alike, was, now)):
        return ()
    return changes(was, now)


def first_of(found: Iterable[LineChange]) -> datetime:
    """Give when the first of some changes matters."""
    return min(
        line.starts_at for each in found for line in (each.was, each.now) if line is not None
    )


def ahead(found: Iterable[LineChange], now: datetime) -> tuple[LineChange, ...]:
    """Leave out what is over."""
    return tuple(each for each in found if each.is_ahead(now))


def to_tell(
    day: FloorDay,
    now: datetime,
    known: Mapping[UUID, Known],
    heard: Mapping[UUID, Known] | None = None,
) -> tuple[ToTell, ...]:
    """Find everybody who is led elsewhere than they know, most urgent first.

    Args:
        day: As it stands.
        now: What is over by then concerns nobody.
        known: What people knew, by their ids.
        heard: What they know by now, if that is something else. Whoever is led elsewhere than by
            that as well has not been told.
    """
    found: list[ToTell] = []
    for each, knows in known.items():
        person = day.people.get(each)
        if person is None or not person.is_coming:
            continue
        lines = lines_of(day, each)
        if theirs := ahead(changed_lines(knows.lines, lines), now):
            last = heard.get(each) if heard is not None else None
            is_told = last is not None and not ahead(changed_lines(last.lines, lines), now)
            found.append(ToTell(person, theirs, knows, last if is_told else None))
    return in_order(found)


def in_order(found: Iterable[ToTell]) -> tuple[ToTell, ...]:
    """Put whom it matters to first before the others, those who were told last."""
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.told is not None,
                each.matters_at,
                each.person.who.organisation,
                each.person.who.name,
                str(each.person.who.id),
            ),
        )
    )


def _lead_alike(one: ScheduleLine, other: ScheduleLine) -> bool:
    return (
        one.meeting == other.meeting
        and one.starts_at == other.starts_at
        and one.table == other.table
        and one.partners == other.partners
    )
