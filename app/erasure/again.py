"""Erases again what an older copy of an event, or another desk's deeds, brought back."""

from __future__ import annotations

from sqlalchemy import select

from app.erasure.erasing import Erasing, told_of
from app.erasure.tombstones import erased_of
from app.event.facts import NoEvent, event_facts
from app.journal.journal import Journal
from app.journal.turns import chunks
from db.models import Delegate


def erase_again(journal: Journal) -> int:
    """Erase who was erased before, on this computer or in this event; give how many there were.

    Raises:
        StorageRefused: The file can't be written.
    """
    with journal.reading() as session:
        try:
            event = event_facts(session).id
        except NoEvent:
            return 0
        back = told_of(session)
        for part in chunks(sorted(erased_of(event))):
            known = select(Delegate.id).where(Delegate.id.in_(part), ~Delegate.erased)
            back |= set(session.scalars(known))
    if back:
        Erasing(journal).again(back)
        journal.database.write_back()
    return len(back)
