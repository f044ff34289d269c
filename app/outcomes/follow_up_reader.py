"""Reads what is left to do after a day or an event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.floor.watching import DayReader
from app.journal.journal import Journal
from app.meetings.attendees import Attendees
from app.meetings.wishes import Wishes
from app.outcomes.audience import audience, who_came
from app.outcomes.follow_ups import (
    FollowUps,
    Presence,
    absent_of,
    in_order,
    met,
    parties_of,
    steps_of,
)
from app.outcomes.results import DayResults, Results


class FollowUpReader:
    """Tells who could not come, whom they would have met, and what was agreed."""

    def __init__(self, journal: Journal, reader: DayReader | None = None) -> None:
        self._journal = journal
        self._results = Results(journal, reader)

    def of_event(self) -> FollowUps:
        """Give what is left to do after the event.

        Raises:
            StorageRefused: The file can't be read.
        """
        return self.after(self._results.of_event(), is_whole=True)

    def of_day(self, day: date) -> FollowUps:
        """Give what is left to do after one day: requests that had no meeting then are no part.

        Raises:
            StorageRefused: The file can't be read.
        """
        return self.after((self._results.of_day(day),), is_whole=False)

    def after(self, days: Sequence[DayResults], *, is_whole: bool) -> FollowUps:
        """Give what is left to do after days whose results are known.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self._journal.reading() as session:
            attendees = Attendees(session)
            dates = frozenset(each.day.date for each in days)
            came = who_came(session, attendees)
            here = {who for who, on in came.items() if not dates.isdisjoint(on)}
            presence = Presence(audience(session), attendees.entries, met(days) | here, dates)
            asked = _asked(session, attendees) if is_whole else []
        parties = parties_of(presence)
        meetings = [each.meeting for day in days for each in day.results]
        arranged = [(each.hosts, each.guests) for each in meetings]
        return FollowUps(
            tuple(in_order(parties.values())),
            tuple(absent_of(parties, arranged, asked)),
            steps_of(days),
        )


def _asked(session: Session, attendees: Attendees) -> list[tuple[Sequence[UUID], Sequence[UUID]]]:
    wishes = Wishes(session, attendees).all.values()
    return [(each.hosts, each.guests) for each in wishes if not each.withdrawn]
