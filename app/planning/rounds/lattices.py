"""Seats in which nobody meets twice, known without a search, where tables are a prime power.

Guests stand in rows of as many as there are tables. In round ``r`` whoever stands in row ``i`` and
column ``j`` sits at table ``j + r·i``, in the field of that many elements. Two of different
rows share a table in one round only, two of the same row in none. Source: Bose, 1938.
"""

from __future__ import annotations

from itertools import product

# Coefficients of x⁰, x¹, … of a polynomial that has no divisor, by the order of its field.
_FIELDS = {4: (2, (1, 1, 1)), 8: (2, (1, 1, 0, 1)), 9: (3, (1, 0, 1))}
_PRIMES = frozenset({2, 3, 5, 7, 11, 13, 17, 19, 23})


def lattice(people: int, tables: int, rounds: int) -> tuple[tuple[int, ...], ...] | None:
    """Give the table of each of so many people in each round, if this way leads to it.

    Tables differ by one at most. None where there are too many rounds, or the tables are no prime
    power or so few that some must meet again.
    """
    rows = -(-people // tables)
    field = _Field(tables) if tables in _PRIMES or tables in _FIELDS else None
    # With as many rows as tables, each row can make a table of its own, once.
    last = rows == tables and people == rows * tables
    if field is None or rows > tables or rounds > tables + last:
        return None
    spots = [divmod(person, tables) for person in range(people)]
    found = [
        tuple(field.added(j, field.times(number, i)) for i, j in spots)
        for number in range(min(rounds, tables))
    ]
    if rounds > tables:
        found.append(tuple(i for i, _ in spots))
    return tuple(found)


class _Field:
    """A field of few elements, which are numbers; their digits are coefficients."""

    def __init__(self, order: int) -> None:
        self._base, self._divisor = _FIELDS.get(order, (order, (0, 1)))
        self._length = len(self._divisor) - 1

    def added(self, one: int, other: int) -> int:
        """Add two."""
        digits = zip(self._digits(one), self._digits(other), strict=True)
        return self._number([(a + b) % self._base for a, b in digits])

    def times(self, one: int, other: int) -> int:
        """Multiply two."""
        found = [0] * (2 * self._length)
        for (i, a), (j, b) in product(enumerate(self._digits(one)), enumerate(self._digits(other))):
            found[i + j] += a * b
        for top in range(len(found) - 1, self._length - 1, -1):
            for step, coefficient in enumerate(self._divisor):
                if step < self._length:
                    found[top - self._length + step] -= found[top] * coefficient
        return self._number([digit % self._base for digit in found[: self._length]])

    def _digits(self, number: int) -> list[int]:
        return [number // self._base**place % self._base for place in range(self._length)]

    def _number(self, digits: list[int]) -> int:
        return sum(digit * self._base**place for place, digit in enumerate(digits))
