"""What came of meetings, in words and signs, as the page says it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from app.floor.states import Missing
from app.outcomes.answers import ANSWER_SETS, Preset
from app.outcomes.outcome import Answer, Outcome, OutcomeKind, Side

_ALL = ANSWER_SETS[Preset.BOTH]
KIND_WORDS: Mapping[OutcomeKind, str] = _ALL.kinds
ANSWER_WORDS: Mapping[Answer, str] = _ALL.in_short
MISSED_WORDS: Mapping[Missing | None, str] = _ALL.took_place
KIND_ICONS: Mapping[OutcomeKind, str] = {
    OutcomeKind.JOINT_PROPOSAL: "file-text",
    OutcomeKind.JOINT_EVENT: "calendar-plus",
    OutcomeKind.AGREEMENT: "handshake",
    OutcomeKind.LEAD: "briefcase",
    OutcomeKind.NONE: "minus",
}
KIND_KEYS: Mapping[OutcomeKind, str] = {
    OutcomeKind.JOINT_PROPOSAL: "J",
    OutcomeKind.JOINT_EVENT: "E",
    OutcomeKind.AGREEMENT: "A",
    OutcomeKind.LEAD: "L",
    OutcomeKind.NONE: "N",
}
ANSWER_KEYS: Mapping[Answer, str] = {
    Answer.INSUFFICIENT: "I",
    Answer.INFORMATIVE: "O",
    Answer.POSSIBLE: "C",
}
SIDE_WORDS: Mapping[Side, str] = {Side.TOGETHER: "Both", Side.HOST: "Host", Side.GUEST: "Guest"}
_FIELDS: Mapping[str, str] = {
    "kinds": "the outcome",
    "answer": "the answer in short",
    "programme": "the programme",
    "interest": "interest",
    "follow_up_on": "the day of follow-up",
    "follow_up_by": "who follows up",
}


def short_day(day: date) -> str:
    """Name a day where there is little room."""
    return f"{day.day} {day:%b}"


def follow_up_in_short(outcome: Outcome) -> str:
    """Say until when somebody follows up; who, only where no day is named."""
    day = outcome.follow_up_on
    return short_day(day) if day is not None else outcome.follow_up_by


def follow_up_words(outcome: Outcome) -> str:
    """Say until when, and who sees to it; blank if nobody does."""
    until = short_day(outcome.follow_up_on) if outcome.follow_up_on is not None else ""
    return ", ".join(filter(None, (until, outcome.follow_up_by)))


def kinds_words(kinds: Collection[OutcomeKind], programme: str = "") -> str:
    """Name what a meeting led to."""
    named = ", ".join(KIND_WORDS[each] for each in OutcomeKind if each in kinds)
    return f"{named} ({programme})" if programme else named


def outcome_words(outcome: Outcome) -> str:
    """Say a whole answer in a line."""
    follow_up = follow_up_words(outcome)
    return "; ".join(
        filter(
            None,
            (
                kinds_words(outcome.kinds, outcome.programme),
                ANSWER_WORDS.get(outcome.answer, ""),
                f"interest {outcome.interest}" if outcome.interest is not None else "",
                f"follow-up {follow_up}" if follow_up else "",
                f"“{outcome.note}”" if outcome.note else "",
            ),
        )
    )


def differ_words(fields: Collection[str]) -> str:
    """Say in what the two sides contradict each other."""
    named = [_FIELDS[each] for each in fields]
    listed = " and ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))
    return f"The sides differ in {listed}."
