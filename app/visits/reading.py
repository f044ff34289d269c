"""Reads visits, choices and places. Whoever was merged is seen as who stands there now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.meetings.attendees import Attendees, Someone, entries_of
from app.visits.visit import BusList, Sitting, UnknownVisit, VisitFacts, bands
from db.models import Delegate, Visit, VisitChoice, VisitPlace

_LAST: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Place:
    """A row that gives somebody a place."""

    id: UUID
    visit: UUID
    boarded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose, the best first, and when."""

    visits: tuple[UUID, ...]
    signed_up_at: datetime | None


@dataclass(frozen=True, slots=True)
class VisitBook:
    """All that is known of visits. ``choices`` and ``places`` are by who stands there now."""

    visits: Mapping[UUID, VisitFacts]
    choices: Mapping[UUID, Choice]
    places: Mapping[UUID, tuple[Place, ...]]
    attendees: Attendees
    phones: Mapping[UUID, str]

    def named(self, said: str) -> VisitFacts:
        """Find a visit by its title or id.

        Raises:
            UnknownVisit: There is none.
        """
        wanted = " ".join(said.split()).casefold()
        for visit in self.visits.values():
            if wanted in {visit.title.casefold(), str(visit.id)}:
                return visit
        raise UnknownVisit(said, tuple(each.title for each in self.visits.values()))

    def someone(self, delegate: UUID) -> Someone:
        """Give the name of somebody."""
        return self.attendees.named((delegate,))[0]

    def place(self, delegate: UUID, visit: UUID) -> Place | None:
        """Give somebody's place on a visit, if they have one."""
        return next((each for each in self.places.get(delegate, ()) if each.visit == visit), None)

    def beside(self, delegate: UUID, visit: VisitFacts) -> VisitFacts | None:
        """Give the other visit on which somebody has a place at that time, if they have one."""
        own = (self.visits[each.visit] for each in self.places.get(delegate, ()))
        return next((each for each in own if each.id != visit.id and each.is_beside(visit)), None)

    def by_sign_up(self) -> list[UUID]:
        """Give who chose something and may come, in the order in which they signed up."""
        coming = [
            delegate
            for delegate in self.choices
            if (found := self.attendees.get(delegate)) is not None and found.is_coming
        ]
        return sorted(
            coming,
            key=lambda each: (
                self.choices[each].signed_up_at or _LAST,
                self.someone(each).badge_number,
            ),
        )

    def bus_list(self, visit: VisitFacts) -> BusList:
        """Give who is to come along on a visit, and who waits."""
        band = self._band(visit)
        people = [
            self._sitting(delegate, self._rank(delegate, visit, band), place.boarded_at)
            for delegate in self.places
            if (place := self.place(delegate, visit.id)) is not None
        ]
        waiting = [
            self._sitting(delegate, rank)
            for delegate in self.by_sign_up()
            if (rank := self._rank(delegate, visit, band))
            and self.place(delegate, visit.id) is None
            and self.beside(delegate, visit) is None
        ]
        people.sort(key=lambda each: (each.who.name.casefold(), each.who.badge_number))
        waiting.sort(key=lambda each: each.rank)
        return BusList(visit, tuple(people), tuple(waiting))

    def _sitting(self, delegate: UUID, rank: int, boarded_at: datetime | None = None) -> Sitting:
        who, phone = self.someone(delegate), self.phones.get(delegate, "")
        return Sitting(who, rank, boarded_at, phone, self.attendees.are_coming([delegate]))

    def _band(self, visit: VisitFacts) -> frozenset[UUID]:
        """Give the visits of which somebody can join one at most, this one among them."""
        all_bands = (frozenset(each.id for each in band) for band in bands(self.visits.values()))
        return next(band for band in all_bands if visit.id in band)

    def _rank(self, delegate: UUID, visit: VisitFacts, band: Collection[UUID]) -> int:
        """Count from 1 which of their choices at that time it is; 0 if they did not choose it."""
        chosen = self.choices.get(delegate)
        if chosen is None or visit.id not in chosen.visits:
            return 0
        return [each for each in chosen.visits if each in band].index(visit.id) + 1


def bus_lists(session: Session) -> tuple[BusList, ...]:
    """Give the bus lists of all visits, in the order of time."""
    book = visit_book(session)
    return tuple(map(book.bus_list, book.visits.values()))


def visit_book(
    session: Session, attendees: Attendees | None = None, also: Collection[UUID] = ()
) -> VisitBook:
    """Read all of it; ``attendees``, if they were read already.

    Otherwise, of people those are read who signed up or have a place, and these ``also``.
    """
    chosen = session.connection().execute(_CHOSEN).all()
    given = session.connection().execute(_GIVEN).all()
    return _book(session, chosen, given, attendees or _people(session, chosen, given, also))


def book_at_bus(session: Session, said: str, delegate: UUID) -> VisitBook:
    """Read what decides whether somebody comes along on a visit, and nobody else's choices.

    Who is at a bus waits for this: of a large event it takes a tenth of reading all. Only of this
    visit is counted how many places are taken.

    Raises:
        UnknownVisit: There is no such visit.
    """
    visit = VisitBook(_visits(session), {}, {}, Attendees(session, ()), {}).named(said)
    entries = entries_of(session, delegate)
    at = or_(VisitPlace.visit_id == visit.id, VisitPlace.delegate_id.in_(entries))
    chosen = session.connection().execute(_CHOSEN.where(VisitChoice.delegate_id.in_(entries)))
    given = session.connection().execute(_GIVEN.where(at))
    rows = (chosen.all(), given.all())
    return _book(session, *rows, _people(session, *rows, entries))


def _people(
    session: Session, chosen: Sequence[Any], given: Sequence[Any], also: Collection[UUID]
) -> Attendees:
    named = {*also, *(row.delegate_id for row in chosen), *(row.delegate_id for row in given)}
    return Attendees(session, named if len(named) < _MANY else None)


def _book(
    session: Session, chosen: Sequence[Any], given: Sequence[Any], attendees: Attendees
) -> VisitBook:
    known = _visits(session)
    choices: dict[UUID, Choice] = {}
    for row in chosen:
        visits = tuple(each for each in map(UUID, row.visits) if each in known)
        choices[attendees.standing(row.delegate_id)] = Choice(visits, row.signed_up_at)
    places: dict[UUID, list[Place]] = defaultdict(list)
    for place in given:
        if place.visit_id in known:
            delegate = attendees.standing(place.delegate_id)
            places[delegate].append(Place(place.id, place.visit_id, place.boarded_at))
    kept = {delegate: _once_each(of) for delegate, of in places.items()}
    taken = Counter(each.visit for of in kept.values() for each in of)
    boarded = Counter(each.visit for of in kept.values() for each in of if each.boarded_at)
    counted = {
        each: replace(of, taken=taken[each], boarded=boarded[each]) for each, of in known.items()
    }
    reached = session.connection().execute(_REACHED).all()
    phones = {delegate: phone for delegate, phone in reached if delegate in attendees.entries}
    return VisitBook(counted, choices, kept, attendees, phones)


_MANY: Final = 8_000
"""So many people are read all at once with everybody else: a question may name only so many."""
_CHOSEN = select(VisitChoice.delegate_id, VisitChoice.visits, VisitChoice.signed_up_at).where(
    VisitChoice.alive, VisitChoice.delegate_id.is_not(None)
)
_GIVEN = select(
    VisitPlace.id, VisitPlace.delegate_id, VisitPlace.visit_id, VisitPlace.boarded_at
).where(VisitPlace.alive, VisitPlace.delegate_id.is_not(None))
_REACHED = select(Delegate.id, Delegate.phone).where(Delegate.alive, Delegate.phone != "")


def _once_each(places: Iterable[Place]) -> tuple[Place, ...]:
    """Leave one place on each visit to whoever brought two along when they were merged."""
    ordered = sorted(places, key=lambda each: each.boarded_at is not None)
    return tuple({each.visit: each for each in ordered}.values())


def _visits(session: Session) -> Mapping[UUID, VisitFacts]:
    rows = session.scalars(select(Visit).where(Visit.alive).order_by(Visit.starts_at, Visit.title))
    return {
        row.id: VisitFacts(
            row.id,
            row.title,
            row.starts_at,
            row.ends_at,
            row.places,
            row.sector,
            row.meeting_point,
        )
        for row in rows
        if row.starts_at is not None and row.ends_at is not None
    }
