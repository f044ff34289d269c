"""What no seating can do better, by counting alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.planning.rounds.problem import RoundsWanted


def sizes_of(people: int, tables: int) -> tuple[int, ...]:
    """Give how many sit at each table when all are as alike in number as can be, large first."""
    fewer, more = divmod(people, tables)
    return (fewer + 1,) * more + (fewer,) * (tables - more)


def pairs(people: int) -> int:
    """Count the pairs among so many."""
    return people * (people - 1) // 2


def least_repeats(wanted: RoundsWanted) -> int:
    """Count how often two must meet again, in whatever way they sit.

    Two reasons, of which the stronger counts: there are only so many pairs to meet; and a table
    of more people than the next round has tables must send two of them to the same one.
    """
    plans = [_sizes(wanted, number) for number in range(wanted.rounds)]
    everybody = len({guest.name for n in range(wanted.rounds) for guest in wanted.of_round(n)})
    met = sum(pairs(size) for sizes in plans for size in sizes)
    return max(0, met - pairs(everybody), _kept_together(wanted, plans))


def least_alike(wanted: RoundsWanted, trait: int) -> int:
    """Count the pairs alike in a trait that must sit together, summed over the rounds."""
    return sum(_least_alike(wanted, trait, number) for number in range(wanted.rounds))


def _least_alike(wanted: RoundsWanted, trait: int, number: int) -> int:
    guests = wanted.of_round(number)
    tables = len(wanted.tables(number))
    many = Counter(guest.traits[trait] for guest in guests if guest.traits[trait])
    return sum(_spread(people, tables) for people in many.values())


def _kept_together(wanted: RoundsWanted, plans: Sequence[Sequence[int]]) -> int:
    """Sum, over the rounds, the pairs that must sit together again as in an earlier one.

    Who is not there in both is left out by counting as many of each table as may be missing.
    """
    found = 0
    for number in range(1, wanted.rounds):
        here = {guest.name for guest in wanted.of_round(number)}
        most = 0
        for before in range(number):
            there = {guest.name for guest in wanted.of_round(before)}
            if there <= here:
                spread = (_spread(size, len(plans[number])) for size in plans[before])
                most = max(most, sum(spread))
        found += most
    return found


def _spread(people: int, tables: int) -> int:
    """Count the pairs together when so many are spread over tables as evenly as can be."""
    return sum(map(pairs, sizes_of(people, tables))) if tables else 0


def _sizes(wanted: RoundsWanted, number: int) -> tuple[int, ...]:
    tables = len(wanted.tables(number))
    return sizes_of(len(wanted.of_round(number)), tables) if tables else ()
