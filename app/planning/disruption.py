"""What goes wrong on a running day, and what of the plan is lost, fixed or may still move.

What began before ``now`` stays as it is, and so does what is locked or frozen. A meeting is lost
when one of its people is not there or its table is closed in a slot that it takes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from app.planning.problem import Meeting, Person, Problem, Request, Table


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is missing, or a table is closed, from slot ``since`` on.

    ``back`` is the first slot for which they are there again; none is not today.
    """

    name: str
    since: int = 0
    back: int | None = None


@dataclass(frozen=True, slots=True)
class Disruption:
    """What is different from the plan.

    Nothing begins before slot ``now``. In the ``freeze`` slots from there on what is planned stays
    where it is, and nothing is moved into them; only places that are free are filled. ``requests``
    are new ones.
    """

    now: int = 0
    freeze: int = 0
    missing: tuple[Away, ...] = ()
    closed: tuple[Away, ...] = ()
    requests: tuple[Request, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """The rest of a day. Its meetings are in the order of slots.

    ``problem`` is as it is now, with all that is ``fixed`` locked: whatever is planned next can be
    checked against it. New meetings begin in slot ``now`` at the earliest; ``movable`` ones move
    among the slots from ``thawed`` on.
    """

    problem: Problem
    now: int
    thawed: int
    fixed: tuple[Meeting, ...]
    movable: tuple[Meeting, ...]
    lost: tuple[Meeting, ...]

    @property
    def standing(self) -> tuple[Meeting, ...]:
        """The meetings that are left."""
        return (*self.fixed, *self.movable)


def day_after(problem: Problem, meetings: Iterable[Meeting], disruption: Disruption) -> Day:
    """Sort what was planned into what is fixed, may move, and is lost.

    The meetings must be of requests of the problem and keep its rules. Only people and tables that
    are named in it can be missing or closed.
    """
    planned = sorted(meetings, key=attrgetter("slot", "table", "request"))
    requests = {request.name: request for request in (*problem.requests, *disruption.requests)}
    begun = [meeting for meeting in planned if meeting.slot < disruption.now]
    running = [
        (meeting, requests[meeting.request])
        for meeting in begun
        if meeting.slot + requests[meeting.request].length > disruption.now
    ]
    people = _without(
        problem.people,
        _gone(disruption.missing, disruption.now, len(problem.slots)),
        _held((name, meeting, wish) for meeting, wish in running for name in wish.people),
    )
    tables = _closed(
        problem.tables,
        _gone(disruption.closed, disruption.now, len(problem.slots)),
        _held((meeting.table, meeting, wish) for meeting, wish in running),
    )
    thawed = disruption.now + disruption.freeze
    room, locked = _Room(people, tables), set(problem.locked)
    fixed, movable, lost = list(begun), [], []
    for meeting in planned[len(begun) :]:
        if not room.has(meeting, requests[meeting.request]):
            lost.append(meeting)
        elif meeting.slot < thawed or meeting in locked:
            fixed.append(meeting)
        else:
            movable.append(meeting)
    now = replace(
        problem,
        people=people,
        tables=tables,
        requests=tuple(requests.values()),
        locked=tuple(fixed),
    )
    return Day(now, disruption.now, thawed, tuple(fixed), tuple(movable), tuple(lost))


class _Room:
    """Knows when people and tables are to be had."""

    def __init__(self, people: Iterable[Person], tables: Iterable[Table]) -> None:
        self._free = {person.name: person.free for person in people}
        self._open = {table.name: table.open for table in tables}

    def has(self, meeting: Meeting, wish: Request) -> bool:
        """Tell whether a meeting can stay where it is."""
        there = self._open[meeting.table]
        for name in wish.people:
            there &= self._free[name]
        span = ((1 << wish.length) - 1) << meeting.slot
        return there & span == span


def _gone(away: Iterable[Away], now: int, slots: int) -> dict[str, int]:
    """The slots, from now on, in which each of them is not there."""
    gone: dict[str, int] = defaultdict(int)
    for each in away:
        back = slots if each.back is None else min(each.back, slots)
        since = max(each.since, now)
        gone[each.name] |= (1 << max(back, since)) - (1 << since)
    return gone


def _held(running: Iterable[tuple[str, Meeting, Request]]) -> dict[str, int]:
    """The slots of meetings that have begun: whoever leaves them, they were there."""
    held: dict[str, int] = defaultdict(int)
    for name, meeting, wish in running:
        held[name] |= ((1 << wish.length) - 1) << meeting.slot
    return held


def _without(
    people: Sequence[Person], gone: Mapping[str, int], held: Mapping[str, int]
) -> tuple[Person, ...]:
    return tuple(
        replace(each, free=each.free & ~(gone[each.name] & ~held.get(each.name, 0)))
        if each.name in gone
        else each
        for each in people
    )


def _closed(
    tables: Sequence[Table], gone: Mapping[str, int], held: Mapping[str, int]
) -> tuple[Table, ...]:
    return tuple(
        replace(each, open=each.open & ~(gone[each.name] & ~held.get(each.name, 0)))
        if each.name in gone
        else each
        for each in tables
    )
