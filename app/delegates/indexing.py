"""Keeps the search index in line with what is stored."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import fold, searchable, spellings
from app.journal.drafts import Settling
from db.merge import Row, Rows
from db.models import Delegate, Organisation
from db.search import reindex, reindexing
from db.search_index import PROFILES

_MOST_VARIABLES = 500
_COLUMNS = (
    *(Delegate.id, Delegate.alive, Delegate.given_name, Delegate.family_name),
    *(Delegate.organisation_id, Delegate.email, Delegate.badge_number),
    *(Delegate.sectors, Delegate.seeks, Delegate.offers, Delegate.by_sector),
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
    profiles = {
        delegate: text for delegate, values in standing.items() if (text := profile_text(values))
    }
    found = reindexing(session, texts, before)
    sought = reindexing(session, profiles, before, PROFILES)

    def settle(session: Session) -> None:
        reindex(session, found)
        reindex(session, sought)

    return settle


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


def profile_text(values: Mapping[Any, Any]) -> str:
    """Give what one delegate is found by who seeks or offers something; blank if they say nothing.

    Their sectors are words like others, so that these may be misspelt as well.
    """
    by_sector: Mapping[str, Mapping[str, str]] = values["by_sector"] or {}
    said = [values["seeks"], values["offers"]]
    said += [text for sides in by_sector.values() for text in sides.values()]
    return found_by([*said, *values["sectors"], *by_sector])


def found_by(texts: Collection[str]) -> str:
    """Give the words of texts as they are folded, and the other ways in which people write them."""
    others = (other for text in texts for word in text.split() for other in spellings(word))
    return " ".join(dict.fromkeys(" ".join((*map(fold, texts), *others)).split()))


def _parts(ids: Collection[UUID]) -> Iterator[Sequence[UUID]]:
    ordered = list(ids)
    for start in range(0, len(ordered), _MOST_VARIABLES):
        yield ordered[start : start + _MOST_VARIABLES]
