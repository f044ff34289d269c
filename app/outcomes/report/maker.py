"""Makes the closing report and the follow-up list.

Importing this loads ReportLab and Babel: callers import it where they draw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.event.logo import event_logo
from app.journal.journal import Journal
from app.outcomes.report.drawing import Frame, list_pages, report_pages
from app.outcomes.report.facts import ReportFacts
from app.outcomes.report.reading import report_facts
from app.outcomes.report.wishes import ReportWish
from app.outcomes.report.wording import Wording
from app.printing.a4 import PAGE
from app.printing.document import Document, Draw, Part
from app.printing.drawn import Drawn, Preview
from app.printing.press import press
from app.progress import Report, Step, begin, unheard


@dataclass(frozen=True, slots=True)
class ReportMaker:
    """Draws one of the two papers, which ``make`` lays out."""

    journal: Journal
    make: Callable[[Journal, ReportFacts, ReportWish], Document]

    def draw(self, wish: ReportWish, report: Report = unheard) -> Drawn:
        """Draw what is wished. The same event at the same time gives the same bytes.

        Raises:
            UnknownDay: The event is not on this day.
            NothingToReport: Nobody applied, and no meeting was arranged.
            Cancelled: ``report`` stopped it.
        """
        return self.told(wish, report)[0]

    def told(self, wish: ReportWish, report: Report = unheard) -> tuple[Drawn, ReportFacts]:
        """Draw what is wished, and give what it was drawn from. Refuses as ``draw``."""
        begin(report, Step.READING)
        facts = report_facts(self.journal, wish.day)
        begin(report, Step.WRITING)
        return press(self.make(self.journal, facts, wish), report), facts

    def preview(self, wish: ReportWish, at: int = 0) -> Preview:
        """Draw what ``draw`` would, for it is never many pages. Refuses as it does."""
        del at
        drawn = self.draw(wish)
        return Preview(drawn.pdf, drawn.pages, drawn.items, drawn.unprintable)


def report_document(journal: Journal, facts: ReportFacts, wish: ReportWish) -> Document:
    """Lay out the closing report; its items are the meetings that were planned."""
    words = Wording(wish.language, facts.event.zone)
    title = words.terms.report
    if facts.is_part:
        title = words.say(words.terms.day_report, day=words.long_day(facts.days[0]))
    frame = _frame(facts, words, title)
    pages = report_pages(facts, words, frame, notes=wish.notes)
    return _document(journal, frame, pages, facts.figures.meetings.wanted)


def list_document(journal: Journal, facts: ReportFacts, wish: ReportWish) -> Document:
    """Lay out the follow-up list; its items are all rows."""
    words = Wording(wish.language, facts.event.zone)
    frame = _frame(facts, words, words.terms.follow_ups)
    pages = list_pages(facts, words, frame, notes=wish.notes)
    left = facts.left
    rows = len(left.absent) + len(left.without_place) + len(left.steps)
    return _document(journal, frame, pages, rows)


def _frame(facts: ReportFacts, words: Wording, title: str) -> Frame:
    event = facts.event
    about = (words.shown(event.venue, "event"), words.shown(event.city, "event"))
    return Frame(
        event=words.shown(event.name, "event"),
        title=title,
        about=", ".join(filter(None, (*about, words.dates(facts.days)))),
        printed=words.stamp(facts.figures.at),
        words=words,
    )


def _document(journal: Journal, frame: Frame, pages: Sequence[Draw], items: int) -> Document:
    with journal.reading() as session:
        logo = event_logo(session)
    return Document(
        title=f"{frame.event} – {frame.title}",
        page=PAGE,
        items=items,
        parts=(Part(pages, items=items),),
        unprintable=frame.words.unprintable,
        logo=logo,
    )
