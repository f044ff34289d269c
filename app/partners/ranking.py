"""Ranks whom a delegate may want to meet. Pure: plain values in, plain values out.

What one seeks and the other offers counts most, each word by how rare it is; a shared sector
counts as well, and so does coming from another country or delegation. What two are worth to each
other is the same from either side.

Fair: whom many could want is put behind those whom few could, and who was asked often behind who
was not, so that not everybody is led to the same few; what is equally good is spread by chance,
the same each time. One of each organisation comes before a second of any.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from math import log, sqrt
from typing import Final
from uuid import UUID

from app.delegates.folding import fold
from app.partners.words import keys_in, phrases, words_in

_SECTOR: Final = 0.5
"""A shared sector is worth so much of an equally rare word that one seeks and the other has."""
_ELSEWHERE: Final = 1.1
_COMMON_PART: Final = 3
"""A word in more than one profile of so many tells nothing of anybody."""
_FEW: Final = 3
_SHOWN: Final = 2
_LOOKED_AT: Final = 4
_ODD: Final = 0x9E3779B97F4A7C15F39CC0605CEDC835
_LOTS: Final = (1 << 32) - 1


@dataclass(frozen=True, slots=True)
class Profile:
    """What somebody said of themselves, and where they come from. Blanks: nobody said."""

    id: UUID
    organisations: frozenset[UUID] = frozenset()
    delegation: str = ""
    country: str = ""
    sectors: tuple[str, ...] = ()
    seeks: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """Why two may want to meet, as seen by the first.

    ``they_offer`` are words as the second wrote them, which the first seeks; ``they_seek`` are
    those which the first offers. ``elsewhere``: they come from another country or delegation.
    """

    sectors: tuple[str, ...]
    they_offer: tuple[str, ...]
    they_seek: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody whom the first may want to meet, what that is worth, and why."""

    id: UUID
    worth: float
    why: Why


@dataclass(frozen=True, slots=True)
class _Read:
    """A profile as it is compared; what somebody offers, or works in, they have."""

    profile: Profile
    sectors: Mapping[str, str]
    seeks: frozenset[str]
    offers: frozenset[str]


@dataclass(slots=True)
class _Side:
    """Who has each word on one side of their profile."""

    of: defaultdict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))

    def take(self, who: UUID, words: Iterable[str]) -> None:
        for word in words:
            self.of[word].append(who)

    def __len__(self) -> int:
        return len(self.of)


class Crowd:
    """Everybody who may be met. ``asked`` is how often each was asked for by now."""

    def __init__(self, people: Iterable[Profile], asked: Mapping[UUID, int] | None = None) -> None:
        self._people = {each.id: _read(each) for each in people}
        self._seekers, self._holders, self._sectors = _Side(), _Side(), _Side()
        for who, read in self._people.items():
            self._seekers.take(who, read.seeks)
            self._holders.take(who, read.offers)
            self._sectors.take(who, read.sectors)
        self._worth_of = self._worths()
        self._fame = self._fames(asked or {})

    def __contains__(self, who: UUID) -> bool:
        return who in self._people

    def likely(self, who: UUID, known: Collection[UUID] = (), most: int = 10) -> Sequence[Likely]:
        """Give whom somebody may want to meet, the likeliest first; nobody of ``known``."""
        if who not in self._people:
            return ()
        barred = {who, *known}
        one = self._people[who]
        ranked = (
            (round(worth * self._bonus(one, other) / self._fame[other.profile.id], 6), other)
            for other, worth in self._fitting(one)
            if other.profile.id not in barred
            if one.profile.organisations.isdisjoint(other.profile.organisations)
        )
        first = nlargest(
            most * _LOOKED_AT, ranked, key=lambda each: (each[0], _chance(who, each[1].profile.id))
        )
        return tuple(
            Likely(other.profile.id, self.worth(who, other.profile.id), self.why(who, other))
            for other in _one_of_each([other for _value, other in first])[:most]
        )

    def worth(self, one: UUID, other: UUID) -> float:
        """Give what two are worth to each other, which is the same from either side."""
        first, second = self._people[one], self._people[other]
        wanted = sorted([*(first.seeks & second.offers), *(second.seeks & first.offers)])
        shared = sorted(first.sectors.keys() & second.sectors.keys())
        of_words = sum(self._worth_of.get(word, 0) for word in wanted)
        of_sectors = sum(_SECTOR * self._rarity(len(self._sectors.of[each])) for each in shared)
        return (of_words + of_sectors) * self._bonus(first, second)

    def why(self, who: UUID, other: _Read | UUID) -> Why:
        """Say why somebody may want to meet another."""
        one = self._people[who]
        second = self._people[other] if isinstance(other, UUID) else other
        shared = [name for key, name in one.sectors.items() if key in second.sectors]
        return Why(
            tuple(shared[:_SHOWN]),
            self._words(second.profile.offers, one.seeks & second.offers)
            or self._words(tuple(second.sectors.values()), one.seeks & second.offers),
            self._words(second.profile.seeks, second.seeks & one.offers),
            _elsewhere(one.profile, second.profile),
        )

    def _words(self, said: Iterable[str], keys: Iterable[str]) -> tuple[str, ...]:
        """Give what was written, the rarest first, each once."""
        meant = {key: self._worth_of[key] for key in sorted(keys) if key in self._worth_of}
        found = {fold(each): each for each in reversed(list(phrases(said, meant)))}
        return tuple(
            sorted(
                found.values(),
                key=lambda each: (-sum(meant.get(word.key, 0) for word in words_in(each)), each),
            )[:_SHOWN]
        )

    def _fitting(self, one: _Read) -> Iterable[tuple[_Read, float]]:
        """Give everybody who has something for somebody, with how much before any bonus."""
        worth: defaultdict[UUID, float] = defaultdict(float)
        for words, side in ((one.seeks, self._holders), (one.offers, self._seekers)):
            for word in words:
                value = self._worth_of.get(word)
                if value is not None and word in side.of:
                    for other in side.of[word]:
                        worth[other] += value
        for sector in one.sectors:
            value = _SECTOR * self._rarity(len(self._sectors.of[sector]))
            for other in self._sectors.of[sector]:
                worth[other] += value
        return ((self._people[other], value) for other, value in worth.items() if value > 0)

    def _worths(self) -> Mapping[str, float]:
        written = Counter(word for each in self._people.values() for word in _all(each))
        most = max(_FEW, len(self._people) // _COMMON_PART)
        return {word: self._rarity(times) for word, times in written.items() if times <= most}

    def _rarity(self, times: int) -> float:
        return log(1 + len(self._people) / times) if times else 0.0

    def _fames(self, asked: Mapping[UUID, int]) -> Mapping[UUID, float]:
        """Give by how much each is put back: the more could want them, the more."""
        wanted = {who: self._wanted(read) for who, read in self._people.items()}
        usual = sum(wanted.values()) / len(wanted) if wanted else 0.0
        often = sum(asked.values()) / len(wanted) if wanted else 0.0
        return {
            who: sqrt((1 + value / (usual or 1)) * (1 + asked.get(who, 0) / (1 + often)))
            for who, value in wanted.items()
        }

    def _wanted(self, read: _Read) -> float:
        return sum(
            self._worth_of.get(word, 0) * len(side.of.get(word, ()))
            for words, side in ((read.offers, self._seekers), (read.seeks, self._holders))
            for word in words
        )

    @staticmethod
    def _bonus(one: _Read, other: _Read) -> float:
        return _ELSEWHERE ** len(_elsewhere(one.profile, other.profile))


def _read(profile: Profile) -> _Read:
    sectors = {fold(each): each for each in profile.sectors if fold(each)}
    seeks = frozenset().union(*map(keys_in, profile.seeks))
    offers = frozenset().union(*map(keys_in, (*profile.offers, *profile.sectors)))
    return _Read(profile, sectors, seeks, offers)


def _one_of_each(likely: Sequence[_Read]) -> Sequence[_Read]:
    """Put those behind whose organisation somebody before them stands for; else the order stays."""
    seen: set[UUID] = set()
    first: list[_Read] = []
    later: list[_Read] = []
    for each in likely:
        theirs = each.profile.organisations
        (later if theirs and theirs <= seen else first).append(each)
        seen |= theirs
    return [*first, *later]


def _all(read: _Read) -> frozenset[str]:
    return read.seeks | read.offers


def _elsewhere(one: Profile, other: Profile) -> tuple[str, ...]:
    """Give in what the second comes from elsewhere."""
    names = ("country", "delegation")
    pairs = ((name, getattr(one, name), getattr(other, name)) for name in names)
    return tuple(name for name, ours, theirs in pairs if ours and theirs and ours != theirs)


def _chance(one: UUID, other: UUID) -> int:
    """Draw lots between equals: the same lot each time, and from either side."""
    return (one.int ^ other.int) * _ODD >> 64 & _LOTS
