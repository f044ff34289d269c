"""Makes bus lists and signs out of the visits that are offered.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from app.printing.a4 import PAGE
from app.printing.document import Document, Part
from app.printing.fonts import as_printed
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.sheets import A4, NoVisits, SheetWish, known_paper, wished_days
from app.printing.visits.drawing import BusListDrawing, SignDrawing
from app.printing.visits.faces import RiderFace, Row, SectionFace, SignFace, VisitFace
from app.visits.reading import VisitBook, visit_book
from app.visits.visit import BusList, Sitting, VisitFacts


def bus_list_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out who is to come along on each visit of a day, or of all, and who waits.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NoVisits: None is offered then.
    """
    known_paper(wish, A4)
    facts, book, visits = _read(journal, wish)
    maker, event = FaceMaker(facts.zone), as_printed(facts.name)
    drawing = BusListDrawing(event)
    faces = [_visit_face(maker, facts, book.bus_list(visit)) for visit in visits]
    return Document(
        title=event,
        page=PAGE,
        items=len(faces),
        parts=[Part(drawing.pages(face), items=1) for face in faces],
        unprintable=maker.unprintable,
        drawn_at=journal.clock().astimezone(facts.zone),
    )


def sign_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out a sign for the meeting point of each visit of a day, or of all.

    Raises:
        UnknownPaper, UnknownDay, NoVisits: As for the lists.
    """
    known_paper(wish, A4)
    facts, _book, visits = _read(journal, wish)
    maker, event = FaceMaker(facts.zone), as_printed(facts.name)
    drawing = SignDrawing(event)
    faces = [
        SignFace(
            title=maker.shown(visit.title, "", visit.title, "title", ""),
            meeting_point=maker.shown(visit.meeting_point, "", visit.title, "meeting point", ""),
            leaves=f"Leaves {maker.clock(visit.starts_at)}",
            when=f"{day_title(facts.day_of(visit.starts_at))}, {_back(maker, facts, visit)}",
        )
        for visit in visits
    ]
    return Document(
        title=event,
        page=drawing.page,
        items=len(faces),
        parts=[Part(drawing.pages(face), items=1) for face in faces],
        unprintable=maker.unprintable,
    )


def _read(journal: Journal, wish: SheetWish) -> tuple[EventFacts, VisitBook, Sequence[VisitFacts]]:
    with journal.reading() as session:
        facts, book = event_facts(session), visit_book(session)
    days = wished_days(wish, facts.days)
    visits = [
        each
        for each in book.visits.values()
        if wish.day is None or facts.day_of(each.starts_at) in days
    ]
    if not visits:
        raise NoVisits(wish.day)
    return facts, book, visits


def _visit_face(maker: FaceMaker, facts: EventFacts, bus: BusList) -> VisitFace:
    visit = bus.visit
    leaves = f"leaves {maker.clock(visit.starts_at)}, {_back(maker, facts, visit)}"
    point = visit.meeting_point and maker.shown(
        visit.meeting_point, "", visit.title, "meeting point", ""
    )
    return VisitFace(
        title=maker.shown(visit.title, "", visit.title, "title", ""),
        when=f"{day_title(facts.day_of(visit.starts_at))}, {leaves}",
        meeting_point=f"Meeting point: {point or 'not said yet'}",
        counts=f"{visit.taken} of {visit.places} places given, {visit.free} free",
        rows=tuple(_rows(maker, bus)),
    )


def _rows(maker: FaceMaker, bus: BusList) -> Iterator[Row]:
    if not bus.people:
        yield SectionFace("Nobody has a place yet")
    for each in bus.people:
        yield _rider(maker, each, "")
    if bus.waiting:
        yield SectionFace("Waiting for a place, in this order")
    for at, each in enumerate(bus.waiting, 1):
        yield _rider(maker, each, f"{at}.")


def _rider(maker: FaceMaker, sitting: Sitting, place: str) -> RiderFace:
    who = sitting.who
    number = who.badge_number
    return RiderFace(
        name=maker.shown(who.name, number, who.name, "name", number),
        number=number,
        organisation=maker.shown(who.organisation, number, who.name, "organisation", ""),
        phone=as_printed(sitting.phone),
        place=place,
        is_there=sitting.boarded_at is not None,
    )


def _back(maker: FaceMaker, facts: EventFacts, visit: VisitFacts) -> str:
    day = facts.day_of(visit.ends_at)
    later = "" if day == facts.day_of(visit.starts_at) else f" on {day:%A}"
    return f"back {maker.clock(visit.ends_at)}{later}"
