"""What deeds on the programme write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.deeds import BuiltOn, Deed, Entry, Kind, Kinds, kinds
from app.journal.log import entries_in
from app.journal.naming import refuse_if_named_since
from app.journal.undo import changed_back, refuse_if_written_since, undone_by
from app.journal.writes import changes, some, takes, whole
from app.meetings.attendees import Attendees
from app.meetings.deeds import Values
from app.programme import deeds as d
from app.programme.engaged import BOOKED, booked_for
from db.merge import Write
from db.models import Attendance, Booking, ProgrammeSession

_NAMESPACE = UUID("6d1f0c52-93c5-4f3e-9a59-2f7c1d6f8a44")
_BOOKKEEPING = frozenset({"id", "stamp", "stamps", "alive"})
_WRITTEN = tuple(
    column.key for column in ProgrammeSession.__table__.columns if column.key not in _BOOKKEEPING
)
_PLACE = ("starts_at", "ends_at", "room")
_NAMED = ("speaker_names", "moderator_names")


def programme_kinds() -> Kinds:
    """Give the kinds of deeds on the programme."""
    return kinds(
        Kind(d.SessionAdded, _add, _remove, _id),
        Kind(
            d.SessionTakenOut,
            takes(ProgrammeSession, gone=True),
            undone_by(d.SessionPutBack),
            _id,
        ),
        Kind(d.SessionPutBack, takes(ProgrammeSession, gone=False), _remove, _id),
        Kind(d.SessionMoved, _move, _move_back, _id),
        Kind(d.SessionChanged, changes(ProgrammeSession), _change_back, _id),
        Kind(d.SessionPeopleNamed, _name, _name_back, _id),
        Kind(d.SessionCancelled, _becomes(cancelled=True), _restore, _id),
        Kind(d.SessionRestored, _becomes(cancelled=False), _cancel, _id),
        Kind(d.BookingSet, _book, _unbook, _delegate),
        Kind(d.AttendanceSet, _attend, _attend_not, _delegate),
    )


def pair_row(session: UUID, delegate: UUID) -> UUID:
    """Give the id of the row of a session and a delegate, the same on every desk."""
    return uuid5(_NAMESPACE, f"{session}{delegate}")


def _id(deed: Any) -> UUID:
    thing: UUID = deed.id
    return thing


def _delegate(deed: Any) -> UUID:
    delegate: UUID = deed.delegate_id
    return delegate


def _add(entry: Entry[d.SessionAdded]) -> Iterable[Write]:
    deed = entry.deed
    said = {name: getattr(deed, name) for name in ("number", *_PLACE)}
    named = {name: list(getattr(deed, name)) for name in _NAMED}
    values = {**deed.values, **said, **named, "people_said": deed.people_said or {}}
    return [whole(entry, ProgrammeSession, deed.id, values)]


def _remove(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    refuse_if_written_since(session, entry, ProgrammeSession, entry.deed.id, _WRITTEN)
    refuse_if_named_since(session, entry, Booking, "session_id")
    refuse_if_named_since(session, entry, Attendance, "session_id")
    return [d.SessionTakenOut(entry.deed.id)]


def _move(entry: Entry[d.SessionMoved]) -> Iterable[Write]:
    values = {name: getattr(entry.deed, name) for name in _PLACE}
    return [some(entry, ProgrammeSession, entry.deed.id, values)]


def _move_back(session: Session, entry: Entry[d.SessionMoved]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, ProgrammeSession, deed.id, _PLACE)
    before = (deed.starts_before, deed.ends_before, deed.room_before)
    return [d.SessionMoved(deed.id, *before, deed.starts_at, deed.ends_at, deed.room)]


def _change_back(session: Session, entry: Entry[d.SessionChanged]) -> Sequence[Deed]:
    deed = entry.deed
    _refuse_if_full(session, entry, deed.id, deed.before.get("places"))
    return changed_back(ProgrammeSession)(session, entry)


def _refuse_if_full(session: Session, entry: Entry[Any], thing: UUID, places: int | None) -> None:
    """Refuse to take back what others have taken up: so many ``places``.

    All of a unit is taken back together: who got a place in it has none then, and who lost it has.
    """
    if places is None:
        return
    of_unit = [
        each
        for each in entries_in(session, _OF_BOOKINGS, entry.unit)
        if each.deed.session_id == thing
    ]
    if entry.id in [each.id for each in of_unit if each.deed.before == BOOKED][1:]:
        # Once for all of them is enough: everybody is read for it.
        return
    said = [each.deed for each in of_unit]
    people = Attendees(session)
    anew, back = (
        {people.standing(deed.delegate_id) for deed in said if state(deed) == BOOKED}
        for state in (attrgetter("state"), attrgetter("before"))
    )
    if len((booked_for(session, people, thing) - anew) | back) > places:
        raise BuiltOn(type(entry.deed).__name__, entry.id, "places")


def _places(session: Session, thing: UUID) -> int | None:
    asked = select(ProgrammeSession.places).where(ProgrammeSession.id == thing)
    return session.connection().scalar(asked)


def _name(entry: Entry[d.SessionPeopleNamed]) -> Iterable[Write]:
    deed = entry.deed
    values: Values = {name: list(getattr(deed, name)) for name in _NAMED}
    values["people_said"] = deed.said or {}
    return [some(entry, ProgrammeSession, deed.id, values)]


def _name_back(session: Session, entry: Entry[d.SessionPeopleNamed]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, ProgrammeSession, deed.id, _NAMED)
    before = (deed.speaker_names_before, deed.moderator_names_before, deed.said_before)
    now = (deed.speaker_names, deed.moderator_names, deed.said)
    return [d.SessionPeopleNamed(deed.id, *before, *now)]


def _becomes(*, cancelled: bool) -> Any:
    values = {"cancelled": cancelled}
    return lambda entry: [some(entry, ProgrammeSession, entry.deed.id, values)]


def _restore(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    refuse_if_written_since(session, entry, ProgrammeSession, entry.deed.id, ("cancelled",))
    return [d.SessionRestored(entry.deed.id)]


def _cancel(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    refuse_if_written_since(session, entry, ProgrammeSession, entry.deed.id, ("cancelled",))
    return [d.SessionCancelled(entry.deed.id)]


def _book(entry: Entry[d.BookingSet]) -> Iterable[Write]:
    deed = entry.deed
    values = {
        "session_id": deed.session_id,
        "delegate_id": deed.delegate_id,
        "state": deed.state,
        "since": deed.since,
        "gone": not deed.state,
    }
    return [whole(entry, Booking, pair_row(deed.session_id, deed.delegate_id), values)]


def _unbook(session: Session, entry: Entry[d.BookingSet]) -> Sequence[Deed]:
    deed = entry.deed
    row = pair_row(deed.session_id, deed.delegate_id)
    refuse_if_written_since(session, entry, Booking, row, ("state",))
    if deed.before == BOOKED:
        _refuse_if_full(session, entry, deed.session_id, _places(session, deed.session_id))
    back = replace(deed, state=deed.before, before=deed.state)
    return [replace(back, since=deed.since_before, since_before=deed.since)]


def _attend(entry: Entry[d.AttendanceSet]) -> Iterable[Write]:
    deed = entry.deed
    values = {
        "session_id": deed.session_id,
        "delegate_id": deed.delegate_id,
        "at": entry.at,
        "gone": not deed.came,
    }
    return [whole(entry, Attendance, pair_row(deed.session_id, deed.delegate_id), values)]


def _attend_not(session: Session, entry: Entry[d.AttendanceSet]) -> Sequence[Deed]:
    deed = entry.deed
    row = pair_row(deed.session_id, deed.delegate_id)
    refuse_if_written_since(session, entry, Attendance, row, ("gone",))
    return [replace(deed, came=not deed.came)]


_OF_BOOKINGS = kinds(Kind(d.BookingSet, _book, _unbook, _delegate))
