"""How the places stand in a word, and who is next: what a window shows beside everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from app.applications.next_in import Proposal, WaitingList
from app.applications.places import Taken, room
from app.applications.terms import terms_of
from app.delegates.registration import Status
from app.journal.journal import Journal
from db.models import Delegate


@dataclass(frozen=True, slots=True)
class Notice:
    """Of all places, how many are taken, how many wait, and who is proposed next, if anybody is.

    ``received`` applications are not decided on yet; ``come_by`` is when the accepted are to be
    here.
    """

    places: Taken
    received: int
    waiting: int
    proposal: Proposal | None
    come_by: datetime | None


def notice(journal: Journal) -> Notice | None:
    """Tell how the places stand; nothing at an event without limits and with nothing to decide."""
    with journal.reading() as session:
        left, come_by = room(session), terms_of(session).come_by
        count = select(Delegate.status, func.count().label("many"))
        count = count.where(Delegate.alive, Delegate.place_taken_by.is_(None))
        rows = session.execute(count.group_by(Delegate.status))
        counts = {row.status: row.many for row in rows}
    received, waiting = counts.get(Status.RECEIVED, 0), counts.get(Status.WAITING, 0)
    if not left.is_limited and not received:
        return None
    proposals = WaitingList(journal).next_in().proposals if waiting and left.is_limited else ()
    proposal = proposals[0] if proposals else None
    return Notice(left.told()[0], received, waiting, proposal, come_by)
