"""What has changed between two states of one delegate's schedule. Pure."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.printing.schedules.lines import ScheduleLine


class Change(StrEnum):
    """What happened to a line."""

    MOVED = "moved"
    NEW_PARTNER = "new_partner"
    NEW = "new"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that leads elsewhere than before. One that is new was nothing, a cancelled one is."""

    change: Change
    was: ScheduleLine | None
    now: ScheduleLine | None

    @property
    def line(self) -> ScheduleLine:
        """The line as it is, or as it was at last."""
        line = self.now or self.was
        assert line is not None  # noqa: S101 - a change has one side at least
        return line

    def is_ahead(self, now: datetime) -> bool:
        """Tell whether it still matters: what it was, or what it is, is not over."""
        return any(each is not None and each.ends_at > now for each in (self.was, self.now))


def changes(was: Sequence[ScheduleLine], now: Sequence[ScheduleLine]) -> tuple[LineChange, ...]:
    """Give the lines that lead elsewhere, in the order of time.

    A line is known by its meeting. If that is gone, one with the same partners took its place;
    or else one at the same time did, with others.
    """
    found: list[LineChange] = []
    old, new = {each.meeting: each for each in was}, {each.meeting: each for each in now}
    for key in (_meeting, _partners, _start):
        for before, after in _pairs(old.values(), new.values(), key):
            found += _compared(before, after)
            del old[before.meeting], new[after.meeting]
    found += [LineChange(Change.CANCELLED, each, None) for each in old.values()]
    found += [LineChange(Change.NEW, None, each) for each in new.values()]
    return tuple(sorted(found, key=lambda each: (each.line.starts_at, each.line.meeting)))


def _compared(was: ScheduleLine, now: ScheduleLine) -> Iterator[LineChange]:
    if _partners(was) != _partners(now) and not now.title:
        yield LineChange(Change.NEW_PARTNER, was, now)
    elif (was.starts_at, was.table) != (now.starts_at, now.table):
        yield LineChange(Change.MOVED, was, now)


def _pairs(
    was: Iterable[ScheduleLine],
    now: Iterable[ScheduleLine],
    key: Callable[[ScheduleLine], Hashable],
) -> list[tuple[ScheduleLine, ScheduleLine]]:
    """Pair lines that have the same key, each once, the earlier ones first."""
    waiting: dict[Hashable, deque[ScheduleLine]] = defaultdict(deque)
    for line in now:
        waiting[key(line)].append(line)
    return [(line, waiting[key(line)].popleft()) for line in was if waiting[key(line)]]


def _meeting(line: ScheduleLine) -> UUID:
    return line.meeting


def _partners(line: ScheduleLine) -> frozenset[UUID | str]:
    """Say who it is with; a session is with nobody else."""
    return frozenset(each.id for each in line.partners) or frozenset({line.title})


def _start(line: ScheduleLine) -> datetime | UUID:
    """Say when it is; no session takes the place of anything else."""
    return line.meeting if line.title else line.starts_at
