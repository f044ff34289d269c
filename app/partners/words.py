"""The words of a profile: ``testing`` meets ``tests``, and ``Membranen`` meets ``membranes``.

A word is compared by what is left of it without accents and endings. The endings are those of
the field's languages together: nobody knows which one a profile is written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from app.delegates.folding import fold

_WORD: Final = re.compile(r"\w+")
_SHORTEST: Final = 4
_SHORTEST_CAPITALS: Final = 2
"""AI and 5G say something, the A of a list or of a Series A nothing."""
_SHORTEST_STEM: Final = 4
_ENDINGS: Final = ("ungen", "ings", "ing", "ung", "ers", "ed", "en", "er", "es", "e", "s")
"""The longest first; one is taken off."""
_SAYS_NOTHING: Final = frozenset(
    {
        *("also", "and", "business", "cluster", "clusters", "companies", "company"),
        *("contact", "contacts", "cooperation", "european", "find", "from", "have"),
        *("help", "into", "interested", "international", "joint", "looking", "market"),
        *("meet", "more", "need", "needs", "network", "networks", "offer", "offers"),
        *("other", "others", "partner", "partners", "project", "projects", "search"),
        *("seek", "seeks", "service", "services", "solution", "solutions", "technology"),
        *("that", "their", "this", "with", "your"),
        *("best", "better", "different", "fast", "first", "full", "good", "great", "high"),
        *("higher", "large", "larger", "long", "many", "most", "small", "smaller", "some"),
        *("strong", "various", "well", "wide"),
        *("gross", "grosse", "grossen", "gute", "guten", "hoch", "hohe", "hohen", "klein"),
        *("kleine", "kleinen", "neue", "neuen", "viele"),
        *("grand", "grande", "grandes", "haute", "hautes", "nouvelle", "nouvelles", "petite"),
        *("avec", "dans", "pour", "recherche", "partenaire", "partenaires", "nous", "notre"),
        *("eine", "einen", "fuer", "oder", "suchen", "suche", "bieten", "unsere", "partnern"),
        *("para", "socios", "buscamos", "nuestra", "della", "delle", "nella", "cerchiamo"),
    }
)


class Word(NamedTuple):
    """A word as it is compared, and as it was written."""

    key: str
    written: str


def words_in(text: str) -> Iterator[Word]:
    """Yield the words that say something, in their order."""
    for written in _WORD.findall(text):
        folded = fold(written)
        shortest = _SHORTEST_CAPITALS if written.isupper() else _SHORTEST
        if len(folded) >= shortest and folded not in _SAYS_NOTHING:
            yield Word(stem(folded), written)


@lru_cache(maxsize=65_536)
def keys_in(text: str) -> frozenset[str]:
    """Give what the words of a text are compared by. Profiles are read again and again."""
    return frozenset(word.key for word in words_in(text))


@lru_cache(maxsize=65_536)
def stem(folded: str) -> str:
    """Give what a folded word is compared by.

    >>> {stem("testing"), stem("tests"), stem("test")}, stem("batteries") == stem("batterie")
    ({'test'}, True)
    """
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            folded = folded[: -len(ending)]
            break
    return f"{folded[:-1]}i" if len(folded) > _SHORTEST_STEM and folded[-1] == "y" else folded


def phrases(said: Iterable[str], keys: Iterable[str]) -> Iterator[str]:
    """Yield the runs of words in texts that have these keys, as they were written."""
    wanted = frozenset(keys)
    for text in said:
        start = end = -1
        for found in _WORD.finditer(text):
            is_meant = any(word.key in wanted for word in words_in(found[0]))
            if is_meant and start >= 0 and not text[end : found.start()].strip():
                end = found.end()
                continue
            if start >= 0:
                yield text[start:end]
            start, end = (found.start(), found.end()) if is_meant else (-1, -1)
        if start >= 0:
            yield text[start:end]
