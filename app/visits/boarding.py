"""At the bus: who is there, by badge, and whose seats go to those who wait."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from app.checkin.identify import Unidentified, identify
from app.checkin.scanning import NotAdmitted
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from app.meetings.attendees import Someone
from app.meetings.deeds import UnavailableTakenOut
from app.programme.waiting import NothingToFill, handed_on
from app.visits.deeds import VisitPlaceTakenBack
from app.visits.reading import VisitBook, book_at_bus, visit_book
from app.visits.signing_up import SigningUp, place_deeds
from app.visits.visit import Sitting, VisitFacts
from app.visits.visits import away_of


@dataclass(frozen=True, slots=True)
class Boarded:
    """Somebody is there; ``is_new``: it was not noted before. ``visit`` counts them."""

    who: Someone
    visit: VisitFacts
    is_new: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """Whose place went to whom as nobody waited for them any more; ``visit`` is as it is now."""

    visit: VisitFacts
    lost: tuple[Someone, ...]
    got: tuple[Someone, ...]


@dataclass(frozen=True, slots=True)
class Boarding:
    """Checks people in at the bus. Visits are named by their titles, or ids."""

    journal: Journal

    def scan(self, visit: str, code: str, *, on_free_seat: bool = False) -> Boarded:
        """Note that whose code it is comes along, as ``SigningUp.board`` does.

        Raises:
            NotAdmitted: The code is nobody's, or no longer; nothing was noted.
            UnknownVisit, PlaceNotPossible: As there.
        """
        with self.journal.reading() as session:
            found = identify(session, code)
        if isinstance(found, Unidentified):
            raise NotAdmitted(found.reason)
        return self.board(found.delegate, visit, on_free_seat=on_free_seat)

    def board(self, delegate: UUID, visit: str, *, on_free_seat: bool = False) -> Boarded:
        """Note that somebody comes along.

        Raises:
            UnknownVisit, PlaceNotPossible: As ``SigningUp.board`` refuses.
        """
        signing_up = SigningUp(self.journal)
        is_new = signing_up.board(delegate, visit, on_free_seat=on_free_seat)
        with self.journal.reading() as session:
            book = book_at_bus(session, visit, delegate)
            who = book.someone(book.attendees.standing(delegate))
            return Boarded(who, book.named(visit), is_new)

    def fill(self, visit: str) -> Filled:
        """Give what is free, and the places of who is not there, to those who wait, in their order.

        Only as many lose theirs as somebody waits for, who signed up last before the others; who
        is not coming to the event at all, before them. One undo takes all of it back.

        Raises:
            UnknownVisit: There is no such visit.
            NothingToFill: Nobody waits, or everybody is there.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            book = visit_book(pen.session)
            known = book.named(visit)
            bus = book.bus_list(known)
            missing = _by_claim(book, [each for each in bus.people if each.boarded_at is None])
            if not bus.waiting:
                raise NothingToFill("nobody_waits", known.title, "visit")
            if not missing and not known.free:
                raise NothingToFill("all_there", known.title, "visit")
            lost, got = handed_on(known.free, missing, bus.waiting)
            pen.write_all([deed for each in lost for deed in _given_up(book, each, known)])
            pen.write_all([deed for each in got for deed in place_deeds(each.who.id, known)])
            pen.session.expire_all()
            after = visit_book(pen.session).visits[known.id]
            return Filled(after, tuple(e.who for e in lost), tuple(e.who for e in got))


def _by_claim(book: VisitBook, missing: list[Sitting]) -> list[Sitting]:
    """Put those first who have least claim on their place."""
    place = {delegate: at for at, delegate in enumerate(book.by_sign_up())}
    never = len(place)
    return sorted(
        missing, key=lambda each: (each.is_coming, -place.get(each.who.id, never), each.who.name)
    )


def _given_up(book: VisitBook, sitting: Sitting, visit: VisitFacts) -> tuple[Deed, ...]:
    place = book.place(sitting.who.id, visit.id)
    assert place is not None  # noqa: S101 - the list of the bus is made from places
    taken_back = VisitPlaceTakenBack(place.id, sitting.who.id, visit.id)
    return taken_back, UnavailableTakenOut(away_of(place.id))
