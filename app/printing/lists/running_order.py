"""Makes the running order of the speeches of each day, to tick who has spoken.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from app.printing.a4 import PAGE
from app.printing.document import Document, Part
from app.printing.fonts import as_printed
from app.printing.lists.drawing import ListDrawing
from app.printing.lists.faces import ColumnFace, ListFace, RowFace
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.sheets import A4, SheetWish, known_paper, wished_days
from app.printing.spoken import DayOfSpeeches, speeches_wished
from app.speeches.running import Speech

_COLUMNS = (
    ColumnFace("No.", 11),
    ColumnFace("Time", 17),
    ColumnFace("Speaker", 0, strong=True),
    ColumnFace("Organisation", 0),
    ColumnFace("Delegation", 32),
)


def running_order_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out a list for each day that is wished and has speeches.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NoSpeeches: None are set on these days.
    """
    known_paper(wish, A4)
    with journal.reading() as session:
        facts = event_facts(session)
        days = speeches_wished(session, wished_days(wish, facts.days), journal.now)
    event, maker = as_printed(facts.name), FaceMaker(facts.zone)
    drawing = ListDrawing(event)
    parts = [
        Part(drawing.pages(_face(maker, facts, each)), items=len(each.speaking)) for each in days
    ]
    return Document(
        title=event,
        page=PAGE,
        items=sum(part.items for part in parts),
        parts=parts,
        unprintable=maker.unprintable,
        drawn_at=journal.clock().astimezone(facts.zone),
    )


def _face(maker: FaceMaker, facts: EventFacts, day: DayOfSpeeches) -> ListFace:
    speeches = day.speeches
    times = f"{maker.clock(day.at(1))}–{maker.clock(day.ends_at)}"
    questions = f", then {speeches.questions} for questions" if speeches.questions else ""
    note = f"{len(day.speaking)} speakers, {times}. {speeches.minutes} minutes each{questions}."
    return ListFace(
        f"Running order, {day_title(speeches.day)}",
        (note, as_printed(facts.venue)) if facts.venue else (note,),
        _COLUMNS,
        tuple(_row(maker, at, each, day) for at, each in enumerate(day.speaking, start=1)),
    )


def _row(maker: FaceMaker, number: int, each: Speech, day: DayOfSpeeches) -> RowFace:
    badge, name = each.who.badge_number, each.who.name
    cells = (
        str(number),
        maker.clock(day.at(number)),
        maker.shown(name, badge, name, "name", badge),
        maker.shown(each.who.organisation, badge, name, "organisation", ""),
        maker.shown(each.delegation, badge, name, "delegation", ""),
    )
    return RowFace(cells, ticked=each.slot.ended is not None)
