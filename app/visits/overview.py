"""Visits as a desk sees them: how many would like to join, what clashes, whom a change concerns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.journal.journal import Journal
from app.meetings.attendees import Someone
from app.visits.clashing import Clash, clashes, clashes_at
from app.visits.reading import VisitBook, visit_book
from app.visits.visit import BusList, VisitFacts
from app.visits.visits import as_changed


@dataclass(frozen=True, slots=True)
class VisitSeen:
    """A visit, how many named it among their choices, and how many named it first of all."""

    visit: VisitFacts
    wishes: int
    firsts: int
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a change of a visit comes to: who must be told, and what they then have twice.

    ``waiting`` are those who would like to join, and have no place anywhere then.
    """

    visit: VisitFacts
    told: tuple[Someone, ...]
    waiting: tuple[Someone, ...]
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Reads visits; writes nothing."""

    journal: Journal

    def seen(self, *, with_clashes: bool = True) -> tuple[VisitSeen, ...]:
        """Give every visit in the order of time; finding what clashes takes much longer.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self.journal.reading() as session:
            book = visit_book(session)
            found = clashes(session, book) if with_clashes else ()
        wishes, firsts = _wished(book)
        return tuple(
            VisitSeen(
                visit,
                wishes[visit.id],
                firsts[visit.id],
                tuple(each for each in found if each.visit == visit.id),
            )
            for visit in book.visits.values()
        )

    def bus_list(self, visit: str) -> BusList:
        """Give who is to come along, and who waits for a place.

        Raises:
            UnknownVisit: There is no such visit.
        """
        with self.journal.reading() as session:
            book = visit_book(session)
            return book.bus_list(book.named(visit))

    def chosen(self, delegate: UUID) -> tuple[VisitFacts, ...]:
        """Give which visits somebody would like to join, the best first.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self.journal.reading() as session:
            book = visit_book(session, also=(delegate,))
            choice = book.choices.get(book.attendees.standing(delegate))
            return () if choice is None else tuple(book.visits[each] for each in choice.visits)

    def if_changed(self, visit: str, values: Mapping[str, Any]) -> Consequences:
        """Say what changing a visit comes to. Nothing is written.

        Raises:
            UnknownVisit: There is no such visit.
            VisitNotPossible: It would make no sense.
        """
        with self.journal.reading() as session:
            book = visit_book(session)
            known = book.named(visit)
            order = as_changed(book, known, values)
            times = (order.starts_at, order.ends_at)
            found = clashes_at(session, book, known, *times)
            before = (known.starts_at, known.ends_at, known.meeting_point, known.title)
            is_told = (*times, order.meeting_point, order.title) != before
            return _consequences(book, known, found) if is_told else Consequences(known, (), (), ())

    def if_cancelled(self, visit: str) -> Consequences:
        """Say what cancelling a visit comes to. Nothing is written.

        Raises:
            UnknownVisit: There is no such visit.
        """
        with self.journal.reading() as session:
            book = visit_book(session)
            return _consequences(book, book.named(visit), ())


def _consequences(book: VisitBook, visit: VisitFacts, found: tuple[Clash, ...]) -> Consequences:
    bus = book.bus_list(visit)
    people, waiting = (tuple(each.who for each in part) for part in (bus.people, bus.waiting))
    return Consequences(visit, people, waiting, found)


def _wished(book: VisitBook) -> tuple[Counter[Any], Counter[Any]]:
    """Count who chose what, and who chose it first; whoever does not come counts for nothing."""
    chosen = [book.choices[delegate].visits for delegate in book.by_sign_up()]
    return Counter(each for of in chosen for each in of), Counter(of[0] for of in chosen if of)
