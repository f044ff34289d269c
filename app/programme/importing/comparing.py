"""What a programme that comes anew says otherwise than the event, and what it does not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.journal.deeds import Deed
from app.meetings.attendees import Attendees, Someone
from app.meetings.importing.compared import Changed, Compared, FieldChange, Missing, by_name
from app.meetings.reading.entries import Entry
from app.programme import deeds as d
from app.programme.conflicts import meeting_times
from app.programme.engaged import How, engagements
from app.programme.importing.rows import Look
from app.programme.session import Standing, standing_sessions

_PLACE: Final = ("starts_at", "ends_at", "room")
_NAMES: Final = ("speaker_names", "moderator_names")
_NOTES: Final = frozenset({"said", "source"})
"""Columns that only the next import reads."""


def compare(session: Session, entries: Sequence[Entry], look: Look) -> Compared:
    """Compare what was looked at in the same state of the event."""
    if not look.standing:
        return Compared()
    comparing = _Comparing(session)
    changed = []
    for row in look.rows:
        deeds = look.decided[row.entry.line].deeds
        if row.session is not None and deeds:
            change = comparing.change(row.entry.line, row.session, deeds)
            changed += [change] if change.fields else []
    missing = [comparing.missing(each) for each in _missing(entries, look)]
    return Compared(tuple(changed), tuple(missing))


def cancelled_of(session: Session, sessions: Sequence[UUID], _others_wrote: bool) -> Sequence[Deed]:
    """Give the deeds that cancel those of some sessions that still take place."""
    standing = standing_sessions(session, sessions)
    return [d.SessionCancelled(each.id) for each in standing if not each.cancelled]


def _missing(entries: Sequence[Entry], look: Look) -> Iterator[Standing]:
    """Yield what came from a file and is in this one no more; a row that can't be read is there."""
    spoken_of = {row.session.id for row in look.rows if row.session is not None}
    read = {row.entry.line for row in look.rows}
    unread = [entry.cells for entry in entries if entry.line not in read]
    sources = {cells["source"].upper() for cells in unread if cells.get("source")}
    titles = {fold(cells["title"]) for cells in unread if cells.get("title")}
    for each in look.standing:
        is_named = {each.source.upper(), each.number.upper()} & sources or fold(
            each.title
        ) in titles
        if each.said and not each.cancelled and each.id not in spoken_of and not is_named:
            yield each


class _Comparing:
    """Knows who has to be where, and who meets when."""

    def __init__(self, session: Session) -> None:
        self._attendees = Attendees(session)
        self._of: dict[UUID, list[UUID]] = {}
        for person, theirs in engagements(session, self._attendees).items():
            for each in theirs:
                if each.how is not How.EVERYBODY:
                    self._of.setdefault(each.session, []).append(person)
        self._meetings = [
            (frozenset(meeting.people), starts_at, ends_at)
            for meeting, starts_at, ends_at in meeting_times(session, self._attendees)
        ]

    def change(self, line: int, now: Standing, deeds: Sequence[Deed]) -> Changed:
        """Tell what deeds of a row change."""
        fields = tuple(change for deed in deeds for change in self._fields(now, deed))
        place = {each.name: each.now for each in fields}
        starts, ends = place.get("starts_at", now.starts_at), place.get("ends_at", now.ends_at)
        is_moved = (starts, ends) != (now.starts_at, now.ends_at)
        meet = self._meeting(now.id, starts, ends) if is_moved else ()
        named = (now.number, now.title)
        return Changed(line, now.id, *named, fields, self._concerned(now), now.everybody, meet)

    def missing(self, each: Standing) -> Missing:
        """Tell of a session that a file does not have."""
        place = (each.starts_at, each.room)
        named = (each.number, each.title)
        return Missing(each.id, *named, *place, self._concerned(each), each.everybody)

    def _fields(self, now: Standing, deed: Deed) -> Iterator[FieldChange]:
        match deed:
            case d.SessionMoved():
                yield from _differing(now, deed, _PLACE)
            case d.SessionChanged():
                yield from self._columns(deed.values, deed.before)
            case d.SessionPeopleNamed():
                yield from _differing(now, deed, _NAMES)
            case d.SessionCancelled() | d.SessionRestored():
                yield FieldChange("cancelled", now.cancelled, not now.cancelled)

    def _columns(
        self, values: Mapping[str, Any], before: Mapping[str, Any]
    ) -> Iterator[FieldChange]:
        for name, after in values.items():
            if name in {"speakers", "moderators"}:
                yield FieldChange(name, self._names(before[name]), self._names(after))
            elif name not in _NOTES:
                yield FieldChange(name, before[name], after)

    def _names(self, entries: Sequence[str]) -> tuple[str, ...]:
        people = self._attendees.named(self._attendees.standing_named(entries))
        return tuple(each.name for each in people)

    def _concerned(self, each: Standing) -> tuple[Someone, ...]:
        return self._by_name(self._of.get(each.id, ()))

    def _meeting(self, of: UUID, starts: datetime, ends: datetime) -> tuple[Someone, ...]:
        there = set(self._of.get(of, ()))
        busy = {
            person
            for people, begins, over in self._meetings
            if begins < ends and starts < over
            for person in people
        }
        return self._by_name(there & busy)

    def _by_name(self, people: Sequence[UUID] | set[UUID]) -> tuple[Someone, ...]:
        return by_name(self._attendees.named(people))


def _differing(was: Standing, now: Deed, names: Sequence[str]) -> Iterator[FieldChange]:
    for name in names:
        before, after = getattr(was, name), getattr(now, name)
        if before != after:
            yield FieldChange(name, before, after)
