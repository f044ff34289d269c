"""What a change of the day brings with it, told before it is made; and then made as one deed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from operator import attrgetter
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.floor.change_deeds import deeds_of
from app.floor.changes import Change, Changed, Leave, Repair, Shorten, changed
from app.floor.day import DayMeeting, FloorDay
from app.floor.day_problem import DayProblem, ProblemOfDay
from app.floor.moving import Pairing, Spot, added_deed, moved_deeds, new_meeting, of_day
from app.floor.proposing import Elsewhere, Proposals
from app.floor.watching import DayReader
from app.floor.writing import Told, Work, write_on
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.meetings.deeds import MeetingCancelled
from app.meetings.numbers import free_meeting_numbers
from app.planning import problem as p

if TYPE_CHECKING:
    from app.planning.offers import Move

_WORK = 20_000
"""Steps of the search for the best places. Of a day's losses few need a tenth."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A meeting that loses its place, and where it could be instead; nowhere if nothing is left."""

    meeting: UUID
    to: Spot | None


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
    another time only is not among them.
    """

    change: Change
    lost: tuple[Lost, ...]
    ended: tuple[UUID, ...]
    later: tuple[UUID, ...]
    new: tuple[Booking, ...]
    moves: tuple[Elsewhere, ...]
    told: tuple[UUID, ...]

    @property
    def homeless(self) -> tuple[UUID, ...]:
        """The meetings for which there is no place left today."""
        return tuple(each.meeting for each in self.lost if each.to is None)


@dataclass(eq=False)
class PreviewOutdated(DeskError):
    """Somebody has changed the day since it was looked at. Look at the consequences again."""


class Consequences:
    """Looks ahead, and carries out. ``letters`` begin numbers of new meetings."""

    def __init__(
        self, journal: Journal, reader: DayReader, proposals: Proposals, letters: str
    ) -> None:
        self._journal, self._reader = journal, reader
        self._proposals, self._letters = proposals, letters

    def preview(self, day: date, change: Change) -> Preview:
        """Tell every consequence of a change. Nothing is changed.

        Raises:
            ChangeNotPossible: It makes no sense.
        """
        now = self._journal.said_at or self._journal.clock()
        watched = self._reader.watched(day)
        would = changed(watched.day, change, now)
        beside, rules = self._proposals.beside(watched)
        problem = ProblemOfDay(would.day, beside, now, rules)
        if problem.is_over:
            return _told(change, would, None, _Found({}))
        alone = _left_alone(would, change)
        put = problem.of(*would.lost, for_whom=alone)
        return _told(change, would, put, _best(put))

    def carry_out(self, day: date, preview: Preview) -> Told:
        """Make a change with all that was told of it, as one.

        Meetings without a place go on needing somebody; only where their slot is gone they are
        cancelled.

        Raises:
            PreviewOutdated: It is not what would be told now. Nothing was changed.
            ChangeNotPossible: It makes no sense any more. Nothing was changed.
        """
        now = self._journal.said_at or self._journal.clock()
        seen = self._reader.watched(day).day
        if self.preview(day, preview.change) != preview:
            raise PreviewOutdated

        def work_out(session: Session, read: FloorDay) -> Work:
            if read != seen:
                raise PreviewOutdated
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


@dataclass(frozen=True, slots=True)
class _Found:
    """Places by the name of the request, what makes room for them, and who must be told."""

    placed: Mapping[str, p.Meeting]
    moved: Sequence[Move] = ()
    told: Collection[str] = ()


def _best(put: DayProblem) -> _Found:
    """Find places for what is lost: at the same time where there is one, for that tells fewest.

    Others move only if that helps more of it.
    """
    # It takes numpy and scipy, which few commands need.
    from app.planning.disruption import day_after  # noqa: PLC0415
    from app.planning.repair import Repairing  # noqa: PLC0415
    from app.planning.repair_model import Effort  # noqa: PLC0415

    effort = Effort(_WORK, 1, lambda _best, _bound: True)
    there = day_after(_at_their_time(put), put.meetings, put.disruption)
    same = Repairing(there).filled(effort)
    standing_now = (*put.meetings, *same.recovered)
    repairing = Repairing(day_after(put.problem, standing_now, put.disruption))
    offer = repairing.filled(effort)
    wanted = len(put.lost) + len(put.wishes) - len(same.recovered)
    if len(offer.recovered) < wanted:
        few = repairing.with_few_moves(effort)
        offer = few if few.worth > offer.worth else offer
    lost = {each.request for each in put.lost}
    placed = {each.request: each for each in (*same.recovered, *offer.recovered)}
    placed |= {each.after.request: each.after for each in offer.moved if each.after.request in lost}
    moved = [each for each in offer.moved if each.before.request not in lost]
    return _Found(placed, moved, {*same.told, *offer.told})


def _at_their_time(put: DayProblem) -> p.Problem:
    """Leave to each lost meeting only the slot it was in, and nothing new beside them."""
    slots = {each.request: 1 << each.slot for each in put.lost}
    return replace(
        put.problem,
        requests=tuple(
            replace(each, slots=each.slots & slots.get(each.name, p.EVERY_SLOT))
            for each in put.problem.requests
            if each.name not in put.wishes
        ),
    )


def _told(change: Change, would: Changed, put: DayProblem | None, found: _Found) -> Preview:
    day = would.day
    names = {} if put is None else {each.id: name for name, each in put.of_meeting.items()}

    def spot(name: str) -> Spot | None:
        each = found.placed.get(name)
        return None if each is None else _spot(day, each)

    lost = [
        Lost(meeting.id, spot(names.get(meeting.id, "")))
        for meeting in sorted(would.lost, key=attrgetter("place", "number"))
    ]
    new = [
        Booking(
            Pairing(wish.hosts, wish.guests, wish.id, wish.length),
            _spot(day, found.placed[name]),
            wish.mutual,
        )
        for name, wish in ({} if put is None else put.wishes).items()
        if name in found.placed
    ]
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
        lost=tuple(lost),
        ended=_ids(would.ended),
        later=_ids(would.later),
        new=tuple(new),
        moves=tuple(moves),
        told=tuple(sorted(told, key=str)),
    )


def _spot(day: FloorDay, meeting: p.Meeting) -> Spot:
    return Spot(day.slots[meeting.slot].id, UUID(meeting.table))


def _ids(meetings: Iterable[DayMeeting]) -> tuple[UUID, ...]:
    return tuple(each.id for each in meetings)
