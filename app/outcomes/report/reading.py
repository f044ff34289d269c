"""Reads what reports and lists of follow-ups are written from."""

from __future__ import annotations

from datetime import date

from app.event.editing import UnknownDay
from app.event.facts import event_facts
from app.floor.watching import DayReader
from app.journal.journal import Journal
from app.outcomes.figures_reader import FiguresReader
from app.outcomes.follow_up_reader import FollowUpReader
from app.outcomes.report.facts import ReportFacts, came_of
from app.outcomes.report.wishes import NothingToReport
from app.outcomes.results import Results


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
    # Days are read once for all that is told of them.
    reader = DayReader(journal)
    results = Results(journal, reader).of_days(days)
    figures = FiguresReader(journal, reader)
    facts = ReportFacts(
        event=event,
        days=days,
        figures=figures.of_event() if day is None else figures.of_day(day),
        left=FollowUpReader(journal, reader).after(results, is_whole=len(days) == len(event.days)),
        came=came_of(results),
    )
    if facts.is_empty:
        raise NothingToReport
    return facts
