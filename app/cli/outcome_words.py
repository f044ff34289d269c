"""What came of meetings in words, as commands tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.floor.states import MeetingState, Missing
from app.outcomes.answers import AnswerSet
from app.outcomes.outcome import Answer, OutcomeKind, Side, Told
from app.outcomes.results import Result

KIND_WORDS: Mapping[OutcomeKind, str] = {
    OutcomeKind.JOINT_PROPOSAL: "joint proposal",
    OutcomeKind.JOINT_EVENT: "joint event",
    OutcomeKind.AGREEMENT: "cooperation agreement",
    OutcomeKind.LEAD: "business lead",
    OutcomeKind.NONE: "none",
}
OUTCOME_WORDS: Mapping[str, str] = {
    "kinds": "what came of it",
    "answer": "the answer in short",
    "programme": "the programme",
    "interest": "interest",
    "follow_up_on": "when to follow up",
    "follow_up_by": "who follows up",
}
"""The fields of an outcome in which answers may differ."""

_ANSWERS: Mapping[Answer, str] = {
    Answer.INSUFFICIENT: "insufficient interest",
    Answer.INFORMATIVE: "informative, no cooperation planned",
    Answer.POSSIBLE: "cooperation possible",
}
_SIDES: Mapping[Side, str] = {
    Side.TOGETHER: "",
    Side.HOST: "host says: ",
    Side.GUEST: "guest says: ",
}
_MISSED: Mapping[Missing | None, str] = {
    Missing.HOST: "not held, the host did not come",
    Missing.GUEST: "not held, the guest did not come",
    Missing.BOTH: "not held, nobody came",
}


def answer_lines(asked: AnswerSet) -> Iterator[str]:
    """Say what an event asks for, and how commands call each answer."""
    yield f"After its meetings this event asks for ({asked.preset}):"
    yield f"  Meeting: {_choices('--no-show', asked.took_place)}"
    if asked.kinds:
        yield f"  What came of it: {_choices('--kind', asked.kinds)}"
    if asked.in_short:
        yield f"  In short: {_choices('--answer', asked.in_short)}"
    yield "  Interest, who follows up until when, a note"


def _choices(option: str, words: Mapping[Any, str]) -> str:
    return "; ".join(f"{said} ({option} {key})" if key else said for key, said in words.items())


def result_words(result: Result) -> str:
    """Say whether anything is known of what came of a meeting."""
    if result.is_recorded:
        missed = result.stands.state is MeetingState.NO_SHOW and not result.told
        return _MISSED[result.stands.missing] if missed else "recorded"
    return "not recorded"


def outcome_words(told: Told) -> str:
    """Say what one side, or both, said of a meeting."""
    outcome = told.outcome
    kinds = [KIND_WORDS[each] for each in OutcomeKind if each in outcome.kinds]
    parts = [", ".join(kinds), _ANSWERS.get(outcome.answer, "")]
    if outcome.programme:
        parts[0] += f" ({outcome.programme})"
    if outcome.interest is not None:
        parts.append(f"interest {outcome.interest}")
    if outcome.follow_up_on is not None or outcome.follow_up_by:
        when = f" by {outcome.follow_up_on:%d %b}" if outcome.follow_up_on is not None else ""
        who = f": {outcome.follow_up_by}" if outcome.follow_up_by else ""
        parts.append(f"follow-up{when}{who}")
    parts.append(outcome.note)
    return _SIDES[told.side] + "; ".join(filter(None, parts))
