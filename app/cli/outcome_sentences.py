"""One sentence for each refusal of what came of meetings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.errors import DeskError
from app.outcomes.outcome import LEAST_INTEREST, MOST_INTEREST
from app.outcomes.recording import LONGEST, NothingRecorded, OutcomeNotPossible

_REASONS: Mapping[str, str] = {
    "interest": (
        f"Interest is {LEAST_INTEREST} to {MOST_INTEREST}, {MOST_INTEREST} being very great, "
        "not {value}."
    ),
    "none_and_more": "Nothing came of it, or something did. Leave out “none”, or all else.",
    "nothing": "Nothing was said of what came of it. Say at least one thing.",
    "too_long": "“{value}…” is longer than {most:,} characters. Shorten it.",
}

OUTCOME_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    NothingRecorded: lambda r: (
        f"Nothing is recorded of meeting {r.number}, so there is nothing to take out."
    ),
    OutcomeNotPossible: lambda r: (
        f"{_REASONS[r.reason].format(value=r.value, most=LONGEST)} Nothing was changed."
    ),
}
