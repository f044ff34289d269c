"""Rows that name somebody else where somebody is known by face or by badge already."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.deeds import DoubtRaised
from app.delegates.folding import fold
from app.delegates.importing.heard import NAME
from app.delegates.importing.row import full_name
from app.delegates.importing.stored import Stored, hashed
from app.delegates.registration import Registration
from app.delegates.telling_apart import name_key
from app.journal.turns import chunks
from db.models import CheckIn, Print


def met(session: Session, delegates: Collection[UUID]) -> set[UUID]:
    """Give those who were here, or whose badge is printed."""
    found: set[UUID] = set()
    for part in chunks(sorted(delegates)):
        for model in (CheckIn, Print):
            rows = select(model.delegate_id).where(model.delegate_id.in_(part), model.alive)
            found.update(one for one in session.scalars(rows) if one is not None)
    return found


def is_other_name(said: Registration, known: Stored) -> bool:
    """Tell whether given and family name are both new, so that this may be somebody else."""
    name, stands = full_name(said), _stored_name(known)
    if name_key(name) == name_key(stands) or known.was_said(NAME, hashed(name_key(name))):
        return False
    parts = {fold(part) for part in (said.given_name, said.family_name)} - {""}
    stored = {fold(str(known.values[part])) for part in ("given_name", "family_name")} - {""}
    return parts.isdisjoint(stored)


def other_name(delegate: UUID, said: Registration, known: Stored) -> DoubtRaised:
    """Give the doubt whether it is still this delegate who comes; the same each time."""
    name = full_name(said)
    facts = {"field": NAME, "value": name, "stands": _stored_name(known)}
    doubt = uuid5(delegate, f"other_name {name_key(name)}")
    return DoubtRaised(doubt, "other_name", delegate, None, facts)


def _stored_name(known: Stored) -> str:
    return f"{known.values['given_name']} {known.values['family_name']}".strip()
