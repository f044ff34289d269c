"""Allots places that more people wish for than there are: as many first choices as can be.

Of all allotments one is best: that with the most first choices; of those, the most second ones, and
so on; of those, the one that is best for whoever signed up first, then for the next. It is found
exactly, person by person: each newcomer starts a chain of people who change to another choice or
lose their place, and the most worthwhile chain is taken. Worths are whole numbers as large as it
takes for one first choice to outweigh all that follows. Source: Irving et al., Rank-maximal
matchings, ACM Transactions on Algorithms 2006.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody chose, the best first; who signed up earlier comes earlier in a list."""

    person: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Allotted:
    """What each person got, by name; who got nothing is not in it.

    ``by_rank`` counts who got their first choice, their second, and so on; nobody can have more
    firsts, nor more seconds with as many firsts.
    """

    places: Mapping[str, str]
    by_rank: tuple[int, ...]


class Unallottable(ValueError):
    """A wish makes no sense. ``why``: ``unknown`` or ``chosen_twice`` (a choice), ``named_twice``.

    ``person`` is whose it is, ``choice`` which.
    """

    def __init__(self, why: str, person: str, choice: str = "") -> None:
        super().__init__(f"{why}: {person} {choice}")
        self.why, self.person, self.choice = why, person, choice


def allotted(wishes: Sequence[Wish], places: Mapping[str, int]) -> Allotted:
    """Allot ``places`` of each choice to people, in the order in which they signed up.

    Raises:
        Unallottable: A wish makes no sense.
    """
    _refuse_nonsense(wishes, places)
    hall = _Places(wishes, places)
    for wish in wishes:
        hall.let_in(wish.person)
    ranks = max((len(wish.choices) for wish in wishes), default=0)
    got = [wish.choices.index(hall.place_of[wish.person]) for wish in wishes if hall.has(wish)]
    return Allotted(
        {wish.person: hall.place_of[wish.person] for wish in wishes if hall.has(wish)},
        tuple(got.count(rank) for rank in range(ranks)),
    )


def _refuse_nonsense(wishes: Sequence[Wish], places: Mapping[str, int]) -> None:
    seen: set[str] = set()
    for wish in wishes:
        if wish.person in seen:
            raise Unallottable("named_twice", wish.person)
        seen.add(wish.person)
        for number, choice in enumerate(wish.choices):
            if choice not in places:
                raise Unallottable("unknown", wish.person, choice)
            if choice in wish.choices[:number]:
                raise Unallottable("chosen_twice", wish.person, choice)


@dataclass(frozen=True, slots=True)
class _Step:
    """Somebody goes ``to`` a place, or to none if it is blank."""

    person: str
    to: str


_Chain = tuple[int, tuple[_Step, ...]]
"""What people who follow on each other are worth together, and where each goes."""


class _Places:
    """Who has which place, at every moment the best allotment of those who were let in."""

    def __init__(self, wishes: Sequence[Wish], places: Mapping[str, int]) -> None:
        self.place_of: dict[str, str] = {}
        self._free = dict(places)
        self._people: dict[str, list[str]] = {choice: [] for choice in places}
        self._worth = _worths(wishes)

    def has(self, wish: Wish) -> bool:
        """Tell whether somebody got anything."""
        return wish.person in self.place_of

    def let_in(self, person: str) -> None:
        """Let somebody have a place, if that is worth what it costs others."""
        worth, chain = max(self._ends(person), key=lambda end: end[0], default=(0, ()))
        if worth > 0:
            self._take(chain)

    def _ends(self, person: str) -> Iterator[_Chain]:
        """Give the chains that somebody can start: to a free place, or until one has no place."""
        for at, (worth, steps) in self._ways(person).items():
            if self._free[at] > 0:
                yield worth, steps
                continue
            for other in self._people[at]:
                yield worth - self._worth[other][at], (*steps, _Step(other, ""))

    def _ways(self, person: str) -> Mapping[str, _Chain]:
        """Give the most worthwhile chain to each choice. It never runs in a circle.

        People who could change places in a circle for the better would have done so before.
        """
        ways: dict[str, _Chain] = {
            to: (worth, (_Step(person, to),)) for to, worth in self._worth[person].items()
        }
        waiting = list(ways)
        while waiting:
            at = waiting.pop(0)
            worth, steps = ways[at]
            for other in self._people[at] if not self._free[at] else ():
                left = worth - self._worth[other][at]
                for to, gained in self._worth[other].items():
                    if to not in ways or left + gained > ways[to][0]:
                        ways[to] = left + gained, (*steps, _Step(other, to))
                        waiting.append(to)
        return ways

    def _take(self, chain: Sequence[_Step]) -> None:
        for step in chain:
            if step.person in self.place_of:
                before = self.place_of.pop(step.person)
                self._people[before].remove(step.person)
                self._free[before] += 1
        for step in chain:
            if step.to:
                self.place_of[step.person] = step.to
                self._people[step.to].append(step.person)
                self._free[step.to] -= 1


def _worths(wishes: Sequence[Wish]) -> Mapping[str, Mapping[str, int]]:
    """Give what each choice of each person is worth: the sum decides between allotments."""
    ranks = max((len(wish.choices) for wish in wishes), default=0)
    many = len(wishes) + 1
    # Whoever comes earlier outweighs all who come later; a rank outweighs everybody.
    of_all = (ranks + 1) ** many
    found = {}
    for late, wish in enumerate(wishes, start=1):
        own = (ranks + 1) ** (many - late)
        found[wish.person] = {
            choice: many ** (ranks - rank) * of_all + (ranks - rank) * own
            for rank, choice in enumerate(wish.choices)
        }
    return found
