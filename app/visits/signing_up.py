"""Takes down which visits people would like to join, and gives them places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from sqlalchemy.orm import Session

from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from app.meetings.deeds import UnavailableTakenOut
from app.visits.deeds import VisitBoarded, VisitPlaceGiven, VisitPlaceTakenBack, VisitsChosen
from app.visits.reading import VisitBook, book_at_bus, visit_book
from app.visits.visit import ChoiceNotPossible, PlaceNotPossible, VisitFacts
from app.visits.visits import away_of, is_away
from db.models import VisitChoice

_CHOICES = UUID("5d2c9a3e-7f0b-4c61-8a52-1c9e0b6f4d77")


@dataclass(frozen=True, slots=True)
class SigningUp:
    """Notes choices, gives places and lets people come along. Visits are named by their titles."""

    journal: Journal

    def choose(
        self, delegate: UUID, visits: Sequence[str], at: datetime | None = None
    ) -> tuple[VisitFacts, ...]:
        """Note which visits somebody would like to join, the best first; none: none any more.

        Who signed up earlier comes first among equals: ``at``, or else now; who chooses anew keeps
        their time unless it is said.

        Raises:
            UnknownVisit: There is no such visit.
            ChoiceNotPossible: One is named twice.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            book = visit_book(pen.session)
            chosen = tuple(book.named(each) for each in visits)
            for number, each in enumerate(chosen):
                if each in chosen[:number]:
                    raise ChoiceNotPossible(each.title)
            deed = choice_deed(pen.session, delegate, chosen, at, self.journal.now)
            if deed is not None:
                pen.write(deed)
            return chosen

    def give(self, delegate: UUID, visit: str) -> VisitFacts:
        """Give somebody a place on a visit.

        Raises:
            UnknownVisit: There is no such visit.
            PlaceNotPossible: It is full, or they can't join it.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            book = book_at_bus(pen.session, visit, delegate)
            known = book.named(visit)
            delegate = book.attendees.standing(delegate)
            check_place(book, delegate, known)
            pen.write_all(place_deeds(delegate, known))
            return book_at_bus(pen.session, str(known.id), delegate).visits[known.id]

    def take_back(self, delegate: UUID, visit: str) -> VisitFacts:
        """Take a place back; somebody else may have it.

        Raises:
            UnknownVisit: There is no such visit.
            PlaceNotPossible: They have none on it.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            book = book_at_bus(pen.session, visit, delegate)
            known = book.named(visit)
            delegate = book.attendees.standing(delegate)
            place = book.place(delegate, known.id)
            if place is None:
                raise _no_place(book, delegate, known)
            taken_back = VisitPlaceTakenBack(place.id, delegate, known.id)
            pen.write_all([taken_back, UnavailableTakenOut(away_of(place.id))])
            pen.session.expire_all()
            return book_at_bus(pen.session, str(known.id), delegate).visits[known.id]

    def board(self, delegate: UUID, visit: str, *, on_free_seat: bool = False) -> bool:
        """Note that somebody is there as a visit sets out; tell whether it was not noted before.

        ``on_free_seat``: whoever has no place gets a seat that others left empty, as long as no
        more set out than there are places.

        Raises:
            UnknownVisit: There is no such visit.
            PlaceNotPossible: They have no place on it, or no seat is free.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            book = book_at_bus(pen.session, visit, delegate)
            known = book.named(visit)
            delegate = book.attendees.standing(delegate)
            place = book.place(delegate, known.id)
            now = self.journal.now
            if place is not None:
                if place.boarded_at is None:
                    pen.write(VisitBoarded(place.id, delegate, now))
                return place.boarded_at is None
            if not on_free_seat:
                raise _no_place(book, delegate, known)
            if known.boarded >= known.places:
                raise PlaceNotPossible("full", book.someone(delegate), known.title)
            given = place_deeds(delegate, known)
            pen.write_all([*given, VisitBoarded(given[0].id, delegate, now)])
            return True


def choice_deed(
    session: Session,
    delegate: UUID,
    chosen: Sequence[VisitFacts],
    at: datetime | None,
    now: datetime,
) -> VisitsChosen | None:
    """Give the deed that notes a choice, unless it stands; ``at`` as ``SigningUp.choose`` says."""
    row = uuid5(_CHOICES, str(delegate))
    known = session.get(VisitChoice, row)
    before = (tuple(known.visits), known.signed_up_at) if known is not None else ((), None)
    ids = tuple(str(each.id) for each in chosen)
    signed_up = at or before[1] or now
    if (ids, signed_up) == before:
        return None
    return VisitsChosen(row, delegate, ids, signed_up, *before)


def check_place(book: VisitBook, delegate: UUID, visit: VisitFacts) -> None:
    """Refuse a place that somebody can't have.

    Raises:
        PlaceNotPossible: Naming why.
    """
    who = book.someone(delegate)
    attendee = book.attendees.get(delegate)
    if attendee is None or not attendee.is_coming:
        raise PlaceNotPossible("not_coming", who, visit.title)
    if book.place(delegate, visit.id) is not None:
        raise PlaceNotPossible("has_place", who, visit.title)
    if (other := book.beside(delegate, visit)) is not None:
        raise PlaceNotPossible("elsewhere", who, visit.title, other.title)
    if not visit.free:
        raise PlaceNotPossible("full", who, visit.title)


def place_deeds(delegate: UUID, visit: VisitFacts) -> tuple[VisitPlaceGiven, Deed]:
    """Give the deeds that let somebody have a place, and be elsewhere for meetings."""
    place = uuid5(visit.id, str(delegate))
    return VisitPlaceGiven(place, delegate, visit.id), is_away(place, delegate, visit)


def _no_place(book: VisitBook, delegate: UUID, visit: VisitFacts) -> PlaceNotPossible:
    other = book.beside(delegate, visit)
    title = other.title if other is not None else ""
    return PlaceNotPossible("no_place", book.someone(delegate), visit.title, title)
