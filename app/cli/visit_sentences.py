"""One sentence for each refusal of what was asked of visits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.errors import DeskError
from app.visits.boarding import NothingToFill
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


_FULL: Mapping[str, str] = {
    "nobody_waits": "Nobody waits for a place on {visit}.",
    "all_there": "Everybody who has a place on {visit} is there, so no seat is free.",
}

VISIT_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    ChoiceNotPossible: lambda r: f"{r.visit} is named twice. Name each visit once, the best first.",
    NothingToFill: lambda r: f"{_FULL[r.reason].format(visit=r.visit)} Nothing was changed.",
    PlaceNotPossible: lambda r: f"{_place(r)} Nothing was changed.",
    UnknownVisit: lambda r: (
        f"There is no visit “{r.visit}”. There are: {', '.join(r.known) or 'none yet'}."
    ),
    VisitNotPossible: lambda r: f"{_VISITS[r.reason].format(value=r.value)} Nothing was changed.",
}
