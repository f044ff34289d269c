"""Who sits at which table, as badges scanned there say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from app.checkin.identify import Identified, identify
from app.delegates.person import person, resolve
from app.errors import DeskError
from app.floor.day import DayMeeting, FloorDay
from app.floor.deeds import MeetingSaid, SideSeated
from app.floor.moving import Spot, UnknownPlace, refuse
from app.floor.rules import floor_rules
from app.floor.states import Word, is_missing
from app.floor.targets import Latitude
from app.floor.writing import Work, write_on
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.meetings.attendees import Attendees
from db.models import Meeting

_ABSENT = frozenset({Word.LATE, Word.NO_SHOW})


@dataclass(eq=False)
class NoBadge(DeskError):
    """A code is nobody's badge, or not any more. ``reason`` is as in the decision on a scan."""

    reason: str


@dataclass(eq=False)
class NotCheckedIn(DeskError):
    """Whoever sits at a table was not let in, or has left. Check them in first."""

    name: str
    badge_number: str


@dataclass(eq=False)
class NotTheirTable(DeskError):
    """Somebody sits where they do not meet now.

    ``theirs`` is the table of their next meeting of the day, and ``clock`` when it begins at the
    venue; both are blank, if they have no more.
    """

    name: str
    table: str
    theirs: str
    clock: str


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sits at which table; ``is_new``: that was not noted before."""

    name: str
    table: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Seating:
    """Notes that people sit at their tables. Who sits there already is not noted again."""

    journal: Journal

    def sits_at(self, day: date, meeting: UUID, scanned: str) -> Seated | None:
        """Note that a side is at the table of a meeting, if the badge or ticket is of its people.

        Nothing is noted, and nobody given, if it is another code, if they are not in the house, or
        if this is not the meeting for which they are expected there by now.

        Raises:
            CannotMove: They were waited for in vain, and others have the place since.
        """
        now = self.journal.now
        with self.journal.reading() as session:
            who = _one_of(session, meeting, scanned)
            soon = now + timedelta(minutes=floor_rules(session).soon_minutes)
        seated: list[Seated] = []

        def work_out(session: Session, read: FloorDay) -> Work:
            seated.clear()
            about = read.meeting.get(meeting)
            if who is None or about is None or about.starts_at > soon or not read.has_table(about):
                return Work((), ())
            label = read.table[about.table].label
            with suppress(NotCheckedIn, NotTheirTable):
                if _expected(session, read, (label, who), now).id == meeting:
                    deeds = list(_deeds(session, read, about, who, now))
                    seated.append(Seated(read.people[who].who.name, label, is_new=bool(deeds)))
                    return Work(deeds, ())
            return Work((), ())

        if who is not None:
            write_on(self.journal, day, work_out)
        return seated[0] if seated else None

    def sits(self, day: date, table: str, whose: str) -> UUID:
        """Note that a side is at the table of its meeting that runs or starts next there.

        What was said of that meeting because this side was not there does not count any more.

        Args:
            day: Of the meeting.
            table: Its label.
            whose: What the badge says, or a badge number, an e-mail or an id.

        Returns:
            Whose id the meeting is.

        Raises:
            UnknownPlace: The hall has no such table.
            NoBadge, UnknownDelegate, SeveralDelegates: It is nobody's badge.
            NotCheckedIn, NotTheirTable: They are not expected there now.
            CannotMove: They were waited for in vain, and others have the place since.
        """
        now = self.journal.now
        meetings: list[UUID] = []

        def work_out(session: Session, read: FloorDay) -> Work:
            who = Attendees(session).standing(_whose(session, whose))
            meeting = _expected(session, read, (table, who), now)
            meetings[:] = [meeting.id]
            return Work(list(_deeds(session, read, meeting, who, now)), ())

        write_on(self.journal, day, work_out)
        return meetings[0]


def _one_of(session: Session, meeting: UUID, scanned: str) -> UUID | None:
    """Give which of the people of a meeting it is whose badge or ticket says this."""
    found, row = identify(session, scanned), session.get(Meeting, meeting)
    if not isinstance(found, Identified) or row is None:
        return None
    people = [UUID(each) for each in (*row.hosts, *row.guests)]
    attendees = Attendees(session, [*people, found.delegate])
    who = attendees.standing(found.delegate)
    return who if who in attendees.standing_all(people) else None


def _whose(session: Session, whose: str) -> UUID:
    found = identify(session, whose)
    if isinstance(found, Identified):
        return found.delegate
    if found.reason != "not_ours":
        raise NoBadge(found.reason)
    return resolve(session, whose)


def _expected(
    session: Session, day: FloorDay, where: tuple[str, UUID], now: datetime
) -> DayMeeting:
    """Give the meeting that somebody is at a table for."""
    label, who = where
    table = next((each.id for each in day.tables if each.label == label), None)
    if table is None:
        raise UnknownPlace("", label)
    someone = day.people.get(who)
    if someone is None or not someone.is_here(now):
        unseen = person(session, who)
        raise NotCheckedIn(unseen.name, unseen.badge_number)
    ahead = [each for each in day.meetings if not each.cancelled and each.ends_at > now]
    here = [each for each in ahead if each.table == table]
    stand = [each.starts_at for each in here if each.said != Word.NO_SHOW]
    for each in here:
        if who in each.people and each.starts_at <= min(stand, default=each.starts_at):
            return each
    theirs = next((each for each in ahead if who in each.people), None)
    if theirs is None:
        raise NotTheirTable(someone.who.name, label, "", "")
    found = day.table.get(theirs.table)
    clock = f"{theirs.starts_at.astimezone(day.zone):%H:%M}"
    raise NotTheirTable(someone.who.name, label, found.label if found else "", clock)


def _deeds(
    session: Session, day: FloorDay, meeting: DayMeeting, who: UUID, now: datetime
) -> Iterator[Deed]:
    if meeting.said in _ABSENT and is_missing(meeting, who):
        there = replace(meeting, said="", missing="")
        spot = Spot(day.slot[meeting.place].id, meeting.table)
        refuse(session, day, there, spot, (now, Latitude(leaving=(meeting.id,), is_new=True)))
        yield MeetingSaid(meeting.id, "", "", meeting.said, meeting.missing)
    is_host = who in meeting.hosts
    if (meeting.hosts_seated_at if is_host else meeting.guests_seated_at) is None:
        yield SideSeated(meeting.id, is_host, who, now, None)
