"""Who waits in line for a place in one session, and what gives them one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.journal import Journal
from app.meetings.attendees import Someone, entries_of_all
from app.programme.at_session import AtSession
from app.programme.deeds import BookingSet
from app.programme.engaged import BOOKED, engagements, placed, words_of
from app.programme.session import Standing, session_that_stands
from app.programme.waiting import NothingToFill, handed_on

_FIRST: Final = datetime.min.replace(tzinfo=UTC)


class Line:
    """The line of a session in one state of the event."""

    def __init__(self, session: Session, standing: Standing) -> None:
        self._session, self._standing = session, standing
        waiting = AtSession(session, standing).waiting
        self._entries = entries_of_all(session, waiting)
        self.here = AtSession(session, standing, self._entries)

    def handed_on(self, *, of_missing: bool) -> tuple[Sequence[UUID], Sequence[UUID]]:
        """Give who loses a place, and who gets one.

        Raises:
            NothingToFill: Nobody gets any.
        """
        if not self.here.waiting:
            raise self._nothing("nobody_waits")
        able = [who for who in self.here.waiting if not self._is_elsewhere(who)]
        if not able:
            raise self._nothing("elsewhere")
        booked, places = placed(self.here.words, self.here.attendees), self._standing.places
        free = len(able) if places is None else max(0, places - len(booked))
        missing = self._missing(booked) if of_missing else []
        if not free and not missing:
            raise self._nothing("all_there" if of_missing else "none_free")
        return handed_on(free, missing, able)

    def given(self, who: UUID, now: datetime) -> BookingSet:
        """Give the deed that books somebody who waits."""
        before = (self.here.words.get(who, ""), now, self.here.since.get(who))
        return BookingSet(self._standing.id, who, BOOKED, *before)

    def given_up(self, who: UUID) -> Iterator[BookingSet]:
        """Yield the deeds that take somebody's place."""
        entries = entries_of_all(self._session, [who])
        yield from taken_back(self._session, self._standing.id, entries, {BOOKED})

    def _is_elsewhere(self, who: UUID) -> bool:
        at, here = self._standing, self.here.attendees
        theirs = engagements(self._session, here, self._entries).get(who, ())
        return any(
            each.session != at.id and each.meets(at.starts_at, at.ends_at) for each in theirs
        )

    def _missing(self, booked: Collection[UUID]) -> list[UUID]:
        """Give who is booked and has not come, whoever was booked last before the others."""
        missing = [who for who in booked if who not in self.here.came]
        return sorted(
            missing, key=lambda who: (self.here.since.get(who) or _FIRST, who), reverse=True
        )

    def _nothing(self, reason: str) -> NothingToFill:
        return NothingToFill(reason, self._standing.title, "session")


def next_in_line(journal: Journal, programme_session: UUID) -> tuple[Someone, ...]:
    """Give who would get the places that are free now, the first in line first.

    Raises:
        UnknownSession: There is none.
    """
    with journal.reading() as session:
        line = Line(session, session_that_stands(session, programme_session))
        try:
            _lost, got = line.handed_on(of_missing=False)
        except NothingToFill:
            return ()
        return line.here.attendees.named(got)


def taken_back(
    session: Session, programme_session: UUID, entries: Collection[UUID], states: Collection[str]
) -> Iterator[BookingSet]:
    """Yield what takes back what these entries of one person have said of a session.

    Of two entries that were merged, each may have said something.
    """
    for of, entry, said, since in list(words_of(session, entries)):
        if of == programme_session and said in states:
            yield BookingSet(of, entry, "", said, None, since)
