"""Rows of a list of outcomes: which say something new, and which contradict what is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.importing.course import DoubtfulPair
from app.delegates.registration import RowProblem
from app.event.facts import event_facts
from app.floor.deeds import MeetingSaid
from app.floor.states import Missing, Word
from app.journal.deeds import Deed
from app.meetings.hall import hall
from app.meetings.importing.course import CREATED, REJECTED, UNCHANGED, UPDATED, Decide, Decision
from app.meetings.importing.finding import RowRefused
from app.meetings.importing.places import Places
from app.meetings.reading.entries import Entry
from app.outcomes.deeds import OutcomeRecorded
from app.outcomes.importing.cells import Form, FormReader
from app.outcomes.importing.finding import Found, Meetings
from app.outcomes.importing.heard import Heard
from app.outcomes.outcome import Outcome, Side, Told
from app.outcomes.reading import KeptOutcomes
from app.outcomes.recording import noting
from db.models import Meeting

_BLANK = Outcome()


@dataclass(frozen=True, slots=True)
class OutcomeRows:
    """Decides on rows that say what came of meetings, as of ``now``."""

    now: datetime

    def __call__(self, session: Session, entries: Sequence[Entry]) -> Decide:
        """Decide on all rows, each beside what stands and what the rows before it say."""
        deciding = _Deciding(session, self.now)
        return {entry.line: deciding.decision(entry) for entry in entries}


@dataclass(slots=True)
class _Known:
    """What is known of a meeting once the rows before are taken.

    ``lines`` are the rows of the list that say something of it, by what they say. ``is_heard``:
    whether it was held is known from this list, or from one before.
    """

    said: str
    missing: str
    told: dict[Side, Told]
    is_heard: bool
    lines: dict[tuple[str, str], tuple[int, Any]] = field(default_factory=dict)


class _Deciding:
    """Decides row by row."""

    def __init__(self, session: Session, now: datetime) -> None:
        around = hall(session)
        self._now, self._zone = now, around.zone
        self._meetings, self._places = Meetings(session, around), Places(around)
        self._last = max(event_facts(session).days)
        self._heard = Heard(session)
        self._told = KeptOutcomes().read(session)
        rows = session.execute(select(Meeting.id, Meeting.said, Meeting.missing))
        self._said = {row.id: (row.said, row.missing) for row in rows}
        self._known: dict[UUID, _Known] = {}

    def decision(self, entry: Entry) -> Decision:
        try:
            found = self._meetings.found(entry)
            starts = found.starts_at
            day = starts.astimezone(self._zone).date() if starts else self._last
            form = FormReader(entry, self._places, day).form()
            return self._of_form(found, form)
        except RowRefused as refused:
            return Decision(REJECTED, (), (refused.problem,))

    def _of_form(self, found: Found, form: Form) -> Decision:
        if form.says_nothing:
            return Decision(UNCHANGED, (), form.remarks)
        if found.starts_at is not None and self._now < found.starts_at:
            raise _refused(form, "not_begun", found.meeting.number)
        known = self._known_of(found.meeting.id)
        _refuse_if_said_twice(form, known)
        decide = self._missed if form.is_held is False else self._held
        return decide(found, form, known)

    def _known_of(self, meeting: UUID) -> _Known:
        if meeting not in self._known:
            told = {each.side: each for each in self._told.get(meeting, ())}
            heard = self._heard.meeting(meeting)
            self._known[meeting] = _Known(*self._said[meeting], told, heard)
        return self._known[meeting]

    def _missed(self, found: Found, form: Form, known: _Known) -> Decision:
        """Note that it was not held. An outcome that stands is never taken out by a list."""
        meeting, number = found.meeting.id, found.meeting.number
        if known.told:
            raise _refused(form, "told_already", number)
        if known.said == Word.NO_SHOW and form.missing in {None, known.missing}:
            return Decision(UNCHANGED, (), form.remarks)
        if known.said in {Word.NO_SHOW, Word.HELD} and not known.is_heard:
            if known.said == Word.HELD:
                raise _refused(form, "said_held", number)
            doubt = _doubt(form, "missing", number, str(form.missing))
            return Decision(UNCHANGED, (), form.remarks, (doubt,))
        remarks = form.remarks
        if form.missing is None:
            remarks = (*remarks, RowProblem(form.line, "", "nobody_named", number))
        missing = form.missing or Missing.BOTH
        deed = MeetingSaid(meeting, Word.NO_SHOW, missing, known.said, known.missing)
        outcome = UPDATED if known.said in {Word.NO_SHOW, Word.HELD} else CREATED
        known.said, known.missing, known.is_heard = Word.NO_SHOW, missing, True
        return Decision(outcome, (deed,), remarks)

    def _held(self, found: Found, form: Form, known: _Known) -> Decision:
        """Note what came of it. Whoever tells that tells that it was held."""
        meeting, number = found.meeting.id, found.meeting.number
        deeds: list[Deed] = []
        is_new = known.said not in {Word.NO_SHOW, Word.HELD}
        if known.said != Word.HELD:
            if known.said == Word.NO_SHOW and not known.is_heard:
                raise _refused(form, "said_missed", number)
            deeds.append(MeetingSaid(meeting, Word.HELD, "", known.said, known.missing))
            known.said, known.missing, known.is_heard = Word.HELD, "", True
        before = known.told.get(form.side)
        new, doubts = self._compared(form, before, number)
        if new:
            outcome = replace(before.outcome if before else _BLANK, **new)
            noted = list(noting(meeting, form.side, outcome, before))
            deeds += noted
            known.told[form.side] = _told(noted, before, outcome)
        is_new = (is_new and not form.values) or (before is None and bool(new))
        done = CREATED if is_new else UPDATED
        return Decision(done if deeds else UNCHANGED, tuple(deeds), form.remarks, doubts)

    def _compared(
        self, form: Form, before: Told | None, number: str
    ) -> tuple[dict[str, Any], tuple[DoubtfulPair, ...]]:
        """Give what the form says that does not stand yet. What a desk said stands."""
        new: dict[str, Any] = {}
        doubts: list[DoubtfulPair] = []
        for name, value in form.values.items():
            stands = getattr(before.outcome if before else _BLANK, name)
            if value == stands:
                continue
            is_theirs = before is None or not stands or self._heard.outcome(before.id, name)
            if is_theirs:
                new[name] = value
            else:
                doubts.append(_doubt(form, name, number, form.cells[name]))
        return new, tuple(doubts)


def _refuse_if_said_twice(form: Form, known: _Known) -> None:
    """Refuse a row that says otherwise of a side than a row before it, or of the meeting.

    Raises:
        RowRefused: ``said_twice``.
    """
    said = dict(_says(form))
    for what, value in said.items():
        line, before = known.lines.get(what, (0, value))
        if before != value:
            raise _refused(form, "said_twice", f"line {line}")
    for what, value in said.items():
        known.lines.setdefault(what, (form.line, value))


def _says(form: Form) -> Iterator[tuple[tuple[str, str], Any]]:
    """Yield what a row says: of the meeting what both sides have to agree on, and of its side."""
    yield ("", "is_held"), form.is_held is not False
    if form.missing is not None:
        yield ("", "missing"), form.missing
    for name, value in form.values.items():
        yield (f"of {form.side}", name), value


def _told(noted: Sequence[Deed], before: Told | None, outcome: Outcome) -> Told:
    if before is not None:
        return replace(before, outcome=outcome)
    (deed,) = noted
    assert isinstance(deed, OutcomeRecorded)  # noqa: S101 - what nobody told yet is recorded
    return Told(deed.id, deed.meeting, Side(deed.side), outcome)


def _refused(form: Form, code: str, text: str) -> RowRefused:
    return RowRefused(RowProblem(form.line, "", code, text))


def _doubt(form: Form, name: str, number: str, value: str) -> DoubtfulPair:
    return DoubtfulPair("desk_value", name, number, value, (form.line,))
