"""In which order people speak, and how the order is kept: by numbers with gaps between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from random import Random
from uuid import UUID

from app.meetings.attendees import Someone

GAP = 65_536
"""Between the places of two neighbours, so that somebody can come between them."""


class Order(StrEnum):
    """In which order people speak."""

    DELEGATION = "delegation"
    """Delegation after delegation, by name."""
    MIXED = "mixed"
    """One of each delegation in turn."""
    DRAWN = "drawn"
    """By lot."""


def in_order(
    people: Sequence[tuple[Someone, str]], order: Order, seed: int = 1
) -> tuple[Someone, ...]:
    """Put people with their delegations into an order to speak in.

    Whoever belongs to no delegation comes last by delegation, and is one more when mixed. Mixed,
    nobody follows one of their own delegation as long as that can be helped.
    """
    by_name = sorted(people, key=lambda each: (each[0].name.casefold(), each[0].badge_number))
    if order is Order.DRAWN:
        drawn = [who for who, _delegation in by_name]
        Random(seed).shuffle(drawn)  # noqa: S311 - a lot that can be drawn again
        return tuple(drawn)
    groups: dict[str, list[Someone]] = {}
    for who, delegation in by_name:
        groups.setdefault(delegation, []).append(who)
    names = sorted(groups, key=lambda name: (not name, name.casefold(), name))
    if order is Order.DELEGATION:
        return tuple(who for name in names for who in groups[name])
    waiting = {name: iter(groups[name]) for name in names}
    return tuple(
        next(waiting[name]) for name in _turns({name: len(groups[name]) for name in names})
    )


def placed(order: Sequence[UUID], known: Mapping[UUID, int]) -> Mapping[UUID, int]:
    """Give people rising places in this order, and let as many as can be keep theirs."""
    kept = set(_rising([(known[each], each) for each in order if each in known]))
    places = {each: known[each] for each in order if each in kept}
    below: int | None = None
    for first, last in _stretches(order, kept):
        above = places[order[last]] if last < len(order) else None
        given = _between(below, above, last - first)
        if given is None:
            return {each: at * GAP for at, each in enumerate(order)}
        places |= dict(zip(order[first:last], given, strict=True))
        below = above
    return places


def _turns(left: dict[str, int]) -> Iterator[str]:
    """Yield whose turn it is: who spoke least often, unless others could not be kept apart then."""
    spoken: Counter[str] = Counter()
    last = ""
    while some := [name for name, count in left.items() if count]:
        others = sorted(
            (name for name in some if not spoken or name != last), key=spoken.__getitem__
        )
        # Nobody else is left, or somebody must follow one of their own: the largest goes on.
        largest = max(others, key=left.__getitem__) if others else last
        last = next((name for name in others if _can_follow(left, name)), largest)
        left[last] -= 1
        spoken[last] += 1
        yield last


def _can_follow(left: Mapping[str, int], name: str) -> bool:
    """Tell whether all can still be kept apart once one of this delegation has spoken."""
    rest = sum(left.values()) - 1
    return all(
        count - 1 <= rest // 2 if each == name else count <= (rest + 1) // 2
        for each, count in left.items()
    )


def _rising(places: Sequence[tuple[int, UUID]]) -> Iterator[UUID]:
    """Yield, last first, as many as can be whose places rise from one to the next."""
    ends: list[int] = []
    through: list[int] = []
    before: list[int] = []
    for at, (place, _who) in enumerate(places):
        length = bisect_left(ends, place)
        before.append(through[length - 1] if length else -1)
        ends[length:] = [place, *ends[length + 1 :]]
        through[length:] = [at, *through[length + 1 :]]
    at = through[-1] if through else -1
    while at >= 0:
        yield places[at][1]
        at = before[at]


def _stretches(order: Sequence[UUID], kept: set[UUID]) -> Iterator[tuple[int, int]]:
    """Yield from where to where people need places, up to each one who keeps theirs and the end."""
    first = 0
    for at, each in enumerate(order):
        if each in kept:
            yield first, at
            first = at + 1
    yield first, len(order)


def _between(below: int | None, above: int | None, count: int) -> Sequence[int] | None:
    """Give so many places between two; nothing if there are not so many."""
    if above is None:
        start = 0 if below is None else below + GAP
        return [start + at * GAP for at in range(count)]
    if below is None:
        return [above - (count - at) * GAP for at in range(count)]
    step = (above - below) // (count + 1)
    return [below + (at + 1) * step for at in range(count)] if step or not count else None
