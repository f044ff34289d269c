"""Moves meetings on the running day, and arranges new ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.floor.acts import UnknownMeeting
from app.floor.day import DayMeeting, FloorDay
from app.floor.deeds import MeetingSaid, SideSeated
from app.floor.reading import day_read
from app.floor.rules import floor_rules
from app.floor.states import Word
from app.floor.targets import Bar, Latitude, Target, Targets
from app.floor.writing import Told, Work, write_on
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.meetings.attendees import Attendees
from app.meetings.deeds import MeetingAdded, MeetingMoved, MeetingRestored, Values
from app.meetings.numbers import free_meeting_numbers
from app.meetings.setting import setting
from db.ids import new_id


@dataclass(eq=False)
class CannotMove(DeskError):
    """A meeting can't go there. ``who`` are names of the people that stop it.

    ``other`` is the number of the meeting in the way, or blank.
    """

    number: str
    bar: Bar
    who: tuple[str, ...] = ()
    other: str = ""


@dataclass(eq=False)
class CannotRestore(CannotMove):
    """A cancelled meeting can't take place where it was. Moving it elsewhere restores it."""


@dataclass(eq=False)
class UnknownPlace(DeskError):
    """The day has no such slot, or the hall no such table."""

    slot: str
    table: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """A new meeting: who meets whom, for the wish of ``request`` if it fulfils one."""

    hosts: tuple[UUID, ...]
    guests: tuple[UUID, ...]
    request: UUID | None = None
    length: int = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """A slot and a table, by their ids."""

    slot: UUID
    table: UUID


@dataclass(frozen=True, slots=True)
class Moving:
    """Moves and arranges meetings. ``letters`` begin numbers of new ones."""

    journal: Journal
    letters: str

    def move(self, day: date, meeting: UUID, to: Spot, *, anyway: bool = False) -> Told:
        """Move a meeting. If it was cancelled, or said to be a no-show, that is taken back with it.

        Args:
            day: Of the meeting and of the place.
            meeting: Whose id it is.
            to: Where it takes place then.
            anyway: Also what starts too soon to be moved otherwise.

        Raises:
            UnknownMeeting, UnknownPlace, CannotMove: Nothing was changed.
        """

        def deeds(session: Session, now: FloorDay) -> Work:
            moved = of_day(now, meeting)
            refuse(session, now, moved, to, (self.journal.now, Latitude(anyway=anyway)))
            return Work(moved_deeds(now, moved, to), moved.people)

        return write_on(self.journal, day, deeds)

    def restore(self, day: date, meeting: UUID) -> Told:
        """Let a meeting that was cancelled take place after all, if its place is still free.

        Raises:
            UnknownMeeting, CannotRestore: Nothing was changed.
        """

        def deeds(session: Session, now: FloorDay) -> Work:
            found = of_day(now, meeting)
            if not found.cancelled:
                return Work((), ())
            back, rules = replace(found, cancelled=False), floor_rules(session)
            targets = Targets(now, back, self.journal.now, rules, Latitude(is_new=True))
            target = Target(back.place, back.table, Bar.TAKEN_OUT)
            if not now.is_lost(back):
                target = targets.at(back.place, back.table)
            if target.bar is not None:
                raise CannotRestore(*_why(now, found, target))
            return Work([MeetingRestored(meeting)], found.people)

        return write_on(self.journal, day, deeds)

    def swap(self, day: date, one: UUID, other: UUID, *, anyway: bool = False) -> Told:
        """Let two meetings change places.

        Raises:
            UnknownMeeting, CannotMove: Nothing was changed.
        """

        def deeds(session: Session, now: FloorDay) -> Work:
            pair = (of_day(now, one), of_day(now, other))
            for meeting in pair:
                if meeting.cancelled:
                    raise CannotMove(meeting.number, Bar.CANCELLED)
            for meeting in pair:
                if now.is_lost(meeting):
                    raise CannotMove(meeting.number, Bar.TAKEN_OUT)
            spots = [Spot(now.slot[each.place].id, each.table) for each in pair]
            written: list[Deed] = []
            for meeting, to in zip(pair, reversed(spots), strict=True):
                refuse(
                    session, now, meeting, to, (self.journal.now, Latitude(anyway, (one, other)))
                )
                written += moved_deeds(now, meeting, to)
            placed = [
                replace(
                    meeting,
                    place=partner.place,
                    table=partner.table,
                    starts_at=partner.starts_at,
                    ends_at=partner.ends_at,
                )
                for meeting, partner in zip(pair, reversed(pair), strict=True)
            ]
            _refuse_overlap(*placed)
            return Work(written, tuple(dict.fromkeys((*pair[0].people, *pair[1].people))))

        return write_on(self.journal, day, deeds)

    def meet(self, day: date, pairing: Pairing, to: Spot) -> Told:
        """Arrange a meeting for today.

        Raises:
            UnknownPlace, CannotMove: Nothing was changed.
        """

        def deeds(session: Session, now: FloorDay) -> Work:
            meeting = new_meeting(session, now, pairing, to)
            everybody = day_read(session, setting(session), day, meeting.people)
            refuse(session, everybody, meeting, to, (self.journal.now, Latitude(is_new=True)))
            number = next(free_meeting_numbers(session, self.letters))
            return Work([added_deed(meeting, number, to)], meeting.people)

        return write_on(self.journal, day, deeds)


def refuse(
    session: Session, day: FloorDay, meeting: DayMeeting, to: Spot, how: tuple[datetime, Latitude]
) -> None:
    """Refuse a place that a meeting can't have at an instant.

    Raises:
        UnknownPlace, CannotMove: It can't go there.
    """
    now, latitude = how
    place = next((slot.place for slot in day.slots if slot.id == to.slot), None)
    if place is None or to.table not in day.table:
        raise UnknownPlace(str(to.slot), str(to.table))
    target = Targets(day, meeting, now, floor_rules(session), latitude).at(place, to.table)
    if target.bar is not None:
        raise CannotMove(*_why(day, meeting, target))


def moved_deeds(day: FloorDay, meeting: DayMeeting, to: Spot) -> list[Deed]:
    """Give what moves a meeting; whatever was said of it where it was does not count any more.

    One that was cancelled takes place after all.
    """
    slot = day.slot[meeting.place].id if meeting.has_slot else meeting.gone_slot
    before = (slot, meeting.table)
    deeds: list[Deed] = [MeetingRestored(meeting.id)] if meeting.cancelled else []
    deeds.append(MeetingMoved(meeting.id, to.slot, to.table, *before, is_on_the_day=True))
    if meeting.said:
        word = (str(Word.NOTHING), "")
        deeds.append(MeetingSaid(meeting.id, *word, meeting.said, meeting.missing))
    for is_host, since in ((True, meeting.hosts_seated_at), (False, meeting.guests_seated_at)):
        if since is not None:
            deeds.append(SideSeated(meeting.id, is_host, None, None, since))
    return deeds


def of_day(day: FloorDay, meeting: UUID) -> DayMeeting:
    """Give a meeting of a day.

    Raises:
        UnknownMeeting: It has none with this id.
    """
    found = day.meeting.get(meeting)
    if found is None:
        raise UnknownMeeting(str(meeting))
    return found


def new_meeting(session: Session, day: FloorDay, pairing: Pairing, to: Spot) -> DayMeeting:
    """Make a meeting that is not arranged yet.

    Raises:
        UnknownPlace: The day has no such slot.
    """
    slot = next((slot for slot in day.slots if slot.id == to.slot), None)
    if slot is None:
        raise UnknownPlace(str(to.slot), str(to.table))
    kind = Attendees(session).kind_of(pairing.hosts, pairing.guests)
    return DayMeeting(
        id=new_id(),
        number="",
        request=pairing.request,
        hosts=pairing.hosts,
        guests=pairing.guests,
        place=slot.place,
        length=pairing.length,
        table=to.table,
        kind=kind,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
    )


def added_deed(meeting: DayMeeting, number: str, to: Spot) -> MeetingAdded:
    """Give what arranges a new meeting."""
    values: Values = {
        "request_id": None if meeting.request is None else str(meeting.request),
        "hosts": list(map(str, meeting.hosts)),
        "guests": list(map(str, meeting.guests)),
        "slot_id": str(to.slot),
        "table_id": str(to.table),
    }
    if meeting.length > 1:
        values["length"] = meeting.length
    return MeetingAdded(meeting.id, number, values)


def _refuse_overlap(one: DayMeeting, other: DayMeeting) -> None:
    """Refuse a swap after which the two, of unequal length, lie over each other."""
    is_same_table = one.table == other.table
    who = set(one.people) & set(other.people)
    if (is_same_table or who) and set(one.places) & set(other.places):
        bar = Bar.TABLE_TAKEN if is_same_table else Bar.BUSY
        raise CannotMove(one.number, bar, (), other.number)


def _why(
    day: FloorDay, meeting: DayMeeting, target: Target
) -> tuple[str, Bar, tuple[str, ...], str]:
    other = None if target.other is None else day.meeting.get(target.other)
    return (
        meeting.number,
        target.bar or Bar.TABLE_TAKEN,
        tuple(day.people[each].who.name for each in target.who),
        other.number if other is not None else "",
    )
