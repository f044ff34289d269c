"""A running day, said in a line each: who meets whom, who comes and goes, what time it is."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from app.checkin.scanning import Scanning
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.event.closures import ClosureOrder, Closures, Places
from app.event.deeds import SlotTakenOut
from app.event.tables import Tables
from app.floor.accepting import Accepting
from app.floor.acts import FloorActs
from app.floor.attention import Beside, Item, Need, attention
from app.floor.changes import Change
from app.floor.consequences import Consequences, Preview
from app.floor.day import DayMeeting, FloorDay
from app.floor.moving import Moving, Spot
from app.floor.proposer import Proposals
from app.floor.proposing import Proposal
from app.floor.rules import floor_rules
from app.floor.states import MeetingState, Standing, standing
from app.floor.targets import Targets
from app.floor.watching import DayReader
from app.floor.writing import Told
from app.meetings.standing import StandingMeetings
from tests.app.meetings.asking import VILNIUS, Floor, at, slot
from tests.building import FIRST_DAY, MovableClock


class RunningDay:
    """People by their given names and meetings by who hosts them, on the event's first day."""

    def __init__(self, floor: Floor, clock: MovableClock) -> None:
        self.floor = floor
        self.journal = floor.journal
        self.clock = clock
        self.acts = FloorActs(self.journal)
        self._reader = DayReader(self.journal)
        self.proposals = Proposals(self.journal, self._reader)
        self.accepting = Accepting(self.journal, self.proposals, floor.letters)
        self.consequences = Consequences(self.journal, self._reader, self.proposals, floor.letters)
        self.moving = Moving(self.journal, floor.letters)

    def meets(self, guests: str, hosts: str, clock: str, table: str, **values: Any) -> UUID:
        """Arrange a meeting."""
        return self.floor.meets(guests, hosts, clock, table, **values)

    def is_now(self, clock: str) -> None:
        """Let it be this time of the first day at the venue."""
        self.clock.now = at(clock)

    def comes(self, *names: str) -> None:
        """Let people be checked in now."""
        for name in names:
            Scanning(self.journal).check_in(self.floor.who(name))

    def leaves(self, name: str) -> None:
        """Let somebody leave the house now."""
        Scanning(self.journal).check_out(self.floor.who(name))

    def withdraws(self, name: str) -> None:
        """Let somebody not come to the event any more."""
        Roster(self.journal, "A").set_status(self.floor.who(name), Status.WITHDRAWN)

    def closes(self, table: str, starts: str) -> None:
        """Close a table from a time on."""
        closures = Closures(self.journal, StandingMeetings())
        closures.close(ClosureOrder(Places((table,)), at(starts)), losing=99)

    def takes_out_slot(self, clock: str) -> None:
        """Take a slot of the first day out of the event."""
        self.floor.does(SlotTakenOut(slot(self.floor.hall(), clock)))

    def takes_out_table(self, label: str) -> None:
        """Take a table out of the hall."""
        Tables(self.journal, StandingMeetings()).remove([label], losing=99)

    def read(self) -> FloorDay:
        """Read what is new of the day, which gives the same as reading all."""
        day = self._reader.read(FIRST_DAY)
        assert day == DayReader(self.journal).read(FIRST_DAY)
        return day

    def meeting(self, meeting: UUID) -> DayMeeting:
        """Give a meeting as it stands."""
        return self.read().meeting[meeting]

    def standing(self, meeting: UUID) -> Standing:
        """Say how it stands with a meeting now."""
        read = self.read()
        return standing(read, read.meeting[meeting], self.clock.now)

    def state(self, meeting: UUID) -> MeetingState:
        """Say what a meeting is now."""
        return self.standing(meeting).state

    def attention(self, beside: Beside | None = None) -> tuple[Item, ...]:
        """Give what needs somebody now."""
        with self.journal.reading() as session:
            rules = floor_rules(session)
        return attention(self.read(), self.clock.now, rules, beside)

    def needs(self) -> list[Need]:
        """Give why somebody should look now, in order."""
        return [item.need for item in self.attention()]

    def spot(self, clock: str, table: str) -> Spot:
        """Give a slot and a table by what people call them."""
        read = self.read()
        slot = next(slot for slot in read.slots if slot.starts_at == at(clock))
        return Spot(slot.id, self.table(table))

    def table(self, label: str) -> UUID:
        """Give a table by its label."""
        return next(table.id for table in self.read().tables if table.label == label)

    def moves(self, meeting: UUID, clock: str, table: str, **how: bool) -> None:
        """Move a meeting."""
        self.moving.move(FIRST_DAY, meeting, self.spot(clock, table), **how)

    def asks(self, guests: str, hosts: str, **said: Any) -> UUID:
        """Let guests ask hosts; give the request."""
        return self.floor.asks(guests, hosts, **said).id

    def proposed(self, meeting: UUID) -> tuple[Proposal, ...]:
        """Give what could be done about a meeting now."""
        return self.proposals.about(FIRST_DAY, meeting)

    def in_words(self, proposal: Proposal) -> tuple[str, str, str, str]:
        """Say what is proposed: its kind, who meets whom, when, and at which table."""
        read = self.read()
        pairing = proposal.pairing
        names = [read.people[each].who.name.split()[0] for each in pairing.hosts + pairing.guests]
        slot = next(slot for slot in read.slots if slot.id == proposal.to.slot)
        clock = slot.starts_at.astimezone(VILNIUS)
        table = read.table[proposal.to.table].label
        return proposal.kind.value, " ".join(sorted(names)), f"{clock:%H:%M}", table

    def accepts(self, proposal: Proposal) -> Told:
        """Make a proposal so."""
        return self.accepting.accept(FIRST_DAY, proposal)

    def preview(self, change: Change) -> Preview:
        """Tell every consequence of a change."""
        return self.consequences.preview(FIRST_DAY, change)

    def carries_out(self, change: Change) -> Preview:
        """Make a change with all that is told of it."""
        preview = self.preview(change)
        self.consequences.carry_out(FIRST_DAY, preview)
        return preview

    def place(self, meeting: UUID) -> tuple[datetime, str]:
        """Give when and where a meeting takes place."""
        read = self.read()
        found = read.meeting[meeting]
        return found.starts_at, read.table[found.table].label

    def targets(self, meeting: UUID) -> Targets:
        """Find places for a meeting now."""
        read = self.read()
        with self.journal.reading() as session:
            rules = floor_rules(session)
        return Targets(read, read.meeting[meeting], self.clock.now, rules)
