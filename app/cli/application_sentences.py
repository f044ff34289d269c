"""One sentence for each refusal about applications: places, deadlines and the waiting list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.applications.accepting import AcceptanceNotPossible
from app.applications.instants import InstantUnclear, Unclear
from app.applications.letters.texts import PLACEHOLDERS, Fault, LetterTextUnusable
from app.applications.letters.wishes import NobodyToWriteTo, NoMailAddress
from app.applications.next_in import NotProposed, NotWaiting
from app.applications.places import Full, PlacesFull, PlacesNotPossible, ReasonNeeded
from app.applications.terms import LateNotPossible
from app.cli.answer import described
from app.errors import DeskError

STATUS_WORDS: Mapping[str, str] = {
    "received": "received, not yet decided",
    "accepted": "accepted",
    "waiting": "on the waiting list",
    "declined": "declined",
    "withdrawn": "withdrawn",
}
"""Where an application stands, within a sentence."""


_NAMED = 3


def _full(refusal: PlacesFull) -> str:
    whose = {
        Full.ALL: "",
        Full.KIND: f" for the kind “{refusal.kind}”",
        Full.DELEGATION: f" for the delegation “{refusal.delegation}”",
    }[refusal.reason]
    return (
        f"{refusal.taken:,} of {refusal.places:,} places{whose} are taken. Nothing was changed. "
        "Put them on the waiting list, free a place, or take them in all the same and say why "
        "(--despite-full --reason WHY)."
    )


def _unclear(refusal: InstantUnclear) -> str:
    match refusal.reason:
        case Unclear.NO_TIME:
            return f"“{refusal.said}” has no time of day. Write it as 2018-10-26T14:00."
        case Unclear.SKIPPED:
            return (
                f"There is no {refusal.said} in {refusal.zone}: clocks are put forward over it. "
                "Say a time before or after it."
            )
        case _:
            return (
                f"“{refusal.said}” is no time in {refusal.zone}. Write it as 2018-10-26T14:00, "
                "with +01:00 behind it if another zone's clock is meant."
            )


_CHOICE: Mapping[str, str] = {
    "first": "{value} is nobody to accept. Say 1 or more.",
    "rest": "Whoever finds no place waits or is declined, and is not “{value}”.",
    "delegation": "There is no delegation “{value}”. There are: {known}.",
    "whom": (
        "Nobody is named. Say --all, --first N, --delegate, --delegation or --kind. Nothing was "
        "changed."
    ),
    "nobody": (
        "No application among these is open: received, or on the waiting list. Nothing was changed."
    ),
}
_PLACES: Mapping[str, str] = {
    "number": "There can't be {value} places. Say a number from 0, or none for no limit.",
    "delegation": "There is no delegation “{value}”. There are: {known}.",
}


def _not_proposed(refusal: NotProposed) -> str:
    who = described(refusal.delegate)
    if refusal.first is None:
        return f"There is no place for {who}. Nothing was changed."
    return (
        f"{who} is not next: {described(refusal.first)} is. Nothing was changed. Let those come "
        "first, or move them up (move-up) and say why."
    )


_TEXTS: Mapping[Fault, str] = {
    Fault.PLACEHOLDER: "line {line}: there is no placeholder {{{value}}}. There are: {known}.",
    Fault.BRACE: "line {line}: a brace stands alone in “{value}”. Write {{name}} for a name.",
    Fault.EMPTY: "it needs a subject in its first line, and a paragraph below a blank line.",
    Fault.LONG: "it is longer than {value} characters. Shorten it.",
    Fault.UNREADABLE: "it can't be read as text in UTF-8.",
    Fault.NAME: "it is named like no letter. Name it as letter-texts does: accepted.en.txt.",
}


def _text_unusable(refusal: LetterTextUnusable) -> str:
    known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
    said = _TEXTS[refusal.fault].format(line=refusal.line, value=refusal.value, known=known)
    return f"{refusal.name}, {said}"


def _nobody(refusal: NobodyToWriteTo) -> str:
    if refusal.told:
        return "Everybody who was decided on knows it already. No letter was written."
    if not refusal.delegates:
        return "Nobody was decided on like this yet, so there is no letter to write."
    told = [
        f"{described(each)} is {STATUS_WORDS.get(each.status, each.status)}"
        for each in refusal.delegates[:_NAMED]
    ]
    if len(refusal.delegates) > _NAMED:
        told.append(f"and so are {len(refusal.delegates) - _NAMED:,} more, or withdrawn")
    return f"A letter tells only what is so. {'; '.join(told)}. No letter was written."


def _no_address(refusal: NoMailAddress) -> str:
    named = ", ".join(described(each) for each in refusal.delegates[:_NAMED])
    more = len(refusal.delegates) - _NAMED
    others = f" and {more:,} more" if more > 0 else ""
    return f"No e-mail address is known of {named}{others}. Nothing was written. Print letters."


APPLICATION_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    AcceptanceNotPossible: lambda r: _CHOICE[r.reason].format(
        value=r.value, known=", ".join(r.known) or "none"
    ),
    InstantUnclear: _unclear,
    LateNotPossible: lambda r: (
        f"Late applications wait or are declined, and are not “{r.late}”. Nothing was changed."
    ),
    LetterTextUnusable: _text_unusable,
    NobodyToWriteTo: _nobody,
    NoMailAddress: _no_address,
    NotProposed: _not_proposed,
    NotWaiting: lambda r: (
        f"{described(r.delegate)} is {STATUS_WORDS.get(r.status, r.status)}, and not on the "
        "waiting list. Nothing was changed."
    ),
    PlacesFull: _full,
    PlacesNotPossible: lambda r: _PLACES[r.reason].format(
        value=r.value, known=", ".join(r.known) or "none"
    ),
    ReasonNeeded: lambda _: "This is a decision against the rule. Say why (--reason).",
}
