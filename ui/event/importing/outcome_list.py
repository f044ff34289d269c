"""What the steps of an import say of outcomes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from app.delegates.importing.troubles import Trouble
from app.outcomes.importing.columns import MANY, SAYING
from app.outcomes.importing.troubles import outcome_troubles
from ui.event.importing.list_kind import ListKind, ListWords, Of
from ui.event.importing.list_words import (
    TroubleWords,
    asked,
    by_rows,
    counted,
    new_and_known,
    news,
    summed,
)

_FIELDS: Mapping[str, str] = {
    "number": "Meeting number",
    "code": "Code of the slip",
    "day": "Day",
    "time": "Time",
    "slot": "Slot",
    "table": "Table",
    "guest": "Guest",
    "guest_email": "Guest, e-mail",
    "guest_number": "Guest, badge number",
    "guest_name": "Guest, name",
    "guest_organisation": "Guest, organisation",
    "host": "Host",
    "host_email": "Host, e-mail",
    "host_number": "Host, badge number",
    "host_name": "Host, name",
    "host_organisation": "Host, organisation",
    "side": "Whose answer",
    "took_place": "Took place",
    "missing": "Who did not come",
    "kinds": "What came of it",
    "answer": "Answer in short",
    "programme": "Programme",
    "interest": "Interest, 1 to 5",
    "follow_up_on": "Follow-up until",
    "follow_up_by": "Follow-up by",
    "note": "Note",
}
"""In the order in which they are offered."""
_NAMED: Mapping[str, str] = {
    f"{side}_{part}_name": f"{side.capitalize()}, {part} name"
    for side in ("guest", "host")
    for part in ("given", "family")
}
_WHAT = {
    "no_meeting_said": "which meeting",
    "cancelled_meeting": "cancelled",
    "not_begun": "not begun",
    "said_twice": "said twice",
    "said_held": "held",
    "said_missed": "not held",
    "told_already": "recorded",
    "nobody_named": "who was missing",
    "too_many_cells": "cells",
}
_TROUBLES = {
    "no_meeting_said": "The row does not say which meeting. Write its number.",
    "unknown_number": "No meeting has the number “{text}”. Write it as M-A12.",
    "unknown_code": "“{text}” is no code of a slip of this event. Write the meeting's number.",
    "unknown_meeting": "No meeting is found for “{text}”. Write its number.",
    "several_meetings": "Several meetings may be meant: {text}. Write the number of one.",
    "other_meeting": "The row speaks of different meetings: {text}. Leave what is right.",
    "unknown_slot": "No slot starts at “{text}”. Write it as 2027-03-16 10:40.",
    "unknown_table": "There is no table “{text}”. Write its label.",
    "unknown_delegate": "Nobody is registered as “{text}”. Say who is meant.",
    "several_delegates": "Several people may be meant by {text}. Say who is.",
    "no_guest": "The row names a host and no guest. Say who it was.",
    "no_host": "The row names a guest and no host. Say who it was.",
    "with_themselves": "{text} would be on both sides. Correct the file.",
    "cancelled_meeting": "{text} was cancelled. Restore it first, if it took place.",
    "not_begun": "{text} has not begun yet. Import the file again when it has.",
    "unknown_side": "“{text}” is no side. Write host or guest, or nothing for both.",
    "unknown_took_place": "“{text}” is no yes or no. Write yes, or who did not come.",
    "unknown_missing": "“{text}” is neither side. Write host, guest or both.",
    "held_and_missing": "It was held, and somebody did not come. Leave one of them out.",
    "missed_and_told": "It did not take place, and something came of it. Leave one out.",
    "none_and_more": "“{text}”: nothing came of it, or something did. Leave one out.",
    "said_twice": "{text} says otherwise of the same meeting. Leave one of them out of the file.",
    "told_already": "An outcome of {text} is recorded. Take it out first, if it was not held.",
    "said_held": "A desk said that {text} was held. Take that back first, if it was not.",
    "said_missed": "A desk said that {text} was not held. Take that back first, if it was.",
    "nobody_named": "{text} did not take place. Nobody says who was missing: nobody came, then.",
    "note_of_missed": "A meeting that did not take place has no note: “{text}” is left out.",
    "unreadable_kinds": "“{text}” is no kind of outcome. It counts as not said.",
    "unreadable_answer": "“{text}” is none of the short answers. It counts as not said.",
    "unreadable_interest": "“{text}” is no interest from 1 to 5. It counts as not said.",
    "unreadable_follow_up_on": "“{text}” is no day. Write it as 2027-03-30.",
    "too_long": "“{text}” is too long, and left out.",
    "too_many_cells": "This row has more cells than the header. Mend the file: “{text}”",
    "desk_value": "{text}. What a desk said stands.",
}
_SAID = TroubleWords(_WHAT, _TROUBLES)
_WORDS = ListWords(
    title="Import outcomes",
    where="Outcomes",
    ask="Drop a list of outcomes here, or choose one.",
    formats=(
        "CSV, XLSX, XLS or ODS: in each row the meeting, by its number, by time and table or by "
        "its people, and what came of it."
    ),
    hint="Red rows stay out, amber ones are taken.",
    one="outcome",
    many="outcomes",
    show="Show outcomes",
    icon="clipboard-check",
)


def _lacking(fields: Collection[str]) -> str:
    said = set(fields)
    by_people = all(any(each.startswith(side) for each in said) for side in ("guest", "host"))
    if not by_people and said.isdisjoint({"number", "code", "time", "slot"}):
        return "No column says which meeting it is. Match one to its number, or its time, to go on."
    if said.isdisjoint(SAYING):
        return "No column says what came of the meetings yet. Match one to go on."
    return ""


def _text(trouble: Trouble) -> str:
    return _SAID.sentence(trouble.code, by_rows(trouble.text).rstrip("."))


OUTCOMES = ListKind(
    of=Of.OUTCOMES,
    words=_WORDS,
    fields=_FIELDS,
    named=_NAMED,
    several=MANY,
    yes_no=frozenset({"took_place"}),
    kept_as="Last outcomes",
    lacking=_lacking,
    counted=counted("new outcomes", same="the same as before, or blank"),
    counts=new_and_known,
    troubles=outcome_troubles,
    title=_SAID.title,
    text=_text,
    asked=asked,
    summed=partial(summed, _WORDS),
    news=partial(news, _WORDS),
)
