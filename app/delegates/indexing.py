"""Keeps the search index in line with what is stored."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import searchable
from app.delegates.person import people
from app.journal.journal import Touched
from db.models import Delegate, Organisation
from db.search import forget, index


def settle_search(session: Session, touched: Touched) -> None:
    """Index anew the delegates that were written to, or whose organisation was."""
    ids = set(touched.get(Delegate, ()))
    organisations = touched.get(Organisation)
    if organisations:
        ids |= _delegates_of(session, organisations)
    if not ids:
        return
    found = people(session, ids)
    texts = {
        delegate: searchable(
            person.given_name,
            person.family_name,
            person.organisation,
            person.email,
            person.badge_number,
        )
        for delegate, person in found.items()
    }
    index(session, texts)
    forget(session, ids - texts.keys())


def _delegates_of(session: Session, organisations: set[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    wanted = sorted(organisations)
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        query = select(Delegate.id).where(Delegate.organisation_id.in_(part))
        found |= set(session.scalars(query))
    return found
