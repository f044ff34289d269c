"""Keeps rounds at mixed tables, and fits in who comes late or does not come."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.delegates.person import person
from app.event.editing import UnknownDay
from app.event.facts import event_facts
from app.icebreaking.crowd import here_on
from app.icebreaking.deeds import RoundsChanged, RoundSeated, RoundsSet, RoundsTakenOut
from app.icebreaking.fitting import Change
from app.icebreaking.mixing import RoundsMade, RoundsNotPossible, RoundsOrder, mix
from app.icebreaking.rounds import (
    KeptRounds,
    Seats,
    Timetable,
    entries_seated,
    kept_rounds,
    moves,
    row_of_day,
)
from app.icebreaking.swapping import Swap, swap_of
from app.journal.journal import Journal, Pen, Unit
from app.journal.writes import without_instants
from app.meetings.attendees import Attendees, Someone
from app.outcomes.audience import audience
from app.progress import Report, unheard
from db.models import Icebreaker

_LONGEST_MINUTES = 240


@dataclass(frozen=True, slots=True)
class Fitted:
    """How rounds stand after some came or stayed away; ``moved`` seats of others are elsewhere now.

    ``who`` are those it was about. ``again`` times two meet again, in all rounds.
    """

    rounds: KeptRounds
    who: tuple[Someone, ...]
    moved: int
    again: int


@dataclass(frozen=True, slots=True)
class Presence:
    """Who is here without a seat in the rounds to come, and who has a seat and is not here."""

    arrived: tuple[Someone, ...]
    missing: tuple[Someone, ...]


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

    def presence(self, day: date) -> Presence:
        """Say who came and has no seat in the rounds to come, and who has one and did not come.

        Raises:
            NoRounds: None are kept.
        """
        with self.journal.reading() as session:
            kept = kept_rounds(session, day)
            begun = kept.begun(self.journal.now)
            if begun >= len(kept.rounds):
                return Presence((), ())
            here, sit = here_on(session, day), kept.seated_from(begun)
            attendees = Attendees(session, here ^ sit)
        late, missing = (
            tuple(sorted(attendees.named(those), key=lambda each: each.name))
            for those in (here - sit, sit - here)
        )
        return Presence(late, missing)

    def keep(
        self, day: date, order: RoundsOrder, timetable: Timetable, report: Report = unheard
    ) -> tuple[KeptRounds, RoundsMade]:
        """Seat everybody and keep it, in place of what was kept for this day.

        Raises:
            UnknownDay: The event is not on this day.
            RoundsNotPossible: No rounds come of it, or those of this day have begun.
            Cancelled: ``report`` stopped it. Nothing was written.
        """
        refuse_times(timetable)
        made = mix(self.journal, order, report)
        return self.keep_made(day, made, timetable), made

    def keep_made(self, day: date, made: RoundsMade, timetable: Timetable) -> KeptRounds:
        """Keep seats that were found, in place of what was kept for this day.

        Raises:
            UnknownDay: The event is not on this day.
            RoundsNotPossible: Rounds of this day have begun, or they can't be at these times.
        """
        refuse_times(timetable)
        values = {**asdict(timetable), "size": made.size, "rounds": len(made.rounds)}
        with self.journal.writing(Unit(uuid4())) as pen:
            days = event_facts(pen.session).days
            if day not in days:
                raise UnknownDay(day, days)
            _refuse_midnight(pen.session, day, made, timetable)
            row = pen.session.get(Icebreaker, row_of_day(day))
            if row is None or not row.alive:
                pen.write(RoundsSet(row_of_day(day), day, **values))
            else:
                begun = kept_rounds(pen.session, day).begun(self.journal.now)
                if begun:
                    raise RoundsNotPossible("begun", begun)
                before = {name: getattr(row, name) for name in values}
                pen.write(RoundsChanged(row.id, without_instants(values), without_instants(before)))
            return _seat(pen, day, made.seats)

    def come_late(self, day: date, delegates: Collection[UUID]) -> Fitted:
        """Find a place in every round to come for some who have none; nobody else moves.

        Raises:
            NoRounds: None are kept.
            UnknownDelegate: There is no such delegate.
            RoundsNotPossible: All rounds have begun, or they all sit in those to come.
        """
        return self._fitted(day, late=frozenset(delegates))

    def stay_away(self, day: date, delegates: Collection[UUID]) -> Fitted:
        """Let people not be in the rounds to come; the others move as little as can be.

        Raises:
            NoRounds: None are kept.
            RoundsNotPossible: All rounds have begun, or nobody of them sits in those to come.
        """
        return self._fitted(day, missing=frozenset(delegates))

    def swap(self, day: date, number: int, one: UUID, other: UUID) -> tuple[KeptRounds, Swap]:
        """Let two change seats in one round, counted from 1, whatever comes of it.

        Raises:
            NoRounds: None are kept.
            RoundsNotPossible: As for ``swap_of``; or the round has begun.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            kept = kept_rounds(pen.session, day)
            if number <= kept.begun(self.journal.now):
                raise RoundsNotPossible("round_begun", number)
            found = swap_of(kept, audience(pen.session), number, one, other)
            return _seat(pen, day, found.seats), found

    def drop(self, day: date) -> None:
        """Let there be no rounds on a day.

        Raises:
            NoRounds: None are kept.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            pen.write(RoundsTakenOut(kept_rounds(pen.session, day).id))

    def _fitted(
        self,
        day: date,
        late: frozenset[UUID] = frozenset(),
        missing: frozenset[UUID] = frozenset(),
    ) -> Fitted:
        with self.journal.reading() as session:
            kept, people = kept_rounds(session, day), audience(session)
            for each in late:
                person(session, each)
        change = Change(kept, kept.begun(self.journal.now), late, missing)
        change.refuse()
        found = change.found(people)
        seats: Seats = tuple(
            tuple(tuple(map(UUID, table)) for table in tables) for tables in found.rounds
        )
        with self.journal.writing(Unit(uuid4())) as pen:
            if kept_rounds(pen.session, day).seats == kept.seats:
                about = late or missing
                who = Attendees(pen.session, about).named(sorted(about))
                return Fitted(_seat(pen, day, seats), who, found.changed, found.repeats)
        # Another desk changed them in the meantime: what it did counts, and this comes on top.
        return self._fitted(day, late, missing)


def refuse_times(timetable: Timetable) -> None:
    """Refuse rounds that take no time, or too much.

    Raises:
        RoundsNotPossible: They do.
    """
    if not 1 <= timetable.minutes <= _LONGEST_MINUTES:
        raise RoundsNotPossible("minutes", timetable.minutes)
    if not 0 <= timetable.pause <= _LONGEST_MINUTES:
        raise RoundsNotPossible("pause", timetable.pause)


def _refuse_midnight(session: Session, day: date, made: RoundsMade, timetable: Timetable) -> None:
    ends = timetable.times(len(made.rounds) - 1)[1]
    if event_facts(session).day_of(ends) != day:
        raise RoundsNotPossible("midnight", len(made.rounds))


def _seat(pen: Pen, day: date, seats: Seats) -> KeptRounds:
    """Write who sits elsewhere than before, and give the rounds as they are then."""
    rounds = row_of_day(day)
    sitting = entries_seated(pen.session, rounds)
    pen.write_all([RoundSeated(rounds, *moved) for moved in moves(sitting, seats)])
    pen.session.expire_all()
    return kept_rounds(pen.session, day)
