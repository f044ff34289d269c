"""Makes the desk list: everybody who is accepted, as people look for them.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.checkin.badges import active_badges
from app.checkin.boxes import PRINTS, box_place
from app.checkin.presence import checked_in
from app.delegates.folding import fold
from app.delegates.person import Person
from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from app.printing.a4 import PAGE
from app.printing.alphabet import collated, under_letters
from app.printing.desk_list.drawing import DeskListDrawing
from app.printing.desk_list.faces import PersonFace, Row
from app.printing.document import Document, Part
from app.printing.fonts import as_printed
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.sheets import (
    A4,
    NobodyAccepted,
    NobodyToList,
    SheetWish,
    known_paper,
    wished_days,
)
from app.printing.wanted import people_for
from db.models import Print


def desk_list_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out the list of a day: that which is wished, or today, or the first of the event.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        NobodyAccepted: Nobody is.
        NotYetAccepted: A named delegate is not.
        NobodyToList: Nobody is of that delegation, or all of those wished are here.
    """
    known_paper(wish, A4)
    now = journal.clock()
    with journal.reading() as session:
        facts = event_facts(session)
        day = _day(facts, wish, facts.day_of(now))
        accepted = people_for(session, wish.delegates)
        came = checked_in(session, day)
        lying = _lying(session, [each.id for each in accepted])
    listed = _listed(accepted, wish, came)
    event, maker = as_printed(facts.name), FaceMaker(facts.zone)
    rows = tuple(_rows(maker, listed, came, lying))
    of = [as_printed(wish.delegation), "not yet here" if wish.not_here else ""]
    title = ", ".join(filter(None, ("Desk list", day_title(day), *of)))
    return Document(
        title=event,
        page=PAGE,
        items=len(listed),
        parts=[Part(DeskListDrawing(event, title).pages(rows), items=len(listed))],
        unprintable=maker.unprintable,
        drawn_at=now.astimezone(facts.zone),
    )


def _day(facts: EventFacts, wish: SheetWish, today: date) -> date:
    days = wished_days(wish, facts.days)
    return today if today in days else days[0]


def _listed(accepted: Sequence[Person], wish: SheetWish, came: Collection[UUID]) -> list[Person]:
    if not accepted:
        raise NobodyAccepted
    wanted = [
        each
        for each in accepted
        if fold(wish.delegation) in {"", fold(each.delegation)}
        if not (wish.not_here and each.id in came)
    ]
    if not wanted:
        known = {each.delegation for each in accepted if each.delegation}
        is_known = fold(wish.delegation) in map(fold, {"", *known})
        raise NobodyToList("" if is_known else wish.delegation, tuple(sorted(known)))
    return sorted(wanted, key=collated)


def _rows(
    maker: FaceMaker,
    listed: Sequence[Person],
    came: Collection[UUID],
    lying: Mapping[UUID, str],
) -> Iterator[Row]:
    def face(who: Person) -> PersonFace:
        return _face(maker, who, lying.get(who.id, ""), is_here=who.id in came)

    return under_letters(listed, face)


def _face(maker: FaceMaker, who: Person, badge_at: str, *, is_here: bool) -> PersonFace:
    number = who.badge_number
    name = ", ".join(filter(None, (who.family_name, who.given_name)))
    return PersonFace(
        name=maker.shown(name, number, who.name, "name", number),
        number=number,
        organisation=maker.shown(who.organisation, number, who.name, "organisation", ""),
        delegation=maker.shown(who.delegation, number, who.name, "delegation", ""),
        badge_at=badge_at,
        is_here=is_here,
    )


def _lying(session: Session, delegates: Collection[UUID]) -> Mapping[UUID, str]:
    """Say where the printed badges lie; one whose code was replaced since is no good any more."""
    active = active_badges(session, delegates)
    found: dict[UUID, str] = {}
    for row in session.execute(PRINTS.order_by(Print.stamp)):
        if row.delegate_id is None or row.delegate_id not in active:
            continue
        found.pop(row.delegate_id, None)
        lies = box_place(row.letters, row.place)
        if lies and row.badge_id == active[row.delegate_id].id:
            found[row.delegate_id] = f"Box {lies.box}, {lies.place}"
    return found
