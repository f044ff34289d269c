"""How a query is put to the index of trigrams, and how near an entry is to it.

Words stand in the index with two marks on either side: spaces around what somebody is called,
``@`` around what counts less (``"  anna  li  @@al@@example@@org@@"``). So a mark is a letter of
the index: ``" li "`` is the word, ``" li"`` its beginning, ``"  l"`` a beginning of one letter,
``ukas`` the inside of a word, and names are told from e-mails without columns: asking FTS5
for one column of a word that all have in another took 7 ms at 20,000, this takes 0.1 ms.
Such a string is called a pattern here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, digits
from uuid import UUID

_MOST_TERMS = 12
_LONGEST_TERM = 48
# A quote or NUL would end a string of FTS5 too early; the other is our own mark.
_NO_LETTERS = str.maketrans('"\0@', "   ")

Readings = Mapping[str, int]
"""What one term may stand for: patterns, and how many typing errors each takes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A delegate as indexed; ``text`` is ``marked``."""

    id: int
    delegate_id: UUID
    text: str

    @property
    def called(self) -> str:
        """The words that count most."""
        return self.text.partition("@")[0]


def marked(words: str) -> str:
    """Give words as they stand in the index. A second line holds those that count less."""
    called, _, less = words.translate(_NO_LETTERS).partition("\n")
    return "  ".join(["", *called.split(), ""]) + "@@".join(["", *less.split(), ""])


def terms_of(query: str) -> list[str]:
    """Give the distinct words of a query; what is no letter to the index is a space."""
    letters = query.encode(errors="ignore").decode().translate(_NO_LETTERS)
    words = letters[: _MOST_TERMS * _LONGEST_TERM].split()
    return list(dict.fromkeys(word[:_LONGEST_TERM] for word in words))[:_MOST_TERMS]


def whole(term: str) -> str:
    """Give the pattern of a whole word of a name."""
    return f" {term} "


def start(term: str) -> str:
    """Give the pattern of the beginning of a word of a name."""
    return f" {term}" if len(term) > 1 else f"  {term}"


def as_typed(term: str) -> Readings:
    """Give the readings of a term without errors: anywhere; of a short one, beginnings."""
    return dict.fromkeys([term] if len(term) > 2 else _starts(term), 0)


def inside(term: str) -> str:
    """Give the expression for any part of a word; of one letter, for the beginning only."""
    if len(term) != 2:
        return _any_of(as_typed(term))
    # Two letters are no trigram, but with each letter that may follow they are.
    return _any_of([*_starts(term), *(term + letter for letter in f" @{digits}{ascii_lowercase}")])


def widest(terms: Sequence[str]) -> str:
    """Give the expression for every term, anywhere."""
    return " AND ".join(map(inside, terms))


def narrower(terms: Sequence[str]) -> Iterator[str]:
    """Give expressions for the better matches of ``widest``, the best first."""
    exact = [_quoted(whole(term)) for term in terms]
    starts = [_quoted(start(term)) for term in terms]
    if len(terms) > 1:
        # The badge A-143, typed so, comes folded as two words; it is indexed as ``a143``.
        yield _quoted(whole("".join(terms)))
    yield " AND ".join(exact)
    if len(terms) > 1:
        yield " AND ".join([*exact[:-1], starts[-1]])
    yield " AND ".join(starts)
    yield " AND ".join(_any_of(_starts(term)) for term in terms)


def farness(entry: Entry, terms: Sequence[str]) -> tuple[int, int]:
    """Rank a match of ``widest``: the worst term counts first, then all. Lower is better."""
    if len(terms) > 1 and whole("".join(terms)) in entry.text:
        return -1, 0
    ranks = [_rank(entry, term) for term in terms]
    return max(ranks), sum(ranks)


def near(readings: Sequence[Readings], most_errors: int) -> str:
    """Give the expression for one reading of each term; blank if a term has none so near."""
    choices = [
        [pattern for pattern, errors in reading.items() if errors <= most_errors]
        for reading in readings
    ]
    return " AND ".join(map(_any_of, choices)) if all(choices) else ""


def errors_in(entry: Entry, readings: Sequence[Readings]) -> int:
    """Count the typing errors that a match of ``near`` supposes."""
    return sum(
        min(errors for pattern, errors in reading.items() if pattern in entry.text)
        for reading in readings
    )


def _rank(entry: Entry, term: str) -> int:
    better = (
        whole(term) in entry.text,
        start(term) in entry.text,
        f"@{term}@" in entry.text,
        f"@{term}" in entry.text,
        term in entry.called,
    )
    return better.index(True) if any(better) else len(better)


def _starts(term: str) -> list[str]:
    pattern = start(term)
    return [pattern, pattern.replace(" ", "@")]


def _any_of(patterns: Iterable[str]) -> str:
    chosen = set(patterns)
    # What holds a shorter pattern is found by that one.
    needed = [one for one in sorted(chosen) if not any(other in one for other in chosen - {one})]
    return f"({' OR '.join(map(_quoted, needed))})"


def _quoted(pattern: str) -> str:
    return f'"{pattern}"'
