"""All that an export is made of, as it stood at one instant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.export import Entry, entries
from app.delegates.organisations import organisations
from app.delegates.profiles import OrganisationFacts
from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from app.meetings.attendees import Attendees
from app.outcomes.export.arranged import OfMeeting, of_meetings
from app.outcomes.export.history import Done, history
from app.outcomes.export.passing import Passing, Printed, passings, prints
from app.outcomes.figures import Figures
from app.outcomes.figures_reader import FiguresReader
from app.programme.views import Listed, SessionFacts, sessions_with_lists
from app.visits.reading import bus_lists
from app.visits.visit import BusList
from db.models import LogRow, Outcome, Request
from db.rows import last_row

if TYPE_CHECKING:
    from app.outcomes.counting import Facts

_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Material:
    """What stood in the event.

    ``told_at`` is when each outcome was said or corrected last, by the clock of the desk.
    ``made_at`` is when the newest deed happened that stands in it.
    """

    event: EventFacts
    facts: Facts
    figures: Figures
    delegates: Sequence[Entry]
    organisations: Sequence[OrganisationFacts]
    attendees: Attendees
    told_at: Mapping[UUID, datetime]
    meetings: Mapping[UUID, OfMeeting]
    passings: Sequence[Passing]
    prints: Sequence[Printed]
    sessions: Sequence[tuple[SessionFacts, Sequence[Listed]]]
    visits: Sequence[BusList]
    history: Sequence[Done]
    made_at: datetime

    @property
    def not_recorded(self) -> int:
        """Count the meetings that have begun and of which nobody told what came."""
        return self.figures.meetings.not_recorded


def material(journal: Journal, reader: FiguresReader) -> Material:
    """Read all of it.

    If others write meanwhile it is read again, which takes less time than at first; on a day on
    which they never stop, its parts may be some scans apart.

    Raises:
        StorageRefused: The file can't be read.
    """
    for tries in range(_TRIES):
        with journal.reading() as session:
            rows = last_row(session, LogRow)
            found = _material(journal, session, reader)
        with journal.reading() as session:
            if last_row(session, LogRow) == rows or tries == _TRIES - 1:
                return found
    raise AssertionError  # pragma: no cover - the last try returns


def _material(journal: Journal, session: Session, reader: FiguresReader) -> Material:
    from app.outcomes.counting import counted  # noqa: PLC0415 - it loads numpy

    facts = reader.facts_of_event()
    attendees = Attendees(session)
    done = history(session)
    requests = {each.id: each.number for each in session.connection().execute(_NUMBERS)}
    return Material(
        event=event_facts(session),
        facts=facts,
        figures=counted(facts, facts.days[0].now if facts.days else journal.now),
        delegates=entries(session),
        organisations=organisations(session),
        attendees=attendees,
        told_at={each.id: _said_at(each) for each in session.connection().execute(_SAID)},
        meetings=of_meetings(facts, requests),
        passings=passings(session, attendees),
        prints=prints(session, attendees),
        sessions=sessions_with_lists(session),
        visits=bus_lists(session),
        history=done,
        made_at=max((each.at for each in done), default=journal.now),
    )


def _said_at(row: Any) -> datetime:
    newest = max([row.stamp, *row.stamps.values()])
    return datetime.fromtimestamp((int(newest[:16], 16) >> 16) // 1000, UTC)


_NUMBERS = select(Request.id, Request.number)
_SAID = select(Outcome.id, Outcome.stamp, Outcome.stamps).where(Outcome.alive)
