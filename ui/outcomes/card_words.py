"""What the card says beyond its fields: what to know of the meeting, and its history."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from app.floor.states import Missing
from app.journal.log import Line
from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side
from ui.outcomes.forms import Form
from ui.outcomes.rows import Row, Stands
from ui.outcomes.words import SIDE_WORDS, differ_words, outcome_words

_ABSENT: Mapping[Missing, str] = {
    Missing.HOST: "The host was not in the house then, as far as the desks know.",
    Missing.GUEST: "The guest was not in the house then, as far as the desks know.",
    Missing.BOTH: "Neither side was in the house then, as far as the desks know.",
}
_STANDS: Mapping[Stands, str] = {
    Stands.CANCELLED: "This meeting was cancelled. No outcome is wanted of it.",
    Stands.ASIDE: "Its slot was taken out of the event. Record it if it was held all the same.",
}
_OF_OUTCOMES = frozenset(
    {
        *("MeetingSaid", "OutcomeChanged", "OutcomeNoted", "OutcomePutBack"),
        *("OutcomeRecorded", "OutcomeTakenOut", "MeetingCancelled", "MeetingRestored"),
    }
)
_MOST_LINES = 5
Said = tuple[str, str]
"""A line and its tone."""


def notices(row: Row, form: Form, extra: str) -> Iterator[Said]:
    """Yield what somebody should know who records what came of a meeting."""
    if extra:
        yield extra, "warn"
    if row.stands is Stands.AHEAD:
        yield f"It begins at {row.time}. What comes of it can be recorded from then on.", "2"
    elif row.stands in _STANDS:
        yield _STANDS[row.stands], "2"
    if row.absent is not None and form.missing is None and not form.answers:
        yield _ABSENT[row.absent], "2"
    for side, outcome in form.answers.items():
        if side is not form.side:
            yield f"{SIDE_WORDS[side]}: {outcome_words(outcome)}", "2"
    if row.differs:
        yield differ_words(row.differs) + " Both are kept.", "warn"
    yield from _of_draft(form)


def _of_draft(form: Form) -> Iterator[Said]:
    if form.draft.unread_day:
        yield f"“{form.draft.unread_day}” is no day. Type 30, 30.3, fri or +14.", "bad"
    if form.draft.missing is not None and form.kept:
        yield "What was recorded of it is taken out once this is saved.", "2"


def history_lines(
    lines: Sequence[Line], words: Callable[[Line], str], clock: Callable[[datetime], str]
) -> list[Said]:
    """Say who said what of a meeting, and when, the newest first."""
    told = [each for each in lines if each.kind in _OF_OUTCOMES][:_MOST_LINES]
    if not told:
        return [("Nothing was said of it yet.", "3")]
    return [
        (f"{clock(each.at)}  {', '.join(filter(None, (each.desk, each.on_duty)))}: {said}", "2")
        for each in told
        if (said := _said(each, words))
    ]


def _said(line: Line, words: Callable[[Line], str]) -> str:
    facts: dict[str, Any] = json.loads(line.facts)
    personal = json.loads(line.personal) if line.personal else {}
    outcome = outcome_words(_outcome(facts.get("values") or {}, personal))
    side = SIDE_WORDS.get(Side(facts.get("side") or ""), "") if facts.get("side") else ""
    of_side = f" of the {side.casefold()}" if side else ""
    return words(line) + of_side + (f": {outcome}" if outcome else "")


def _outcome(values: Mapping[str, Any], personal: Mapping[str, Any]) -> Outcome:
    """Give what a deed says of an outcome; what it does not say is blank."""
    day = values.get("follow_up_on")
    return Outcome(
        frozenset(map(OutcomeKind, values.get("kinds") or ())),
        Answer(values.get("answer") or ""),
        values.get("programme") or "",
        values.get("interest"),
        date.fromisoformat(day) if day else None,
        personal.get("follow_up_by") or "",
        personal.get("note") or "",
    )
