"""Makes a proposal so, once a person has confirmed it: one deed, and one undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.floor.applying import given_up, moved
from app.floor.day import DayMeeting, FloorDay
from app.floor.deeds import MeetingCalled, MeetingSaid
from app.floor.moving import added_deed, moved_deeds, new_meeting, of_day, refuse
from app.floor.proposer import Proposals
from app.floor.proposing import SAME_PEOPLE, Kind, Proposal
from app.floor.reading import day_read
from app.floor.targets import Latitude
from app.floor.writing import Told, Work, write_on
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.meetings.deeds import MeetingCancelled
from app.meetings.numbers import free_meeting_numbers
from app.meetings.setting import setting


@dataclass(eq=False)
class ProposalGone(DeskError):
    """Somebody has changed what it rests on. Look at the proposals as they are now."""

    proposal: str


@dataclass(frozen=True, slots=True)
class Accepting:
    """Makes proposals so. ``letters`` begin numbers of new meetings."""

    journal: Journal
    proposals: Proposals
    letters: str

    def accept(self, day: date, proposal: Proposal) -> Told:
        """Do what a proposal says, if it is still what would be proposed.

        Raises:
            ProposalGone: It is not. Nothing was changed.
            UnknownMeeting, NothingToPropose, CannotMove: Nothing was changed.
        """
        if proposal not in self.proposals.about(day, proposal.about):
            raise ProposalGone(proposal.id)
        now = self.journal.now

        def work_out(session: Session, read: FloorDay) -> Work:
            return Work(list(self._deeds(session, read, proposal, now)), proposal.told)

        return write_on(self.journal, day, work_out)

    def _deeds(
        self, session: Session, day: FloorDay, proposal: Proposal, now: datetime
    ) -> list[Deed]:
        about = of_day(day, proposal.about)
        if proposal.kind is Kind.CALL:
            return [MeetingCalled(about.id, now, about.called_at)]
        leaving = (about.id, *(move.meeting for move in proposal.moves))
        deeds: list[Deed] = []
        for move in proposal.moves:
            going = of_day(day, move.meeting)
            refuse(session, day, going, move.to, (now, Latitude(leaving=leaving)))
            deeds += moved_deeds(day, going, move.to)
        if proposal.kind in SAME_PEOPLE:
            how = (now, Latitude(anyway=True, leaving=leaving))
            refuse(session, day, about, proposal.to, how)
            return [*deeds, *moved_deeds(day, about, proposal.to)]
        new = new_meeting(session, day, proposal.pairing, proposal.to)
        everybody = day_read(session, setting(session), day.date, new.people)
        how = (now, Latitude(leaving=leaving, is_new=True))
        refuse(session, everybody, new, proposal.to, how)
        number = next(free_meeting_numbers(session, self.letters))
        others = (new, *(moved(day, of_day(day, each.meeting), each.to) for each in proposal.moves))
        left = _given_up(about, given_up(day, about, others, now))
        return [*deeds, added_deed(new, number, proposal.to), *left]


def _given_up(about: DayMeeting, then: DayMeeting) -> list[Deed]:
    if then.cancelled != about.cancelled:
        return [MeetingCancelled(about.id)]
    if then.said == about.said:
        return []
    return [MeetingSaid(about.id, then.said, then.missing, about.said, about.missing)]
