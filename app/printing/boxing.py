"""Where the badges of large runs lie: boxes that a desk numbers on from run to run.

Light to import.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.checkin.boxes import BOX_HOLDS
from app.journal.deeds import Deed
from app.journal.turns import chunks
from app.printing.deeds import BadgePrinted
from db.models import LogRow, Print


def in_boxes(
    session: Session, deeds: Sequence[Deed], desk: UUID, ids: Sequence[UUID] = ()
) -> tuple[Deed, ...]:
    """Give the deeds of a run with the places that its badges have among those of all of a desk.

    They begin with a new box. A drawing counts from 1; which box is next is known only when
    badges are noted, for other runs may have come out meanwhile.

    Args:
        session: The event as it is when they are noted.
        deeds: Those of the drawing.
        desk: Which notes them.
        ids: Of the deeds, if they have them. Where some were noted before, the rest goes on.
    """
    if not any(_place(deed) for deed in deeds):
        return tuple(deeds)
    ahead = _noted_ahead(session, deeds, ids)
    if ahead is None:
        of_desk = select(func.max(Print.place)).join(LogRow, LogRow.id == Print.id)
        highest = session.scalar(of_desk.where(Print.alive, LogRow.desk_id == desk)) or 0
        ahead = -(-highest // BOX_HOLDS) * BOX_HOLDS
    return tuple(_moved(deed, ahead) for deed in deeds)


def _noted_ahead(session: Session, deeds: Sequence[Deed], ids: Sequence[UUID]) -> int | None:
    """Give by how much those were moved that were noted before, if any were."""
    drawn = {
        deed_id: place for deed_id, deed in zip(ids, deeds, strict=False) if (place := _place(deed))
    }
    for part in chunks(sorted(drawn)):
        row = session.execute(
            select(Print.id, Print.place).where(Print.id.in_(part)).limit(1)
        ).first()
        if row is not None:
            return int(row.place) - drawn[row.id]
    return None


def _place(deed: Deed) -> int:
    return deed.place if isinstance(deed, BadgePrinted) else 0


def _moved(deed: Deed, ahead: int) -> Deed:
    if isinstance(deed, BadgePrinted) and deed.place:
        return replace(deed, place=deed.place + ahead)
    return deed
