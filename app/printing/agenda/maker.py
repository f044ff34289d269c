"""Makes the agenda out of all that happens on the days of the event.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from app.printing.a4 import PAGE
from app.printing.agenda.drawing import CellFace, DayFace, RowFace, agenda_pages
from app.printing.agenda.lines import AgendaLine, agenda_lines
from app.printing.badge_maker import occasion_of
from app.printing.document import Document, Part
from app.printing.fonts import as_printed
from app.printing.schedules.faces import day_title
from app.printing.sheets import A4, NothingPlanned, SheetWish, known_paper, wished_days


def agenda_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out the days that are wished, on as many pages as it takes.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NothingPlanned: There is nothing on these days.
    """
    known_paper(wish, A4)
    with journal.reading() as session:
        facts = event_facts(session)
        lines = agenda_lines(session, facts, wished_days(wish, facts.days))
    if not lines:
        raise NothingPlanned
    occasion = occasion_of(facts)
    said = " · ".join(
        filter(None, map(as_printed, (facts.name, facts.venue, occasion.place_and_days)))
    )
    return Document(
        title=as_printed(facts.name),
        page=PAGE,
        items=1,
        parts=(Part(agenda_pages(said, tuple(_days(lines, facts)))),),
        drawn_at=journal.clock().astimezone(facts.zone),
    )


def _days(lines: Sequence[AgendaLine], facts: EventFacts) -> Iterator[DayFace]:
    def day_of(line: AgendaLine) -> date:
        return facts.day_of(line.starts_at)

    for day, of_day in groupby(lines, key=day_of):
        together = groupby(of_day, key=lambda line: line.starts_at)
        rows = tuple(_row(tuple(each), facts) for _, each in together)
        yield DayFace(day_title(day), rows)


def _row(together: Sequence[AgendaLine], facts: EventFacts) -> RowFace:
    """Say when all of these are; where they end at different times, each says its own."""
    ends = {line.ends_at for line in together}
    starts = _clock(together[0].starts_at, facts)
    is_one = len(ends) == 1
    time = f"{starts}–{_clock(together[0].ends_at, facts)}" if is_one else starts
    return RowFace(time, tuple(_cell(line, facts, says_end=not is_one) for line in together))


def _cell(line: AgendaLine, facts: EventFacts, *, says_end: bool) -> CellFace:
    until = f"until {_clock(line.ends_at, facts)}" if says_end else ""
    where = " · ".join(filter(None, (as_printed(line.where), until)))
    return CellFace(where, as_printed(line.what), as_printed(line.detail), line.quiet)


def _clock(at: datetime, facts: EventFacts) -> str:
    return f"{at.astimezone(facts.zone):%H:%M}"
