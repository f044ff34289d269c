"""How the places stand in a word, and who is next: what a window shows beside everybody."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from app.applications.next_in import Proposal, WaitingList
from app.applications.places import Taken, room
from app.delegates.registration import Status
from app.journal.journal import Journal
from db.models import Delegate


@dataclass(frozen=True, slots=True)
class Notice:
    """Of all places, how many are taken, how many wait, and who is proposed next, if anybody is."""

    places: Taken
    waiting: int
    proposal: Proposal | None


def notice(journal: Journal) -> Notice | None:
    """Tell how the places stand; nothing at an event without limits."""
    with journal.reading() as session:
        left = room(session)
        if not left.is_limited:
            return None
        count = select(func.count()).select_from(Delegate)
        waits = (Delegate.alive, Delegate.status == Status.WAITING)
        waiting = session.scalar(count.where(*waits)) or 0
    proposals = WaitingList(journal).next_in().proposals if waiting else ()
    return Notice(left.told()[0], waiting, proposals[0] if proposals else None)
