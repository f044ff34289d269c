"""Makes the papers of rounds out of those that are kept.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.delegates.person import Person, people
from app.event.facts import EventFacts, event_facts
from app.icebreaking.rounds import KeptRound, KeptRounds, NoRounds, kept_rounds
from app.journal.journal import Journal
from app.printing.a4 import PAGE
from app.printing.alphabet import collated, under_letters
from app.printing.cards.drawing import CardDrawing
from app.printing.cards.faces import CardFace, CardLine
from app.printing.document import Document, Part, edition_words
from app.printing.fonts import as_printed
from app.printing.pages import ACROSS, UPRIGHT
from app.printing.rounds.drawing import ListDrawing
from app.printing.rounds.faces import ColumnFace, SeatsFace
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.sheets import A4, A5, SheetWish, known_paper, wished_days

_LINES = 3
"""So many the names of a table may fill."""


def round_card_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out a card for each table of the rounds: its number, and who sits there when.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NoRounds: None are kept for these days.
    """
    folded = known_paper(wish, A4, A5) == A4
    page = UPRIGHT[A4] if folded else ACROSS[A5]
    with journal.reading() as session:
        facts = event_facts(session)
        every = _kept(session, facts, wish)
    maker, event = FaceMaker(facts.zone), as_printed(facts.name)
    edition = edition_words(0, journal.clock().astimezone(facts.zone))
    drawing = CardDrawing(page, event, folded=folded)
    faces = [face for kept in every for face in _cards(maker, kept, edition)]
    return Document(
        title=event,
        page=page,
        items=len(faces),
        parts=[Part(drawing.pages(face)) for face in faces],
        unprintable=maker.unprintable,
    )


def round_list_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out by name at which tables everybody sits, on a list for each day.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NoRounds: None are kept for these days.
    """
    known_paper(wish, A4)
    now = journal.clock()
    with journal.reading() as session:
        facts = event_facts(session)
        every = _kept(session, facts, wish)
        sit = {each for kept in every for each in kept.seated_from(0)}
        who = people(session, sit)
    maker, event = FaceMaker(facts.zone), as_printed(facts.name)
    parts = [_list(maker, event, kept, who) for kept in every]
    return Document(
        title=event,
        page=PAGE,
        items=sum(part.items for part in parts),
        parts=parts,
        unprintable=maker.unprintable,
        drawn_at=now.astimezone(facts.zone),
    )


def _kept(session: Session, facts: EventFacts, wish: SheetWish) -> list[KeptRounds]:
    days = wished_days(wish, facts.days)
    found = list(_those(session, days))
    if not found:
        raise NoRounds(days[0])
    return found


def _those(session: Session, days: Sequence[date]) -> Iterator[KeptRounds]:
    for day in days:
        try:
            yield kept_rounds(session, day)
        except NoRounds:
            continue


def _cards(maker: FaceMaker, kept: KeptRounds, edition: str) -> Iterator[CardFace]:
    for table in range(1, max(len(each.tables) for each in kept.rounds) + 1):
        yield CardFace(
            str(table),
            "Ice-breaking rounds",
            day_title(kept.day),
            tuple(_line(maker, each, table) for each in kept.rounds),
            edition,
            _LINES,
        )


def _line(maker: FaceMaker, each: KeptRound, table: int) -> CardLine:
    people = each.tables[table - 1] if table <= len(each.tables) else ()
    names = maker.listed(people, "name") or "Nobody sits here."
    return CardLine(maker.clock(each.starts_at), f"Round {each.number}", names)


def _list(maker: FaceMaker, event: str, kept: KeptRounds, who: Mapping[UUID, Person]) -> Part:
    every = [each.places() for each in kept.rounds]
    listed = sorted((who[each] for each in kept.seated_from(0) if each in who), key=collated)

    def face(one: Person) -> SeatsFace:
        number = one.badge_number
        name = ", ".join(filter(None, (one.family_name, one.given_name)))
        tables = (places.get(one.id, 0) for places in every)
        return SeatsFace(
            maker.shown(name, number, one.name, "name", number),
            maker.shown(one.organisation, number, one.name, "organisation", ""),
            tuple(str(table or "–") for table in tables),
        )

    columns = [ColumnFace(f"R{each.number}", maker.clock(each.starts_at)) for each in kept.rounds]
    drawing = ListDrawing(event, f"Find your tables, {day_title(kept.day)}", columns)
    rows = tuple(under_letters(listed, face))
    return Part(drawing.pages(rows), items=len(listed))
