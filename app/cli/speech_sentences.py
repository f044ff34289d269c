"""One sentence for each refusal of what was asked of speeches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.errors import DeskError
from app.speeches.running import NoSpeeches, SpeechesNotPossible

_REASONS: Mapping[str, str] = {
    "minutes": "A speech takes 1 minute to 120, not {value}.",
    "questions": "Questions take no time, or up to 120 minutes, not {value}.",
    "nobody": "Nobody is of this choice. Choose other speakers, or all.",
    "too_many": "{value} people would speak, and at most 500 can. Choose some of them.",
    "too_long": "{value} would speak, and not all of them on that day. Choose fewer, or less time.",
    "place": "There is no place {value} on the list.",
    "not_on_list": "{name} is not on the list.",
    "not_accepted": "{name} is not accepted. Accept them first.",
    "begun": "The speeches have begun. Skip, swap or add speakers, or drop them all.",
    "nobody_left": "Everybody has spoken.",
    "not_waiting": "{name} is not to speak any more. Add them, and they speak last.",
    "speaks_already": "{name} is on the list already.",
}

SPEECH_SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    NoSpeeches: lambda r: f"No speeches are set for {r.day}. Set them by speeches --start.",
    SpeechesNotPossible: lambda r: (
        _REASONS[r.reason].format(value=r.value, name=r.who.name if r.who else "")
        + " Nothing was changed."
    ),
}
