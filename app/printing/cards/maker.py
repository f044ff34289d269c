"""Makes table cards out of the hall and the meetings in it.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from app.event.facts import event_facts
from app.journal.journal import Journal
from app.meetings.attendees import Someone
from app.meetings.hall import HallTable, hall
from app.printing.cards.drawing import CardDrawing
from app.printing.cards.faces import CardFace, CardLine
from app.printing.document import Document, Part, edition_words
from app.printing.fonts import as_printed
from app.printing.pages import ACROSS, UPRIGHT
from app.printing.placed import PlacedMeeting, placed_meetings
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.sheets import A4, A5, NothingPlanned, SheetWish, known_paper, wished_days


def card_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out a card for each table and day, in the order of the hall.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NothingPlanned: There are no tables, or no slots on these days.
    """
    folded = known_paper(wish, A4, A5) == A4
    page = UPRIGHT[A4] if folded else ACROSS[A5]
    with journal.reading() as session:
        facts, where = event_facts(session), hall(session)
        held = {facts.day_of(slot.starts_at) for slot in where.slots}
        days = [day for day in wished_days(wish, facts.days) if day in held]
        meetings = placed_meetings(session, where, days)
    if not days or not where.tables:
        raise NothingPlanned
    event, maker = as_printed(facts.name), FaceMaker(facts.zone)
    edition = edition_words(0, journal.clock().astimezone(facts.zone))
    at: dict[tuple[date, UUID], list[PlacedMeeting]] = defaultdict(list)
    for each in meetings:
        if each.table is not None:
            at[each.day, each.table.id].append(each)
    faces = [
        _face(maker, table, day, at.get((day, table.id), ()), edition)
        for day in days
        for table in where.tables
    ]
    drawing = CardDrawing(page, event, folded=folded)
    return Document(
        title=event,
        page=page,
        items=len(faces),
        parts=[Part(drawing.pages(face)) for face in faces],
        unprintable=maker.unprintable,
    )


def _face(
    maker: FaceMaker, table: HallTable, day: date, meetings: Sequence[PlacedMeeting], edition: str
) -> CardFace:
    return CardFace(
        maker.shown(table.label, "", table.label, "table", "–"),
        maker.shown(table.zone, "", table.label, "zone", ""),
        day_title(day),
        tuple(
            CardLine(
                maker.clock(each.starts_at), _side(maker, each.hosts), _side(maker, each.guests)
            )
            for each in meetings
        ),
        edition,
    )


def _side(maker: FaceMaker, people: Sequence[Someone]) -> str:
    organisations, names = (maker.listed(people, field) for field in ("organisation", "name"))
    return ", ".join(filter(None, (organisations, names))) or "–"
