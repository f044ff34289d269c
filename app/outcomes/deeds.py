"""Deeds on what came of meetings.

``values`` and ``before`` are columns of the row by name, as JSON says them: a day is its ISO date.
What may name people stands in fields of its own, which erasure may delete.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.journal.deeds import Personal
from app.meetings.deeds import Values


@dataclass(frozen=True, slots=True)
class AnswersChosen:
    """The event asks other things about its meetings: ``answers``, a column of ``Event``."""

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class OutcomeRecorded:
    """A side of a meeting, or both together, said what came of it."""

    id: UUID
    meeting: UUID
    side: str
    values: Values
    follow_up_by: Personal[str] = ""
    note: Personal[str] = ""


@dataclass(frozen=True, slots=True)
class OutcomeChanged:
    """What came of a meeting was corrected."""

    id: UUID
    meeting: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class OutcomeNoted:
    """Who follows a meeting up, or what is noted of it, was corrected."""

    id: UUID
    meeting: UUID
    follow_up_by: Personal[str] = ""
    note: Personal[str] = ""
    follow_up_by_before: Personal[str] = ""
    note_before: Personal[str] = ""


@dataclass(frozen=True, slots=True)
class OutcomeTakenOut:
    """Nobody said so."""

    id: UUID
    meeting: UUID


@dataclass(frozen=True, slots=True)
class OutcomePutBack:
    """An outcome that was taken out stands again."""

    id: UUID
    meeting: UUID
