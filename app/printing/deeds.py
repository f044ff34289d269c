"""Deeds of printing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from app.journal.deeds import Entry, Kind, Kinds, kinds
from app.journal.writes import whole
from db.merge import Write
from db.models import Print


@dataclass(frozen=True, slots=True)
class BadgePrinted:
    """A badge came out on paper. ``content`` is a hash of what stands on it.

    ``place`` counts the badges of a large run from 1, in the order they came out; 0: it came
    out alone and was handed over.
    """

    badge: UUID
    delegate: UUID
    stock: str
    content: str
    place: int = 0


def printing_kinds() -> Kinds:
    """Give the kinds of deeds of printing. Paper can't be taken back, so undo passes over it."""
    return kinds(Kind(BadgePrinted, _printed, subject=lambda deed: deed.delegate))


def _printed(entry: Entry[BadgePrinted]) -> Iterable[Write]:
    values = {
        "badge_id": entry.deed.badge,
        "delegate_id": entry.deed.delegate,
        "stock": entry.deed.stock,
        "content": entry.deed.content,
        "at": entry.at,
        "place": entry.deed.place,
    }
    return [whole(entry, Print, entry.id, values)]
