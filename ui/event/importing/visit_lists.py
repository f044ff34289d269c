"""What the steps of an import say of visits, and of who signed up for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from app.meetings.importing.troubles import list_troubles
from app.visits.importing.columns import CHOICES
from ui.event.importing.list_kind import ListKind, ListWords, Of
from ui.event.importing.list_words import (
    TroubleWords,
    asked,
    counted,
    new_and_known,
    news,
    summed_compared,
)

_VISIT_FIELDS: Mapping[str, str] = {
    "title": "Title",
    "day": "Day",
    "start": "Leaves",
    "end": "Back",
    "end_day": "Day it is back",
    "duration": "Duration",
    "places": "Places",
    "meeting_point": "Meeting point",
    "sector": "Sector",
}
_SIGN_UP_FIELDS: Mapping[str, str] = {
    "guest": "Who",
    "guest_email": "E-mail",
    "guest_number": "Badge number",
    "guest_name": "Name",
    "guest_given_name": "Given name",
    "guest_family_name": "Family name",
    "guest_organisation": "Organisation",
    "choices": "Choices, the best first",
    **{field: f"Choice {place}" for place, field in enumerate(CHOICES, 1)},
    "signed_up": "Signed up at",
}
_WHAT = {
    "no_visit_title": "title",
    "visit_stays_cancelled": "cancelled",
    "visit_twice": "said twice",
    "said_twice": "said twice",
    "no_person": "who",
    "no_start": "leaves",
    "no_day": "day",
    "no_end": "back",
    "no_places": "places",
    "too_many_cells": "cells",
}
_TROUBLES = {
    "no_visit_title": "The row has no title. Write what the visit is called.",
    "no_start": "The row says no start. Write a time, as 14:00.",
    "no_day": "The row says no day. Write the date, as 2027-03-16.",
    "no_end": "The row does not say when it is back. Write a time, or how long it lasts.",
    "visit_stays_cancelled": "{text} is cancelled here, and stays so. Offer it anew on Visits.",
    "no_places": "A visit needs at least one place. Write how many it has.",
    "unknown_day": "“{text}” is no day. Write the date, as 2027-03-16.",
    "unknown_start": "“{text}” is no time. Write it as 14:00.",
    "unknown_end": "“{text}” is no time. Write it as 16:00.",
    "unknown_duration": "“{text}” is no duration. Write it as 2:00, or in minutes.",
    "unknown_places": "“{text}” is no number of places. Write how many there are.",
    "skipped_hour": "“{text}” is left out that night: clocks are put forward. Correct it.",
    "visit_ends_first": "The visit would be back before it leaves. Check both times.",
    "visit_twice": "{text} says otherwise of the same visit. Leave one of them out.",
    "places_taken": "{text} people have a place already. Take places back first.",
    "no_person": "The row names nobody. Say who signed up.",
    "unknown_delegate": "Nobody is registered as “{text}”. Say who is meant, or register them.",
    "several_delegates": "Several people may be meant by {text}. Say who is.",
    "unknown_visit": "No visit is called “{text}”. Write its title, or offer it first.",
    "chosen_twice": "{text} is named twice. Name each visit once, the best first.",
    "unknown_signed_up": "“{text}” is no time. Write it as 2027-03-16 10:40.",
    "said_twice": "{text} says otherwise of the same person. Leave one of them out.",
    "too_many_cells": "This row has more cells than the header. Mend the file: “{text}”",
}
_SAID = TroubleWords(_WHAT, _TROUBLES)


def _lacking_of_visits(fields: Collection[str]) -> str:
    if "title" not in fields:
        return "No column says what visits are called yet. Match one to go on."
    if "start" not in fields:
        return "No column says when visits leave yet. Match one to go on."
    return ""


def _lacking_of_sign_ups(fields: Collection[str]) -> str:
    if not any(field.startswith("guest") for field in fields):
        return "No column says who signed up yet. Match one to go on."
    if not {"choices", *CHOICES} & set(fields):
        return "No column says which visits people chose yet. Match one to go on."
    return ""


def _kind(of: Of, words: ListWords, fields: Mapping[str, str], new: str, known: str) -> ListKind:
    return ListKind(
        of=of,
        words=words,
        fields=fields,
        named=fields,
        several=frozenset({"choices"} & fields.keys()),
        yes_no=frozenset(),
        kept_as=f"Last {words.many}",
        lacking=_lacking_of_visits if of is Of.VISITS else _lacking_of_sign_ups,
        counted=counted(new, known),
        counts=new_and_known,
        troubles=list_troubles,
        title=_SAID.title,
        text=_SAID.text,
        asked=asked,
        summed=partial(summed_compared, words),
        news=partial(news, words),
    )


VISITS = _kind(
    Of.VISITS,
    ListWords(
        title="Import visits",
        where="Visits",
        ask="Drop a list of visits here, or choose one.",
        formats=(
            "CSV, XLSX, XLS or ODS: in each row a visit with its title, day, when it leaves and"
            " is back, and its places; besides meeting point and sector."
        ),
        hint="Red rows stay out. A visit is known by its title.",
        one="visit",
        many="visits",
        show="Show visits",
        icon="map-pin",
    ),
    _VISIT_FIELDS,
    "new visits",
    "with other words than before",
)
SIGN_UPS = _kind(
    Of.SIGN_UPS,
    ListWords(
        title="Import sign-ups for visits",
        where="Sign-ups",
        ask="Drop a list of sign-ups here, or choose one.",
        formats=(
            "CSV, XLSX, XLS or ODS: in each row somebody by e-mail, badge number or name, with"
            " the visits they chose, the best first, and when they signed up."
        ),
        hint="Red rows stay out. Whoever signed up first comes first among equals.",
        one="sign-up",
        many="sign-ups",
        show="Show visits",
        icon="list-checks",
    ),
    _SIGN_UP_FIELDS,
    "new sign-ups",
    "with other choices than before",
)
