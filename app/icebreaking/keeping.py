"""Keeps rounds at mixed tables, and fits in who comes late or does not come."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.delegates.person import person
from app.icebreaking.deeds import RoundsChanged, RoundsSet, RoundsTakenOut
from app.icebreaking.mixing import RoundsMade, RoundsNotPossible, RoundsOrder, guest, mix, wanted
from app.icebreaking.rounds import (
    KeptRounds,
    Seats,
    Timetable,
    as_json,
    kept_rounds,
    row_of_day,
)
from app.journal.journal import Journal, Unit
from app.journal.writes import without_instants
from app.outcomes.audience import audience
from app.progress import Report, unheard
from db.models import Icebreaker

if TYPE_CHECKING:
    from app.planning.rounds.problem import RoundsWanted

_LONGEST_MINUTES = 240


@dataclass(frozen=True, slots=True)
class Fitted:
    """How rounds stand after somebody came or stayed away; ``moved`` people sit elsewhere now.

    ``again`` times two meet again in the rounds to come, or in one that ran.
    """

    rounds: KeptRounds
    moved: int
    again: int


@dataclass(frozen=True, slots=True)
class Icebreaking:
    """Keeps the rounds of days. Rounds that have begun are never changed."""

    journal: Journal

    def of_day(self, day: date) -> KeptRounds:
        """Give the rounds of a day.

        Raises:
            NoRounds: None are kept.
        """
        with self.journal.reading() as session:
            return kept_rounds(session, day)

    def keep(
        self, day: date, order: RoundsOrder, timetable: Timetable, report: Report = unheard
    ) -> tuple[KeptRounds, RoundsMade]:
        """Seat everybody and keep it, in place of what was kept for this day.

        Raises:
            RoundsNotPossible: No rounds come of it, or those of this day have begun.
            Cancelled: ``report`` stopped it. Nothing was written.
        """
        if not 1 <= timetable.minutes <= _LONGEST_MINUTES:
            raise RoundsNotPossible("minutes", timetable.minutes)
        made = mix(self.journal, order, report)
        seats: Seats = tuple(
            tuple(tuple(each.id for each in table) for table in tables) for tables in made.rounds
        )
        values = {
            **asdict(timetable),
            "size": order.size,
            "seats": as_json(seats),
        }
        with self.journal.writing(Unit(uuid4())) as pen:
            row = pen.session.get(Icebreaker, row_of_day(day))
            if row is None or not row.alive:
                pen.write(RoundsSet(row_of_day(day), day, **values))
            else:
                begun = kept_rounds(pen.session, day).begun(self.journal.now)
                if begun:
                    raise RoundsNotPossible("begun", begun)
                before = {name: getattr(row, name) for name in values}
                pen.write(RoundsChanged(row.id, without_instants(values), without_instants(before)))
            pen.session.expire_all()
            return kept_rounds(pen.session, day), made

    def comes_late(self, day: date, delegate: UUID) -> Fitted:
        """Find a place in every round to come for somebody; nobody else moves.

        Raises:
            NoRounds: None are kept.
            UnknownDelegate: There is no such delegate.
            RoundsNotPossible: All rounds have begun, or they sit in those to come.
        """
        return self._fitted(day, late=delegate)

    def stay_away(self, day: date, delegates: Collection[UUID]) -> Fitted:
        """Let people not be in the rounds to come; the others move as little as can be.

        Raises:
            NoRounds: None are kept.
            RoundsNotPossible: All rounds have begun, or nobody of them sits in those to come.
        """
        return self._fitted(day, missing=frozenset(delegates))

    def drop(self, day: date) -> None:
        """Let there be no rounds on a day.

        Raises:
            NoRounds: None are kept.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            pen.write(RoundsTakenOut(kept_rounds(pen.session, day).id))

    def _fitted(
        self, day: date, late: UUID | None = None, missing: frozenset[UUID] = frozenset()
    ) -> Fitted:
        # numpy takes a while to load, and few commands need it.
        from app.planning.rounds.seating import seated  # noqa: PLC0415

        with self.journal.reading() as session:
            kept, people = kept_rounds(session, day), audience(session)
            if late is not None:
                person(session, late)
        change = _Change(kept, kept.begun(self.journal.now), late, missing)
        change.refuse()
        found = seated(change.wanted(people), work=_LITTLE)
        seats: Seats = tuple(
            tuple(tuple(map(UUID, table)) for table in tables) for tables in found.rounds
        )
        new, old = {"seats": as_json(seats)}, {"seats": as_json(kept.seats)}
        with self.journal.writing(Unit(uuid4())) as pen:
            now = kept_rounds(pen.session, day)
            if now.seats == kept.seats:
                pen.write(RoundsChanged(kept.id, new, old))
                pen.session.expire_all()
                return Fitted(kept_rounds(pen.session, day), found.changed, found.repeats)
        # Another desk changed them in the meantime: what it did counts, and this comes on top.
        return self._fitted(day, late, missing)


_LITTLE = 10_000_000
"""Enough to fit a few people in, within a second."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Somebody comes late to rounds that stand, or some stay away. ``begun`` rounds stand firm."""

    kept: KeptRounds
    begun: int
    late: UUID | None
    missing: frozenset[UUID]

    def refuse(self) -> None:
        """Refuse what changes nothing."""
        coming = self.kept.seats[self.begun :]
        if not coming:
            raise RoundsNotPossible("all_begun", self.begun)
        sit = {each for tables in coming for table in tables for each in table}
        if self.late in sit:
            raise RoundsNotPossible("sits_already", self.begun)
        if self.late is None and sit.isdisjoint(self.missing):
            raise RoundsNotPossible("sits_nowhere", self.begun)

    def wanted(self, people: Any) -> RoundsWanted:
        """Give what is to be seated, from who is on the list."""
        from app.planning.rounds.problem import Round  # noqa: PLC0415 - with its solver

        guests = tuple(
            guest(str(each), people.get(each), rounds) for each, rounds in self._rounds().items()
        )
        before = tuple(
            Round(
                {str(each): at for at, table in enumerate(tables) for each in table},
                is_firm=number < self.begun or self.late is not None,
            )
            for number, tables in enumerate(self.kept.seats)
        )
        return wanted(guests, self.kept.size, len(self.kept.seats), before)

    def _rounds(self) -> dict[UUID, int]:
        """Give the set of rounds that each is in."""
        found: dict[UUID, int] = {}
        for number, each in self._sitting():
            if number < self.begun or each not in self.missing:
                found[each] = found.get(each, 0) | 1 << number
        if self.late is not None:
            coming = sum(1 << n for n in range(self.begun, len(self.kept.seats)))
            found[self.late] = found.get(self.late, 0) | coming
        return found

    def _sitting(self) -> Iterator[tuple[int, UUID]]:
        for number, tables in enumerate(self.kept.seats):
            for table in tables:
                for each in table:
                    yield number, each
