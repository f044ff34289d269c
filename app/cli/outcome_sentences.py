"""One sentence for each refusal of what came of meetings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.cli.erasure_sentences import ERASURE_SENTENCES
from app.errors import DeskError
from app.outcomes.outcome import LEAST_INTEREST, MOST_INTEREST
from app.outcomes.recording import LONGEST, NothingRecorded, OutcomeNotPossible
from app.outcomes.slips import NoSlip

_REASONS: Mapping[str, str] = {
    "interest": (
        f"Interest is {LEAST_INTEREST} to {MOST_INTEREST}, {MOST_INTEREST} being very great, "
        "not {value}."
    ),
    "none_and_more": "Nothing came of it, or something did. Leave out “none”, or all else.",
    "nothing": "Nothing was said of what came of it. Say at least one thing.",
    "too_long": "“{value}…” is longer than {most:,} characters. Shorten it.",
}
_NO_SLIP: Mapping[str, str] = {
    "not_ours": "This is no meeting slip of ours. Look the meeting up by its number.",
    "incomplete": "Only a part of the slip’s code arrived. Scan it again.",
    "damaged": "The slip’s code arrived damaged. Scan it again, or look for the number beside it.",
    "newer_version": "A newer version of Matchdesk made this slip. Update this desk.",
    "other_event": "This slip is of another event. Nothing was changed.",
    "forged_or_damaged": (
        "The slip’s code does not hold together: damaged, or not printed by us. Look for the "
        "number beside it."
    ),
    "wrong_kind": "This is no meeting slip. Look the meeting up by its number.",
    "unknown": (
        "No meeting of this event belongs to this slip: it was taken out. Look for its people."
    ),
}

OUTCOME_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    NoSlip: lambda r: _NO_SLIP[r.reason],
    NothingRecorded: lambda r: (
        f"Nothing is recorded of meeting {r.number}, so there is nothing to take out."
    ),
    OutcomeNotPossible: lambda r: (
        f"{_REASONS[r.reason].format(value=r.value, most=LONGEST)} Nothing was changed."
    ),
    **ERASURE_SENTENCES,
}
