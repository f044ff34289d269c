"""Places with prices: full ones cost so much that nobody would rather have another one.

People are let in one by one. Whoever is let in takes what is worth most to them after its price. If
that is full, prices rise until somebody there gives way: for a place that is left, or for one whose
people give way in turn. There are few choices and many people, so all of it goes over choices, and
people are kept by what they would gain.

Sources: Shapley and Shubik, The assignment game, International Journal of Game Theory 1971;
Demange, Gale and Sotomayor, Multi-item auctions, Journal of Political Economy 1986.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush
from math import inf

NOTHING = ""
"""What everybody can have, and nobody wants."""

_Moves = dict[str, dict[int, dict[str, None]]]
"""What people could have instead, what they gain by that, and who they are."""


class Priced:
    """Who ``has`` what, at every moment worth as much as can be to all who were let in.

    ``worth`` says what choices are worth to each person, what is worth more comes earlier. A
    ``price`` is above nothing only where no place is left.
    """

    def __init__(self, places: Mapping[str, int], worth: Mapping[str, Mapping[str, int]]) -> None:
        self.has: dict[str, str] = {}
        self.price = dict.fromkeys((*places, NOTHING), 0)
        self._worth = worth
        self._left: dict[str, float] = {**places, NOTHING: inf}
        self._moves: dict[str, _Moves] = {each: {} for each in self.price}

    def let_in(self, person: str) -> None:
        """Let somebody have the best for them, and others change as it is best for all."""
        came, at = self._rise(person)
        while (start := came[at]) != NOTHING:
            by_gain = self._moves[start][at]
            self._change(next(iter(by_gain[max(by_gain)])), at)
            at = start
        self._put(person, at)

    def let_choose(self, person: str) -> None:
        """Let somebody have the best of what is worth the same to them, and to all in all.

        They keep it from now on, whoever chooses later.
        """
        at, worth = self.has[person], self._worth[person]
        after = worth[at] - self.price[at]
        better = [to for to in worth if worth[to] - self.price[to] == after]
        better = better[: better.index(at)]
        self._forget(person)
        ways = self._ways_to(at) if better else {}
        chosen = next((each for each in better if each in ways), at)
        self.has[person] = chosen
        self._left[at] += 1
        self._left[chosen] -= 1
        while chosen != at:
            to, gain = ways[chosen]
            if gain is not None:
                self._change(next(iter(self._moves[chosen][to][gain])), to)
            chosen = to

    def _rise(self, person: str) -> tuple[Mapping[str, str], str]:
        """Let prices rise until a place is left for somebody.

        Gives that place, and for each whose people give way from which they come to it; for what
        the person could take, nothing. Whoever loses least gives way first, as on a shortest way.
        """
        worth, price = self._worth[person], self.price
        most = max(of - price[to] for to, of in worth.items())
        waiting = [(most - of + price[to], to, NOTHING) for to, of in worth.items()]
        heapify(waiting)
        losses: dict[str, int] = {}
        came: dict[str, str] = {}
        while True:
            loss, at, start = heappop(waiting)
            if at in losses:
                continue
            losses[at], came[at] = loss, start
            if self._left[at] > 0:
                break
            for to, by_gain in self._moves[at].items():
                if to not in losses:
                    more = price[to] - price[at] - max(by_gain)
                    heappush(waiting, (loss + more, to, at))
        for each, less in losses.items():
            price[each] += loss - less
        return came, at

    def _ways_to(self, at: str) -> Mapping[str, tuple[str, int | None]]:
        """Give from where people could follow each other to a place, all as content as before.

        With each is where to first, and what they gain, that is as much as it costs more; nothing,
        if a place is left where it costs nothing: then nobody needs to go.
        """
        ways: dict[str, tuple[str, int | None]] = {}
        waiting = [at]
        for to in waiting:
            for start in self.price.keys() - ways.keys() - {at}:
                gain = self.price[to] - self.price[start]
                if gain in self._moves[start].get(to, ()):
                    ways[start] = to, gain
                elif self._left[start] > 0 and not self.price[to]:
                    ways[start] = to, None
                else:
                    continue
                waiting.append(start)
        return ways

    def _change(self, person: str, to: str) -> None:
        self._forget(person)
        self._left[self.has[person]] += 1
        self._put(person, to)

    def _put(self, person: str, at: str) -> None:
        self.has[person] = at
        self._left[at] -= 1
        for to, gain in self._gains(person):
            self._moves[at].setdefault(to, {}).setdefault(gain, {})[person] = None

    def _forget(self, person: str) -> None:
        """Let nobody count on somebody to give way."""
        moves = self._moves[self.has[person]]
        for to, gain in self._gains(person):
            del moves[to][gain][person]
            if not moves[to][gain]:
                del moves[to][gain]
            if not moves[to]:
                del moves[to]

    def _gains(self, person: str) -> Iterator[tuple[str, int]]:
        worth, at = self._worth[person], self.has[person]
        return ((to, of - worth[at]) for to, of in worth.items() if to != at)
