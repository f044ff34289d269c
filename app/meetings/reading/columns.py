"""Decide what each column of a list of requests or meetings holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from app.delegates.reading.cells import clean
from app.delegates.reading.columns import Column, Matching, mapped_fields
from app.delegates.reading.guess import guess_fields
from app.delegates.reading.headings import fold_header, labels
from app.delegates.reading.words import SMALL
from app.meetings.reading import words as w
from app.meetings.reading.headers import NO_PRESET, SIDE_FIELDS, SIDES, Headers

FIELDS: Final = (*SIDE_FIELDS, *w.FIELDS)
"""What a column can be mapped to."""
MANY: Final = frozenset({*SIDE_FIELDS, "forbidden", "needs", "after"})
"""Fields that several columns may fill together."""

_GUESSABLE: Final = ("email", "full_name", "given_name", "family_name", "organisation")
_DIGITS: Final = re.compile(r"[0-9]+")
_PARTS: Final = re.compile(r"[0-9]+|[^0-9\s]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header says: a field, and of several people on a side which one; blank for none."""

    field: str
    place: int = 1


def match_columns(headers: Sequence[str], mapping: Mapping[str, str]) -> Matching:
    """Match every column to at most one field, and a field of one value to at most one column.

    ``option`` of a side's column is the place of its person on that side.

    Raises:
        UnknownColumn: ``mapping`` names a column that is not there.
        FieldMappedTwice: ``mapping`` gives two columns to a field of one value.
    """
    names = [clean(header) for header in headers]
    mapped = mapped_fields(labels(names), mapping, MANY)
    meanings: dict[int, Meaning] = {}
    used = {field for field in mapped.values() if field not in MANY}
    for index, name in enumerate(names):
        meaning = Meaning(mapped[index]) if index in mapped else meaning_of(name)
        if meaning.field in used and index not in mapped:
            meaning = Meaning("")
        meanings[index] = meaning
        used |= {meaning.field} - MANY - {""}
    seen: Counter[tuple[str, int]] = Counter()
    columns: list[Column] = []
    for index, label in enumerate(labels(names)):
        meaning = meanings[index]
        # A side's second column of one field without a number is of its second person.
        place = meaning.place + seen[meaning.field, meaning.place]
        seen[meaning.field, meaning.place] += 1
        option = str(place) if meaning.field in SIDE_FIELDS else ""
        columns.append(Column(index, names[index], label, meaning.field, option))
    return Matching(NO_PRESET, tuple(columns))


def has_sides(matching: Matching) -> bool:
    """Say whether there is a column for each side."""
    return all(any(field.startswith(side) for field in matching.fields) for side in SIDES)


LISTS: Final = Headers(FIELDS, match_columns, has_sides)
"""How headers of requests and meetings are understood."""


@cache
def meaning_of(header: str) -> Meaning:
    """Say what a header means."""
    parts = [part for word in fold_header(header).split() for part in _PARTS.findall(word)]
    places = [int(part) for part in parts if _DIGITS.fullmatch(part)]
    words = [part for part in parts if not _DIGITS.fullmatch(part)]
    side, rest = _side(words, places)
    if side:
        of_person = _of_person(rest)
        is_numbered = not w.PARTIES.isdisjoint(words) and side not in _named_sides(words)
        place = 1 if is_numbered or not places else max(1, min(places[0], 99))
        return Meaning("" if of_person is None else f"{side}{of_person}", place)
    core = [word for word in words if word not in SMALL] or words
    return Meaning(_phrases().get(" ".join(core), ""))


def _side(words: Sequence[str], places: Sequence[int]) -> tuple[str, Sequence[str]]:
    """Give the side that a header names, and what is left of its words."""
    for side in _named_sides(words):
        of_side = w.GUESTS if side == "guest" else w.HOSTS
        return side, [word for word in words if word not in of_side]
    if words in (["from"], ["von"], ["de"]):
        return "guest", ()
    if words in (["to"], ["an"], ["with"], ["mit"]):
        return "host", ()
    numbered = {1: "guest", 2: "host"}
    if places and places[0] in numbered and not w.PARTIES.isdisjoint(words):
        first = next(place for place, word in enumerate(words) if word in w.PARTIES)
        is_alone = len(words) == 1
        rest = words if is_alone and _of_person(words) else [*words[:first], *words[first + 1 :]]
        return numbered[places[0]], rest
    return "", words


def _named_sides(words: Sequence[str]) -> list[str]:
    sides = (("guest", w.GUESTS), ("host", w.HOSTS))
    return [side for side, of_side in sides if not of_side.isdisjoint(words)]


def _of_person(words: Sequence[str]) -> str | None:
    """Give what a side's column holds of its people; blank for any name, nothing if unknown."""
    core = [word for word in words if word not in SMALL]
    if not core or (len(core) == 1 and core[0] in w.PARTIES - _ORGANISATIONS):
        return ""
    if set(core) <= w.NUMBERS:
        return "_number"
    guessed = guess_fields([" ".join(core)], offered=_GUESSABLE).get(0)
    if guessed is None:
        return None
    return "_name" if guessed == "full_name" else f"_{guessed}"


_ORGANISATIONS: Final = frozenset(
    {"company", "organisation", "organization", "unternehmen", "firma", "entreprise", "empresa"}
    | {"azienda"}
)


@cache
def _phrases() -> Mapping[str, str]:
    return MappingProxyType(
        {phrase: field for field, text in w.FIELDS.items() for phrase in text.split("|")}
    )
