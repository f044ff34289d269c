"""The versions that were made of schedules, and which of them are out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from hashlib import blake2b
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.person import Person
from app.journal.turns import chunks
from app.meetings.attendees import Attendees
from app.printing.schedules.lines import Pause, ScheduleDay, ScheduleLine
from db.models import Delegate, Schedule, SchedulePrint


@dataclass(frozen=True, slots=True)
class Sheet:
    """A version of a schedule. ``day`` is the only one it is for, if it is for one.

    ``content`` is a hash of all that stands on it, ``stored`` its meetings as they are stored.
    ``after`` is the version that was out when this one was made.
    """

    id: UUID
    delegate: UUID
    key_id: str
    code_id: str
    version: int
    day: date | None
    content: str
    stored: Sequence[Mapping[str, Any]]
    after: UUID | None


@dataclass(frozen=True, slots=True)
class Out:
    """A sheet that came out on paper, and when it did last."""

    sheet: Sheet
    printed_at: datetime


class Versions:
    """All versions of the schedules of some delegates, or of everybody.

    Those of somebody who was merged are those of whom they were merged into.
    """

    def __init__(self, session: Session, delegates: Collection[UUID] | None = None) -> None:
        self._session = session
        self._of_all = delegates is None
        self._merged = merged_into(session)
        wanted = None if delegates is None else set(delegates)
        if wanted is not None:
            wanted |= {each for each in self._merged if standing_for(self._merged, each) in wanted}
        self.by_id: dict[UUID, Sheet] = {}
        self._of: dict[UUID, list[Sheet]] = defaultdict(list)
        self._out: dict[UUID, list[Out]] = defaultdict(list)
        for row in _rows(session, _ISSUED, Schedule.delegate_id, wanted):
            sheet = Sheet(row[0], standing_for(self._merged, row[1]), *row[2:])
            self.by_id[sheet.id] = sheet
            self._of[sheet.delegate].append(sheet)
        for schedule, at in _rows(session, _PRINTED, SchedulePrint.delegate_id, wanted):
            printed = self.by_id.get(schedule)
            if printed is not None and at is not None:
                self._out[printed.delegate].append(Out(printed, at))

    @property
    def holders(self) -> Set[UUID]:
        """Give those for whom any sheet came out."""
        return self._out.keys()

    def newest(self, delegate: UUID, day: date | None) -> Sheet | None:
        """Give the last version of somebody's schedule of all days, or of one."""
        fitting = [each for each in self._of[delegate] if each.day == day]
        return fitting[-1] if fitting else None

    def next_version(self, delegate: UUID) -> int:
        """Give the number that a new version has."""
        return max((each.version for each in self._of[delegate]), default=0) + 1

    def last_out(self, delegate: UUID, day: date | None = None) -> Out | None:
        """Give what came out last of those that tell of a day, or of all days."""
        fitting = [each for each in self._out[delegate] if each.sheet.day in (None, day)]
        return fitting[-1] if fitting else None

    def printed_at(self, sheet: Sheet) -> datetime | None:
        """Give when a sheet came out last, if it ever did."""
        times = [each.printed_at for each in self._out[sheet.delegate] if each.sheet == sheet]
        return times[-1] if times else None

    def lines(self, sheet: Sheet) -> tuple[ScheduleLine, ...]:
        """Give what stood on a sheet, with the names that people have now."""
        named = {UUID(each) for line in sheet.stored for each in line["partners"]}
        attendees = self._everybody if self._of_all else Attendees(self._session, named)
        return tuple(
            ScheduleLine(
                UUID(line["meeting"]),
                datetime.fromisoformat(line["starts_at"]),
                datetime.fromisoformat(line["ends_at"]),
                line["table"],
                line["kind"],
                attendees.named(
                    {standing_for(self._merged, UUID(each)): None for each in line["partners"]}
                ),
                line.get("title", ""),
                line.get("for_all", False),
            )
            for line in sheet.stored
        )

    @cached_property
    def _everybody(self) -> Attendees:
        return Attendees(self._session)


def holder(session: Session, sheet: UUID) -> UUID:
    """Give whose a sheet is now: of whoever was merged, that of whom they were merged into."""
    delegate = session.get_one(Schedule, sheet).delegate_id
    assert delegate is not None  # noqa: S101 - written whole, so it has its delegate
    return standing_for(merged_into(session), delegate)


def stored(line: ScheduleLine) -> dict[str, Any]:
    """Give a line as ``Schedule.lines`` has it: ids for people, and no names.

    Only that of a session has a title.
    """
    of_session = {"title": line.title, "for_all": line.for_all} if line.title else {}
    return of_session | {
        "meeting": str(line.meeting),
        "starts_at": line.starts_at.isoformat(),
        "ends_at": line.ends_at.isoformat(),
        "table": line.table,
        "kind": line.kind,
        "partners": [str(each.id) for each in line.partners],
    }


def content_of(who: Person, days: Sequence[ScheduleDay]) -> str:
    """Hash all that a schedule says, as ``Schedule.content`` has it."""
    said = [
        (who.name, who.organisation, who.country, who.badge_number),
        [(day.date, list(map(_said, day.entries))) for day in days],
    ]
    return blake2b(repr(said).encode(), digest_size=8).hexdigest()


def _said(entry: ScheduleLine | Pause) -> tuple[object, ...]:
    if isinstance(entry, Pause):
        return entry.starts_at, entry.ends_at, entry.is_free
    if entry.title:
        return entry.starts_at, entry.ends_at, entry.table, entry.title
    partners = [(each.name, each.organisation) for each in entry.partners]
    return entry.starts_at, entry.ends_at, entry.table, entry.kind, partners


_ISSUED = (
    select(
        Schedule.id,
        Schedule.delegate_id,
        Schedule.key_id,
        Schedule.code_id,
        Schedule.version,
        Schedule.day,
        Schedule.content,
        Schedule.lines,
        Schedule.after,
    )
    .where(Schedule.alive, Schedule.delegate_id.is_not(None))
    .order_by(Schedule.version, Schedule.stamp)
)
_PRINTED = (
    select(SchedulePrint.schedule_id, SchedulePrint.at)
    .where(SchedulePrint.alive)
    .order_by(SchedulePrint.stamp)
)
_MERGED = select(Delegate.id, Delegate.merged_into).where(Delegate.merged_into.is_not(None))


def merged_into(session: Session) -> Mapping[UUID, UUID]:
    """Give into whom each of those was merged who were."""
    rows = session.connection().execute(_MERGED)
    return {delegate: into for delegate, into in rows if into is not None}


def standing_for(merged: Mapping[UUID, UUID], entry: UUID) -> UUID:
    """Give into whom an entry was merged in the end; the entry itself, if into nobody."""
    seen = {entry}
    while (further := merged.get(entry)) is not None and further not in seen:
        seen.add(further)
        entry = further
    return entry


def _rows(session: Session, query: Any, whose: Any, wanted: Collection[UUID] | None) -> Any:
    """Give the rows of some delegates, or all; those of each delegate are in their order."""
    if wanted is None:
        yield from session.connection().execute(query)
        return
    for part in chunks(sorted(wanted)):
        yield from session.connection().execute(query.where(whose.in_(part)))
