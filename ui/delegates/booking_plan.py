"""The form that books a delegate for a session or a visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.itinerary.booking import Bookable
from app.itinerary.items import Part
from ui.common.item_words import PART_WORDS, what_words, where_words
from ui.common.times import Times
from ui.delegates.forms import Field, FormPlan, Sort, Values

_FIRST = {
    "everybody": "It is for everybody. Excuse them from it on the Programme page first.",
    "speaks": "They speak there. Name somebody else on the Programme page first.",
}
"""What is to be done first about a session, by why they have to be there."""


def book_plan(offered: Sequence[Bookable], times: Times) -> FormPlan:
    """Ask which one. Each says how many places are left, and what it collides with."""
    choices = tuple((str(each.id), _words(each, times)) for each in offered)
    known = {str(each.id): each for each in offered}

    def check(values: Values) -> Mapping[str, str]:
        chosen = known.get(values["what"])
        if chosen is None:
            return {"what": "Choose a session or a visit."}
        problem = _problem(chosen, values["anyway"] == "yes")
        return {"what": problem} if problem else {}

    what = Field("what", "Session or visit", Sort.CHOICE, choices[0][0] if choices else "", choices)
    answers = (("no", "Say so, and book nothing"), ("yes", "Book it all the same"))
    anyway = Field("anyway", "If a meeting is at that time", Sort.CHOICE, "no", answers)
    intro = "" if offered else "Nothing more can be booked. Add sessions on the Programme page."
    return FormPlan("Book", intro, (what, anyway), "Book", check)


def _problem(chosen: Bookable, anyway: bool) -> str:
    meetings = [each for each in chosen.collides if each.part is Part.MEETING]
    others = [each for each in chosen.collides if each.part in (Part.SESSION, Part.VISIT)]
    if chosen.left == 0 and chosen.part is Part.VISIT:
        return "No place is left. Take somebody else's place back first."
    if others:
        first = _FIRST.get(others[0].how, "Take that back first.")
        return f"At that time: {what_words(others[0])}. {first}"
    if meetings and not anyway:
        said = " and ".join(f"{what_words(each)}, {where_words(each)}" for each in meetings)
        return f"In a meeting then: {said}."
    return ""


def _words(each: Bookable, times: Times) -> str:
    starts = each.starts_at.astimezone(times.zone)
    parts = [f"{starts:%a} {starts.day} {starts:%b}, {starts:%H:%M}", each.title]
    if each.left is not None:
        full = f"full, {each.waiting} waiting" if each.waiting else "full"
        parts.append(f"{each.left} left" if each.left else full)
    if each.collides:
        parts.append("collides")
    parts += filter(None, (PART_WORDS[each.part], each.place))
    return " · ".join(parts)
