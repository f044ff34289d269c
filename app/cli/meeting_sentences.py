"""One sentence for each refusal on requests, meetings and plans, and on the programme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.cli.programme_sentences import PROGRAMME_PROBLEMS, PROGRAMME_SENTENCES
from app.cli.visit_sentences import VISIT_PROBLEMS
from app.errors import DeskError
from app.meetings.limits import ResourceNotPossible, StretchNotPossible, UnknownStretch
from app.meetings.orders import (
    RequestNotPossible,
    UnknownRequest,
    UnknownResource,
    UnknownSlot,
    WithThemselves,
)
from app.meetings.plans import PlanOutdated
from app.meetings.reading.entries import NoSidesFound
from app.meetings.requests import RequestStands
from app.meetings.worth import RulesNotPossible

REQUESTS: Mapping[str, str] = {
    "nobody": "A meeting needs people on both sides. Nothing was changed.",
    "priority": "A priority is 1, the highest, to 3, not {value}. Nothing was changed.",
    "length": "A meeting takes 1 to 8 slots, not {value}. Nothing was changed.",
    "meeting_kind": "A meeting is c2c, b2c or b2b, not “{value}”. Nothing was changed.",
    "after_itself": "Request {value} can't come after itself. Name another. Nothing was changed.",
}

MEETING_PROBLEMS: Mapping[str, str] = {
    **PROGRAMME_PROBLEMS,
    **VISIT_PROBLEMS,
    "no_host": "The row names nobody who is asked. Add them, then import the file again.",
    "no_guest": "The row names nobody who asks. Add them, then import the file again.",
    "unknown_delegate": "Nobody is registered so. Write a badge number or the e-mail.",
    "several_delegates": "Several people are called so. Write a badge number or the e-mail.",
    "with_themselves": "Somebody would be on both sides. Name somebody else.",
    "not_coming": "Somebody in it is not accepted, or does not come. Accept them first.",
    "said_twice": "A row before it says otherwise of the same people. Leave one of them.",
    "unknown_slot": "No slot starts then. Write day and time, as 2027-03-16 10:40.",
    "unknown_table": "There is no such table. Write its label.",
    "unknown_forbidden": "No slot starts then. Write day and time, parted by semicolons.",
    "unknown_length": "A meeting takes 1 to 8 slots. Write how many.",
    "unknown_needs": "Nothing scarce is called so. Write its name, or note it first.",
    "unknown_after": "No request has this number. Write it as R-A12.",
    "unreadable_mutual": "This is no yes or no. It counts as not said.",
    "unreadable_priority": "A priority is 1, the highest, to 3. It counts as not said.",
    "unreadable_kind": "A meeting is C2C, B2C or B2B. It follows from the organisations.",
    "unreadable_locked": "This is no yes or no. The meeting is not locked.",
    "slot_forbidden": "The slot it is fixed to is one it may not be in. Leave one of them out.",
    "fixed_not_free": "Somebody in it is not there in the slot it is fixed to.",
    "fixed_otherwise": "The other side is fixed to another slot. Say which one holds.",
    "fixed_with_others": "Somebody in it is fixed to another request then. Both can't be.",
    "fixed_at_table": "Another request is fixed to this table then. Both can't be.",
    "no_slot": "The row says no slot. Write day and time, as 2027-03-16 10:40.",
    "no_table": "The row says no table. Write its label.",
    "runs_over": "The block ends before the meeting does. Choose an earlier slot.",
    "clash_of_people": "Somebody in it is in another meeting then. Choose another slot.",
    "clash_at_table": "Another meeting is at this table then. Choose another table.",
    "table_closed": "The table is closed then. Choose another table.",
    "not_free": "Somebody in it is not there then. Choose another slot.",
    "not_theirs": "The table belongs to others. Choose another table.",
    "too_many": "Somebody in it would have more meetings than the event allows.",
    "too_far": "Somebody can't walk from the meeting before in time. Choose a nearer table.",
}


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words) or "none"


MEETING_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    **PROGRAMME_SENTENCES,
    NoSidesFound: lambda e: (
        f"No column of {e.file} says who asks, or none who is asked. There are: "
        f"{_listed(e.headers)}. Match one to guest and one to host (--map)."
    ),
    PlanOutdated: lambda _: (
        "Requests, people or tables have changed since this was planned. Plan again. Nothing was "
        "changed."
    ),
    RequestNotPossible: lambda e: REQUESTS[e.reason].format(value=e.value),
    RequestStands: lambda e: (
        f"They ask for this meeting already: request {e.request.number}. Correct that one, or "
        "withdraw it."
    ),
    ResourceNotPossible: lambda e: (
        f"“{e.name}” can't serve {e.at_once} meetings at once. Give it a name, and 1 or more."
    ),
    RulesNotPossible: lambda e: (
        f"“{e.rule.replace('_', ' ')}” can't be {e.value}: a limit is 1 or more, a worth 0 or "
        "more. Nothing was changed."
    ),
    StretchNotPossible: lambda _: (
        "A stretch of time needs a start and a later end (--from, --to). Nothing was changed."
    ),
    UnknownRequest: lambda e: f"No request is known as {e.request}. Look it up (requests).",
    UnknownResource: lambda e: (
        f"Nothing scarce is called “{e.resource}”. There are: {_listed(e.known)}."
    ),
    UnknownSlot: lambda e: (
        f"No slot starts at {e.slot}. On that day there are: {_listed(e.known)}."
    ),
    UnknownStretch: lambda e: (
        f"Nothing is noted as {e.stretch}. Look it up (unavailable). Nothing was changed."
    ),
    WithThemselves: lambda e: (
        f"{e.delegate.badge_number}  {e.delegate.name} would be on both sides. Name somebody else."
    ),
}
