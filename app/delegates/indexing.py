"""Keeps the search index in line with what is stored."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import searchable
from app.journal.journal import Touched
from db.models import Delegate, Organisation
from db.search import forget, index

_MOST_VARIABLES = 500


def settle_search(session: Session, touched: Touched) -> None:
    """Index anew the delegates that were written to, or whose organisation was."""
    ids = set(touched.get(Delegate, ()))
    for part in _parts(touched.get(Organisation, ())):
        ids |= set(session.scalars(select(Delegate.id).where(Delegate.organisation_id.in_(part))))
    if not ids:
        return
    texts = {delegate: text for part in _parts(ids) for delegate, text in _texts(session, part)}
    index(session, texts)
    forget(session, ids - texts.keys())


def _texts(session: Session, delegates: Sequence[UUID]) -> Iterator[tuple[UUID, str]]:
    query = (
        select(
            Delegate.id,
            Delegate.given_name,
            Delegate.family_name,
            Organisation.name,
            Delegate.email,
            Delegate.badge_number,
        )
        .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
        .where(Delegate.id.in_(delegates), Delegate.alive)
    )
    for delegate, given_name, family_name, organisation, email, number in session.execute(query):
        yield delegate, searchable(given_name, family_name, organisation or "", email, number)


def _parts(ids: Collection[UUID]) -> Iterator[Sequence[UUID]]:
    ordered = list(ids)
    for start in range(0, len(ordered), _MOST_VARIABLES):
        yield ordered[start : start + _MOST_VARIABLES]
