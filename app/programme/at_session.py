"""Who is booked for one session or waits, who speaks in it and who came, reading nobody else."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.meetings.attendees import Attendees
from app.programme.engaged import left_in_line, lines, take_word, voices
from app.programme.session import Standing
from db.models import Attendance, Booking

_SAID = select(Booking.delegate_id, Booking.state, Booking.since).where(Booking.alive)
_CAME = select(Attendance.session_id, Attendance.delegate_id, Attendance.at).where(Attendance.alive)


class AtSession:
    """A session's people in one state of the event; ``besides`` are entries that matter as well."""

    def __init__(
        self, session: Session, standing: Standing, besides: Collection[UUID] = ()
    ) -> None:
        query = _SAID.where(Booking.session_id == standing.id)
        said = [row for row in session.connection().execute(query).all() if row.delegate_id]
        came = session.connection().execute(_CAME.where(Attendance.session_id == standing.id)).all()
        speaking = map(UUID, (*standing.speakers, *standing.moderators))
        here = (row.delegate_id for row in came if row.delegate_id is not None)
        self.attendees = Attendees(
            session, {*besides, *(row.delegate_id for row in said), *here, *speaking}
        )
        self.words: dict[UUID, str] = {}
        self.since: dict[UUID, datetime | None] = {}
        for row in said:
            person = self.attendees.standing(row.delegate_id)
            if take_word(self.words, person, row.state):
                self.since[person] = row.since
        self.came = came_to(session, self.attendees, standing.id).get(standing.id, {})
        of_all = lines(session, self.attendees, {standing.id: self.words}, standing.id)
        in_line = of_all.get(standing.id, ())
        self.waiting = left_in_line(in_line, self.came)
        self.voices = frozenset(voices(standing, self.attendees))


def came_to(
    session: Session, attendees: Attendees, only: UUID | None = None
) -> Mapping[UUID, Mapping[UUID, datetime]]:
    """Give, for each session or only one, who came and when first."""
    query = _CAME if only is None else _CAME.where(Attendance.session_id == only)
    found: dict[UUID, dict[UUID, datetime]] = {}
    for of, delegate, at in session.connection().execute(query):
        if of is not None and delegate is not None and at is not None:
            those = found.setdefault(of, {})
            who = attendees.standing(delegate)
            those[who] = min(at, those.get(who, at))
    return found
