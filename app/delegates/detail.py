"""All that is known of one delegate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.applications.reading import applications
from app.delegates.by_sector import InSector, in_sectors
from app.delegates.doubts import Doubts, OpenDoubt
from app.delegates.person import Person, people, person
from app.delegates.profiles import RoleFacts, roles_of
from app.delegates.table import DelegateRow, DelegateTable
from app.journal.log import Line, history
from db.models import Badge, CheckIn, Delegate, Desk, Imported, Organisation, Print

_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Passage:
    """A delegate passed a desk. ``way`` and ``by`` are those of ``CheckIn``."""

    day: date
    way: str
    by: str
    at: datetime
    desk: str


@dataclass(frozen=True, slots=True)
class Printout:
    """A badge came out on paper."""

    at: datetime
    stock: str


@dataclass(frozen=True, slots=True)
class BadgeFacts:
    """A code that a delegate was given. ``revoked`` is blank while it opens the door."""

    issue: int
    issued_at: datetime | None
    revoked: str
    revoked_at: datetime | None
    reason: str
    prints: tuple[Printout, ...]


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a row of the table leaves out.

    ``sources`` are the exports that spoke of them, ``short_name`` is their organisation's.
    ``roles`` are all organisations that they stand for, that on the badge first. Their application
    was ``received`` then, after the deadline by ``late_by``, if it was late.
    """

    city: str
    sectors: tuple[str, ...]
    seeks: str
    offers: str
    order_code: str
    sources: tuple[str, ...]
    substitute: Person | None
    substitutes_for: tuple[Person, ...]
    short_name: str = ""
    by_sector: tuple[InSector, ...] = ()
    roles: tuple[RoleFacts, ...] = ()
    received: datetime | None = None
    late_by: timedelta | None = None


@dataclass(frozen=True, slots=True)
class DelegateDetail:
    """A delegate: check-ins of all days and badges, oldest first; history, newest first."""

    row: DelegateRow
    more: Particulars
    check_ins: tuple[Passage, ...]
    badges: tuple[BadgeFacts, ...]
    history: tuple[Line, ...]
    doubts: tuple[OpenDoubt, ...]

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.row.person


@dataclass(frozen=True, slots=True)
class Details:
    """Looks one delegate up, down to the last line of their history."""

    table: DelegateTable

    def of(self, delegate: UUID, day: date) -> DelegateDetail:
        """Give all that is known of a delegate; their row is as of ``day``.

        Raises:
            UnknownDelegate: There is no such delegate.
        """
        journal = self.table.journal
        with journal.reading() as session:
            (row,) = self.table.read(session, day, {person(session, delegate).id})
            more = _particulars(session, row.person)
            check_ins = _check_ins(session, delegate)
            badges = _badges(session, delegate)
        doubts = Doubts(journal).open() if row.to_decide else ()
        return DelegateDetail(
            row=row,
            more=more,
            check_ins=check_ins,
            badges=badges,
            history=tuple(history(journal, subject=delegate, last=_MOST_LINES)),
            doubts=tuple(
                doubt for doubt in doubts if delegate in {each.id for each in doubt.delegates}
            ),
        )


def _particulars(session: Session, whose: Person) -> Particulars:
    stored = session.get_one(Delegate, whose.id)
    absent = select(Delegate.id).where(Delegate.place_taken_by == whose.id, Delegate.alive)
    absentees = set(session.scalars(absent))
    known = people(session, absentees | {each for each in (whose.place_taken_by,) if each})
    sources = select(Imported.source).where(Imported.delegate_id == whose.id, Imported.alive)
    short = select(Organisation.short_name).where(Organisation.id == stored.organisation_id)
    applied = next(iter(applications(session, [whose.id])), None)
    return Particulars(
        city=stored.city,
        sectors=tuple(stored.sectors),
        seeks=stored.seeks,
        offers=stored.offers,
        order_code=stored.order_code,
        # Behind the blank is a hash of the row.
        sources=tuple(sorted({source.split(" ")[0] for source in session.scalars(sources)})),
        substitute=known.get(whose.place_taken_by) if whose.place_taken_by else None,
        substitutes_for=tuple(each for each in known.values() if each.id in absentees),
        short_name=session.scalar(short) or "",
        by_sector=in_sectors(stored.by_sector),
        roles=roles_of(session, {whose.id})[whose.id],
        received=applied.received if applied is not None else None,
        late_by=applied.late_by if applied is not None else None,
    )


def _check_ins(session: Session, delegate: UUID) -> tuple[Passage, ...]:
    query = (
        select(CheckIn, Desk.name)
        .outerjoin(Desk, Desk.id == CheckIn.desk_id)
        .where(CheckIn.delegate_id == delegate, CheckIn.alive)
        .order_by(CheckIn.hlc)
    )
    return tuple(
        Passage(row.day, row.way, row.by, row.at, desk or "")
        for row, desk in session.execute(query)
        if row.day is not None and row.at is not None
    )


def _badges(session: Session, delegate: UUID) -> tuple[BadgeFacts, ...]:
    query = select(Badge).where(Badge.delegate_id == delegate, Badge.alive)
    badges = session.scalars(query.order_by(Badge.issue, Badge.issued_at, Badge.id)).all()
    prints = _prints(session, delegate, badges)
    return tuple(
        BadgeFacts(
            each.issue,
            each.issued_at,
            each.revoked,
            each.revoked_at,
            each.revoked_reason,
            prints.get(each.id, ()),
        )
        for each in badges
    )


def _prints(
    session: Session, delegate: UUID, badges: Sequence[Badge]
) -> Mapping[UUID | None, tuple[Printout, ...]]:
    ids = [badge.id for badge in badges]
    # A badge that was merged over still has the prints of the entry it came from.
    whose = or_(Print.delegate_id == delegate, Print.badge_id.in_(ids))
    found: dict[UUID | None, tuple[Printout, ...]] = {}
    for row in session.scalars(select(Print).where(whose, Print.alive).order_by(Print.stamp)):
        if row.at is not None:
            found[row.badge_id] = (*found.get(row.badge_id, ()), Printout(row.at, row.stock))
    return found
