"""Decide what each column of a list of visits, or of sign-ups, holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from app.delegates.reading.columns import Matching
from app.delegates.reading.guess import guess_fields
from app.delegates.reading.headings import fold_header
from app.delegates.reading.words import SMALL
from app.meetings.reading import words as of_meetings
from app.meetings.reading.headers import Headers, match_each
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

_DIGITS: Final = re.compile(r"\d+")
_GUESSABLE: Final = ("email", "full_name", "given_name", "family_name", "organisation")
_SIDE: Final = re.compile(r"guest(_|$)")


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


def _match_visits(headers: Sequence[str], mapping: Mapping[str, str]) -> Matching:
    return match_each(headers, mapping, lambda header: (_of_visit(header), ""), ())


def _match_sign_ups(headers: Sequence[str], mapping: Mapping[str, str]) -> Matching:
    return match_each(headers, mapping, lambda header: (_of_sign_up(header), ""), {"choices"})


_PHRASES: Final = {phrase: field for field, text in OF_VISITS.items() for phrase in text.split("|")}
VISITS: Final = Headers(VISIT_FIELDS, _match_visits, lambda matching: not lacks_of_visits(matching))
SIGN_UPS: Final = Headers(
    SIGN_UP_FIELDS, _match_sign_ups, lambda matching: not lacks_of_sign_ups(matching)
)
