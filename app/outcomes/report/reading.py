"""Reads what reports and lists of follow-ups are written from."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from app.event.editing import UnknownDay
from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from app.outcomes.figures_reader import FiguresReader
from app.outcomes.follow_up_reader import FollowUpReader
from app.outcomes.programme_figures import programme_figures
from app.outcomes.report.facts import ReportFacts, Tours, came_of
from app.outcomes.report.wishes import NothingToReport
from app.visits.reading import visit_book
from db.models import Visit


def report_facts(journal: Journal, day: date | None) -> ReportFacts:
    """Read everything of a day, or of the event.

    Raises:
        UnknownDay: The event is not on this day.
        NothingToReport: Nobody applied, and no meeting was arranged.
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        event = event_facts(session)
    if day is not None and day not in event.days:
        raise UnknownDay(day, event.days)
    days = event.days if day is None else (day,)
    # numpy takes a while to load, and few commands need it.
    from app.outcomes.counting import counted  # noqa: PLC0415

    reader = FiguresReader(journal)
    # All is told from one reading, so that no number contradicts another.
    read = reader.facts_of_event() if day is None else reader.facts_of_day(day)
    is_whole = len(days) == len(event.days)
    known = (read.belonging.audience, read.came)
    facts = ReportFacts(
        event=event,
        days=days,
        figures=counted(read, read.days[0].now),
        left=FollowUpReader(journal).after(read.days, is_whole=is_whole, known=known),
        came=came_of(read.days),
        tours=_tours(journal, event, days),
        around=programme_figures(journal, days).begun(journal.now),
    )
    if facts.is_empty:
        raise NothingToReport
    return facts


def _tours(journal: Journal, event: EventFacts, days: Collection[date]) -> Tours:
    with journal.reading() as session:
        if session.scalar(select(Visit.id).where(Visit.alive).limit(1)) is None:
            return Tours()
        book = visit_book(session)
    begun = {
        each.id
        for each in book.visits.values()
        if each.starts_at <= journal.now and event.day_of(each.starts_at) in days
    }
    aboard = [
        who
        for who, places in book.places.items()
        if any(each.boarded_at is not None and each.visit in begun for each in places)
    ]
    return Tours(len(begun), len(aboard))
