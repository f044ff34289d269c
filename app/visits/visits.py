"""Offers visits, and changes what is offered. Whoever has a place on one is elsewhere then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC
from typing import Any
from uuid import UUID, uuid4, uuid5

from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from app.journal.writes import without_instants
from app.meetings.deeds import UnavailableAdded, UnavailableTakenOut
from app.visits.deeds import VisitAdded, VisitChanged, VisitTakenOut
from app.visits.reading import VisitBook, visit_book
from app.visits.visit import BusList, VisitFacts, VisitNotPossible, VisitOrder
from db.ids import new_id

_AWAY = UUID("7be4b0cf-0c7e-4c2f-9d0a-4f5e2ab76b10")


@dataclass(frozen=True, slots=True)
class Visits:
    """Offers and changes visits, which are named by their titles."""

    journal: Journal

    def all(self) -> tuple[VisitFacts, ...]:
        """Give the visits in the order of time.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self.journal.reading() as session:
            return tuple(visit_book(session).visits.values())

    def bus_list(self, visit: str) -> BusList:
        """Give who is to come along, and who waits for a place.

        Raises:
            UnknownVisit: There is no such visit.
        """
        with self.journal.reading() as session:
            book = visit_book(session)
            return book.bus_list(book.named(visit))

    def add(self, order: VisitOrder) -> VisitFacts:
        """Offer a visit.

        Raises:
            VisitNotPossible: It makes no sense. Nothing was written.
        """
        order = tidy(order)
        with self.journal.writing(Unit(uuid4())) as pen:
            check_order(order, visit_book(pen.session), None)
            visit = new_id()
            pen.write(VisitAdded(visit, **asdict(order)))
            return visit_book(pen.session).visits[visit]

    def change(self, visit: str, values: Mapping[str, Any]) -> VisitFacts:
        """Change what is known of a visit: some fields of ``VisitOrder``, by name.

        Raises:
            UnknownVisit: There is no such visit.
            VisitNotPossible: It would make no sense. Nothing was written.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            book = visit_book(pen.session)
            known = book.named(visit)
            order = as_changed(book, known, values)
            pen.write_all(change_deeds(book, known, order))
            pen.session.expire_all()
            return visit_book(pen.session).visits[known.id]

    def cancel(self, visit: str) -> VisitFacts:
        """Let a visit not take place. Whoever had a place has that time free again.

        Raises:
            UnknownVisit: There is no such visit.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            book = visit_book(pen.session)
            known = book.named(visit)
            pen.write_all(cancel_deeds(book, known))
            return known


_FIELDS = tuple(VisitOrder.__dataclass_fields__)


def as_changed(book: VisitBook, visit: VisitFacts, values: Mapping[str, Any]) -> VisitOrder:
    """Give a visit as it would be with other values.

    Raises:
        VisitNotPossible: It would make no sense.
    """
    order = tidy(replace(_order_of(visit), **values))
    check_order(order, book, visit)
    return order


def change_deeds(book: VisitBook, visit: VisitFacts, order: VisitOrder) -> list[Deed]:
    """Give what makes a visit say something else; whoever has a place is elsewhere then."""
    old, new = asdict(_order_of(visit)), asdict(order)
    new = {name: value for name, value in new.items() if value != old[name]}
    if not new:
        return []
    old = {name: old[name] for name in new}
    changed = VisitChanged(visit.id, without_instants(new), without_instants(old))
    if {"starts_at", "ends_at", "title"} & new.keys():
        return [changed, *_away_anew(book, visit, order)]
    return [changed]


def cancel_deeds(book: VisitBook, visit: VisitFacts) -> list[Deed]:
    """Give what lets a visit not take place; whoever had a place is not elsewhere then."""
    places = (place for _who, place in _of(book, visit))
    return [VisitTakenOut(visit.id), *(UnavailableTakenOut(away_of(place)) for place in places)]


def _order_of(visit: VisitFacts) -> VisitOrder:
    return VisitOrder(**{name: getattr(visit, name) for name in _FIELDS})


def away_of(place: UUID) -> UUID:
    """Give the id of the row that says that whoever has a place is elsewhere."""
    return uuid5(_AWAY, str(place))


def is_away(place: UUID, delegate: UUID, visit: VisitOrder | VisitFacts) -> Deed:
    """Give the deed that says so: no meeting is planned for them then."""
    return UnavailableAdded(away_of(place), delegate, visit.starts_at, visit.ends_at, visit.title)


def _away_anew(book: VisitBook, visit: VisitFacts, order: VisitOrder) -> Iterator[Deed]:
    for delegate, place in _of(book, visit):
        yield is_away(place, delegate, order)


def _of(book: VisitBook, visit: VisitFacts) -> Iterator[tuple[UUID, UUID]]:
    """Give who has a place on a visit, and the id of its row."""
    for delegate in book.places:
        if (place := book.place(delegate, visit.id)) is not None:
            yield delegate, place.id


def tidy(order: VisitOrder) -> VisitOrder:
    """Give a visit with single blanks in its texts.

    Its times are told in UTC: those of one zone are compared by the clock, which goes back a night
    a year.
    """
    title, sector, point = (
        " ".join(text.split()) for text in (order.title, order.sector, order.meeting_point)
    )
    starts, ends = (each.astimezone(UTC) for each in (order.starts_at, order.ends_at))
    return VisitOrder(title, starts, ends, order.places, sector, point)


def check_order(order: VisitOrder, book: VisitBook, known: VisitFacts | None) -> None:
    """Refuse a visit that makes no sense; ``known`` is the one that it changes.

    Raises:
        VisitNotPossible: Naming why.
    """
    if not order.title:
        raise VisitNotPossible("title")
    others = (each for each in book.visits.values() if known is None or each.id != known.id)
    if order.title.casefold() in {each.title.casefold() for each in others}:
        raise VisitNotPossible("title_taken", order.title)
    if order.ends_at <= order.starts_at:
        raise VisitNotPossible("ends_first")
    if order.places < 1:
        raise VisitNotPossible("no_places", str(order.places))
    if known is not None and order.places < known.taken:
        raise VisitNotPossible("places_taken", str(known.taken))
