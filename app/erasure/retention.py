"""How long people's data are kept after an event.

Nothing is erased by itself when its time has come. It can't be taken back, and a computer whose
clock is wrong, or an event with a wrong day, would lose its people before its report is written.
So it is shown at each start, and done when somebody says yes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from sqlalchemy import func, select

from app.erasure.due import due_on
from app.erasure.refusals import MOST_DAYS, RetentionNotPossible
from app.event.deeds import EventFactsChanged
from app.event.facts import event_facts
from app.journal.journal import Journal, Unit
from db.models import Delegate, Event


@dataclass(frozen=True, slots=True)
class Retention:
    """From which days on data should be gone; of ``known`` people something is known still."""

    contact_days: int
    print_days: int
    erase_on: date
    remove_prints_on: date
    known: int

    def is_due(self, today: date) -> bool:
        """Tell whether people should be erased by now."""
        return self.known > 0 and today >= self.erase_on


def retention(journal: Journal) -> Retention:
    """Say how long data of the event are kept."""
    with journal.reading() as session:
        facts = event_facts(session)
        row = session.get_one(Event, facts.id)
        known = session.scalar(select(func.count()).where(~Delegate.erased)) or 0
        last = max(facts.days)
        until = (due_on(last, row.contact_days), due_on(last, row.print_days))
        return Retention(row.contact_days, row.print_days, *until, known)


def keep_for(
    journal: Journal, contact_days: int | None = None, print_days: int | None = None
) -> Retention:
    """Choose for how many days after the event data are kept; nothing leaves it as it is.

    Raises:
        RetentionNotPossible: Not so many days.
    """
    said = {"contact_days": contact_days, "print_days": print_days}
    wanted = {name: days for name, days in said.items() if days is not None}
    for days in wanted.values():
        if not 0 <= days <= MOST_DAYS:
            raise RetentionNotPossible(days)
    with journal.writing(Unit(uuid4())) as pen:
        facts = event_facts(pen.session)
        row = pen.session.get_one(Event, facts.id)
        before = {name: getattr(row, name) for name in wanted}
        new = {name: days for name, days in wanted.items() if days != before[name]}
        if new:
            pen.write(EventFactsChanged(facts.id, new, {name: before[name] for name in new}))
    return retention(journal)
