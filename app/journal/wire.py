"""Deeds as text, and the chain of hashes over it."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, get_type_hints
from uuid import UUID

import msgspec

from app.journal.deeds import PERSONAL, Entry, Kind, Kinds
from db.models import LogDetail, LogRow


@dataclass(frozen=True, slots=True)
class Written:
    """A deed as two texts: facts that stay, and personal values that erasure may delete."""

    facts: str
    personal: str


def as_text(deed: Any) -> Written:
    """Write a deed as JSON; the personal half is blank if the kind has none."""
    whole: dict[str, Any] = msgspec.to_builtins(deed)
    personal = personal_fields(deed.__class__)
    hidden = {name: whole.pop(name) for name in personal}
    return Written(_json(whole), _json(hidden) if hidden else "")


def from_text(kind: Kind[Any], facts: str, personal: str) -> Any:
    """Read a deed back. Erased personal values come back as their fields' defaults."""
    whole = json.loads(facts) | (json.loads(personal) if personal else {})
    return msgspec.convert(whole, kind.deed)


def to_rows(
    entry: Entry[Any], subject: UUID | None, place: tuple[int, str], on_duty: str
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Give the log row and the row of its personal values, if it has any.

    Args:
        entry: The deed in its envelope.
        subject: The thing whose history it belongs to.
        place: The desk's next number, and the digest of the desk's deed before.
        on_duty: The token of who is on duty.
    """
    written = as_text(entry.deed)
    detail = None
    hidden = ""
    if written.personal:
        salt = secrets.token_hex(16)
        hidden = salted(salt, written.personal)
        detail = {"deed_id": entry.id, "salt": salt, "body": written.personal}
    row = {
        "id": entry.id,
        "unit": entry.unit,
        "undoes": entry.undoes,
        "desk_id": entry.desk,
        "desk_seq": place[0],
        "hlc": entry.hlc,
        "at": entry.at,
        "on_duty": on_duty,
        "kind": type(entry.deed).__name__,
        "subject": subject,
        "facts": written.facts,
        "detail": hidden,
        "prev": place[1],
    }
    return row | {"digest": digest(row)}, detail


def digest(row: dict[str, Any]) -> str:
    """Hash a log row, all but its own digest."""
    covered = [_as_chained(row[name]) for name in _CHAINED]
    # JSON shows where a text ends; joined by any letter, two rows could read the same.
    return hashlib.sha256(_json(covered).encode()).hexdigest()


def _as_chained(value: Any) -> str | UUID:
    """Give a value as the chain has it: as text, which JSON itself makes of an id."""
    if isinstance(value, str | UUID):
        return value
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)


def salted(salt: str, body: str) -> str:
    """Hash personal values so that without the salt nobody can guess them back."""
    return hashlib.sha256(f"{salt}\x1f{body}".encode()).hexdigest()


def to_entry(
    kinds: Kinds, row: LogRow, detail: LogDetail | None, on_duty: str | None = None
) -> Entry[Any]:
    """Read an entry back from its rows and the name of who was on duty."""
    deed = from_text(kinds[row.kind], row.facts, detail.body if detail else "")
    return Entry(row.id, row.unit, row.undoes, row.desk_id, row.hlc, row.at, on_duty or "", deed)


_CHAINED = (
    *("id", "unit", "undoes", "desk_id", "desk_seq", "hlc", "at", "on_duty"),
    *("kind", "subject", "facts", "detail", "prev"),
)


@cache
def personal_fields(deed: Hashable) -> tuple[str, ...]:
    """Name the fields of a deed's class that erasure must be able to delete."""
    hints = get_type_hints(deed, include_extras=True)
    return tuple(
        name for name, hint in hints.items() if PERSONAL in getattr(hint, "__metadata__", ())
    )


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
