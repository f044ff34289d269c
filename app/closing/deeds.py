"""Deeds of closing a day, and how they are taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.deeds import Deed, Entry, Kind, Kinds, kinds
from app.journal.undo import refuse_if_written_since
from app.journal.writes import some
from db.merge import Write
from db.models import Day


@dataclass(frozen=True, slots=True)
class DayClosed:
    """Somebody said that a day is done.

    ``left`` counts what was open then, by the words of ``app.closing.closing.Open``.
    """

    id: UUID
    closed_at: datetime
    left: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DayReopened:
    """A day is not done, as it was said to be at ``closed_at``."""

    id: UUID
    closed_at: datetime
    left: dict[str, int] = field(default_factory=dict)


def closing_kinds() -> Kinds:
    """Give the kinds of deeds of closing a day."""
    return kinds(
        Kind(DayClosed, _close, _other_way(DayReopened), lambda deed: deed.id),
        Kind(DayReopened, _reopen, _other_way(DayClosed), lambda deed: deed.id),
    )


def _close(entry: Entry[DayClosed]) -> Iterable[Write]:
    return [some(entry, Day, entry.deed.id, {"closed_at": entry.deed.closed_at})]


def _reopen(entry: Entry[DayReopened]) -> Iterable[Write]:
    return [some(entry, Day, entry.deed.id, {"closed_at": None})]


def _other_way(kind: type[Any]) -> Any:
    def undo(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
        deed = entry.deed
        refuse_if_written_since(session, entry, Day, deed.id, ("closed_at",))
        return [kind(deed.id, deed.closed_at, deed.left)]

    return undo
