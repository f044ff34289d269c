"""One sentence for each refusal of what was asked of visits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.errors import DeskError
from app.programme.waiting import NothingToFill
from app.visits.importing.reading import NoSignUpsFound, NoVisitsFound
from app.visits.visit import ChoiceNotPossible, PlaceNotPossible, UnknownVisit, VisitNotPossible

_VISITS: Mapping[str, str] = {
    "title": "A visit needs a title.",
    "title_taken": "There is a visit “{value}” already. Choose another title, or change that one.",
    "ends_first": "The visit ends before it starts. Check both times.",
    "no_places": "A visit needs at least one place.",
    "places_taken": "{value} people have a place already. Take places back first, or offer more.",
}
_PLACES: Mapping[str, str] = {
    "full": "Every place on {visit} is taken. {name} can wait for one.",
    "elsewhere": "{name} has a place on {other} at that time. Take that one back first.",
    "has_place": "{name} has a place on {visit} already.",
    "no_place": "{name} has no place on {visit}. If a seat is free, let them have it.",
    "not_coming": "{name} is not accepted, so no place can be given.",
}


def _place(refusal: PlaceNotPossible) -> str:
    if refusal.reason == "no_place" and refusal.other:
        return f"{refusal.delegate.name} has a place on {refusal.other}, not on {refusal.visit}."
    return _PLACES[refusal.reason].format(
        visit=refusal.visit, name=refusal.delegate.name, other=refusal.other
    )


_FULL: Mapping[tuple[str, str], str] = {
    ("visit", "nobody_waits"): "Nobody waits for a place on {title}.",
    ("visit", "all_there"): ("Everybody who has a place on {title} is there, so no seat is free."),
    ("session", "nobody_waits"): "Nobody waits for a place in “{title}”.",
    ("session", "all_there"): "Everybody who is booked for “{title}” is there.",
    ("session", "none_free"): (
        "Every place in “{title}” is booked. Give it more places, or unbook somebody first."
    ),
    ("session", "elsewhere"): (
        "All who wait for “{title}” have to be in another session then. Unbook them there first."
    ),
}

VISIT_PROBLEMS: Mapping[str, str] = {
    "no_person": "The row names nobody. Say who signed up, then import the file again.",
    "unknown_visit": "No visit is called so. Write its title, or offer it first.",
    "chosen_twice": "A visit is named twice. Name each once, the best first.",
    "unknown_signed_up": "This is no time. Write it as 2027-03-16 10:40.",
    "no_visit_title": "The row has no title. Write what the visit is called.",
    "visit_stays_cancelled": "It is cancelled here, and stays so. Offer it anew (visit-add).",
    "visit_twice": "A row before it says otherwise of the same visit. Leave one of them.",
    "visit_ends_first": "The visit would be back before it leaves. Check both times.",
    "no_places": "A visit needs at least one place. Write how many it has.",
    "unknown_places": "This is no number of places. Write how many there are.",
    "places_taken": "More people have a place already. Take places back first.",
}
"""What is wrong with rows of visits and of sign-ups."""

_LACKS: Mapping[str, str] = {
    "title": "what visits are called (--map “Column=title”)",
    "start": "when visits leave (--map “Column=start”)",
    "person": "who signed up (--map “Column=guest”)",
    "choice": "which visits people chose (--map “Column=choice_1”)",
}


def _lacking(refusal: NoVisitsFound | NoSignUpsFound) -> str:
    headers = ", ".join(refusal.headers)
    return f"No column of {refusal.file} says {_LACKS[refusal.lacks]}. There are: {headers}."


VISIT_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    ChoiceNotPossible: lambda r: f"{r.visit} is named twice. Name each visit once, the best first.",
    NoSignUpsFound: _lacking,
    NoVisitsFound: _lacking,
    NothingToFill: lambda r: (
        f"{_FULL[r.kind, r.reason].format(title=r.title)} Nothing was changed."
    ),
    PlaceNotPossible: lambda r: f"{_place(r)} Nothing was changed.",
    UnknownVisit: lambda r: (
        f"There is no visit “{r.visit}”. There are: {', '.join(r.known) or 'none yet'}."
    ),
    VisitNotPossible: lambda r: f"{_VISITS[r.reason].format(value=r.value)} Nothing was changed.",
}
