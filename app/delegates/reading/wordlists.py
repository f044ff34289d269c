"""Lists of words, written as people read them."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Give the words of a text that blanks part."""
    return frozenset(words.split())
