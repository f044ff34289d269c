"""What became of the meetings of a day, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.codes import MEETING, claimed_kind
from app.event.facts import event_facts
from app.floor.acts import UnknownMeeting
from app.floor.day import DayMeeting, FloorDay
from app.floor.states import MeetingState, Standing, standing
from app.floor.watching import DayReader
from app.journal.journal import Journal
from app.outcomes.outcome import Told
from app.outcomes.reading import KeptOutcomes
from app.outcomes.slips import slip_of
from db.models import Meeting


@dataclass(frozen=True, slots=True)
class Result:
    """How it stands with a meeting, and what was said of it, the first answer first."""

    meeting: DayMeeting
    stands: Standing
    told: tuple[Told, ...] = ()

    @property
    def is_recorded(self) -> bool:
        """Tell whether nothing is left to ask: an outcome is known, or that it was not held."""
        missed = self.stands.state is MeetingState.NO_SHOW and self.stands.is_said
        return bool(self.told) or missed

    def is_due(self, now: datetime) -> bool:
        """Tell whether there is something to ask its people by now."""
        if self.stands.state is MeetingState.CANCELLED or self.is_recorded:
            return False
        return self.meeting.has_slot and self.meeting.starts_at <= now


@dataclass(frozen=True, slots=True)
class DayResults:
    """The meetings of a day by time and number, as they stood at an instant."""

    day: FloorDay
    now: datetime
    results: Sequence[Result]

    @property
    def of_meeting(self) -> Mapping[UUID, Result]:
        """Give each by the id of its meeting."""
        return {each.meeting.id: each for each in self.results}

    @property
    def wanted(self) -> tuple[Result, ...]:
        """Give those of which an outcome is wanted sooner or later: all that are not cancelled."""
        return tuple(each for each in self.results if each.stands.state != MeetingState.CANCELLED)

    @property
    def left(self) -> tuple[Result, ...]:
        """Give those that are not recorded, though they have begun."""
        return tuple(each for each in self.results if each.is_due(self.now))


class Results:
    """Reads what became of meetings. Asked again, it reads only what was written since."""

    def __init__(self, journal: Journal, reader: DayReader | None = None) -> None:
        self._journal = journal
        self._reader = reader or DayReader(journal)
        self._told = KeptOutcomes()

    def of_day(self, day: date) -> DayResults:
        """Give the meetings of a day, also the cancelled ones.

        Raises:
            StorageRefused: The file can't be read.
        """
        return self.of_days((day,))[0]

    def of_event(self) -> tuple[DayResults, ...]:
        """Give the meetings of every day of the event.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self._journal.reading() as session:
            days = event_facts(session).days
        return self.of_days(days)

    def of_days(self, days: Sequence[date]) -> tuple[DayResults, ...]:
        """Give the meetings of some days.

        Raises:
            StorageRefused: The file can't be read.
        """
        now = self._journal.now
        with self._journal.reading() as session:
            told = self._told.read(session)
        return tuple(_results(self._reader.read(day), now, told) for day in days)


def meeting_named(session: Session, named: str) -> UUID:
    """Find a meeting of any day by its number or id, or by the code on its slip.

    Raises:
        UnknownMeeting: None is called so.
        NoSlip: The code leads to none.
    """
    if claimed_kind(named) == MEETING:
        return slip_of(session, named).meeting
    wanted = named.strip().casefold()
    for meeting, number in session.execute(select(Meeting.id, Meeting.number).where(Meeting.alive)):
        if wanted in {number.casefold(), str(meeting)}:
            return meeting
    raise UnknownMeeting(named)


def _results(day: FloorDay, now: datetime, told: Mapping[UUID, tuple[Told, ...]]) -> DayResults:
    return DayResults(day, now, tuple(_each(day, now, told)))


def _each(day: FloorDay, now: datetime, told: Mapping[UUID, tuple[Told, ...]]) -> Iterator[Result]:
    for meeting in day.meeting.values():
        yield Result(meeting, standing(day, meeting, now), told.get(meeting.id, ()))
