"""Badge codes: who has which, and giving out new ones."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Subquery, func, select
from sqlalchemy.orm import Session

from app.checkin.codes import DELEGATE, SigningKey
from app.checkin.deeds import BadgeIssued, BadgeReplaced
from app.checkin.identify import signing_keys
from app.delegates.person import Person, person
from app.errors import DeskError
from app.journal.journal import Journal, Unit
from db.models import Badge


@dataclass(frozen=True, slots=True)
class ActiveBadge:
    """The code that opens the door for a delegate. ``issue`` counts from one."""

    id: UUID
    delegate: UUID
    code: str
    issue: int


@dataclass(frozen=True, slots=True)
class Replaced:
    """A delegate was given a new code."""

    delegate: Person
    badge: ActiveBadge
    reason: str
    at: datetime


@dataclass(eq=False)
class ReasonMissing(DeskError):
    """A new code makes the old paper worthless, so somebody must say why."""


def active_badges(session: Session, delegates: Collection[UUID]) -> Mapping[UUID, ActiveBadge]:
    """Give the active code of each delegate who has one, the last one issued."""
    keys = signing_keys(session)
    found: dict[UUID, ActiveBadge] = {}
    wanted = sorted(delegates)
    for start in range(0, len(wanted), 500):
        active = active_codes(keys, Badge.delegate_id.in_(wanted[start : start + 500]))
        for row in session.connection().execute(select(active)):
            code = keys[row.key_id].code(DELEGATE, bytes.fromhex(row.code_id))
            found[row.delegate_id] = ActiveBadge(row.id, row.delegate_id, code, row.issue)
    return found


def active_codes(keys: Collection[str], *whose: ColumnElement[bool]) -> Subquery:
    """Give the query for active codes, one a delegate: the last one issued.

    Args:
        keys: The ids of the keys that may sign it.
        whose: What else must be so.
    """
    newest = (Badge.issue.desc(), Badge.issued_at.desc(), Badge.id.desc())
    codes = (
        select(
            *(Badge.delegate_id, Badge.id, Badge.code_id, Badge.key_id, Badge.issue),
            func.row_number().over(partition_by=Badge.delegate_id, order_by=newest).label("place"),
        )
        .where(Badge.alive, Badge.revoked == "", Badge.key_id.in_(keys), *whose)
        .where(Badge.delegate_id.is_not(None))
        .subquery()
    )
    return select(codes).where(codes.c.place == 1).subquery()


def new_badges(session: Session, delegates: Collection[UUID]) -> list[BadgeIssued]:
    """Make the deeds that give delegates their first code."""
    key_id = _signer(session).key_id.hex()
    return [BadgeIssued(uuid4(), secrets.token_hex(6), key_id, delegate) for delegate in delegates]


@dataclass(frozen=True, slots=True)
class Badges:
    """Gives out new codes."""

    journal: Journal

    def replace(self, delegate: UUID, reason: str) -> Replaced:
        """Give a delegate a new code. The old ones are refused from now on, for good.

        Raises:
            ReasonMissing: Nobody said why.
            UnknownDelegate: There is no such delegate.
        """
        if not reason.strip():
            raise ReasonMissing
        with self.journal.writing(Unit(uuid4())) as pen:
            found = person(pen.session, delegate)
            rows = pen.session.scalars(
                select(Badge).where(Badge.delegate_id == delegate, Badge.alive).order_by(Badge.id)
            ).all()
            deed = BadgeReplaced(
                id=uuid4(),
                code_id=secrets.token_hex(6),
                key_id=_signer(pen.session).key_id.hex(),
                delegate=delegate,
                issue=max((row.issue for row in rows), default=0) + 1,
                replaces=tuple(row.id for row in rows if not row.revoked),
                reason=reason.strip(),
            )
            entry = pen.write(deed)
            badge = active_badges(pen.session, [delegate])[delegate]
            return Replaced(found, badge, deed.reason, entry.at)


def _signer(session: Session) -> SigningKey:
    keys = signing_keys(session)
    return keys[min(keys)]
