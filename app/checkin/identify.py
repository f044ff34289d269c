"""Whose code was scanned."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.codes import DELEGATE, LONGEST, BadgeCode, SigningKey, Unreadable, read_code
from app.delegates.kinds import key_row
from db.models import Badge, BadgeKey, SourceKey

TICKET = "ticket:"
"""Begins the source key that holds what a ticket's own code says."""


@dataclass(frozen=True, slots=True)
class Identified:
    """A code that names a delegate. ``by`` is ``badge`` or ``ticket``."""

    delegate: UUID
    by: str


@dataclass(frozen=True, slots=True)
class Unidentified:
    """A code that names nobody who may pass. ``badge`` is set if it was once good."""

    reason: str
    badge: Badge | None = None


def identify(session: Session, scanned: str) -> Identified | Unidentified:
    """Find out whose code it is. Never raises, whatever the text."""
    ticket = _ticket(session, scanned)
    if ticket is not None:
        return Identified(ticket, "ticket")
    try:
        code = read_code(scanned, signing_keys(session))
    except Unreadable as unreadable:
        return Unidentified(unreadable.reason)
    if code.kind != DELEGATE:
        return Unidentified("wrong_kind")
    return _badge(session, code)


def signing_keys(session: Session) -> dict[str, SigningKey]:
    """Give the event's keys by key id in hex."""
    rows = session.scalars(select(BadgeKey).where(BadgeKey.alive)).all()
    return {
        row.key_id: SigningKey(bytes.fromhex(row.key_id), bytes.fromhex(row.master)) for row in rows
    }


def _ticket(session: Session, scanned: str) -> UUID | None:
    text = scanned.strip()
    if not text.isprintable() or not text or len(text) > LONGEST:
        return None
    # Caps Lock turns a scanner's letters round; a secret that mixes cases is tried as it came.
    ids = [key_row(TICKET + form) for form in (text, text.lower(), text.swapcase())]
    query = select(SourceKey).where(SourceKey.id.in_(ids), SourceKey.alive)
    # Two tickets may differ in nothing but case: the one that says just this goes first.
    found = sorted(session.scalars(query), key=lambda row: ids.index(row.id))
    return found[0].delegate_id if found else None


def _badge(session: Session, code: BadgeCode) -> Identified | Unidentified:
    row = session.scalars(
        select(Badge).filter_by(code_id=code.code_id, key_id=code.key_id, alive=True)
    ).first()
    if row is None or row.delegate_id is None:
        return Unidentified("unknown")
    if row.revoked:
        return Unidentified(row.revoked, row)
    return Identified(row.delegate_id, "badge")
