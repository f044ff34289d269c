"""Reads what one delegate has to be at.

It is asked after every scan, so only what concerns the delegate is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.event.facts import event_facts
from app.icebreaking.of_delegate import has_rounds, rounds_in
from app.itinerary.items import Item, Itinerary, Part
from app.journal.journal import Journal
from app.meetings.attendees import Attendees, entries_of
from app.meetings.upcoming import meetings_in
from app.programme.engaged import engagements
from app.programme.session import has_sessions
from app.speeches.of_delegate import has_speeches, speeches_in
from app.visits.of_delegate import has_visits, visits_in
from db.models import Attendance

MADE_OF = frozenset(
    {"Attendance", "Booking", "Icebreaker", "ProgrammeSession", "RoundSeat", "SpeechRound", "Visit"}
    | {"SpeechTurn", "VisitPlace"}
)
"""What an itinerary is made of besides meetings."""
_ORDER = tuple(Part)
_CAME = select(Attendance.session_id, Attendance.at).where(Attendance.alive)


def itinerary_of(journal: Journal, delegate: UUID) -> Itinerary:
    """Give what a delegate has to be at, on all days, as things stand now.

    Whoever was merged or substituted has to be nowhere: the one who stands there now has.
    """
    with journal.reading() as session:
        return itinerary_in(session, delegate, journal.now)


def itinerary_in(session: Session, delegate: UUID, now: datetime) -> Itinerary:
    """Do the same in one state of the event."""
    facts = event_facts(session)
    entries = entries_of(session, delegate)
    people = Attendees(session, entries)
    items: list[Item] = []
    if people.standing(delegate) == delegate:
        meetings = meetings_in(session, facts, delegate, facts.day_of(now)).meetings
        items += (
            Item(Part.MEETING, each.id, each.starts_at, each.ends_at, each.table, meeting=each)
            for each in meetings
        )
        items += _sessions(session, people, entries, delegate)
        items += _others(session, entries, now)
    items.sort(key=lambda each: (each.starts_at, _ORDER.index(each.part), each.ends_at))
    return Itinerary(tuple(items), facts.zone, _has_programme(session))


def _sessions(
    session: Session, people: Attendees, entries: Collection[UUID], delegate: UUID
) -> Iterator[Item]:
    theirs = engagements(session, people, entries).get(delegate, ())
    came: dict[UUID | None, datetime | None] = {}
    if theirs:
        rows = session.connection().execute(_CAME.where(Attendance.delegate_id.in_(entries)))
        came = {row.session_id: row.at for row in rows}
    for each in theirs:
        yield Item(
            Part.SESSION,
            each.session,
            each.starts_at,
            each.ends_at,
            each.room,
            each.title,
            how=each.how,
            since=came.get(each.session),
        )


def _others(session: Session, entries: Collection[UUID], now: datetime) -> Iterator[Item]:
    for visit in visits_in(session, entries):
        times = (visit.starts_at, visit.ends_at)
        place, since = visit.meeting_point, visit.boarded_at
        yield Item(Part.VISIT, visit.visit, *times, place, visit.title, since=since)
    for one in rounds_in(session, entries):
        times = (one.starts_at, one.ends_at)
        yield Item(Part.ROUND, one.rounds, *times, str(one.table), number=one.number)
    for turn in speeches_in(session, entries, now):
        times = (turn.starts_at, turn.ends_at)
        yield Item(Part.SPEECH, turn.speeches, *times, "", number=turn.number)


def _has_programme(session: Session) -> bool:
    return any(has_any(session) for has_any in (has_sessions, has_visits, has_rounds, has_speeches))
