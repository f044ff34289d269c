"""Lists of words, written as people read them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The names of one field, separated by ``|``."""

    phrases: str = ""
    exact: str = ""
    fair: str = ""


def word_set(words: str) -> frozenset[str]:
    """Give the words of a text that blanks part."""
    return frozenset(words.split())
