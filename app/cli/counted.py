"""Several things in a few words. Nothing else is loaded for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_SOME = 3


def listed(words: Iterable[str]) -> str:
    """Join words as people say them: “Ada, Ben and Cleo”."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def some(words: Sequence[str], more: str = "more") -> str:
    """Join the first of many words, and count the others."""
    if len(words) <= _SOME + 1:
        return listed(words)
    return f"{', '.join(words[:_SOME])} and {len(words) - _SOME:,} {more}"


def many(number: int, one: str, several: str) -> str:
    """Count things: “1 meeting”, “1,204 meetings”."""
    return f"{number:,} {one if number == 1 else several}"
