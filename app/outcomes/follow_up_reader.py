"""Reads what is left to do after a day or an event."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.journal import Journal
from app.meetings.attendees import Attendees
from app.meetings.wishes import Wishes
from app.outcomes.audience import Listed, audience, who_came
from app.outcomes.follow_ups import (
    FollowUps,
    Presence,
    Sides,
    in_order,
    met,
    missed_of,
    parties_of,
    steps_of,
)
from app.outcomes.results import DayResults, Results

Known = tuple[Mapping[UUID, Listed], Mapping[UUID, Collection[date]]]
"""Who is on the list, and on which days people came, for whoever has read that already."""


class FollowUpReader:
    """Tells who could not come, whom they would have met, and what was agreed."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._results = Results(journal)

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

    def after(
        self, days: Sequence[DayResults], *, is_whole: bool, known: Known | None = None
    ) -> FollowUps:
        """Give what is left to do after days whose results are known.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self._journal.reading() as session:
            attendees = Attendees(session)
            listed, came = known or (audience(session), who_came(session, attendees))
            dates = frozenset(each.day.date for each in days)
            here = {who for who, on in came.items() if not dates.isdisjoint(on)}
            parties = parties_of(Presence(listed, attendees.entries, met(days) | here, dates))
            missed = frozenset(who for who, party in parties.items() if party.is_missed)
            asked = _asked(session, attendees, missed) if is_whole and missed else []
        meetings = [each.meeting for day in days for each in day.results]
        arranged = [
            (each.hosts, each.guests) for each in meetings if not missed.isdisjoint(each.people)
        ]
        found = tuple(missed_of(parties, arranged, asked))
        return FollowUps(
            tuple(in_order(parties.values())),
            tuple(each for each in found if each.party.is_absent),
            tuple(each for each in found if not each.party.is_absent),
            steps_of(days),
        )


def _asked(session: Session, attendees: Attendees, missed: Collection[UUID]) -> list[Sides]:
    """Give who asked for a meeting with one who was not there, or was asked by them."""
    wishes = Wishes(session, attendees, missed).all.values()
    return [(each.hosts, each.guests) for each in wishes if not each.withdrawn]
