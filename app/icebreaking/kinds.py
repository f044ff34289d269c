"""What deeds on rounds write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.icebreaking import deeds as d
from app.journal.deeds import Deed, Entry, Kind, Kinds, kinds
from app.journal.undo import changed_back, refuse_if_written_since, undone_by
from app.journal.writes import changes, row_of, takes, with_instants
from db.models import Icebreaker

_COLUMNS = ("day", "starts_at", "minutes", "pause", "size", "seats", "gone")


def icebreaking_kinds() -> Kinds:
    """Give the kinds of deeds on rounds."""
    return kinds(
        Kind(d.RoundsSet, row_of(Icebreaker), _take_out, _id),
        Kind(d.RoundsChanged, changes(Icebreaker, with_instants), changed_back(Icebreaker), _id),
        Kind(d.RoundsTakenOut, takes(Icebreaker, gone=True), undone_by(d.RoundsPutBack), _id),
        Kind(d.RoundsPutBack, takes(Icebreaker, gone=False), undone_by(d.RoundsTakenOut), _id),
    )


def _id(deed: Any) -> UUID:
    thing: UUID = deed.id
    return thing


def _take_out(session: Session, entry: Entry[d.RoundsSet]) -> Sequence[Deed]:
    refuse_if_written_since(session, entry, Icebreaker, entry.deed.id, _COLUMNS)
    return [d.RoundsTakenOut(entry.deed.id)]
