"""Reads what reports and lists of follow-ups are written from."""

from __future__ import annotations

from datetime import date

from app.event.editing import UnknownDay
from app.event.facts import event_facts
from app.journal.journal import Journal
from app.outcomes.figures_reader import FiguresReader
from app.outcomes.follow_up_reader import FollowUpReader
from app.outcomes.report.facts import ReportFacts, came_of
from app.outcomes.report.wishes import NothingToReport


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
    )
    if facts.is_empty:
        raise NothingToReport
    return facts
