"""Decide what each column of a list of visits, or of sign-ups, holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

from app.delegates.reading.cells import clean
from app.delegates.reading.columns import Column, Matching, address_of, mapped_fields
from app.delegates.reading.guess import guess_fields
from app.delegates.reading.headings import fold_header, labels
from app.delegates.reading.presets import GUESSED, Preset
from app.delegates.reading.table import Header, Record
from app.delegates.reading.words import SMALL
from app.meetings.reading import words as of_meetings
from app.meetings.reading.columns import Headers
from app.visits.importing.words import CHOICE, OF_VISITS, PLACES, SIGNED_UP

MOST_CHOICES: Final = 9
CHOICES: Final = tuple(f"choice_{place}" for place in range(1, MOST_CHOICES + 1))
_PERSON: Final = ("guest", "guest_number", "guest_email", "guest_name", "guest_given_name")
VISIT_FIELDS: Final = tuple(OF_VISITS)
SIGN_UP_FIELDS: Final = (
    *_PERSON,
    "guest_family_name",
    "guest_organisation",
    "choices",
    *CHOICES,
    "signed_up",
)

_PRESET: Final = Preset(GUESSED, {}, (), ())
_NEEDED_WORTH, _MAPPED_WORTH = 20, 1_000
_DIGITS: Final = re.compile(r"\d+")
_GUESSABLE: Final = ("email", "full_name", "given_name", "family_name", "organisation")
_SIDE: Final = re.compile(r"guest(_|$)")

FieldNamed = Callable[[str], str]


def lacks_of_visits(matching: Matching) -> str:
    """Name what visits can't be read without: ``title`` or ``start``; blank for nothing."""
    return next((each for each in ("title", "start") if each not in matching.fields), "")


def lacks_of_sign_ups(matching: Matching) -> str:
    """Name what sign-ups can't be read without: ``person`` or ``choice``; blank for nothing."""
    fields = set(matching.fields)
    if not any(_SIDE.match(field) for field in fields):
        return "person"
    return "" if fields & {"choices", *CHOICES} else "choice"


def looks_like_visits(headers: Sequence[str]) -> bool:
    """Tell a list of visits by its headers: titles, times, meeting points or places."""
    matching = VISITS.match(headers, {})
    return not lacks_of_visits(matching) and "meeting_point" in matching.fields


def looks_like_sign_ups(headers: Sequence[str]) -> bool:
    """Tell sign-ups by their headers: people, and their choices in order."""
    matching = SIGN_UPS.match(headers, {})
    fields = set(matching.fields)
    return not lacks_of_sign_ups(matching) and {"choice_1", "choice_2"} <= fields


@cache
def _of_visit(header: str) -> str:
    words = fold_header(header).split()
    core = " ".join(word for word in words if word not in SMALL)
    return _PHRASES.get(" ".join(words)) or _PHRASES.get(core, "")


@cache
def _of_sign_up(header: str) -> str:
    words = fold_header(header).split()
    if " ".join(words) in SIGNED_UP:
        return "signed_up"
    if place := _choice(words):
        return place
    core = [word for word in words if word not in SMALL] or words
    if set(core) <= of_meetings.NUMBERS:
        return "guest_number"
    if set(core) <= of_meetings.PARTIES - {"organisation", "organization", "company"} - _FIRMS:
        return "guest"
    guessed = guess_fields([" ".join(core)], offered=_GUESSABLE).get(0)
    if guessed is None:
        return ""
    return "guest_name" if guessed == "full_name" else f"guest_{guessed}"


_FIRMS: Final = frozenset({"unternehmen", "firma", "entreprise", "empresa", "azienda"})


def _choice(words: Sequence[str]) -> str:
    parts = [part for word in words for part in re.findall(r"\d+|[^\d\s]+", word)]
    if CHOICE.isdisjoint(parts):
        return ""
    places = [int(part) for part in parts if _DIGITS.fullmatch(part)]
    places += [PLACES[part] for part in parts if part in PLACES]
    if not places:
        return "choices"
    return f"choice_{places[0]}" if 1 <= places[0] <= MOST_CHOICES else ""


def _headers(
    fields: tuple[str, ...],
    named: FieldNamed,
    lacks: Callable[[Matching], str],
    many: frozenset[str] = frozenset(),
) -> Headers:
    """Understand headers, each by what it is ``named``; what it ``lacks`` tells other rows."""

    def match(headers: Sequence[str], mapping: Mapping[str, str]) -> Matching:
        names = [clean(header) for header in headers]
        mapped = mapped_fields(labels(names), mapping, many)
        used = {field for field in mapped.values() if field not in many}
        columns: list[Column] = []
        for index, label in enumerate(labels(names)):
            field = mapped[index] if index in mapped else named(names[index])
            if field in used and index not in mapped:
                field = ""
            used |= {field} - many - {""}
            option = "1" if _SIDE.match(field) else ""
            columns.append(Column(index, names[index], label, field, option))
        return Matching(_PRESET, tuple(columns))

    def find(head: Sequence[Record], mapping: Mapping[str, str]) -> Header:
        best = Header(line=0, names=(), worth=-1)
        for record in head:
            known = {address_of(label) for label in labels([clean(cell) for cell in record.cells])}
            matching = match(record.cells, {})
            worth = len(matching.fields) + (0 if lacks(matching) else _NEEDED_WORTH)
            worth += _MAPPED_WORTH * sum(address_of(name) in known for name in mapping)
            if worth > best.worth:
                best = Header(record.line, tuple(record.cells), worth)
        return best

    return Headers(fields, find, match)


_PHRASES: Final = {phrase: field for field, text in OF_VISITS.items() for phrase in text.split("|")}
VISITS: Final = _headers(VISIT_FIELDS, _of_visit, lacks_of_visits)
SIGN_UPS: Final = _headers(SIGN_UP_FIELDS, _of_sign_up, lacks_of_sign_ups, frozenset({"choices"}))
