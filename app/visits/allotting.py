"""Allots the places of visits to those who signed up, as many first choices as can be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.batches import batch
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.meetings.attendees import Someone
from app.planning.allotment import Wish, allotted
from app.visits.reading import VisitBook, visit_book
from app.visits.signing_up import check_place, place_deeds
from app.visits.visit import PlaceNotPossible, VisitFacts, bands


@dataclass(frozen=True, slots=True)
class Given:
    """Somebody gets a place; ``rank`` counts from 1 which of their choices at that time it is."""

    who: Someone
    visit: VisitFacts
    rank: int


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody gets none of what they chose at one time: all of it is full."""

    who: Someone
    visits: tuple[VisitFacts, ...]


@dataclass(frozen=True, slots=True)
class Allotment:
    """Who gets what. ``by_rank`` counts first choices, second ones, …: no allotment has more.

    Whoever has a place already keeps it, and is not in here.
    """

    given: tuple[Given, ...]
    left: tuple[Left, ...]
    by_rank: tuple[int, ...]
    is_written: bool = False


@dataclass(frozen=True, slots=True)
class Allotting:
    """Allots what is free to whoever has no place at that time."""

    journal: Journal

    def propose(self) -> Allotment:
        """Say who would get what. Nothing is written.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self.journal.reading() as session:
            return _allotted(visit_book(session))

    def accept(self) -> Allotment:
        """Give the places, as one work that undo takes back whole.

        Raises:
            WorkUnderWay: An import or the like is being written.
            StorageRefused: The file can't be written.
        """
        with batch(self.journal) as work:
            with self.journal.reading() as session:
                found = _allotted(visit_book(session))
            for _done in work.write_in_parts(found.given, _deeds_of):
                pass
        with self.journal.reading() as session:
            book = visit_book(session)
        given = tuple(each for each in found.given if book.place(each.who.id, each.visit.id))
        return replace(found, given=given, is_written=True)


def _deeds_of(session: Session, part: Sequence[Given], others_wrote: bool) -> Sequence[Deed]:
    """Give places; not those that somebody else gave away in the meantime, at another desk."""
    if not others_wrote:
        return [deed for each in part for deed in place_deeds(each.who.id, each.visit)]
    book = visit_book(session)
    free = {visit.id: visit.free for visit in book.visits.values()}
    deeds: list[Deed] = []
    for each in part:
        with suppress(PlaceNotPossible):
            visit = book.visits.get(each.visit.id)
            if visit is None or not free[visit.id]:
                continue
            check_place(book, each.who.id, visit)
            deeds += place_deeds(each.who.id, visit)
            free[visit.id] -= 1
    return deeds


def _allotted(book: VisitBook) -> Allotment:
    given: list[Given] = []
    left: list[Left] = []
    ranks = [0] * max((len(each.visits) for each in book.choices.values()), default=0)
    for band in bands(book.visits.values()):
        wishes = list(_wishes(book, {visit.id for visit in band}))
        found = allotted(wishes, {str(visit.id): visit.free for visit in band})
        for rank, people in enumerate(found.by_rank):
            ranks[rank] += people
        for wish in wishes:
            who = book.someone(UUID(wish.person))
            visits = tuple(book.visits[UUID(each)] for each in wish.choices)
            if (got := found.places.get(wish.person)) is not None:
                rank = wish.choices.index(got)
                given.append(Given(who, visits[rank], rank + 1))
            elif visits:
                left.append(Left(who, visits))
    while ranks and not ranks[-1]:
        ranks.pop()
    return Allotment(tuple(given), tuple(left), tuple(ranks))


def _wishes(book: VisitBook, band: Collection[UUID]) -> Iterator[Wish]:
    """Give what people chose of visits at one time, who signed up first comes first."""
    for delegate in book.by_sign_up():
        if not any(place.visit in band for place in book.places.get(delegate, ())):
            chosen = (str(visit) for visit in book.choices[delegate].visits if visit in band)
            yield Wish(str(delegate), tuple(chosen))
