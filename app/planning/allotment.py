"""Allots places that more people wish for than there are: as many first choices as can be.

Of all allotments one is best: that with the most first choices; of those, the most second ones, and
so on; of those, the one that is best for whoever signed up first, then for the next.

It is found exactly, and proved by prices: worths are whole numbers, of which one first choice
outweighs all seconds together, and so on; in the end everybody has what is worth most to them after
its price, and nothing that has places left costs anything. Then no allotment is worth more, and
those that are worth as much differ only in what is worth the same to people after prices: of that,
whoever signed up first chooses first. Source of what is best: Irving et al., Rank-maximal
matchings, ACM Transactions on Algorithms 2006.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.planning.priced import NOTHING, Priced


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
    hall = Priced(places, _worths(wishes, places))
    for wish in wishes:
        hall.let_in(wish.person)
    for wish in wishes:
        hall.let_choose(wish.person)
    got = {wish.person: hall.has[wish.person] for wish in wishes}
    got = {person: choice for person, choice in got.items() if choice != NOTHING}
    by_rank = [0] * max((len(wish.choices) for wish in wishes), default=0)
    for wish in wishes:
        if wish.person in got:
            by_rank[wish.choices.index(got[wish.person])] += 1
    return Allotted(got, tuple(by_rank))


def _refuse_nonsense(wishes: Sequence[Wish], places: Mapping[str, int]) -> None:
    seen: set[str] = set()
    for wish in wishes:
        if wish.person in seen:
            raise Unallottable("named_twice", wish.person)
        seen.add(wish.person)
        for number, choice in enumerate(wish.choices):
            if choice not in places or choice == NOTHING:
                raise Unallottable("unknown", wish.person, choice)
            if choice in wish.choices[:number]:
                raise Unallottable("chosen_twice", wish.person, choice)


def _worths(wishes: Sequence[Wish], places: Mapping[str, int]) -> Mapping[str, Mapping[str, int]]:
    """Give what each choice is worth to each person, the best first; nothing is worth nothing.

    What has no places at all is left out.
    """
    ranks = max((len(wish.choices) for wish in wishes), default=0)
    worth = [(len(wishes) + 1) ** (ranks - rank) for rank in range(ranks)]
    return {
        wish.person: {
            **{
                choice: worth[rank]
                for rank, choice in enumerate(wish.choices)
                if places[choice] > 0
            },
            NOTHING: 0,
        }
        for wish in wishes
    }
