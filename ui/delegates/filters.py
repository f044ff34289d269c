"""What the chips above the table leave in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.delegates.table import DelegateRow, Paper
from ui.delegates.words import country_words, kind_words

NONE = ""
"""The value of those of whom nobody said."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Something people differ by. ``values`` gives one person's, who may have several."""

    name: str
    title: str
    values: Callable[[DelegateRow], tuple[str, ...]]
    words: Callable[[str], str]


_STATE_WORDS = {
    "here": "Here",
    "expected": "Not here yet",
    "left": "Left",
    "received": "Not accepted",
    "waiting": "Waiting list",
    "cancelled": "Cancelled",
    "walk_in": "Walk-in",
    "not_printed": "Badge not printed",
    "to_decide": "Something to decide",
}
_CANCELLED = frozenset({"withdrawn", "declined", "place_taken"})


def _states(row: DelegateRow) -> tuple[str, ...]:
    return (
        "cancelled" if row.state in _CANCELLED else row.state,
        *(("walk_in",) if row.person.walk_in else ()),
        *(("not_printed",) if row.paper is Paper.NEVER else ()),
        *(("to_decide",) if row.to_decide else ()),
    )


FACETS = (
    Facet("state", "State", _states, lambda value: _STATE_WORDS.get(value, value)),
    Facet("delegation", "Delegation", lambda row: (row.person.delegation,), str),
    Facet("country", "Country", lambda row: (row.person.country,), country_words),
    Facet("kind", "Kind", lambda row: (row.kind,), kind_words),
    Facet("sector", "Sector", lambda row: row.sectors or (NONE,), str),
)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which values are wanted of each facet, by its name; none means that all are."""

    wanted: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def active(self) -> bool:
        """Tell whether anybody may be left out."""
        return any(self.wanted.values())

    def of(self, facet: Facet) -> frozenset[str]:
        """Give the values that are wanted of a facet."""
        return self.wanted.get(facet.name, frozenset())

    def asking(self, facet: Facet, values: Iterable[str]) -> Filters:
        """Give filters that ask for other values of a facet."""
        return replace(self, wanted={**self.wanted, facet.name: frozenset(values)})

    def kept(self, rows: Sequence[DelegateRow]) -> Sequence[DelegateRow]:
        """Give the rows that fit, in their order."""
        for facet in FACETS:
            wanted, values = self.of(facet), facet.values
            if wanted:
                rows = [row for row in rows if not wanted.isdisjoint(values(row))]
        return rows


Counts = Mapping[str, Mapping[str, int]]
"""How many people have each value, by facet and value, in the order they are offered."""


def counted(rows: Sequence[DelegateRow]) -> Counts:
    """Count people by each value of each facet."""
    counts = {}
    for facet in FACETS:
        found = Counter(value for row in rows for value in facet.values(row))
        counts[facet.name] = {value: found[value] for value in _ordered(facet, found)}
    return counts


def _ordered(facet: Facet, found: Iterable[str]) -> Sequence[str]:
    if facet.name == "state":
        return list(_STATE_WORDS)
    return sorted(found, key=lambda value: (value == NONE, facet.words(value).casefold()))


def value_title(facet: Facet, value: str) -> str:
    """Say a value as a menu does."""
    return facet.words(value) if value != NONE else f"No {facet.title.lower()}"
