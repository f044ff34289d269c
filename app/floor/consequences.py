"""What a change of the day brings with it, told before it is made; and then made as one deed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.floor.acts import UnknownMeeting
from app.floor.answers import Answer, Instead, Settled, other_places, settled, without_wishes
from app.floor.change_deeds import deeds_of
from app.floor.changes import Change, Changed, Leave, Repair, Shorten, changed
from app.floor.day import DayMeeting, FloorDay
from app.floor.day_problem import ProblemOfDay
from app.floor.finding import Found, best_found
from app.floor.moving import Pairing, Spot, added_deed, moved_deeds, new_meeting, of_day
from app.floor.proposer import Proposals
from app.floor.proposing import Elsewhere
from app.floor.watching import DayReader
from app.floor.writing import Told, Work, write_on
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.meetings.deeds import MeetingCancelled
from app.meetings.numbers import free_meeting_numbers
from app.planning import problem as p

_TRIES = 5
"""While others check people in, the day is hardly ever the same for long."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A meeting that loses its place, and where it could be instead; nowhere if nothing is left.

    ``instead``: a person said what becomes of it without a place.
    """

    meeting: UUID
    to: Spot | None
    instead: Instead | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """A new meeting for somebody left alone."""

    pairing: Pairing
    to: Spot
    is_mutual: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """Every consequence of a change.

    ``lost`` in the order of time. ``ended`` can't be had any more, ``later`` start at another time.
    ``moves`` make room. ``told`` are all who must be told of a place or a partner; whoever meets at
    another time only is not among them. ``answers`` are what a person said of it.
    """

    change: Change
    lost: tuple[Lost, ...]
    ended: tuple[UUID, ...]
    later: tuple[UUID, ...]
    new: tuple[Booking, ...]
    moves: tuple[Elsewhere, ...]
    told: tuple[UUID, ...]
    answers: tuple[Answer, ...] = ()

    @property
    def homeless(self) -> tuple[UUID, ...]:
        """The meetings for which there is no place left today, or for which none is wanted yet."""
        return tuple(
            each.meeting
            for each in self.lost
            if each.to is None and each.instead is not Instead.CANCEL
        )


@dataclass(frozen=True, slots=True)
class Prospect:
    """A preview, with the day it was worked out from and the day as it would be.

    ``after`` has the other slots and tables; meetings are where they were.
    """

    before: FloorDay
    after: FloorDay
    preview: Preview


@dataclass(eq=False)
class PreviewOutdated(DeskError):
    """Somebody has changed the day since it was looked at. Look at the consequences again."""


class _WrittenMeanwhile(Exception):
    """The day is another than a moment ago, which may change nothing of what was told."""


class Consequences:
    """Looks ahead, and carries out. ``letters`` begin numbers of new meetings."""

    def __init__(
        self, journal: Journal, reader: DayReader, proposals: Proposals, letters: str
    ) -> None:
        self._journal, self._reader = journal, reader
        self._proposals, self._letters = proposals, letters

    def preview(self, day: date, change: Change, answers: Sequence[Answer] = ()) -> Preview:
        """Tell every consequence of a change. Nothing is changed.

        Raises:
            ChangeNotPossible: It makes no sense.
            UnknownPlace, CannotMove: A meeting can't go where an answer says.
        """
        return self.look(day, change, answers).preview

    def look(self, day: date, change: Change, answers: Sequence[Answer] = ()) -> Prospect:
        """Tell every consequence of a change, and of which day.

        What is left open by the answers is worked out anew around them. An answer about a meeting
        that keeps its place means nothing.

        Raises:
            ChangeNotPossible, UnknownPlace, CannotMove: As for ``preview``.
        """
        now = self._journal.now
        watched = self._reader.watched(day)
        would = changed(watched.day, change, now)
        beside, rules = self._proposals.beside(watched)
        said = settled(would, answers, now, rules)
        problem = ProblemOfDay(said.day, beside, now, rules)
        if problem.is_over:
            return Prospect(watched.day, would.day, _told(change, would, said, Found(None, {})))
        refused = {each.about for each in said.answers if each.to is Instead.CANCEL}
        put = problem.of(*said.open, for_whom=_left_alone(would, change))
        found = best_found(without_wishes(put, refused))
        return Prospect(watched.day, would.day, _told(change, would, said, found))

    def places(self, day: date, preview: Preview, meeting: UUID) -> tuple[Spot, ...]:
        """Give where a meeting that loses its place could go as well, best first.

        Raises:
            ChangeNotPossible: The change makes no sense any more.
            UnknownMeeting: The meeting does not lose its place any more.
        """
        watched = self._reader.watched(day)
        would = changed(watched.day, preview.change, self._journal.now)
        if meeting not in {each.id for each in would.lost}:
            raise UnknownMeeting(str(meeting))
        _beside, rules = self._proposals.beside(watched)
        spots = {each.meeting: each.to or each.instead or Instead.LEAVE for each in preview.lost}
        return other_places(would, spots, meeting, self._journal.now, rules)

    def carry_out(self, day: date, preview: Preview) -> Told:
        """Make a change with all that was told of it, as one.

        Meetings without a place go on needing somebody; only where their slot is gone they are
        cancelled.

        Raises:
            PreviewOutdated: It is not what would be told now. Nothing was changed.
            ChangeNotPossible: It makes no sense any more. Nothing was changed.
            UnknownPlace, CannotMove: An answer is not possible any more. Nothing was changed.
        """
        for _ in range(_TRIES):
            if (seen := self.look(day, preview.change, preview.answers)).preview != preview:
                break
            with suppress(_WrittenMeanwhile):
                return self._carried_out(day, preview, seen.before)
        raise PreviewOutdated

    def _carried_out(self, day: date, preview: Preview, seen: FloorDay) -> Told:
        now = self._journal.now

        def work_out(session: Session, read: FloorDay) -> Work:
            if read != seen:
                raise _WrittenMeanwhile
            return Work(self._deeds(session, read, preview, now), preview.told)

        return write_on(self._journal, day, work_out)

    def _deeds(
        self, session: Session, day: FloorDay, preview: Preview, now: datetime
    ) -> list[Deed]:
        deeds = list(deeds_of(session, day, preview.change, now))
        found = [(each.meeting, each.to) for each in preview.lost]
        for meeting, to in (*((each.meeting, each.to) for each in preview.moves), *found):
            if to is not None:
                deeds += moved_deeds(day, of_day(day, meeting), to)
        ended = preview.ended
        ended += tuple(each.meeting for each in preview.lost if each.instead is Instead.CANCEL)
        if isinstance(preview.change, Shorten):
            ended += preview.homeless
        deeds += [MeetingCancelled(each) for each in ended]
        numbers = free_meeting_numbers(session, self._letters)
        for booking in preview.new:
            new = new_meeting(session, day, booking.pairing, booking.to)
            deeds.append(added_deed(new, next(numbers), booking.to))
        return deeds


def _left_alone(would: Changed, change: Change) -> Collection[UUID] | None:
    """Give for whom something new is looked for: on request for all, else for who is left."""
    if isinstance(change, Repair):
        return None
    gone = {change.delegate} if isinstance(change, Leave) else set()
    return {person for each in would.ended for person in each.people} - gone


def _told(change: Change, would: Changed, said: Settled, found: Found) -> Preview:
    day, put = would.day, found.put
    names = {} if put is None else {each.id: name for name, each in put.of_meeting.items()}
    answers = {each.about: each.to for each in said.answers}

    def lost(meeting: DayMeeting) -> Lost:
        answer = answers.get(meeting.id)
        if answer is None:
            each = found.placed.get(names.get(meeting.id, ""))
            return Lost(meeting.id, None if each is None else _spot(day, each))
        if isinstance(answer, Instead):
            return Lost(meeting.id, None, answer)
        return Lost(meeting.id, answer)

    moves = [
        Elsewhere(put.of_meeting[each.before.request].id, _spot(day, each.after))
        for each in found.moved
        if put is not None
    ]
    told = {person for each in (*would.ended, *would.lost) for person in each.people}
    told.update(map(UUID, found.told))
    if isinstance(change, Leave):
        told.discard(change.delegate)
    return Preview(
        change=change,
        lost=tuple(map(lost, sorted(would.lost, key=attrgetter("place", "number")))),
        ended=_ids(would.ended),
        later=_ids(would.later),
        new=_new(day, found),
        moves=tuple(moves),
        told=tuple(sorted(told, key=str)),
        answers=said.answers,
    )


def _new(day: FloorDay, found: Found) -> tuple[Booking, ...]:
    """Give what is booked besides for those who are left."""
    wishes = {} if found.put is None else found.put.wishes
    return tuple(
        Booking(
            Pairing(wish.hosts, wish.guests, wish.id, wish.length),
            _spot(day, found.placed[name]),
            wish.mutual,
        )
        for name, wish in wishes.items()
        if name in found.placed
    )


def _spot(day: FloorDay, meeting: p.Meeting) -> Spot:
    return Spot(day.slots[meeting.slot].id, UUID(meeting.table))


def _ids(meetings: Iterable[DayMeeting]) -> tuple[UUID, ...]:
    return tuple(each.id for each in meetings)
