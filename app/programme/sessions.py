"""Adds sessions to the programme, corrects, moves and cancels them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.event.facts import event_facts
from app.journal.deeds import Deed
from app.journal.journal import Journal, Pen, Unit
from app.meetings.attendees import Attendees
from app.meetings.deeds import Values
from app.meetings.numbers import free_session_numbers
from app.programme import deeds as d
from app.programme.engaged import booked_for
from app.programme.orders import (
    Place,
    SessionNotPossible,
    SessionOff,
    SessionOrder,
    SessionStands,
    check_room,
    check_times,
)
from app.programme.session import (
    SessionKind,
    Standing,
    session_named,
    session_that_stands,
    standing_sessions,
)
from db.ids import new_id


@dataclass(frozen=True, slots=True)
class Sessions:
    """Writes the programme. ``letters`` begin the numbers of new sessions.

    ``anyway`` lets a session have a room that another one is in.
    """

    journal: Journal
    letters: str

    def named(self, named: str) -> UUID:
        """Find a session by number, id or title.

        Raises:
            UnknownSession, SeveralSessions: There is none so, or more than one.
        """
        with self.journal.reading() as session:
            return session_named(session, named).id

    def add(self, order: SessionOrder, place: Place, *, anyway: bool = False) -> UUID:
        """Add a session, and give its id.

        Raises:
            SessionNotPossible: It has no title, or its times or places are of no use.
            RoomTaken: Another one is in the room then.
        """
        if not (order.title or "").strip():
            raise SessionNotPossible("no_title")
        with self.journal.writing(Unit(uuid4())) as pen:
            times = _check_place(pen.session, place, None, anyway=anyway)
            values = {"kind": SessionKind.OTHER.value, **values_of(order)}
            names = _names(order.speakers or ()), _names(order.moderators or ())
            number = next(free_session_numbers(pen.session, self.letters))
            room = one_line(place.room or "")
            added = d.SessionAdded(new_id(), number, *times, room, values, *names)
            pen.write(added)
            return added.id

    def change(
        self,
        programme_session: UUID,
        order: SessionOrder,
        to: Place | None = None,
        *,
        anyway: bool = False,
    ) -> None:
        """Correct what is said of a session; in the same step move it, if ``to`` says where.

        Raises:
            UnknownSession, SessionNotPossible: There is none, or the order is of no use.
            RoomTaken: As for ``move``.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            now = session_that_stands(pen.session, programme_session)
            pen.write_all(list(_changes(now, order)))
            after = session_that_stands(pen.session, programme_session)
            _check_places(pen.session, now, after)
            if to is not None:
                _move(pen, after, to, anyway=anyway)

    def move(self, programme_session: UUID, to: Place, *, anyway: bool = False) -> None:
        """Give a session another time or room. Whoever is booked stays booked.

        With a new start alone, it lasts as long as before.

        Raises:
            UnknownSession, SessionNotPossible, RoomTaken: As for ``add``.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            now = session_that_stands(pen.session, programme_session)
            _move(pen, now, to, anyway=anyway)

    def swap(self, one: UUID, other: UUID) -> None:
        """Let two sessions change places: each starts when and where the other did.

        Raises:
            UnknownSession, SessionNotPossible, RoomTaken: As for ``move``.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            pair = [session_that_stands(pen.session, each) for each in (one, other)]
            others = [each for each in standing_sessions(pen.session) if each not in pair]
            days = event_facts(pen.session)
            moved: list[Standing] = []
            for now, to in zip(pair, reversed(pair), strict=True):
                ends = to.starts_at + (now.ends_at - now.starts_at)
                after = replace(now, starts_at=to.starts_at, ends_at=ends, room=to.room)
                times = check_times(to.starts_at, ends, days.day_of(to.starts_at), days.days)
                check_room(after.room, times, [*others, *moved])
                moved.append(after)
                if (*times, after.room) != (now.starts_at, now.ends_at, now.room):
                    before = (now.starts_at, now.ends_at, now.room)
                    pen.write(d.SessionMoved(now.id, times[0], times[1], after.room, *before))

    def cancel(self, programme_session: UUID) -> None:
        """Note that a session does not take place. Bookings stay, for it may be restored.

        Raises:
            UnknownSession: There is none.
            SessionOff: It is cancelled already.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            now = session_that_stands(pen.session, programme_session)
            if now.cancelled:
                raise SessionOff(now.number, now.title)
            pen.write(d.SessionCancelled(now.id))

    def restore(self, programme_session: UUID, *, anyway: bool = False) -> None:
        """Note that a session which was cancelled takes place after all.

        Raises:
            UnknownSession, RoomTaken: As for ``move``.
            SessionStands: It is not cancelled.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            now = session_that_stands(pen.session, programme_session)
            if not now.cancelled:
                raise SessionStands(now.number, now.title)
            place = Place(now.starts_at, now.ends_at, now.room)
            _check_place(pen.session, place, now, anyway=anyway)
            pen.write(d.SessionRestored(now.id))


def values_of(order: SessionOrder) -> Values:
    """Turn what is said into columns of the session, but for its place and for names.

    Raises:
        SessionNotPossible: ``no_title`` or ``no_places``.
    """
    if order.title is not None and not order.title.strip():
        raise SessionNotPossible("no_title")
    if order.places is not None and order.places < 1:
        raise SessionNotPossible("no_places", str(order.places))
    said = {
        "title": None if order.title is None else one_line(order.title),
        "kind": None if order.kind is None else order.kind.value,
        "track": None if order.track is None else one_line(order.track),
        "abstract": None if order.abstract is None else order.abstract.strip(),
        "places": order.places,
        "booking": order.booking,
        "everybody": order.everybody,
        "speakers": None if order.speakers is None else _ids(order.speakers),
        "moderators": None if order.moderators is None else _ids(order.moderators),
    }
    values: Values = {"places": None} if order.open_to_all else {}
    return values | {name: value for name, value in said.items() if value is not None}


def _changes(now: Standing, order: SessionOrder) -> Iterator[Deed]:
    were: Values = {name: getattr(now, name) for name in values_of(order)}
    were = {name: list(was) if isinstance(was, tuple) else was for name, was in were.items()}
    new = {name: value for name, value in values_of(order).items() if value != were[name]}
    if new:
        yield d.SessionChanged(now.id, new, {name: were[name] for name in new})
    speakers = now.speaker_names if order.speakers is None else _names(order.speakers)
    moderators = now.moderator_names if order.moderators is None else _names(order.moderators)
    names = (now.speaker_names, now.moderator_names)
    if (speakers, moderators) != names:
        said = dict(now.people_said)
        yield d.SessionPeopleNamed(now.id, speakers, moderators, said, *names, said)


def _move(pen: Pen, now: Standing, to: Place, *, anyway: bool) -> None:
    starts = (to.starts_at or now.starts_at).astimezone(UTC)
    ends = to.ends_at or (starts + (now.ends_at - now.starts_at))
    room = now.room if to.room is None else one_line(to.room)
    starts, ends = _check_place(pen.session, Place(starts, ends, room), now, anyway=anyway)
    before = (now.starts_at, now.ends_at, now.room)
    if (starts, ends, room) != before:
        pen.write(d.SessionMoved(now.id, starts, ends, room, *before))


def _check_place(
    session: Session, place: Place, now: Standing | None, *, anyway: bool
) -> tuple[datetime, datetime]:
    facts = event_facts(session)
    day = facts.day_of(place.starts_at) if place.starts_at else None
    times = check_times(place.starts_at, place.ends_at, day, facts.days)
    if not anyway:
        others = [each for each in standing_sessions(session) if now is None or each.id != now.id]
        check_room(place.room or "", times, others)
    return times


def _check_places(session: Session, before: Standing, after: Standing) -> None:
    """Refuse fewer places than are booked; who is not coming has none."""
    if after.places is None or after.places == before.places:
        return
    booked = len(booked_for(session, Attendees(session), after.id))
    if booked > after.places:
        raise SessionNotPossible("fewer_places", str(booked))


def _ids(said: Sequence[UUID | str]) -> list[str]:
    return [str(each) for each in said if isinstance(each, UUID)]


def _names(said: Sequence[UUID | str]) -> tuple[str, ...]:
    names = (one_line(each) for each in said if isinstance(each, str))
    return tuple(dict.fromkeys(filter(None, names)))


def one_line(text: str) -> str:
    """Give a text without breaks, and single blanks between its words."""
    return " ".join(text.split())
