"""Deeds at the desk's scanner: check-ins, badges, refusals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.deeds import BuiltOn, Deed, Entry, Kind, Kinds, Personal, kinds, refuse_undo
from app.journal.writes import some, takes, whole
from db.merge import Write
from db.models import Badge, CheckIn, ScanRefusal


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """A delegate was let in. ``by`` is ``badge``, ``ticket`` or ``name``."""

    delegate: UUID
    day: date
    by: str


@dataclass(frozen=True, slots=True)
class CheckedOut:
    """A delegate left for a while."""

    delegate: UUID
    day: date
    by: str


@dataclass(frozen=True, slots=True)
class CameBack:
    """A delegate who had left was let in again."""

    delegate: UUID
    day: date
    by: str


@dataclass(frozen=True, slots=True)
class CheckInTakenBack:
    """A check-in, check-out or return did not happen. ``id`` is that deed's."""

    id: UUID
    delegate: UUID


@dataclass(frozen=True, slots=True)
class CheckInRestored:
    """It did happen."""

    id: UUID
    delegate: UUID


@dataclass(frozen=True, slots=True)
class ScanRefused:
    """A scan let nobody in. The fields are what the desk was told, so that a repeat is told it."""

    reason: str
    delegate: UUID | None
    since: datetime | None = None
    desk: str = ""
    days: tuple[date, ...] = ()
    substitute: UUID | None = None
    schedule: UUID | None = None


@dataclass(frozen=True, slots=True)
class BadgeIssued:
    """A delegate was given their first code. ``code_id`` is six random bytes as hex."""

    id: UUID
    code_id: str
    key_id: str
    delegate: UUID


@dataclass(frozen=True, slots=True)
class BadgeReplaced:
    """A delegate was given a new code, and the old ones no longer open a door."""

    id: UUID
    code_id: str
    key_id: str
    delegate: UUID
    issue: int
    replaces: tuple[UUID, ...]
    reason: Personal[str] = ""


def checkin_kinds() -> Kinds:
    """Give the kinds of deeds at the desk's scanner."""
    return kinds(
        Kind(CheckedIn, lambda entry: _passed(entry, "in"), _take_back, _delegate),
        Kind(CheckedOut, lambda entry: _passed(entry, "out"), _take_back, _delegate),
        Kind(CameBack, lambda entry: _passed(entry, "back_in"), _take_back, _delegate),
        Kind(CheckInTakenBack, takes(CheckIn, gone=True), _restore, _delegate),
        Kind(CheckInRestored, takes(CheckIn, gone=False), _take_restored_back, _delegate),
        Kind(ScanRefused, _refused, subject=_delegate),
        Kind(BadgeIssued, _issue, subject=_delegate),
        Kind(BadgeReplaced, _replace, refuse_undo, _delegate),
    )


def _delegate(deed: Any) -> UUID | None:
    subject: UUID | None = deed.delegate
    return subject


def _passed(entry: Entry[Any], way: str) -> Iterable[Write]:
    values = {
        "delegate_id": entry.deed.delegate,
        "day": entry.deed.day,
        "way": way,
        "by": entry.deed.by,
        "at": entry.at,
        "desk_id": entry.desk,
        "hlc": entry.hlc,
    }
    return [whole(entry, CheckIn, entry.id, values)]


def _take_back(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    _refuse_if_passed_since(session, entry, entry.id)
    return [CheckInTakenBack(entry.id, entry.deed.delegate)]


def _restore(session: Session, entry: Entry[CheckInTakenBack]) -> Sequence[Deed]:
    _refuse_if_passed_since(session, entry, entry.deed.id)
    _refuse_if_let_in_otherwise(session, entry)
    return [CheckInRestored(entry.deed.id, entry.deed.delegate)]


def _take_restored_back(session: Session, entry: Entry[CheckInRestored]) -> Sequence[Deed]:
    _refuse_if_passed_since(session, entry, entry.deed.id)
    return [CheckInTakenBack(entry.deed.id, entry.deed.delegate)]


def _refuse_if_passed_since(session: Session, entry: Entry[Any], check_in: UUID) -> None:
    row = session.get(CheckIn, check_in)
    if row is None:
        return
    query = select(CheckIn).where(
        CheckIn.delegate_id == row.delegate_id,
        CheckIn.day == row.day,
        CheckIn.alive,
        CheckIn.hlc > row.hlc,
    )
    later = session.scalar(query.limit(1))
    if later is not None:
        raise BuiltOn(type(entry.deed).__name__, entry.id, later.way, later.at)


def _refuse_if_let_in_otherwise(session: Session, entry: Entry[CheckInTakenBack]) -> None:
    """Refuse to bring an entry of a day back beside another, also beside an earlier one."""
    row = session.get(CheckIn, entry.deed.id)
    if row is None or row.way != "in":
        return
    query = select(CheckIn).where(
        CheckIn.delegate_id == row.delegate_id,
        CheckIn.day == row.day,
        CheckIn.way == "in",
        CheckIn.alive,
        CheckIn.id != row.id,
    )
    other = session.scalar(query.limit(1))
    if other is not None:
        raise BuiltOn(type(entry.deed).__name__, entry.id, other.way, other.at)


def _refused(entry: Entry[ScanRefused]) -> Iterable[Write]:
    values = {
        "reason": entry.deed.reason,
        "delegate_id": entry.deed.delegate,
        "at": entry.at,
        "desk_id": entry.desk,
    }
    return [whole(entry, ScanRefusal, entry.id, values)]


def _issue(entry: Entry[Any]) -> Iterable[Write]:
    values = {
        "code_id": entry.deed.code_id,
        "key_id": entry.deed.key_id,
        "delegate_id": entry.deed.delegate,
        "issue": getattr(entry.deed, "issue", 1),
        "issued_at": entry.at,
    }
    return [whole(entry, Badge, entry.deed.id, values)]


def _replace(entry: Entry[BadgeReplaced]) -> Iterable[Write]:
    yield from _issue(entry)
    values = {
        "revoked": "replaced",
        "revoked_at": entry.at,
        "revoked_desk": entry.desk,
        "revoked_reason": entry.deed.reason,
    }
    for badge in entry.deed.replaces:
        yield some(entry, Badge, badge, values)
