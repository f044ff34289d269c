"""How a query is put to the index of trigrams, and how near an entry is to it.

Words stand in the index with two spaces on either side (``"  anna  li  "``), so that a space
is a letter of it: ``" li "`` is the word, ``" li"`` its beginning, ``"  l"`` a beginning of one
letter, ``ukas`` the inside of a word. Such a string is called a pattern here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, digits
from uuid import UUID

_MOST_TERMS = 12
_LONGEST_TERM = 48

Readings = Mapping[str, int]
"""What one term may stand for: patterns, and how many typing errors each takes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A delegate as indexed. Both texts are ``spaced``; ``who`` is worth more than ``more``."""

    id: int
    delegate_id: UUID
    who: str
    more: str


def spaced(words: str) -> str:
    """Give words as they stand in the index."""
    inner = "  ".join(words.split())
    return f"  {inner}  " if inner else ""


def terms_of(query: str) -> list[str]:
    """Give the distinct words of a query, without what would end a string of FTS5 too early."""
    letters = query.encode(errors="ignore").decode().replace('"', " ").replace("\0", " ")
    words = letters[: _MOST_TERMS * _LONGEST_TERM].split()
    return list(dict.fromkeys(word[:_LONGEST_TERM] for word in words))[:_MOST_TERMS]


def whole(term: str) -> str:
    """Give the pattern of a whole word."""
    return f" {term} "


def start(term: str) -> str:
    """Give the pattern of a word's beginning."""
    return f" {term}" if len(term) > 1 else f"  {term}"


def inside(term: str) -> str:
    """Give the expression for any part of a word; of one letter, for the beginning only."""
    if len(term) > 2:
        return _quoted(term)
    # Two letters are no trigram, but with each letter that may follow they are.
    after = f" {digits}{ascii_lowercase}" if len(term) == 2 else ""
    return _any_of([start(term), *(term + letter for letter in after)])


def expressions(terms: Sequence[str]) -> Iterator[str]:
    """Give what to match in turn; an earlier match is better than a later one."""
    if not terms:
        return
    exact = [_quoted(whole(term)) for term in terms]
    starts = [_quoted(start(term)) for term in terms]
    if len(terms) > 1:
        # The badge A-143, typed so, comes folded as two words; it is indexed as ``a143``.
        yield f"who : {_quoted(whole(''.join(terms)))}"
    yield f"who : ({' AND '.join(exact)})"
    if len(terms) > 1:
        yield f"who : ({' AND '.join([*exact[:-1], starts[-1]])})"
    yield f"who : ({' AND '.join(starts)})"
    yield " AND ".join(starts)
    yield " AND ".join(map(inside, terms))


def farness(entry: Entry, terms: Sequence[str]) -> tuple[int, int]:
    """Rank a match of ``expressions``: the worst term counts first, then all. Lower is better."""
    if len(terms) > 1 and whole("".join(terms)) in entry.who:
        return -1, 0
    ranks = [_rank(entry, term) for term in terms]
    return max(ranks), sum(ranks)


def near_expression(readings: Sequence[Readings], most_errors: int) -> str:
    """Give the expression for one reading of each term, none with more errors than that."""
    return " AND ".join(
        _any_of([pattern for pattern, errors in reading.items() if errors <= most_errors])
        for reading in readings
    )


def errors_in(entry: Entry, readings: Sequence[Readings]) -> int:
    """Count the typing errors that a match of ``near_expression`` supposes."""
    text = entry.who + entry.more
    return sum(
        min(errors for pattern, errors in reading.items() if pattern in text)
        for reading in readings
    )


def _rank(entry: Entry, term: str) -> int:
    better = (
        whole(term) in entry.who,
        start(term) in entry.who,
        whole(term) in entry.more,
        start(term) in entry.more,
        term in entry.who,
    )
    return better.index(True) if any(better) else len(better)


def _any_of(patterns: Sequence[str]) -> str:
    return f"({' OR '.join(map(_quoted, patterns))})"


def _quoted(pattern: str) -> str:
    return f'"{pattern}"'
