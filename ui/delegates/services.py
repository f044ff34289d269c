"""What the page of delegates needs of ``app``."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QLocale

from app.applications.accepting import Accepting
from app.applications.letters.mails import MailsWritten, mail_text, write_mails_to
from app.applications.next_in import WaitingList
from app.applications.notice import Notice, notice
from app.checkin.badges import Badges, Replaced
from app.checkin.scanning import Admitted, LeftFor, Scanning
from app.checkin.several import SeveralAdmitted, check_in_several
from app.delegates.decisions import Decisions
from app.delegates.describing import Describing, OrganisationWords
from app.delegates.detail import DelegateDetail, Details
from app.delegates.doubts import Doubts, OpenDoubt
from app.delegates.export import export_file
from app.delegates.lookup import Found, Lookup
from app.delegates.orders import PersonOrder
from app.delegates.organisations import Organisations
from app.delegates.person import Person
from app.delegates.profiles import OrganisationFacts
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.delegates.seeking import Seeking
from app.delegates.suggesting import KnownWords, known_words
from app.delegates.table import DelegateRow, DelegateTable
from app.desks import OpenEvent
from app.itinerary.booking import Bookable, Booking
from app.itinerary.items import Itinerary, Part
from app.itinerary.now_for import itinerary_of
from app.meetings.of_organisation import OrganisationSeen, organisation_seen
from app.meetings.pairs import Pair, Pairs
from app.meetings.upcoming import DelegateMeetings, meetings_of
from app.meetings.views import RequestFacts
from app.partners.finding import Partner, Partners
from ui.delegates.accept_dialog import AcceptingCalls


class ScanningCalls(Protocol):
    """What this page needs of ``Scanning``."""

    def check_in(self, delegate: UUID) -> Admitted: ...
    def check_out(self, delegate: UUID) -> LeftFor: ...


class RosterCalls(Protocol):
    """What this page needs of ``Roster``."""

    def edit(self, delegate: UUID, order: PersonOrder) -> Person: ...
    def set_status(
        self, delegate: UUID, status: Status, reason: str = "", *, despite_full: bool = False
    ) -> Person: ...
    def set_status_of_many(
        self, delegates: Collection[UUID], status: Status, reason: str = ""
    ) -> tuple[UUID, ...]: ...
    def merge(self, kept: UUID, merged: UUID) -> Person: ...
    def substitute(
        self, absent: UUID, order: PersonOrder, *, despite_full: str | None = None
    ) -> Person: ...


class BadgeCalls(Protocol):
    """What this page needs of ``Badges``."""

    def replace(self, delegate: UUID, reason: str) -> Replaced: ...


class DoubtCalls(Protocol):
    """What this page needs of ``Doubts``."""

    def open(self) -> tuple[OpenDoubt, ...]: ...
    def settle(self, doubt: UUID) -> None: ...


class OrganisationCalls(Protocol):
    """What this page needs of ``Organisations``."""

    def merge(self, kept: str, merged: str) -> OrganisationFacts: ...
    def shorten(self, organisation: str, short_name: str) -> OrganisationFacts: ...


class BookingCalls(Protocol):
    """What this page needs of ``app.itinerary.booking.Booking``."""

    def bookable(self, delegate: UUID) -> tuple[Bookable, ...]: ...
    def book(self, delegate: UUID, part: Part, thing: UUID) -> int: ...
    def unbook(self, delegate: UUID, part: Part, thing: UUID) -> None: ...


class DescribingCalls(Protocol):
    """What this page needs of ``Describing``."""

    def describe(self, organisation: str, words: OrganisationWords) -> OrganisationFacts: ...


class PartnerCalls(Protocol):
    """What this page needs of ``Partners``."""

    def of(self, delegate: UUID, most: int = 10) -> tuple[Partner, ...]: ...
    def ask(self, delegate: UUID, partner: UUID) -> RequestFacts: ...


class DecisionCalls(Protocol):
    """What this page needs of ``Decisions``."""

    def take_value(self, doubt: UUID) -> Person: ...


@dataclass(frozen=True, slots=True)
class DelegateServices:
    """The services of the page."""

    rows: Callable[[date], tuple[DelegateRow, ...]]
    detail: Callable[[UUID, date], DelegateDetail]
    meetings: Callable[[UUID, date], DelegateMeetings]
    pair: Callable[[UUID, UUID, date], Pair]
    find: Callable[[str, date, int], Found]
    known_words: Callable[[], KnownWords]
    export: Callable[[Path, Collection[UUID]], int]
    mail: Callable[[UUID], str]
    write_mails: Callable[[Collection[UUID], Path], MailsWritten]
    check_in_several: Callable[[Collection[UUID]], SeveralAdmitted]
    notice: Callable[[], Notice | None]
    let_in: Callable[[UUID], Person]
    accepting: AcceptingCalls
    scanning: ScanningCalls
    roster: RosterCalls
    badges: BadgeCalls
    doubts: DoubtCalls
    organisations: OrganisationCalls
    organisation: Callable[[UUID], OrganisationSeen]
    describing: DescribingCalls
    partners: PartnerCalls
    seek: Callable[[str], tuple[frozenset[UUID], bool]]
    decisions: DecisionCalls
    itinerary: Callable[[UUID], Itinerary]
    booking: BookingCalls

    def read(self, delegate: UUID, day: date) -> Read:
        """Read all that the pane shows of a delegate."""
        detail, meetings = self.detail(delegate, day), self.meetings(delegate, day)
        return Read(detail, meetings, self.itinerary(delegate))


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one delegate for the pane."""

    detail: DelegateDetail
    meetings: DelegateMeetings
    itinerary: Itinerary


def delegate_services(event: OpenEvent) -> DelegateServices:
    """Give the services of an open event."""
    journal = event.journal
    table = DelegateTable(journal)
    return DelegateServices(
        rows=table.rows,
        detail=Details(table).of,
        meetings=partial(meetings_of, journal),
        pair=Pairs(table).of,
        find=Lookup(journal).find,
        known_words=partial(known_words, journal, QLocale.system().name()),
        export=partial(export_file, journal),
        mail=partial(mail_text, journal),
        write_mails=partial(write_mails_to, journal),
        check_in_several=partial(check_in_several, journal),
        notice=partial(notice, journal),
        let_in=WaitingList(journal).let_in,
        accepting=Accepting(journal),
        scanning=Scanning(journal),
        roster=Roster(journal, event.letters),
        badges=Badges(journal),
        doubts=Doubts(journal),
        organisations=Organisations(journal),
        organisation=partial(organisation_seen, journal),
        describing=Describing(journal),
        partners=Partners(journal, event.letters),
        seek=Seeking(journal).ids,
        decisions=Decisions(journal),
        itinerary=partial(itinerary_of, journal),
        booking=Booking(journal),
    )
