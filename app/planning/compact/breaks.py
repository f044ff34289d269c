"""How often somebody is busy, and how many breaks they have, as clauses."""

from __future__ import annotations

from collections.abc import Sequence

from app.planning.compact.clauses import Clauses
from app.planning.compact.ground import Ground


def add_people(clauses: Clauses, ground: Ground, busy: Sequence[dict[int, int]]) -> list[list[int]]:
    """Let each be busy as often as they have meetings, and share breaks fairly.

    Gives the breaks of each person: the nth is true if and only if they have so many.
    """
    slots = len(ground.tables)
    # Each break takes an idle slot.
    possible = [max(0, min(len(of) - 1, slots - len(of))) for of in ground.people]
    least = min(possible, default=0)
    most = slots if ground.fairness is None else least + ground.fairness
    breaks = []
    for of, theirs, can in zip(busy, ground.people, possible, strict=True):
        _be_busy(clauses, of, len(theirs))
        breaks.append(_breaks(clauses, ground, of, min(most, can)))
    if ground.fairness is not None:
        for each in range(least):
            _share(clauses, breaks, each, ground.fairness)
    return breaks


def _share(clauses: Clauses, breaks: list[list[int]], each: int, fairness: int) -> None:
    """Let nobody have so many breaks more than ``each`` as long as somebody has only ``each``."""
    everybody_has_more = clauses.new()
    for of in breaks:
        clauses.add(-everybody_has_more, *of[each : each + 1])
        for too_many in of[each + fairness : each + fairness + 1]:
            clauses.add(-too_many, everybody_has_more)


def _be_busy(clauses: Clauses, busy: dict[int, int], times: int) -> None:
    """Follows from the meetings. Said, it tells early where there are too few slots left."""
    count: list[int] = []
    left = len(busy)
    if times > left:
        clauses.add()
    for now in busy.values():
        count = _counted(clauses, count, now, times)
        left -= 1
        if times > left:
            clauses.add(*count[times - left - 1 : times - left])


def _breaks(clauses: Clauses, ground: Ground, busy: dict[int, int], most: int) -> list[int]:
    count: list[int] = []
    met = met_before = 0  # in this block, by now and by the slot before; 0 is "certainly not"
    for slot in range(len(ground.tables)):
        if ground.block_starts >> slot & 1:
            met = met_before = 0
        now, before = busy.get(slot, 0), busy.get(slot - 1, 0)
        if now and met_before:
            again = clauses.all_of([now, met_before, *([-before] if before else [])])
            count = _counted(clauses, count, again, most)
        met_before, met = met, clauses.either([each for each in (met, now) if each])
    return count


def _counted(clauses: Clauses, before: list[int], literal: int, most: int) -> list[int]:
    """Give literals for "more than n of those so far are true", and let at most so many be."""
    now = []
    for n in range(min(len(before) + 1, most)):
        fewer, same = before[n - 1 : n] if n else [], before[n : n + 1]
        more = clauses.new()
        clauses.add(-literal, *(-each for each in fewer), more)
        clauses.add(-more, literal, *same)
        for each in same:
            clauses.add(-each, more)
        for each in fewer:
            clauses.add(-more, each)
        now.append(more)
    if len(before) == most:
        clauses.add(-literal, *(-each for each in before[-1:]))
    return now
