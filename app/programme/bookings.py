"""Books delegates for sessions, excuses them from those for everybody, and notes who came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.checkin.identify import Unidentified, identify
from app.checkin.scanning import NotAdmitted
from app.delegates.person import Person, person
from app.journal.journal import Journal, Pen, Unit
from app.meetings.attendees import Attendees, entries_of
from app.programme import deeds as d
from app.programme.at_session import AtSession
from app.programme.engaged import (
    BOOKED,
    EXCUSED,
    engagements,
    placed,
    words_of,
)
from app.programme.orders import (
    InSessionThen,
    NotBooked,
    NotComing,
    SessionFull,
    SessionOff,
)
from app.programme.session import Standing, session_that_stands


@dataclass(frozen=True, slots=True)
class Attended:
    """A scan at the door of a session.

    ``booked``: they were expected, to listen or to speak; else they walked in. ``since`` is when
    they came, and ``again`` tells that this was noted before.
    """

    delegate: Person
    booked: bool
    since: datetime
    again: bool


@dataclass(frozen=True, slots=True)
class Bookings:
    """Says who is to be in which session."""

    journal: Journal

    def book(self, programme_session: UUID, delegate: UUID) -> None:
        """Book a delegate; who is booked stays so.

        Raises:
            UnknownSession, SessionOff: It does not take place.
            NotComing: They are not accepted.
            InSessionThen: They have to be in another session at that time.
            SessionFull: All places are booked.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            here = _Door(pen.session, programme_session, delegate)
            delegate = here.coming(delegate)
            if here.words.get(delegate) == BOOKED:
                return
            here.refuse_elsewhere(delegate)
            here.refuse_full(len(here.booked))
            before = here.words.get(delegate, "")
            pen.write(d.BookingSet(programme_session, delegate, BOOKED, before))

    def unbook(self, programme_session: UUID, delegate: UUID) -> None:
        """Take a booking back.

        Raises:
            UnknownSession, NotBooked: There is none.
        """
        self._unset(programme_session, delegate, BOOKED)

    def excuse(self, programme_session: UUID, delegate: UUID) -> None:
        """Let somebody meet others during a session that is for everybody.

        Raises:
            UnknownSession, SessionOff, NotComing: As for ``book``.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            here = _Door(pen.session, programme_session, delegate)
            delegate = here.coming(delegate)
            before = here.words.get(delegate, "")
            if before != EXCUSED:
                pen.write(d.BookingSet(programme_session, delegate, EXCUSED, before))

    def excuse_no_longer(self, programme_session: UUID, delegate: UUID) -> None:
        """Let a session for everybody be for them as well.

        Raises:
            UnknownSession, NotBooked: They are not excused from it.
        """
        self._unset(programme_session, delegate, EXCUSED)

    def scan(self, programme_session: UUID, code: str, *, anyway: bool = False) -> Attended:
        """Note that whose code it is has come to a session. Once noted, it stays so.

        Who has not booked comes in as long as a place is left that nobody has booked; or
        ``anyway``.

        Raises:
            UnknownSession, SessionOff: It does not take place.
            NotAdmitted: The code is nobody's, or no longer; nothing was noted.
            NotComing: They are not accepted for the event.
            SessionFull: There is no place left for who has not booked.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            _open(pen.session, programme_session)
            found = identify(pen.session, code)
            if isinstance(found, Unidentified):
                raise NotAdmitted(found.reason)
            here = _Door(pen.session, programme_session, found.delegate)
            return _let_in(pen, here, found.delegate, anyway=anyway)

    def check_in(
        self, programme_session: UUID, delegate: UUID, *, anyway: bool = False
    ) -> Attended:
        """Note the same of somebody on the list, without their code.

        Raises:
            UnknownSession, SessionOff, NotComing, SessionFull: As for ``scan``.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            here = _Door(pen.session, programme_session, delegate)
            return _let_in(pen, here, delegate, anyway=anyway)

    def _unset(self, programme_session: UUID, delegate: UUID, state: str) -> None:
        with self.journal.writing(Unit(uuid4())) as pen:
            here = _Door(pen.session, programme_session, delegate, off=True)
            delegate = here.attendees.standing(delegate)
            if here.words.get(delegate) != state:
                found = person(pen.session, delegate)
                raise NotBooked(found, here.standing.number, here.standing.title)
            # Of two entries that were merged, each may have said so.
            for of, entry, said in list(words_of(pen.session, here.entries)):
                theirs = of == programme_session and here.attendees.standing(entry) == delegate
                if theirs and said == state:
                    pen.write(d.BookingSet(of, entry, "", state))


def _let_in(pen: Pen, here: _Door, delegate: UUID, *, anyway: bool) -> Attended:
    delegate = here.coming(delegate)
    is_booked = delegate in here.expected
    who, since = person(pen.session, delegate), here.came.get(delegate)
    if since is not None:
        return Attended(who, is_booked, since, again=True)
    if not is_booked and not anyway:
        here.refuse_full(len(here.booked | here.came.keys()))
    entry = pen.write(d.AttendanceSet(here.standing.id, delegate, came=True))
    return Attended(who, is_booked, entry.at, again=False)


def _open(session: Session, programme_session: UUID) -> Standing:
    """Give a session that takes place."""
    standing = session_that_stands(session, programme_session)
    if standing.cancelled:
        raise SessionOff(standing.number, standing.title)
    return standing


class _Door:
    """A session with who is booked for it and who came, in one state of the event.

    Of all others nobody is read but one delegate: people wait at the door.
    """

    def __init__(
        self, session: Session, programme_session: UUID, delegate: UUID, *, off: bool = False
    ) -> None:
        self._session = session
        look = session_that_stands if off else _open
        self.standing: Standing = look(session, programme_session)
        self.entries = _leading_to(session, delegate)
        here = AtSession(session, self.standing, self.entries)
        self.attendees, self.words, self.came = here.attendees, here.words, here.came
        self.booked = placed(self.words, self.attendees)
        self.expected = {*self.booked, *here.voices}

    def coming(self, delegate: UUID) -> UUID:
        """Give who stands for an entry, and comes."""
        delegate = self.attendees.standing(delegate)
        if not self.attendees.are_coming([delegate]):
            raise NotComing(person(self._session, delegate))
        return delegate

    def refuse_elsewhere(self, delegate: UUID) -> None:
        here = self.standing
        for each in engagements(self._session, self.attendees, self.entries).get(delegate, ()):
            if each.session != here.id and each.meets(here.starts_at, here.ends_at):
                found = person(self._session, delegate)
                raise InSessionThen(found, each.number, each.title, each.how.value)

    def refuse_full(self, taken: int) -> None:
        here = self.standing
        if here.places is not None and taken >= here.places:
            raise SessionFull(here.number, here.title, here.places, len(self.booked))


def _leading_to(session: Session, delegate: UUID) -> tuple[UUID, ...]:
    """Give all entries of the person for whom an entry stands."""
    standing = Attendees(session, [delegate]).standing(delegate)
    return entries_of(session, standing)
