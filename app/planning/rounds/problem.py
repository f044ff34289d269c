"""What rounds at mixed tables are wanted, and who sits where in them. Frozen values.

Rounds and tables are counted from 0. A set of rounds is an ``int``: bit ``n`` is round ``n``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count, islice

EVERY_ROUND = -1
"""A set of rounds that leaves none out."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who takes part in ``rounds``.

    ``traits`` are what a table should be mixed by, such as region, sector and organisation: in the
    order of ``RoundsWanted.weights``, blank where it is not known.
    """

    name: str
    traits: tuple[str, ...] = ()
    rounds: int = EVERY_ROUND

    def is_in(self, number: int) -> bool:
        """Tell whether they take part in a round."""
        return bool(self.rounds >> number & 1)


@dataclass(frozen=True, slots=True)
class Round:
    """Where guests sit in one round already, by name.

    ``is_firm``: they stay there, and only whoever is new finds a place beside them. Otherwise each
    who changes table costs ``RoundsWanted.change``.
    """

    seats: Mapping[str, int] = field(default_factory=dict)
    is_firm: bool = False


@dataclass(frozen=True, slots=True)
class RoundsWanted:
    """So many ``rounds``, at tables of ``size`` people at most, as alike in number as can be.

    ``weights`` say how bad it is that two sit together who are alike in a trait; that two meet
    again is worse than all of them. ``before`` are rounds that stand already, the first first;
    there may be fewer than are wanted. That somebody changes table there is as bad as ``change``
    meetings again.
    """

    guests: tuple[Guest, ...]
    size: int
    rounds: int
    weights: tuple[int, ...] = ()
    before: tuple[Round, ...] = ()
    change: int = 1

    def of_round(self, number: int) -> tuple[Guest, ...]:
        """Give who takes part in a round."""
        return tuple(guest for guest in self.guests if guest.is_in(number))

    def standing(self, number: int) -> Round:
        """Give how a round stands already."""
        return self.before[number] if number < len(self.before) else Round()

    def tables(self, number: int) -> tuple[int, ...]:
        """Give the tables of a round by number.

        Where one stands, the fullest of its tables stay, as many as are needed; all of them if it
        is firm, though a few come late.
        """
        here = self.of_round(number)
        seats = self.standing(number).seats
        full = Counter(seats[guest.name] for guest in here if guest.name in seats)
        standing = sorted(full, key=lambda table: (-full[table], table))
        needed = -(-len(here) // self.size)
        new = (table for table in count() if table not in full)
        if self.standing(number).is_firm and standing:
            return tuple(sorted(standing))
        return tuple(sorted([*standing, *islice(new, needed)][:needed]))


Tables = tuple[tuple[str, ...], ...]
"""Who sits at each table of a round, by name; nobody at one that is not needed any more."""


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sits where. ``repeats`` counts how many times two meet again who met before.

    Nobody can do with fewer than ``least_repeats``. ``alike`` counts, by trait, the pairs that sit
    together in some round and are alike in it; ``least_alike`` is what no seating gets below.
    ``changed`` counts the guests of a round that stood who sit elsewhere now.
    """

    rounds: tuple[Tables, ...]
    repeats: int
    least_repeats: int
    alike: tuple[int, ...]
    least_alike: tuple[int, ...]
    changed: int


class NotMixable(ValueError):
    """No rounds come of it. ``why``: ``nobody``, ``no_round``, ``size`` (below 2), ``named_twice``.

    ``names`` are who.
    """

    def __init__(self, why: str, names: tuple[str, ...] = ()) -> None:
        super().__init__(f"{why}: {', '.join(names)}")
        self.why = why
        self.names = names
