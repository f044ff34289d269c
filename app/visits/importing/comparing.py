"""What a list of visits that comes anew says otherwise, and which visits it does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.journal.deeds import Deed
from app.meetings.attendees import Someone
from app.meetings.importing.compared import Changed, Compared, FieldChange, Missing, by_name
from app.meetings.reading.entries import Entry
from app.visits.clashing import clashes_at
from app.visits.importing.visit_rows import Look, Row
from app.visits.reading import VisitBook, visit_book
from app.visits.visit import VisitFacts
from app.visits.visits import cancel_deeds


def compare(session: Session, entries: Sequence[Entry], look: Look) -> Compared:
    """Compare what was looked at in the same state of the event."""
    changed = (_changed(session, look.book, each) for each in look.rows if each.changes)
    kept = (_told(look.book, each, each.kept) for each in look.rows if each.kept)
    return Compared(tuple(changed), tuple(_missing(entries, look)), tuple(kept))


def cancelled_of(session: Session, visits: Sequence[UUID], _others_wrote: bool) -> Sequence[Deed]:
    """Give the deeds that cancel those of some visits that still take place."""
    book = visit_book(session)
    still = (book.visits[each] for each in visits if each in book.visits)
    return [deed for each in still for deed in cancel_deeds(book, each)]


def _changed(session: Session, book: VisitBook, row: Row) -> Changed:
    times = {"starts_at": row.visit.starts_at, "ends_at": row.visit.ends_at}
    new = times | {each.name: each.now for each in row.changes if each.name in times}
    found = clashes_at(session, book, row.visit, **new) if new != times else ()
    meet = {each.who.id: each.who for each in found if each.is_meeting}
    return _told(book, row, row.changes, by_name(tuple(meet.values())))


def _told(
    book: VisitBook, row: Row, fields: tuple[FieldChange, ...], meet: tuple[Someone, ...] = ()
) -> Changed:
    visit = row.visit
    people = _concerned(book, visit)
    return Changed(row.line, visit.id, "", visit.title, fields, people, meet_then=meet)


def _missing(entries: Sequence[Entry], look: Look) -> Iterator[Missing]:
    """Yield what came from a file and is in this one no more; a row that can't be read is there."""
    titles = {fold(entry.cells.get("title", "")) for entry in entries}
    for visit in look.book.visits.values():
        said = look.known.said[visit.id]
        if said and not titles & {fold(visit.title), fold(said.get("title", ""))}:
            place = (visit.starts_at, visit.meeting_point)
            yield Missing(visit.id, "", visit.title, *place, _concerned(look.book, visit))


def _concerned(book: VisitBook, visit: VisitFacts) -> tuple[Someone, ...]:
    having = (who for who in book.places if book.place(who, visit.id) is not None)
    return by_name([book.someone(who) for who in having])
