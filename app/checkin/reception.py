"""What a registration desk looks at while it works: who stands there, who came, what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.badges import active_badges
from app.checkin.boxes import PRINTS, BoxPlace, box_place
from app.checkin.presence import Arrivals, arrivals, presence
from app.checkin.scanning import Admitted, LeftFor, Scan, Scanning
from app.delegates.decided import Decided, decided
from app.delegates.lookup import Found, FoundPerson, Lookup, state_of
from app.delegates.orders import PersonOrder
from app.delegates.person import Person, people, person
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.delegates.suggesting import KnownWords, known_words
from app.event.facts import desk_name, event_facts
from app.itinerary.items import Itinerary
from app.itinerary.now_for import itinerary_of
from app.journal.journal import Journal
from app.journal.undo import TakenBack, take_back
from app.meetings.upcoming import DelegateMeetings, meetings_of
from db.ids import new_id
from db.models import CheckIn, Delegate, Print, ScanRefusal

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BadgeStanding:
    """What is known of a delegate's badge on paper.

    ``lies`` tells where; nowhere if it was printed alone, or never. ``is_old``: it was printed
    before its code was replaced.
    """

    printed_at: datetime | None = None
    lies: BoxPlace | None = None
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class AtDesk:
    """A delegate who stands at the desk. ``state`` is as ``FoundPerson`` has it.

    Of somebody who is not to come, ``decided`` tells since when and why. ``substitute`` has
    their place, and with it the meetings that ``passed_over``.
    """

    person: Person
    state: str
    since: datetime | None
    desk: str
    badge: BadgeStanding
    decided: Decided | None = None
    substitute: FoundPerson | None = None
    passed_over: DelegateMeetings | None = None


@dataclass(frozen=True, slots=True)
class RecentScan:
    """Something that happened at a desk, also another one.

    ``verdict`` is ``checked_in``, ``back_in``, ``left`` or the reason of a refusal.
    """

    verdict: str
    delegate: UUID | None
    name: str
    at: datetime
    desk: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The side of the desk: arrivals of a day by delegation, and the last scans, newest first.

    ``known`` tells whether anybody is registered at all.
    """

    day: date
    arrivals: tuple[Arrivals, ...]
    recent: tuple[RecentScan, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class Reception:
    """Everything that the page of a registration desk asks and does."""

    journal: Journal
    letters: str

    def scan(self, scan: Scan) -> Admitted:
        """Decide on a scan, as ``Scanning.scan`` does."""
        return Scanning(self.journal).scan(scan)

    def check_in(self, delegate: UUID, deed_id: UUID) -> Admitted:
        """Let in a delegate who was found by name. Refuses as a scan does."""
        return Scanning(self.journal).check_in(delegate, deed_id=deed_id)

    def check_out(self, delegate: UUID) -> LeftFor:
        """Note that a delegate leaves for a while."""
        return Scanning(self.journal).check_out(delegate)

    def accept_and_check_in(
        self, delegate: UUID, deed_id: UUID, despite_full: str | None = None
    ) -> Admitted:
        """Accept somebody who was not to come, and let them in: two deeds, two undos.

        Raises:
            PlacesFull: No place is left, and nobody decided (``despite_full``) why they come in.
        """
        roster = Roster(self.journal, self.letters)
        is_decided = despite_full is not None
        reason = despite_full if despite_full is not None else "at the desk"
        roster.set_status(delegate, Status.ACCEPTED, reason, despite_full=is_decided)
        return self.check_in(delegate, deed_id)

    def admit_today_and_check_in(self, delegate: UUID, deed_id: UUID) -> Admitted:
        """Admit somebody today who was expected on other days, and let them in."""
        with self.journal.reading() as session:
            today = event_facts(session).day_of(self.journal.clock())
            days = {date.fromisoformat(day) for day in person(session, delegate).days}
        order = PersonOrder(days=tuple(sorted({*days, today})))
        Roster(self.journal, self.letters).edit(delegate, order)
        return self.check_in(delegate, deed_id)

    def register(
        self, order: PersonOrder, *, known_apart: bool = False, despite_full: str | None = None
    ) -> Person:
        """Take in a walk-in, as ``Roster.register`` does."""
        return Roster(self.journal, self.letters).register(
            order, known_apart=known_apart, despite_full=despite_full
        )

    def known_words(self, locale: str) -> KnownWords:
        """Give what the form for a walk-in may be filled with."""
        return known_words(self.journal, locale)

    def substitute(
        self, absent: UUID, order: PersonOrder, *, despite_full: str | None = None
    ) -> Person:
        """Let somebody take over a delegate's place, as ``Roster.substitute`` does."""
        roster = Roster(self.journal, self.letters)
        return roster.substitute(absent, order, despite_full=despite_full)

    def take_back(self, unit: UUID) -> TakenBack:
        """Take back one deed of this desk."""
        return take_back(self.journal, unit)

    def find(self, text: str, day: date, limit: int) -> Found:
        """Find delegates as staff type, as ``Lookup.find`` does."""
        return Lookup(self.journal).find(text, day, limit)

    def about(self, delegate: UUID) -> AtDesk:
        """Tell what a desk needs to know of a delegate today.

        Raises:
            UnknownDelegate: They were taken off the list.
        """
        with self.journal.reading() as session:
            found = person(session, delegate)
            day = event_facts(session).day_of(self.journal.clock())
            passed = presence(session, delegate, day)
            state = state_of(found, passed.way if passed else None)
            since, desk = (passed.since, passed.desk) if passed else (None, "")
            told = AtDesk(
                found,
                state,
                since,
                desk,
                _badge(session, delegate),
                decided(session, self.journal.kinds, found),
                _substitute(session, found, day),
            )
        if told.substitute is None:
            return told
        return replace(told, passed_over=self.meetings(told.substitute.person.id))

    def meetings(self, delegate: UUID) -> DelegateMeetings:
        """Give a delegate's meetings, as ``meetings_of`` does; partners as they stand today."""
        return meetings_of(self.journal, delegate)

    def itinerary(self, delegate: UUID) -> Itinerary:
        """Give all that a delegate has to be at, as ``itinerary_of`` does."""
        return itinerary_of(self.journal, delegate)

    def overview(self, day: date, limit: int = 12, *, own: bool = False) -> Overview:
        """Give the arrivals of a day and its last scans, at all desks or at this one alone."""
        desk = self.journal.author.desk if own else None
        with self.journal.reading() as session:
            recent = _recent(session, day, limit, desk)
            known = session.scalar(select(Delegate.id).where(Delegate.alive).limit(1)) is not None
            return Overview(day, arrivals(session, day), recent, known)


def new_deed() -> UUID:
    """Make the id of a deed, before the first attempt at it."""
    return new_id()


def _substitute(session: Session, absent: Person, day: date) -> FoundPerson | None:
    """Find who has somebody's place; they may have been merged away since."""
    if absent.place_taken_by is None:
        return None
    found = people(session, {absent.place_taken_by}).get(absent.place_taken_by)
    if found is None:
        return None
    passed = presence(session, found.id, day)
    return FoundPerson(found, state_of(found, passed.way if passed else None))


def _badge(session: Session, delegate: UUID) -> BadgeStanding:
    query = PRINTS.where(Print.delegate_id == delegate)
    last = session.execute(query.order_by(Print.stamp.desc()).limit(1)).first()
    if last is None:
        return BadgeStanding()
    active = active_badges(session, [delegate]).get(delegate)
    is_old = active is None or active.id != last.badge_id
    return BadgeStanding(last.at, box_place(last.letters, last.place), is_old)


def _recent(session: Session, day: date, limit: int, desk: UUID | None) -> tuple[RecentScan, ...]:
    """Give what was let in and what was refused, merged by time; ``desk`` leaves out others."""
    zone = event_facts(session).zone
    begins, ends = (datetime.combine(each, time(), zone) for each in (day, day + _ONE_DAY))
    passed = session.execute(
        select(CheckIn.way, CheckIn.delegate_id, CheckIn.at, CheckIn.desk_id)
        .where(CheckIn.day == day, CheckIn.alive, CheckIn.at.is_not(None))
        .where(*([CheckIn.desk_id == desk] if desk else []))
        .order_by(CheckIn.at.desc())
        .limit(limit)
    )
    refused = session.execute(
        select(ScanRefusal.reason, ScanRefusal.delegate_id, ScanRefusal.at, ScanRefusal.desk_id)
        # Refusals know no day of their own.
        .where(ScanRefusal.alive, ScanRefusal.at >= begins, ScanRefusal.at < ends)
        .where(*([ScanRefusal.desk_id == desk] if desk else []))
        .order_by(ScanRefusal.at.desc())
        .limit(limit)
    )
    happened = [
        _Happened(_WAYS[way], delegate, at, desk) for way, delegate, at, desk in passed if at
    ]
    happened += [
        _Happened(reason, delegate, at, desk) for reason, delegate, at, desk in refused if at
    ]
    happened.sort(key=lambda each: each.at, reverse=True)
    return _told(session, happened[:limit])


class _Happened(NamedTuple):
    verdict: str
    delegate: UUID | None
    at: datetime
    desk: UUID | None


def _told(session: Session, happened: Sequence[_Happened]) -> tuple[RecentScan, ...]:
    known = people(session, {each.delegate for each in happened if each.delegate})
    return tuple(
        RecentScan(
            each.verdict,
            each.delegate,
            known[each.delegate].name if each.delegate and each.delegate in known else "",
            each.at,
            desk_name(session, each.desk),
        )
        for each in happened
    )


_WAYS = {"in": "checked_in", "back_in": "back_in", "out": "left"}
