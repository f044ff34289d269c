"""How often somebody is busy, and how many breaks they have, as clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.planning.compact.clauses import Clauses
from app.planning.compact.ground import Ground


def add_people(clauses: Clauses, ground: Ground, busy: Sequence[dict[int, int]]) -> list[list[int]]:
    """Let each be busy as often as they have meetings, and share breaks fairly.

    Gives the breaks of each person: the nth is true if they have so many.
    """
    slots = len(ground.tables)
    # Each break takes an idle slot.
    possible = [max(0, min(len(of) - 1, slots - len(of))) for of in ground.people]
    least = min(possible, default=0)
    most = slots if ground.fairness is None else least + ground.fairness
    shared = ground.fairness is not None and least > 0
    breaks = []
    for of, theirs, can in zip(busy, ground.people, possible, strict=True):
        met = _be_busy(clauses, of, len(theirs))
        again = _again(clauses, ground, of, met)
        breaks.append(_breaks(clauses, again, min(most, can), exact=shared))
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


def _be_busy(clauses: Clauses, busy: dict[int, int], times: int) -> dict[int, int]:
    """Give a literal for "has met somebody by now" in each slot.

    That they are busy so often follows from the meetings. Said, it tells early where there are too
    few slots left.
    """
    met: dict[int, int] = {}
    count: list[int] = []
    left = len(busy)
    if times > left:
        clauses.add()
    for slot, now in busy.items():
        count = _counted(clauses, count, [now], times, exact=True)
        met[slot] = count[0]
        left -= 1
        if times > left:
            clauses.add(*count[times - left - 1 : times - left])
    return met


def _again(
    clauses: Clauses, ground: Ground, busy: dict[int, int], met: dict[int, int]
) -> Iterator[list[int]]:
    """Give what is true together when somebody goes on after a break, slot by slot."""
    first_block = True
    lately = by_now = 0  # whether they met somebody in this block; 0 is "certainly not"
    for slot in range(len(ground.tables)):
        if slot and ground.block_starts >> slot & 1:
            first_block, lately, by_now = False, 0, 0
        now, before = busy.get(slot, 0), busy.get(slot - 1, 0)
        if now and lately:
            yield [now, lately, *([-before] if before else [])]
        lately = by_now
        if now:
            by_now = (
                met[slot] if first_block else clauses.either([*([by_now] if by_now else []), now])
            )


def _breaks(clauses: Clauses, again: Iterable[list[int]], most: int, *, exact: bool) -> list[int]:
    count: list[int] = []
    for together in again:
        count = _counted(clauses, count, together, most, exact=exact)
    return count


def _counted(
    clauses: Clauses, before: list[int], together: list[int], most: int, *, exact: bool
) -> list[int]:
    """Count how often all of these have been true, by literals for "more than n times".

    At most so many times they may be. If not ``exact``, a literal may be true for no reason; that
    leaves less to decide where nothing gains by it.
    """
    now = []
    missing = [-each for each in together]
    for n in range(min(len(before) + 1, most)):
        fewer, same = before[n - 1 : n] if n else [], before[n : n + 1]
        more = clauses.new()
        clauses.add(*missing, *(-each for each in fewer), more)
        for each in same:
            clauses.add(-each, more)
        if exact:
            for each in (*together, *fewer):
                clauses.add(-more, each, *(same if each in together else ()))
        now.append(more)
    if len(before) == most:
        clauses.add(*missing, *(-each for each in before[-1:]))
    return now
