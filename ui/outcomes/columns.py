"""The columns of the table, as they are read out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from app.outcomes.outcome import MOST_INTEREST, Outcome
from ui.common.records import Column
from ui.outcomes.drafts import Drafts
from ui.outcomes.forms import Form
from ui.outcomes.rows import Row, Stands
from ui.outcomes.words import (
    ANSWER_WORDS,
    MISSED_WORDS,
    SIDE_WORDS,
    differ_words,
    follow_up_in_short,
    kinds_words,
)


class At(IntEnum):
    """Where a column stands."""

    TIME = 0
    TABLE = 1
    KIND = 2
    MEETING = 3
    OUTCOME = 4
    INTEREST = 5
    FOLLOW_UP = 6
    NOTE = 7


_STANDS = {
    Stands.DUE: "Not recorded",
    Stands.AHEAD: "Not begun",
    Stands.ASIDE: "Its slot was taken out",
    Stands.CANCELLED: "Cancelled",
}


def columns(drafts: Drafts) -> Sequence[Column[Row]]:
    """Give them from the left; what was typed and is not saved counts."""

    def form(row: Row) -> Form:
        return row.form(drafts.of(row))

    def outcome(row: Row) -> str:
        return outcome_text(row, form(row), is_typed=drafts.is_typed(row))

    time: Column[Row] = Column("Time", lambda row: row.time or "–")
    table: Column[Row] = Column("Table", lambda row: row.table or "–")
    kind: Column[Row] = Column("Type", lambda row: row.kind.upper())
    meeting: Column[Row] = Column("Meeting", lambda row: row.pair)
    what: Column[Row] = Column("Outcome", outcome)
    interest: Column[Row] = Column("Interest", lambda row: _interest(form(row)))
    follow_up: Column[Row] = Column("Follow-up", lambda row: _each(form(row), follow_up_in_short))
    note: Column[Row] = Column("Note", lambda row: note_text(form(row)))
    return (time, table, kind, meeting, what, interest, follow_up, note)


def outcome_text(row: Row, form: Form, *, is_typed: bool) -> str:
    """Say what came of a meeting, or why nothing is known."""
    said = _outcome(row, form)
    differ = f" {differ_words(row.differs)}" if row.differs else ""
    return f"Not saved: {said}" if is_typed else f"{said}{differ}"


def state_text(row: Row) -> str:
    """Say how it stands where no outcome is known."""
    return _STANDS.get(row.stands, "Held")


def short_answer(form: Form) -> str:
    """Give the first answer in short, if there is one."""
    answers = (ANSWER_WORDS.get(each.answer, "") for each in form.answers.values())
    return next(filter(None, answers), "")


def interests(form: Form) -> Sequence[int]:
    """Give how great the sides say that interest is, once if they agree."""
    said = (each.interest for each in form.answers.values())
    return tuple(dict.fromkeys(each for each in said if each is not None))


def note_text(form: Form) -> str:
    """Give what is noted, by whom if the sides noted something each."""
    return _each(form, lambda outcome: outcome.note)


def _outcome(row: Row, form: Form) -> str:
    if form.missing is not None:
        return MISSED_WORDS[form.missing]
    answers = form.answers
    programme = next((each.programme for each in answers.values() if each.programme), "")
    return kinds_words(form.kinds, programme) or short_answer(form) or state_text(row)


def _interest(form: Form) -> str:
    return ", ".join(f"{each} of {MOST_INTEREST}" for each in interests(form)) or "–"


def _each(form: Form, of: Callable[[Outcome], str]) -> str:
    """Say something of each answer, and whose it is where there are several."""
    said = {side: of(answer) for side, answer in form.answers.items()}
    told = {side: words for side, words in said.items() if words}
    if len(set(told.values())) < 2:
        return next(iter(told.values()), "–")
    return " · ".join(f"{SIDE_WORDS[side]}: {words}" for side, words in told.items())
