"""One sentence for each refusal on requests, meetings and plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.errors import DeskError
from app.meetings.orders import (
    RequestNotPossible,
    UnknownRequest,
    UnknownResource,
    UnknownSlot,
    WithThemselves,
)
from app.meetings.plans import PlanOutdated
from app.meetings.requests import RequestStands
from app.meetings.worth import RulesNotPossible

REQUESTS: Mapping[str, str] = {
    "nobody": "A meeting needs people on both sides. Nothing was changed.",
    "priority": "A priority is 1, the highest, to 3, not {value}. Nothing was changed.",
    "length": "A meeting takes 1 to 8 slots, not {value}. Nothing was changed.",
    "meeting_kind": "A meeting is c2c, b2c or b2b, not “{value}”. Nothing was changed.",
    "after_itself": "Request {value} can't come after itself. Name another. Nothing was changed.",
}


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words) or "none"


MEETING_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    PlanOutdated: lambda _: (
        "Requests, people or tables have changed since this was planned. Plan again. Nothing was "
        "changed."
    ),
    RequestNotPossible: lambda e: REQUESTS[e.reason].format(value=e.value),
    RequestStands: lambda e: (
        f"They ask for this meeting already: request {e.request.number}. Correct that one, or "
        "withdraw it."
    ),
    RulesNotPossible: lambda e: (
        f"“{e.rule.replace('_', ' ')}” can't be {e.value}: a limit is 1 or more, a worth 0 or "
        "more. Nothing was changed."
    ),
    UnknownRequest: lambda e: f"No request is known as {e.request}. Look it up (requests).",
    UnknownResource: lambda e: (
        f"Nothing scarce is called “{e.resource}”. There are: {_listed(e.known)}."
    ),
    UnknownSlot: lambda e: (
        f"No slot starts at {e.slot}. On that day there are: {_listed(e.known)}."
    ),
    WithThemselves: lambda e: (
        f"{e.delegate.badge_number}  {e.delegate.name} would be on both sides. Name somebody else."
    ),
}
