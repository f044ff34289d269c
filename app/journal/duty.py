"""Who is on duty: deeds name them by a token, so that their names can be erased from the log."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.wire import salted
from db.models import OnDuty


@dataclass(frozen=True, slots=True)
class Tokens:
    """The token of each name; ``new`` are the rows of those that had none."""

    of: Mapping[str, str]
    new: Sequence[Mapping[str, str]]


def tokens(session: Session, names: Collection[str]) -> Tokens:
    """Find the tokens of people on duty; nobody's is blank."""
    found = {"": ""}
    if names != {""}:
        rows = select(OnDuty.name, OnDuty.token).where(OnDuty.name.in_(names))
        found |= {row.name: row.token for row in session.connection().execute(rows)}
    new = [_new(name) for name in sorted(names) if name not in found]
    return Tokens(found | {row["name"]: row["token"] for row in new}, new)


def _new(name: str) -> Mapping[str, str]:
    salt = secrets.token_hex(16)
    return {"token": salted(salt, name), "salt": salt, "name": name}
