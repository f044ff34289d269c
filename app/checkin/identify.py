"""Whose code was scanned."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.checkin.codes import (
    DELEGATE,
    LONGEST,
    SCHEDULE,
    BadgeCode,
    SigningKey,
    Unreadable,
    read_code,
)
from app.delegates.import_kinds import REPLACED, key_row
from db.models import Badge, BadgeKey, Schedule, SourceKey

TICKET = "ticket:"
"""Begins the source key that holds what a ticket's own code says."""


@dataclass(frozen=True, slots=True)
class Identified:
    """A code that names a delegate. ``by`` is ``badge`` or ``ticket``."""

    delegate: UUID
    by: str


@dataclass(frozen=True, slots=True)
class Unidentified:
    """A code that names nobody who may pass.

    ``badge`` is set if it was once a good badge, ``delegate`` if it was once their ticket.
    ``schedule`` is a version of somebody's schedule, which opens no door.
    """

    reason: str
    badge: Badge | None = None
    delegate: UUID | None = None
    schedule: UUID | None = None


def identify(session: Session, scanned: str) -> Identified | Unidentified:
    """Find out whose code it is. Never raises, whatever the text."""
    ticket = _ticket(session, scanned)
    if ticket is not None:
        return ticket
    try:
        code = read_code(scanned, signing_keys(session))
    except Unreadable as unreadable:
        return Unidentified(unreadable.reason)
    if code.kind == SCHEDULE:
        return _schedule(session, code)
    if code.kind != DELEGATE:
        return Unidentified("wrong_kind")
    return _badge(session, code)


def signing_keys(session: Session) -> dict[str, SigningKey]:
    """Give the event's keys by key id in hex."""
    rows = session.connection().execute(_KEYS)
    return {
        key_id: SigningKey(bytes.fromhex(key_id), bytes.fromhex(master)) for key_id, master in rows
    }


# Made once, and run past the session: a scan is a dozen of small questions, and most of its
# time would go into putting them.
_KEYS = select(BadgeKey.key_id, BadgeKey.master).where(BadgeKey.alive)
_TICKETS = select(SourceKey.id, SourceKey.delegate_id).where(
    SourceKey.id.in_(bindparam("ids", expanding=True)), SourceKey.alive
)
_BADGE = select(Badge.id, Badge.delegate_id, Badge.revoked).where(
    Badge.code_id == bindparam("code_id"), Badge.key_id == bindparam("key_id"), Badge.alive
)
_SCHEDULE = select(Schedule.id).where(
    Schedule.code_id == bindparam("code_id"), Schedule.key_id == bindparam("key_id"), Schedule.alive
)


def _ticket(session: Session, scanned: str) -> Identified | Unidentified | None:
    text = scanned.strip()
    if not text.isprintable() or not text or len(text) > LONGEST:
        return None
    # Caps Lock turns a scanner's letters round; a secret that mixes cases is tried as it came.
    forms = (text, text.lower(), text.swapcase())
    good = [key_row(TICKET + form) for form in forms]
    replaced = [key_row(REPLACED + TICKET + form) for form in forms]
    rows = session.connection().execute(_TICKETS, {"ids": [*good, *replaced]})
    found = {row.id: row.delegate_id for row in rows}
    # Two tickets may differ in nothing but case: the one that says just this goes first.
    for each in good:
        if each in found:
            return Identified(found[each], "ticket")
    for each in replaced:
        if each in found:
            return Unidentified("ticket_replaced", delegate=found[each])
    return None


def _badge(session: Session, code: BadgeCode) -> Identified | Unidentified:
    asked = {"code_id": code.code_id, "key_id": code.key_id}
    row = session.connection().execute(_BADGE, asked).first()
    if row is None or row.delegate_id is None:
        return Unidentified("unknown")
    if row.revoked:
        return Unidentified(row.revoked, session.get(Badge, row.id))
    return Identified(row.delegate_id, "badge")


def _schedule(session: Session, code: BadgeCode) -> Unidentified:
    asked = {"code_id": code.code_id, "key_id": code.key_id}
    found = session.connection().scalar(_SCHEDULE, asked)
    return Unidentified("unknown") if found is None else Unidentified("schedule", schedule=found)
