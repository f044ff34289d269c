"""Who may get papers of a kind, and how theirs stand: what a window chooses from.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.applications.letters.told import to_be_told
from app.checkin.presence import checked_in
from app.delegates.person import Person, people
from app.event.facts import event_facts
from app.journal.journal import Journal
from app.meetings.hall import hall
from app.printing.order import by_family_name
from app.printing.placed import placed_meetings
from app.printing.refusals import Only
from app.printing.schedules.wanted import Wishing
from app.printing.schedules.wishes import ScheduleWish
from app.printing.wanted import narrowed, people_for, printed_before, wanted_of
from app.printing.wishes import Wish
from app.speeches.known import known


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who may get a paper; blank where they have no delegation or badge type.

    ``fits`` are the choices that they belong to, and ``has_come`` tells whether they passed the
    desk on the day that was asked about. ``status`` is where the application stands, for letters.
    """

    id: UUID
    delegation: str
    badge_type: str
    has_come: bool
    fits: frozenset[Only]
    status: str = ""


def badge_recipients(journal: Journal, today: date) -> tuple[Recipient, ...]:
    """Give all who may have a badge, by family name."""
    with journal.reading() as session:
        chosen = people_for(session, ())
        wanted = wanted_of(session, chosen)
        before = printed_before(session, [each.id for each in chosen])
        of = {
            only: {each.person.id for each in narrowed(wanted, before, Wish(only=only))}
            for only in Only
        }
        fits = ((each, [only for only in Only if each.id in of[only]]) for each in chosen)
        return _told(session, today, fits)


def schedule_recipients(journal: Journal, today: date, day: date | None) -> tuple[Recipient, ...]:
    """Give all who may have a schedule of a day, or of all days, by family name."""
    with journal.reading() as session:
        fits = Wishing(session, ScheduleWish(day=day)).fitting()
        return _told(session, today, ((each, onlys) for each, onlys in fits if onlys))


def named_recipients(
    journal: Journal, today: date, delegates: Collection[UUID]
) -> tuple[Recipient, ...]:
    """Give those who are named, by family name: each of them gets a paper."""
    with journal.reading() as session:
        named = sorted(people(session, delegates).values(), key=by_family_name)
        return _told(session, today, ((each, (Only.ALL,)) for each in named))


def accepted_recipients(journal: Journal, day: date) -> tuple[Recipient, ...]:
    """Give all who are accepted, by family name; ``day`` is when they are to have come."""
    with journal.reading() as session:
        return _told(session, day, ((each, (Only.ALL,)) for each in people_for(session, ())))


def attending_recipients(journal: Journal, today: date, day: date | None) -> tuple[Recipient, ...]:
    """Give all who came on a day, or on any, by family name."""
    with journal.reading() as session:
        days = (day,) if day else event_facts(session).days
        came = frozenset[UUID]().union(*(checked_in(session, each) for each in days))
    return named_recipients(journal, today, came)


def meeting_recipients(journal: Journal, today: date, day: date | None) -> tuple[Recipient, ...]:
    """Give all who have a meeting on a day, or on any, by family name."""
    with journal.reading() as session:
        days = (day,) if day else event_facts(session).days
        meetings = placed_meetings(session, hall(session), days)
    meet = {who.id for each in meetings for who in (*each.hosts, *each.guests)}
    return named_recipients(journal, today, meet)


def speaking_recipients(journal: Journal, today: date, day: date | None) -> tuple[Recipient, ...]:
    """Give all who speak on a day, or on any, by family name."""
    with journal.reading() as session:
        speak = {
            slot.delegate
            for each in ((day,) if day else event_facts(session).days)
            if (found := known(session, each)) is not None
            for slot in found.speeches.slots
            if not slot.skipped
        }
    return named_recipients(journal, today, speak)


def letter_recipients(journal: Journal, today: date) -> tuple[Recipient, ...]:
    """Give all whose application was decided on, by family name; new: who was not told of it."""
    decided, new = to_be_told(journal)
    with journal.reading() as session:
        those = sorted(people(session, decided).values(), key=by_family_name)
        fits = ((each, (Only.ALL, *([Only.NEW] if each.id in new else []))) for each in those)
        return _told(session, today, fits)


def _told(
    session: Session, today: date, fits: Iterable[tuple[Person, Collection[Only]]]
) -> tuple[Recipient, ...]:
    came = checked_in(session, today)
    return tuple(
        Recipient(
            who.id, who.delegation, who.badge_type, who.id in came, frozenset(onlys), who.status
        )
        for who, onlys in fits
    )
