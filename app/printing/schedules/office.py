"""Everything that a window asks and does about schedules on paper.

Light to import: what draws is loaded at the first call, off the window's thread.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from app.event.facts import event_facts
from app.journal.journal import Journal
from app.meetings.upcoming import DelegateMeetings, meetings_of
from app.printing.drawn import Counts
from app.printing.prints import Prints
from app.printing.schedules.standing import Schedules, ScheduleStanding
from app.printing.schedules.wishes import ScheduleWish

if TYPE_CHECKING:
    from app.printing.schedules.maker import ScheduleMaker


class ScheduleOffice(Prints[ScheduleWish]):
    """Prints schedules, as ``ScheduleMaker`` draws them, and tells how those on paper stand."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal, self._schedules)

    def days(self) -> tuple[date, ...]:
        """Give the days of the event."""
        with self.journal.reading() as session:
            return event_facts(session).days

    def standing(self, delegate: UUID, sheet: UUID | None = None) -> ScheduleStanding:
        """Tell how a delegate's paper stands, as ``Schedules.standing`` does."""
        return Schedules(self.journal).standing(delegate, sheet)

    def meetings(self, delegate: UUID) -> DelegateMeetings:
        """Give what a delegate has before them, as ``meetings_of`` does."""
        return meetings_of(self.journal, delegate)

    def counts(self, day: date | None = None) -> Counts:
        """Count the schedules that may be wanted, of one day or of all."""
        return self._schedules().counts(day)

    def _schedules(self) -> ScheduleMaker:
        from app.printing.schedules.maker import ScheduleMaker  # noqa: PLC0415

        return ScheduleMaker(self.journal)
