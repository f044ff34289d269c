"""What was done with a meeting or a table."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.journal.journal import Journal
from app.journal.log import Line, history
from db.models import Closure, Table

_MOST = 300


def history_of(journal: Journal, thing: UUID) -> Sequence[Line]:
    """Give the last deeds on a meeting or a table, newest first.

    To a table belong its closures, those of its zone, and the meetings that came or went.

    Raises:
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        zone = session.scalar(select(Table.zone).where(Table.id == thing))
        of_zone = (Closure.zone == zone) & Closure.table_id.is_(None) if zone else None
        its = Closure.table_id == thing
        found = select(Closure.id).where(its if of_zone is None else its | of_zone)
        closures = tuple(session.scalars(found))
    return history(journal, naming=(thing, *closures), last=_MOST)
