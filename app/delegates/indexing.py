"""Keeps the search index in line with what is stored."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import searchable
from app.journal.drafts import Settling
from db.merge import Row, Rows
from db.models import Delegate, Organisation
from db.search import reindex, reindexing

_MOST_VARIABLES = 500
_COLUMNS = (
    *(Delegate.id, Delegate.alive, Delegate.given_name, Delegate.family_name),
    *(Delegate.organisation_id, Delegate.email, Delegate.badge_number),
)


def settle_search(session: Session, rows: Rows) -> Settling:
    """Find out what indexes anew the delegates that change, or whose organisation does."""
    changed = rows.get(Delegate, {})
    organisations = rows.get(Organisation, {})
    stored = dict(_of_organisations(session, organisations, changed))
    standing = {
        delegate: values
        for delegate, values in (
            stored | {each: row.values for each, row in changed.items()}
        ).items()
        if values["alive"]
    }
    before = {delegate for delegate, row in changed.items() if row.known} | stored.keys()
    if not standing and not before:
        return _nothing
    names = _names(session, organisations, standing.values())
    texts = {delegate: _text(values, names) for delegate, values in standing.items()}
    return partial(reindex, change=reindexing(session, texts, before))


def _nothing(_session: Session) -> None:
    """Settle nothing: nobody is found by what was written."""


def _of_organisations(
    session: Session, organisations: Collection[UUID], but: Collection[UUID]
) -> Iterator[tuple[UUID, Mapping[Any, Any]]]:
    """Yield the delegates of organisations as they are stored."""
    for part in _parts(organisations):
        query = select(*_COLUMNS).where(Delegate.organisation_id.in_(part), Delegate.alive)
        for row in session.execute(query).mappings():
            if row["id"] not in but:
                yield row["id"], row


def _names(
    session: Session, organisations: Mapping[UUID, Row], delegates: Iterable[Mapping[Any, Any]]
) -> dict[UUID, str]:
    """Give the names of the delegates' organisations as they will stand."""
    names = {each: row.values["name"] for each, row in organisations.items()}
    wanted = {values["organisation_id"] for values in delegates} - names.keys() - {None}
    for part in _parts(wanted):
        query = select(Organisation.id, Organisation.name).where(Organisation.id.in_(part))
        names |= {row.id: row.name for row in session.execute(query)}
    return names


def _text(values: Mapping[Any, Any], names: Mapping[UUID, str]) -> str:
    organisation = names.get(values["organisation_id"], "")
    called = (values["given_name"], values["family_name"], organisation)
    return searchable(*called, values["email"], values["badge_number"])


def _parts(ids: Collection[UUID]) -> Iterator[Sequence[UUID]]:
    ordered = list(ids)
    for start in range(0, len(ordered), _MOST_VARIABLES):
        yield ordered[start : start + _MOST_VARIABLES]
