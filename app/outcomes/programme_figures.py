"""What sessions and visits came to: who was booked, who came, who walked in, who set out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from app.event.facts import event_facts
from app.journal.journal import Journal
from app.programme.views import SessionFacts, sessions_told
from app.visits.reading import visit_book
from app.visits.visit import VisitFacts


@dataclass(frozen=True, slots=True)
class ProgrammeFigures:
    """The sessions and visits of some days, by time; cancelled ones are not among them."""

    sessions: tuple[SessionFacts, ...]
    visits: tuple[VisitFacts, ...]

    def begun(self, now: datetime) -> ProgrammeFigures:
        """Give those that have begun."""
        return ProgrammeFigures(
            tuple(each for each in self.sessions if each.starts_at <= now),
            tuple(each for each in self.visits if each.starts_at <= now),
        )

    @property
    def booked(self) -> int:
        """Count the bookings of all sessions."""
        return sum(each.figures.booked for each in self.sessions)

    @property
    def came(self) -> int:
        """Count who came, once for each session."""
        return sum(each.figures.here for each in self.sessions)

    @property
    def boarded(self) -> int:
        """Count who set out, once for each visit."""
        return sum(each.boarded for each in self.visits)


def programme_figures(journal: Journal, days: Collection[date] = ()) -> ProgrammeFigures:
    """Count them for some days; for all, if none is named.

    Raises:
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        facts = event_facts(session)
        sessions, visits = sessions_told(session), visit_book(session).visits.values()
    wanted = set(days) or None
    return ProgrammeFigures(
        tuple(
            each
            for each in sessions
            if not each.cancelled and (wanted is None or facts.day_of(each.starts_at) in wanted)
        ),
        tuple(each for each in visits if wanted is None or facts.day_of(each.starts_at) in wanted),
    )
