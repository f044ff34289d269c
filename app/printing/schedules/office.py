"""Everything that a window asks and does about schedules on paper.

Light to import: what draws is loaded at the first call, off the window's thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.event.facts import event_facts
from app.journal.journal import Journal
from app.meetings.upcoming import DelegateMeetings, meetings_of
from app.printing.schedules.standing import Schedules, ScheduleStanding
from app.printing.schedules.wishes import DrawnSchedules, ScheduleWish
from app.printing.wishes import Preview
from app.progress import Report, unheard

if TYPE_CHECKING:
    from app.printing.schedules.prints import SchedulePrints


@dataclass(frozen=True, slots=True)
class ScheduleOffice:
    """Draws schedules, writes them to files, and notes them once they are on paper."""

    journal: Journal

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

    def preview(self, wish: ScheduleWish) -> Preview:
        """Draw the first one, as ``SchedulePrints.preview`` does."""
        return self._prints().preview(wish)

    def draw(self, wish: ScheduleWish, report: Report = unheard) -> DrawnSchedules:
        """Draw schedules, as ``SchedulePrints.draw`` does."""
        return self._prints().draw(wish, report)

    def save(self, drawn: DrawnSchedules, file: Path) -> None:
        """Write drawn schedules to a file, as ``SchedulePrints.save`` does."""
        self._prints().save(drawn, file)

    def note(self, drawn: DrawnSchedules) -> None:
        """Note drawn schedules as printed."""
        self._prints().note(drawn)

    def _prints(self) -> SchedulePrints:
        from app.printing.schedules.prints import SchedulePrints  # noqa: PLC0415

        return SchedulePrints(self.journal)
