"""Deeds of printing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.journal.deeds import Entry, Kind, Kinds, Personal, kinds
from app.journal.writes import whole
from db.merge import Write
from db.models import Print, Schedule, SchedulePrint


@dataclass(frozen=True, slots=True)
class BadgePrinted:
    """A badge came out on paper. ``content`` is a hash of what stands on it.

    ``place`` counts the badges of a desk's large runs from 1, in the order they came out; each run
    begins a box. 0: it came out alone and was handed over.
    """

    badge: UUID
    delegate: UUID
    stock: str
    content: Personal[str] = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class ScheduleIssued:
    """A delegate's schedule says something else than any sheet of it, so it has a new version.

    ``code_id`` is six random bytes as hex; all else is as ``Schedule`` has it.
    """

    id: UUID
    code_id: str
    key_id: str
    delegate: UUID
    version: int
    day: date | None
    content: Personal[str] = ""
    lines: tuple[dict[str, Any], ...] = ()
    after: UUID | None = None


@dataclass(frozen=True, slots=True)
class SchedulePrinted:
    """A version of a schedule came out on paper."""

    schedule: UUID
    delegate: UUID


def printing_kinds() -> Kinds:
    """Give the kinds of deeds of printing. Paper can't be taken back, so undo passes over it."""
    return kinds(
        Kind(BadgePrinted, _printed, subject=_delegate),
        Kind(ScheduleIssued, _schedule_issued, subject=_delegate),
        Kind(SchedulePrinted, _schedule_printed, subject=_delegate),
    )


def _delegate(deed: Any) -> UUID:
    subject: UUID = deed.delegate
    return subject


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


def _schedule_issued(entry: Entry[ScheduleIssued]) -> Iterable[Write]:
    deed = entry.deed
    values = {
        "code_id": deed.code_id,
        "key_id": deed.key_id,
        "delegate_id": deed.delegate,
        "version": deed.version,
        "day": deed.day,
        "content": deed.content,
        "lines": list(deed.lines),
        "after": deed.after,
    }
    return [whole(entry, Schedule, deed.id, values)]


def _schedule_printed(entry: Entry[SchedulePrinted]) -> Iterable[Write]:
    values = {
        "schedule_id": entry.deed.schedule,
        "delegate_id": entry.deed.delegate,
        "at": entry.at,
    }
    return [whole(entry, SchedulePrint, entry.id, values)]
