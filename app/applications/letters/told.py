"""Who knows already what became of the application."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.applications.letters.texts import LETTERS
from app.applications.reading import Application, applications
from app.delegates.registration import Status
from app.journal.journal import Journal
from db.models import LetterWrite

PAPER: Final = "paper"
MAIL: Final = "mail"


def not_yet_told(session: Session, those: Sequence[Application]) -> list[Application]:
    """Leave out who was told last what is so now, by letter or by mail."""
    query = select(LetterWrite.delegate_id, LetterWrite.status).where(LetterWrite.alive)
    rows = session.execute(query.order_by(LetterWrite.stamp))
    told = {row.delegate_id: row.status for row in rows}
    return [each for each in those if told.get(each.id) != each.status]


def to_be_told(journal: Journal) -> tuple[dict[UUID, Status], Collection[UUID]]:
    """Give whom a letter may be written to, with what is so; and who of them is not told yet."""
    with journal.reading() as session:
        decided = [each for each in applications(session) if each.status in LETTERS]
        new = {each.id for each in not_yet_told(session, decided)}
    return {each.id: each.status for each in decided}, new
