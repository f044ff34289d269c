"""Boolean variables and what has to hold of them."""

from __future__ import annotations

from collections.abc import Sequence


class Clauses:
    """Variables are counted from 1, and ``-n`` is "not n".

    One literal at least of each of ``clauses`` is true, one and only one of ``exactly_one``, and
    so many at most of ``at_most``.
    """

    def __init__(self) -> None:
        self.variables = 0
        self.clauses: list[tuple[int, ...]] = []
        self.exactly_one: list[tuple[int, ...]] = []
        self.at_most: list[tuple[tuple[int, ...], int]] = []

    def new(self) -> int:
        """Give a variable that nothing speaks of yet."""
        self.variables += 1
        return self.variables

    def add(self, *literals: int) -> None:
        """Let one of these be true; nothing is possible any more if there are none."""
        self.clauses.append(literals)

    def limit(self, literals: Sequence[int], most: int) -> None:
        """Let at most so many of these be true."""
        if len(literals) > most:
            self.at_most.append((tuple(literals), most))

    def one_of(self, literals: Sequence[int]) -> int:
        """Give a literal for "one of these", no two of which can be true."""
        if len(literals) == 1:
            return literals[0]
        one = self.new()
        self.exactly_one.append((*literals, -one))
        return one

    def either(self, literals: Sequence[int]) -> int:
        """Give a literal for "one of these or more"."""
        if len(literals) == 1:
            return literals[0]
        some = self.new()
        for each in literals:
            self.add(-each, some)
        self.add(-some, *literals)
        return some
