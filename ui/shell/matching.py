"""Which commands somebody may mean by what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from uuid import UUID

from app.delegates.folding import fold

_INSIDE_FROM = 3
"""So many letters may stand anywhere in a word; fewer stand in too many, and have to begin one."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: in which words, by which key elsewhere, and the doing.

    ``also`` are other words that people look for it by; ``where`` says to what it applies.
    ``of_person`` gives the same for one delegate, by id and name, if it can be done to them.
    """

    words: str
    icon: str
    run: Callable[[], object]
    keys: str = ""
    also: str = ""
    where: str = ""
    of_person: Callable[[UUID, str], Command | None] | None = None


class Fit(IntEnum):
    """How well a command fits what was typed, the best first."""

    BEGINS = 0
    IN_ITS_WORDS = 1
    IN_OTHER_WORDS = 2
    INSIDE_A_WORD = 3


def meant(commands: Iterable[Command], typed: str) -> Sequence[tuple[Command, Fit]]:
    """Give those that fit, the best first, and as they were among those that fit alike.

    Words are compared as those of delegates are: without accents and capitals.
    """
    terms = fold(typed).split()
    fits = ((command, _fit(command, terms)) for command in commands)
    found = [(command, fit) for command, fit in fits if fit is not None]
    return sorted(found, key=lambda each: each[1])


def _fit(command: Command, terms: Sequence[str]) -> Fit | None:
    own, other = fold(command.words).split(), fold(f"{command.also} {command.where}").split()
    if " ".join(own).startswith(" ".join(terms)):
        return Fit.BEGINS
    if _begin(own, terms):
        return Fit.IN_ITS_WORDS
    if _begin(own + other, terms):
        return Fit.IN_OTHER_WORDS
    return Fit.INSIDE_A_WORD if all(_is_in(own + other, term) for term in terms) else None


def _begin(words: Sequence[str], terms: Sequence[str]) -> bool:
    return all(any(word.startswith(term) for word in words) for term in terms)


def _is_in(words: Sequence[str], term: str) -> bool:
    return _begin(words, (term,)) or (
        len(term) >= _INSIDE_FROM and any(term in word for word in words)
    )
