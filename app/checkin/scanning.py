"""The decision on a scan, and its effect."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.checkin.deeds import CameBack, CheckedIn, CheckedOut, ScanRefused
from app.checkin.identify import Unidentified, identify
from app.checkin.presence import presence
from app.delegates.person import Person, UnknownDelegate, people, person
from app.errors import DeskError
from app.event.facts import EventFacts, desk_name, event_facts
from app.journal.deeds import DeedIdTaken, Entry
from app.journal.journal import Journal, Unit
from app.storage import StorageRefused

_STATUS_REASONS = {
    "received": "not_accepted",
    "waiting": "waiting_list",
    "declined": "declined",
    "withdrawn": "withdrawn",
}
# These say nothing of our event, so that keeping a record of them would only be noise.
_PASSED_OVER = frozenset({"not_ours", "incomplete", "damaged"})


@dataclass(frozen=True, slots=True)
class Scan:
    """A code that a scanner typed or a camera saw.

    ``deed_id`` is made once for each scan, before the first attempt: asking again with the
    same id changes nothing and answers the same. ``at`` is when it happened, if not now.
    """

    text: str
    deed_id: UUID
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    """A delegate was let in. ``decision`` is ``checked_in`` or ``back_in``."""

    decision: str
    delegate: Person
    day: date
    at: datetime
    desk: str


@dataclass(frozen=True, slots=True)
class LeftFor:
    """A delegate left for a while."""

    delegate: Person
    day: date
    at: datetime
    desk: str


@dataclass(eq=False)
class NotAdmitted(DeskError):
    """A scan let nobody in.

    ``reason`` is one of: ``not_ours``, ``incomplete``, ``damaged``, ``newer_version``,
    ``other_event``, ``forged_or_damaged``, ``wrong_kind``, ``replaced``, ``ticket_replaced``,
    ``unknown``, ``erased``, ``removed``, ``place_taken``, ``not_accepted``, ``waiting_list``,
    ``declined``, ``withdrawn``, ``wrong_day``, ``already_in``, ``schedule``, ``old_schedule``.
    ``since`` and ``desk`` tell when and where the delegate was let in, or the badge was replaced.
    ``substitute`` has their place. ``schedule`` is the sheet that was scanned for a badge; the
    reason tells whether it still leads to the right tables.
    """

    reason: str
    delegate: Person | None = None
    since: datetime | None = None
    desk: str = ""
    days: tuple[date, ...] = ()
    substitute: Person | None = None
    schedule: UUID | None = None

    @property
    def code(self) -> str:
        """The reason."""
        return self.reason

    @property
    def is_kept(self) -> bool:
        """Tell whether the journal remembers it."""
        return self.reason not in _PASSED_OVER


@dataclass(eq=False)
class NotHere(DeskError):
    """Somebody who is not in the house can't leave it."""

    delegate: Person


@dataclass(frozen=True, slots=True)
class Scanning:
    """What a desk may do with a code, or with a delegate it has found by name."""

    journal: Journal

    def scan(self, scan: Scan) -> Admitted:
        """Let the delegate in whose code it is, exactly once a day, from whatever desk.

        Raises:
            NotAdmitted: With the first reason that applies. Nobody was checked in.
        """
        return self._admit(scan.deed_id, scan.at, scan.text)

    def check_in(
        self, delegate: UUID, *, deed_id: UUID | None = None, at: datetime | None = None
    ) -> Admitted:
        """Let in a delegate who was found by name. Refuses as ``scan`` does."""
        return self._admit(deed_id or uuid4(), at, delegate)

    def check_out(self, delegate: UUID, *, at: datetime | None = None) -> LeftFor:
        """Note that a delegate leaves for a while; the next scan lets them back in.

        Raises:
            NotHere: They are not in the house.
        """
        with self.journal.writing(Unit(uuid4(), at=at)) as pen:
            found = person(pen.session, delegate)
            facts = event_facts(pen.session)
            day = facts.day_of(at or self.journal.clock())
            before = presence(pen.session, delegate, day)
            if before is None or not before.here:
                raise NotHere(found)
            entry = pen.write(CheckedOut(delegate, day, "name"))
            return LeftFor(found, day, entry.at, desk_name(pen.session, entry.desk))

    def _admit(self, deed_id: UUID, at: datetime | None, whose: str | UUID) -> Admitted:
        try:
            return self._admit_once(deed_id, at, whose)
        except StorageRefused as refused:
            # The disk was full, and room was held back for just this.
            if not refused.problem.get("room_made"):
                raise
            return self._admit_once(deed_id, at, whose)

    def _admit_once(self, deed_id: UUID, at: datetime | None, whose: str | UUID) -> Admitted:
        refusal = None
        with self.journal.writing(Unit(deed_id, at=at)) as pen:
            before = self.journal.deed(pen.session, deed_id)
            if before is not None:
                return _answered(pen.session, before)
            try:
                deed, found = decide(pen.session, whose, at or self.journal.clock())
            except NotAdmitted as reason:
                refusal = reason
                if refusal.is_kept:
                    pen.write(_refused(refusal), deed_id)
            else:
                return _admitted(pen.session, pen.write(deed, deed_id), found)
        raise refusal


def decide(
    session: Session, whose: str | UUID, now: datetime
) -> tuple[CheckedIn | CameBack, Person]:
    """Give the deed that lets somebody in, and whom.

    Raises:
        NotAdmitted: They may not pass.
    """
    delegate, by = (whose, "name") if isinstance(whose, UUID) else _identified(session, whose, now)
    found = _person(session, delegate)
    _refuse_by_place(session, found)
    facts = event_facts(session)
    day = facts.day_of(now)
    _refuse_by_day(facts, found, day)
    before = presence(session, delegate, day)
    if before is None:
        return CheckedIn(delegate, day, by), found
    if before.here:
        raise NotAdmitted("already_in", found, before.since, before.desk)
    return CameBack(delegate, day, by), found


def _identified(session: Session, text: str, now: datetime) -> tuple[UUID, str]:
    found = identify(session, text)
    if not isinstance(found, Unidentified):
        return found.delegate, found.by
    if found.schedule is not None:
        # What schedules are made of is loaded where one is scanned in place of a badge.
        from app.printing.schedules.standing import scanned_sheet  # noqa: PLC0415

        sheet = scanned_sheet(session, found.schedule, now)
        holder = _person(session, sheet.delegate)
        reason = "old_schedule" if sheet.is_out_of_date else "schedule"
        raise NotAdmitted(reason, holder, schedule=found.schedule)
    if found.delegate is not None:
        raise NotAdmitted(found.reason, _person(session, found.delegate))
    badge = found.badge
    if badge is None or badge.delegate_id is None:
        raise NotAdmitted(found.reason)
    raise NotAdmitted(
        found.reason,
        _person(session, badge.delegate_id),
        badge.revoked_at,
        desk_name(session, badge.revoked_desk),
    )


def _person(session: Session, delegate: UUID) -> Person:
    try:
        return person(session, delegate)
    except UnknownDelegate as gone:
        raise NotAdmitted("removed") from gone


def _refuse_by_place(session: Session, found: Person) -> None:
    if found.place_taken_by is not None:
        # The substitute may have been merged away since; the place stays taken.
        substitute = people(session, {found.place_taken_by}).get(found.place_taken_by)
        raise NotAdmitted("place_taken", found, substitute=substitute)
    reason = _STATUS_REASONS.get(found.status)
    if reason is not None:
        raise NotAdmitted(reason, found)


def _refuse_by_day(facts: EventFacts, found: Person, day: date) -> None:
    admitted = tuple(date.fromisoformat(text) for text in found.days) or facts.days
    if day not in admitted or day not in facts.days:
        raise NotAdmitted("wrong_day", found, days=admitted)


def _refused(refusal: NotAdmitted) -> ScanRefused:
    return ScanRefused(
        refusal.reason,
        refusal.delegate.id if refusal.delegate else None,
        refusal.since,
        refusal.desk,
        refusal.days,
        refusal.substitute.id if refusal.substitute else None,
        refusal.schedule,
    )


def _answered(session: Session, entry: Entry[Any]) -> Admitted:
    """Give the answer that belongs to a deed in the log.

    Raises:
        DeedIdTaken: It was no scan.
    """
    deed = entry.deed
    if not isinstance(deed, CheckedIn | CameBack | ScanRefused):
        raise DeedIdTaken(entry.id, type(deed).__name__)
    if isinstance(deed, ScanRefused):
        raise _refused_before(session, deed)
    return _admitted(session, entry, _person(session, deed.delegate))


def _admitted(session: Session, entry: Entry[Any], found: Person) -> Admitted:
    decision = "checked_in" if isinstance(entry.deed, CheckedIn) else "back_in"
    return Admitted(decision, found, entry.deed.day, entry.at, desk_name(session, entry.desk))


def _refused_before(session: Session, deed: ScanRefused) -> NotAdmitted:
    told_of = people(session, {each for each in (deed.delegate, deed.substitute) if each})
    return NotAdmitted(
        deed.reason,
        told_of.get(deed.delegate) if deed.delegate else None,
        deed.since,
        deed.desk,
        deed.days,
        told_of.get(deed.substitute) if deed.substitute else None,
        deed.schedule,
    )
