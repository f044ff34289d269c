"""Makes the lists of sessions: who speaks in each and who is booked, to tick at the door.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.delegates.person import Person, people
from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from app.printing.a4 import PAGE
from app.printing.document import Document, Part
from app.printing.fonts import as_printed
from app.printing.lists.drawing import ListDrawing
from app.printing.lists.faces import ColumnFace, ListFace, RowFace
from app.printing.programme_sheets import NobodyBooked
from app.printing.schedules.faces import FaceMaker, day_title
from app.printing.sheets import A4, SheetWish, known_paper, wished_days
from app.programme.session import Standing, session_named, standing_sessions
from app.programme.views import Listed, lists_in

_COLUMNS = (
    ColumnFace("Name", 0, strong=True),
    ColumnFace("Badge", 17),
    ColumnFace("Organisation", 0),
    ColumnFace("", 22),
)


def session_list_document(journal: Journal, wish: SheetWish) -> Document:
    """Lay out a list for each session that people book, or for the one that is wished.

    Raises:
        UnknownPaper, UnknownDay: There is no such paper or day.
        UnknownSession, SeveralSessions: No session is called so, or more than one.
        NobodyBooked: No session on these days takes bookings, and nobody is booked.
    """
    known_paper(wish, A4)
    with journal.reading() as session:
        facts = event_facts(session)
        held = tuple(_wanted(session, facts, wish))
        lists = zip(held, lists_in(session, held), strict=True)
        listed = [
            (each, coming)
            for each, everybody in lists
            if (coming := [one for one in everybody if not one.excused]) or each.booking
            if wish.session or each.booking or any(one.booked for one in coming)
        ]
        known = people(session, {one.who.id for _each, coming in listed for one in coming})
    if not listed:
        raise NobodyBooked
    event, maker = as_printed(facts.name), FaceMaker(facts.zone)
    drawing = ListDrawing(event)
    return Document(
        title=event,
        page=PAGE,
        items=len(listed),
        parts=[
            Part(drawing.pages(_Door(maker, facts, known).face(each, coming)))
            for each, coming in listed
        ],
        unprintable=maker.unprintable,
        drawn_at=journal.clock().astimezone(facts.zone),
    )


def _wanted(session: Session, facts: EventFacts, wish: SheetWish) -> Iterator[Standing]:
    if wish.session:
        yield session_named(session, wish.session)
        return
    days = wished_days(wish, facts.days)
    for each in standing_sessions(session):
        if not each.cancelled and facts.day_of(each.starts_at) in days:
            yield each


@dataclass(frozen=True, slots=True)
class _Door:
    """Makes the list that lies at the door of a session."""

    maker: FaceMaker
    facts: EventFacts
    known: Mapping[UUID, Person]

    def face(self, each: Standing, coming: Sequence[Listed]) -> ListFace:
        maker, number = self.maker, each.number
        when = f"{maker.clock(each.starts_at)}–{maker.clock(each.ends_at)}"
        where = maker.shown(each.room, number, each.title, "room", "")
        track = maker.shown(each.track, number, each.title, "track", "")
        booked = sum(one.booked for one in coming)
        places = f"{booked} of {each.places} places booked" if each.places else f"{booked} booked"
        day = day_title(self.facts.day_of(each.starts_at))
        return ListFace(
            maker.shown(each.title, number, each.title, "title", number),
            (
                ", ".join(filter(None, (day, when, where))),
                " · ".join(filter(None, (number, track, places))),
            ),
            _COLUMNS,
            tuple(map(self._row, sorted(coming, key=self._order))),
            empty="Nobody is booked yet.",
        )

    def _order(self, one: Listed) -> tuple[int, bool, str, str]:
        """Put whoever speaks first, then the others by family name, then who waits, in line."""
        return one.in_line, not one.speaks, fold(self._called(one)), one.who.badge_number

    def _called(self, one: Listed) -> str:
        person = self.known.get(one.who.id)
        if person is None:
            return one.who.name
        return ", ".join(filter(None, (person.family_name, person.given_name)))

    def _row(self, one: Listed) -> RowFace:
        number, name = one.who.badge_number, one.who.name
        note = "Speaks" if one.speaks else "" if one.booked else "Walked in"
        note = f"Waits, {one.in_line}" if one.in_line else note
        cells = (
            self.maker.shown(self._called(one), number, name, "name", number),
            number,
            self.maker.shown(one.who.organisation, number, name, "organisation", ""),
            note,
        )
        return RowFace(cells, ticked=one.since is not None)
