"""Fills an event with what a sample has for it, by the services that a desk works with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from app.applications.accepting import Acceptance, Accepting, Choice
from app.applications.instants import instant_said
from app.applications.next_in import WaitingList
from app.applications.places import Places
from app.applications.reading import Applications, Standing
from app.applications.terms import Deadlines
from app.delegates.importing.imports import Imported, ImportOrder, Imports
from app.delegates.person import Person, person, resolve
from app.delegates.registration import Kind, Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.event.sample import Sample
from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsMade, RoundsOrder
from app.icebreaking.rounds import KeptRounds, Timetable
from app.meetings.importing.imports import ListImported, MeetingImports, What
from app.meetings.planning import PlanMade, Planning, PlanOrder
from app.programme.importing.imports import ProgrammeImports
from app.progress import Report, unheard
from app.speeches.known import SpeechOrder
from app.speeches.ordering import Order
from app.speeches.running import Speech, Speeches
from app.speeches.speaking import Speaking
from app.visits.allotting import Allotment, Allotting
from app.visits.importing.imports import VisitImports, VisitList
from app.visits.visit import VisitFacts
from app.visits.visits import Visits


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody who was accepted and withdrew, and who came next in their place, if anybody."""

    who: Person
    instead: Person | None


@dataclass(frozen=True, slots=True)
class Filling:
    """Takes one step after another. What a sample has nothing of is a step that does nothing."""

    event: OpenEvent
    sample: Sample
    report: Report = unheard

    def limit(self) -> Standing | None:
        """Set places and deadline, before anybody applies."""
        part, journal = self.sample.admission, self.event.journal
        if part is None:
            return None
        places = Places(journal)
        if part.places is not None:
            places.limit(part.places)
        for kind, number in part.kinds:
            places.limit(number, kind=Kind(kind))
        for delegation, number in part.delegations:
            places.limit(number, delegation=delegation)
        if part.deadline:
            until = instant_said(part.deadline, self._zone).at
            Deadlines(journal).set(apply_until=until, late=Status(part.late))
        return Applications(journal).standing()

    def register(self) -> Sequence[Imported]:
        """Import who registered."""
        imports = Imports(self.event.journal, self.event.letters)
        files = self.sample.lists.registrations
        return [imports.run(each, ImportOrder(), self.report) for each in files]

    def decide(self) -> Acceptance | None:
        """Accept the applications that fit, by their turns; the others wait, or are declined."""
        part = self.sample.admission
        journal = self.event.journal
        if part is None or not Applications(journal).listed(Status.RECEIVED):
            return None
        return Accepting(journal).carry_out(Choice(rest=Status(part.rest)), self.report)

    def withdraw(self) -> Iterator[Gone]:
        """Let those withdraw who can't come, and yield each with who gets the place."""
        part, journal = self.sample.admission, self.event.journal
        for email in part.withdrawn if part is not None else ():
            gone = Roster(journal, self.event.letters).set_status(
                self.delegate(email), Status.WITHDRAWN
            )
            waiting = WaitingList(journal)
            proposed = waiting.next_in().proposals
            yield Gone(gone, waiting.let_in(proposed[0].person.id) if proposed else None)

    def programme(self) -> Sequence[ListImported]:
        """Import the sessions."""
        imports = ProgrammeImports(self.event.journal, self.event.letters)
        return [
            imports.run(each, ImportOrder(), self.report) for each in self.sample.lists.programme
        ]

    def lists(self, what: What) -> Sequence[ListImported]:
        """Import who wants to meet whom, or who meets whom when."""
        files = self.sample.lists.requests if what is What.REQUESTS else self.sample.lists.meetings
        imports = MeetingImports(self.event.journal, self.event.letters, what)
        return [imports.run(each, ImportOrder(), self.report) for each in files]

    def plan(self) -> PlanMade | None:
        """Plan what is requested, where no list says who meets whom when."""
        if self.sample.lists.meetings or not self.sample.lists.requests:
            return None
        planning = Planning(self.event.journal, self.event.letters)
        made = planning.make(PlanOrder(), self.report)
        planning.accept(made, self.report)
        return made

    def rounds(self) -> Iterator[tuple[KeptRounds, RoundsMade]]:
        """Seat everybody in the rounds at mixed tables."""
        icebreaking = Icebreaking(self.event.journal)
        for part in self.sample.rounds:
            order = RoundsOrder(part.rounds, part.size)
            timetable = Timetable(part.starts_at(self._zone), part.minutes, part.pause)
            yield icebreaking.keep(part.day, order, timetable, self.report)

    def speeches(self) -> Iterator[tuple[Speeches, Sequence[Speech]]]:
        """Say who speaks when."""
        speaking = Speaking(self.event.journal)
        for part in self.sample.speeches:
            of_whom = (Order(part.order), part.delegation)
            starts = part.starts_at(self._zone)
            speaking.set(part.day, SpeechOrder(starts, part.minutes, part.questions, *of_whom))
            yield speaking.of_day(part.day)

    def visits(self) -> Sequence[VisitFacts]:
        """Import the visits that are offered."""
        self._import(VisitList.VISITS, self.sample.lists.visits)
        return Visits(self.event.journal).all()

    def sign_up(self) -> int:
        """Import who would like to join which visits; tell how many do."""
        return self._import(VisitList.SIGN_UPS, self.sample.lists.signups)

    def allot(self) -> Allotment | None:
        """Give the places on visits, as many first choices as can be."""
        return Allotting(self.event.journal).accept() if self.sample.lists.signups else None

    def delegate(self, named: str) -> UUID:
        """Find a delegate by e-mail."""
        with self.event.journal.reading() as session:
            return resolve(session, named)

    def person(self, delegate: UUID) -> Person:
        """Give what is known of a delegate."""
        with self.event.journal.reading() as session:
            return person(session, delegate)

    def _import(self, what: VisitList, files: Sequence[Path]) -> int:
        imports = VisitImports(self.event.journal, what)
        return sum(imports.run(each, ImportOrder(), self.report).created for each in files)

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.sample.order.timezone)
