"""What the part asks of the services. Nothing here is for the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.icebreaking.crowd import Crowd, crowd_of
from app.icebreaking.keeping import Fitted, Icebreaking, Presence
from app.icebreaking.mixing import RoundsMade, RoundsOrder, mix
from app.icebreaking.rounds import KeptRounds, NoRounds, Timetable
from app.icebreaking.swapping import Swap, swap_of
from app.journal.journal import Journal
from app.outcomes.audience import audience
from app.programme.meanwhile import Meanwhile, meanwhile_rounds
from app.progress import Report


@dataclass(frozen=True, slots=True)
class DayOfRounds:
    """What is known of a day: the rounds that are kept, if any.

    ``crowd`` is whom there is to choose from, if that was asked for.
    """

    day: date
    crowd: Crowd | None
    kept: KeptRounds | None
    presence: Presence


@dataclass(frozen=True, slots=True)
class RoundsServices:
    """Reads and writes the rounds of an event."""

    journal: Journal

    def read(self, day: date, *, for_form: bool) -> DayOfRounds:
        """Read a day; whom there is to choose from only for the form, for it takes longest."""
        try:
            kept = self._rounds.of_day(day)
        except NoRounds:
            return DayOfRounds(day, crowd_of(self.journal, day), None, Presence((), ()))
        crowd = crowd_of(self.journal, day) if for_form else None
        return DayOfRounds(day, crowd, kept, self._rounds.presence(day))

    def find(self, order: RoundsOrder, report: Report) -> RoundsMade:
        """Find seats, and keep nothing."""
        return mix(self.journal, order, report)

    def meanwhile(self, day: date, made: RoundsMade, timetable: Timetable) -> Meanwhile:
        """Say what else there is at these times of those who would sit in the rounds."""
        return meanwhile_rounds(self.journal, day, made.seats, timetable)

    def keep(self, day: date, made: RoundsMade, timetable: Timetable) -> KeptRounds:
        """Keep seats that were found."""
        return self._rounds.keep_made(day, made, timetable)

    def fit_in(self, day: date) -> Fitted:
        """Seat everybody who is here without a seat."""
        arrived = self._rounds.presence(day).arrived
        return self._rounds.come_late(day, [each.id for each in arrived])

    def let_go(self, day: date) -> Fitted:
        """Close the gaps of everybody who has a seat and is not here."""
        missing = self._rounds.presence(day).missing
        return self._rounds.stay_away(day, [each.id for each in missing])

    def stay_away(self, day: date, delegate: UUID) -> Fitted:
        """Close the gap of one."""
        return self._rounds.stay_away(day, (delegate,))

    def look_at_swap(self, day: date, number: int, one: UUID, other: UUID) -> Swap:
        """Say what comes of it when two change seats."""
        with self.journal.reading() as session:
            people = audience(session)
        return swap_of(self._rounds.of_day(day), people, number, one, other)

    def swap(self, day: date, number: int, one: UUID, other: UUID) -> Swap:
        """Let two change seats."""
        _kept, done = self._rounds.swap(day, number, one, other)
        return done

    def drop(self, day: date) -> None:
        """Let there be no rounds on a day."""
        self._rounds.drop(day)

    @property
    def _rounds(self) -> Icebreaking:
        return Icebreaking(self.journal)
