"""Books delegates for sessions, excuses them from those for everybody, and notes who came."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
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
    WAITING,
    engagements,
    placed,
)
from app.programme.in_line import Line, taken_back
from app.programme.orders import (
    InSessionThen,
    NotBooked,
    NotComing,
    SessionFull,
    SessionOff,
)
from app.programme.session import Standing, session_that_stands
from app.programme.waiting import HandedOn


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

    def book(self, programme_session: UUID, *delegates: UUID) -> tuple[int, ...]:
        """Book delegates, all or none; beyond the places they wait in line for one.

        Whoever is booked stays so, and whoever waits keeps their place in line, unless one of the
        session is left for them. Give for each their place in line from 1; 0: they are booked.

        Raises:
            UnknownSession, SessionOff: It does not take place.
            NotComing: They are not accepted.
            InSessionThen: They have to be in another session at that time.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            now = self.journal.now
            return tuple(_book(pen, programme_session, each, now) for each in delegates)

    def unbook(self, programme_session: UUID, *delegates: UUID) -> None:
        """Take bookings back, or places in line.

        Raises:
            UnknownSession, NotBooked: There is none. Nothing was taken back.
        """
        self._unset(programme_session, delegates, {BOOKED, WAITING})

    def fill(self, programme_session: UUID, *, of_missing: bool = False) -> HandedOn:
        """Give places that are free to those first in line, but for who has to be elsewhere then.

        ``of_missing``: also the places of who is booked and has not come, as many as are needed;
        who was booked last loses theirs first. One undo takes all of it back.

        Raises:
            UnknownSession, SessionOff: It does not take place.
            NothingToFill: Nobody gets a place.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            line = Line(pen.session, _open(pen.session, programme_session))
            lost, got = line.handed_on(of_missing=of_missing)
            pen.write_all([deed for who in lost for deed in line.given_up(who)])
            pen.write_all([line.given(who, self.journal.now) for who in got])
            named = line.here.attendees.named
            return HandedOn(named(lost), named(got))

    def excuse(self, programme_session: UUID, *delegates: UUID) -> None:
        """Let some meet others during a session that is for everybody.

        Raises:
            UnknownSession, SessionOff, NotComing: As for ``book``. Nobody was excused.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            for each in delegates:
                here = _Door(pen.session, programme_session, each)
                delegate = here.coming(each)
                before, since = here.words.get(delegate, ""), here.since.get(delegate)
                if before != EXCUSED:
                    excused = (delegate, EXCUSED, before, None, since)
                    pen.write(d.BookingSet(programme_session, *excused))

    def excuse_no_longer(self, programme_session: UUID, *delegates: UUID) -> None:
        """Let a session for everybody be for them as well.

        Raises:
            UnknownSession, NotBooked: They are not excused from it. Nothing was changed.
        """
        self._unset(programme_session, delegates, {EXCUSED})

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

    def _unset(
        self, programme_session: UUID, delegates: Sequence[UUID], states: Collection[str]
    ) -> None:
        with self.journal.writing(Unit(uuid4())) as pen:
            for each in delegates:
                here = _Door(pen.session, programme_session, each, off=True)
                delegate = here.attendees.standing(each)
                if here.words.get(delegate) not in states:
                    found = person(pen.session, delegate)
                    raise NotBooked(found, here.standing.number, here.standing.title)
                pen.write_all(
                    list(taken_back(pen.session, programme_session, here.entries, states))
                )


def _book(pen: Pen, programme_session: UUID, delegate: UUID, now: datetime) -> int:
    here = _Door(pen.session, programme_session, delegate)
    delegate = here.coming(delegate)
    before = here.words.get(delegate, "")
    if before == BOOKED:
        return 0
    here.refuse_elsewhere(delegate)
    line, places = here.line, here.standing.places
    ahead = line.index(delegate) if delegate in line else len(line)
    is_left = places is None or len(here.booked) + ahead < places
    if is_left or before != WAITING:
        state = BOOKED if is_left else WAITING
        was_since = here.since.get(delegate)
        since = now if is_left else here.behind_all(now)
        pen.write(d.BookingSet(programme_session, delegate, state, before, since, was_since))
    return 0 if is_left else ahead + 1


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
        self.since, self.line = here.since, here.waiting
        self.booked = placed(self.words, self.attendees)
        self.expected = {*self.booked, *here.voices}

    def coming(self, delegate: UUID) -> UUID:
        """Give who stands for an entry, and comes."""
        delegate = self.attendees.standing(delegate)
        if not self.attendees.are_coming([delegate]):
            raise NotComing(person(self._session, delegate))
        return delegate

    def behind_all(self, now: datetime) -> datetime:
        """Give since when somebody waits who does from now on.

        Those who are booked in one go are so at one instant, and stand in line all the same.
        """
        known = [since for who in self.line if (since := self.since.get(who)) is not None]
        return max([now, *(since + timedelta(microseconds=1) for since in known)])

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
