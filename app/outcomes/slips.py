"""Which meeting a scanned slip is of, and whether what stands on it still holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.codes import MEETING, BadgeCode, Unreadable, read_code
from app.checkin.identify import signing_keys
from app.checkin.meeting_codes import code_id_of
from app.errors import DeskError
from app.event.facts import event_facts
from app.journal.journal import Journal
from app.meetings.arranged import CANCELLED
from db.models import LogRow, Meeting, Slot, Table

_MOVED = "MeetingMoved"


@dataclass(eq=False)
class NoSlip(DeskError):
    """A code is no meeting slip's, or names no meeting of this event any more.

    ``reason`` is as in the decision on a scan; ``unknown``: it was taken out, or its slip says a
    place where it never was.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class Spot:
    """When and where a meeting is: the time of day at the venue, and its table; blank for none."""

    day: date | None
    clock: str
    table: str


@dataclass(frozen=True, slots=True)
class ScannedSlip:
    """The meeting of a slip, and where it takes place now.

    ``said`` is where the slip says, if that is elsewhere: it was printed before the meeting moved.
    """

    meeting: UUID
    number: str
    now: Spot
    said: Spot | None = None
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Slips:
    """Reads slips. Nothing is written."""

    journal: Journal

    def read(self, scanned: str) -> ScannedSlip:
        """Tell of which meeting a scanned slip is.

        Raises:
            NoSlip: Of none.
        """
        with self.journal.reading() as session:
            return slip_of(session, scanned)


def slip_of(session: Session, scanned: str) -> ScannedSlip:
    """Tell of which meeting a scanned slip is.

    Raises:
        NoSlip: Of none.
    """
    code = _code(session, scanned)
    spots = _Spots(session)
    rows = list(session.execute(_MEETINGS))
    for row in rows:
        if code_id_of(row.id, row.slot_id, row.table_id).hex() == code.code_id:
            return spots.slip(row)
    meetings = {row.id: row for row in rows}
    for meeting, slot, table in _left(session):
        is_it = code_id_of(meeting, slot, table).hex() == code.code_id
        if is_it and meeting in meetings:
            return spots.slip(meetings[meeting], said=spots.spot(slot, table))
    raise NoSlip("unknown")


_MEETINGS = select(
    Meeting.id, Meeting.number, Meeting.slot_id, Meeting.table_id, Meeting.state
).where(Meeting.alive)


def _code(session: Session, scanned: str) -> BadgeCode:
    try:
        code = read_code(scanned, signing_keys(session))
    except Unreadable as unreadable:
        raise NoSlip(unreadable.reason) from unreadable
    if code.kind != MEETING:
        raise NoSlip("wrong_kind")
    return code


def _left(session: Session) -> Iterator[tuple[UUID, UUID | None, UUID | None]]:
    """Yield each meeting that moved with where it was before, and where it went."""
    for text in session.scalars(select(LogRow.facts).where(LogRow.kind == _MOVED)):
        facts = json.loads(text)
        for slot, table in (("slot_before", "table_before"), ("slot_id", "table_id")):
            yield UUID(facts["id"]), _id(facts[slot]), _id(facts[table])


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None


class _Spots:
    """Says where meetings are as people at the venue do."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._facts = event_facts(session)

    def slip(self, meeting: Any, said: Spot | None = None) -> ScannedSlip:
        now = self.spot(meeting.slot_id, meeting.table_id)
        is_cancelled = meeting.state == CANCELLED
        said = None if said == now else said
        return ScannedSlip(meeting.id, meeting.number, now, said, is_cancelled)

    def spot(self, slot: UUID | None, table: UUID | None) -> Spot:
        starts = self._session.scalar(select(Slot.starts_at).where(Slot.id == slot))
        label = self._session.scalar(select(Table.label).where(Table.id == table))
        local = starts.astimezone(self._facts.zone) if starts else None
        day = local.date() if local else None
        return Spot(day, f"{local:%H:%M}" if local else "", label or "")
