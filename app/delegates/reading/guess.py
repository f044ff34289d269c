"""Guess what a column holds from its header."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from app.delegates.reading.headings import fold_header
from app.delegates.reading.words import (
    ADDRESSES,
    NO_SECTOR,
    NOT_OURS,
    OTHERS,
    OWNERS,
    SMALL,
    WORDS,
)

BY_SECTOR: Final = MappingProxyType({"seeks": "seeks_by_sector", "offers": "offers_by_sector"})
"""What a column holds that asks what somebody seeks, or offers, in one sector."""

MANY: Final = frozenset(
    {
        *("sectors", "networks", "countries", "strengths", "services", "further"),
        *BY_SECTOR.values(),
    }
)
"""Fields that several columns may fill together."""

_EXACT: Final = 100
_FAIR: Final = 80
_WITHIN: Final = 40
_OWNER_BONUS: Final = 5
_LONGEST_HEADER: Final = 120
_LONGEST_SECTOR: Final = 4
_OPTION_DASHES: Final = (" – ", " — ", " - ")


class Guess(NamedTuple):
    """A column, by its place, may hold a field; the larger ``score``, the surer."""

    score: float
    column: int
    field: str


class _Entry(NamedTuple):
    field: str
    score: int
    may_stand_within: bool


def guess_fields(
    headers: Sequence[str], taken: Collection[str] = (), offered: Collection[str] = tuple(WORDS)
) -> dict[int, str]:
    """Match columns to fields, the surest first, one column to a field and one field to a column.

    Args:
        headers: As they stand in the file; a blank one is passed over.
        taken: Fields that have their column already.
        offered: The only fields to guess.
    """
    used = set(taken) - MANY
    matched: dict[int, str] = {}
    guesses = [guess for column, text in enumerate(headers) for guess in _guesses(column, text)]
    for guess in sorted(guesses, key=lambda guess: (-guess.score, guess.column)):
        if guess.column in matched or guess.field in used or guess.field not in offered:
            continue
        matched[guess.column] = guess.field
        if guess.field not in MANY:
            used.add(guess.field)
    return matched


def option_of(header: str) -> tuple[str, str]:
    """Split a "Question – Option" header; without an option the second part is blank."""
    for dash in _OPTION_DASHES:
        question, found, option = header.rpartition(dash)
        field = _field_of(question) if found else ""
        if field in MANY or (field in BY_SECTOR and _is_sector(option)):
            return question, option.strip()
    return header, ""


def _is_sector(option: str) -> bool:
    """Tell whether a question may go on with a sector; else it says how to answer."""
    words = fold_header(option).split()
    return 0 < len(words) <= _LONGEST_SECTOR and NO_SECTOR.isdisjoint(words)


def _field_of(header: str) -> str:
    return guess_fields([header]).get(0, "")


def _guesses(column: int, header: str) -> tuple[Guess, ...]:
    if not header or len(header) > _LONGEST_HEADER:
        return ()
    question, option = (
        option_of(header) if "-" in header or "–" in header or "—" in header else (header, "")
    )
    return tuple(
        Guess(score, column, BY_SECTOR.get(field, field) if option else field)
        for field, score in _scores(question)
    )


@cache
def _scores(header: str) -> tuple[tuple[str, float], ...]:
    """Score a header for the fields it may name, each field at its best."""
    words = fold_header(header).split()
    if OTHERS.intersection(words):
        return ()
    bonus = _OWNER_BONUS if OWNERS.intersection(words) else 0
    core = _core(words)
    found: dict[str, float] = {}
    for phrase in (" ".join(words), " ".join(core)):
        for entry in _phrases().get(phrase, ()):
            found[entry.field] = max(found.get(entry.field, 0), entry.score + bonus)
    if not NOT_OURS.intersection(words):
        for field, share in _within(core):
            if field == "email" or not ADDRESSES.intersection(words):
                found.setdefault(field, _WITHIN + 20 * share + bonus)
    return tuple(found.items())


def _within(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Yield the fields named within the words, and by what share of them; longest first."""
    for length in range(min(len(words) - 1, 4), 0, -1):
        for start in range(len(words) - length + 1):
            for entry in _phrases().get(" ".join(words[start : start + length]), ()):
                if entry.may_stand_within:
                    yield entry.field, length / len(words)


def _core(words: Sequence[str]) -> Sequence[str]:
    """Leave out who the column is of and the little words, unless nothing would be left."""
    return [word for word in words if word not in SMALL and word not in OWNERS] or words


@cache
def _phrases() -> Mapping[str, tuple[_Entry, ...]]:
    """Give what each phrase may mean."""
    phrases: dict[str, list[_Entry]] = {}
    for field, words in WORDS.items():
        for text, score, within in (
            (words.phrases, _EXACT, True),
            (words.exact, _EXACT, False),
            (words.fair, _FAIR, False),
        ):
            for phrase in filter(None, text.split("|")):
                entry = _Entry(field, score, within)
                phrases.setdefault(phrase, []).append(entry)
    return MappingProxyType({phrase: tuple(entries) for phrase, entries in phrases.items()})
