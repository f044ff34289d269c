"""What deeds on outcomes write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.deeds import Deed, Entry, Kind, Kinds, kinds
from app.journal.undo import changed_back, refuse_if_written_since, undone_alike_by
from app.journal.writes import changes, some, takes, whole
from app.outcomes import deeds as d
from db.merge import Write
from db.models import Event, Outcome

_COLUMNS = ("kinds", "answer", "programme", "interest", "follow_up_on", "follow_up_by", "note")


def outcome_kinds() -> Kinds:
    """Give the kinds of deeds on outcomes."""
    return kinds(
        Kind(d.AnswersChosen, changes(Event), changed_back(Event)),
        Kind(d.OutcomeRecorded, _record, _take_out, _meeting),
        Kind(d.OutcomeChanged, changes(Outcome, columns), changed_back(Outcome), _meeting),
        Kind(d.OutcomeNoted, _note, _note_back, _meeting),
        Kind(
            d.OutcomeTakenOut,
            takes(Outcome, gone=True),
            undone_alike_by(d.OutcomePutBack),
            _meeting,
        ),
        Kind(d.OutcomePutBack, takes(Outcome, gone=False), _take_out, _meeting),
    )


def columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn values as JSON says them into values of the row's columns."""
    return {
        name: date.fromisoformat(value) if name == "follow_up_on" and value else value
        for name, value in values.items()
    }


def _meeting(deed: Any) -> UUID:
    meeting: UUID = deed.meeting
    return meeting


def _record(entry: Entry[d.OutcomeRecorded]) -> Iterable[Write]:
    deed = entry.deed
    values = columns(deed.values) | {
        "meeting_id": deed.meeting,
        "side": deed.side,
        "follow_up_by": deed.follow_up_by,
        "note": deed.note,
    }
    return [whole(entry, Outcome, deed.id, values)]


def _take_out(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    refuse_if_written_since(session, entry, Outcome, entry.deed.id, (*_COLUMNS, "gone"))
    return [d.OutcomeTakenOut(entry.deed.id, entry.deed.meeting)]


def _note(entry: Entry[d.OutcomeNoted]) -> Iterable[Write]:
    values = {"follow_up_by": entry.deed.follow_up_by, "note": entry.deed.note}
    return [some(entry, Outcome, entry.deed.id, values)]


def _note_back(session: Session, entry: Entry[d.OutcomeNoted]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Outcome, deed.id, ("follow_up_by", "note"))
    before = (deed.follow_up_by_before, deed.note_before)
    return [d.OutcomeNoted(deed.id, deed.meeting, *before, deed.follow_up_by, deed.note)]
