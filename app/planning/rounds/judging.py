"""Counts how good seats are, from nothing but names: what searched for them has no say here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from app.planning.rounds.bounds import least_alike, least_repeats
from app.planning.rounds.problem import RoundsWanted, Seated, Tables


def judged(wanted: RoundsWanted, rounds: tuple[Tables, ...]) -> Seated:
    """Give seats with their figures."""
    met = Counter(pair for tables in rounds for pair in _pairs(tables))
    traits = {guest.name: guest.traits for guest in wanted.guests}
    alike = [0] * len(wanted.weights)
    for (one, other), times in met.items():
        for trait in range(len(alike)):
            said = traits[one][trait]
            alike[trait] += times if said and said == traits[other][trait] else 0
    return Seated(
        rounds,
        sum(times - 1 for times in met.values()),
        least_repeats(wanted),
        tuple(alike),
        tuple(least_alike(wanted, trait) for trait in range(len(wanted.weights))),
        sum(_changed(wanted, number, tables) for number, tables in enumerate(rounds)),
    )


def _pairs(tables: Tables) -> Iterator[tuple[str, str]]:
    for table in tables:
        yield from combinations(sorted(table), 2)


def _changed(wanted: RoundsWanted, number: int, tables: Tables) -> int:
    before = wanted.standing(number).seats
    return sum(before.get(name, at) != at for at, table in enumerate(tables) for name in table)
