"""Plays one simulated day in memory: what a floor manager sees and does, slot by slot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from typing import Protocol
from uuid import UUID, uuid5

from app.floor.applying import NewMeeting
from app.floor.attention import Item, Need, attention
from app.floor.carrying import with_meetings
from app.floor.crowd import Turnout
from app.floor.day import DayMeeting, DaySlot, FloorDay
from app.floor.moving import CannotMove
from app.floor.rules import FloorRules
from app.floor.states import MeetingState, Word, people_of, standing
from app.floor.translating import Beside
from app.meetings.attendees import MeetingKind

MINUTES = (0, 3, 10)
"""When the floor is looked at in each slot, in minutes after its start."""
_PATIENCE = timedelta(minutes=3)
"""After the start; then whoever has not come, and said nothing, counts as a no-show."""
_LONGEST = 15
"""Minutes. Decisions that were not taken before can't all be taken at once."""
_ENOUGH = 2
"""A meeting is held if one part in so many of its time is left when both sides are there."""

_ACTED_ON = frozenset({Need.NO_SHOW, Need.COMES_LATE, Need.NOT_COMING, Need.TABLE_CLOSED})
_NAMES = UUID("5a0c1d1e-52c7-4f0e-8a58-0c9f6c1b7d55")


@dataclass(frozen=True, slots=True)
class Floor:
    """What a play is played with. ``per_minute``: how many decisions the manager takes at most."""

    beside: Beside
    rules: FloorRules
    per_minute: int = 3

    def kind_of(
        self, request: UUID | None, hosts: tuple[UUID, ...], guests: tuple[UUID, ...]
    ) -> MeetingKind:
        """Say of what kind a new meeting is."""
        wish = None if request is None else self.beside.wishes.of_row(request)
        if wish is not None and wish.kind:
            return MeetingKind(wish.kind)
        return self.beside.around.attendees.kind_of(hosts, guests)


@dataclass(frozen=True, slots=True)
class Sight:
    """The day at an instant. ``name`` gives what the next new meeting is to be called."""

    day: FloorDay
    now: datetime
    floor: Floor
    next_number: int

    def new(
        self, request: UUID | None, hosts: tuple[UUID, ...], guests: tuple[UUID, ...]
    ) -> NewMeeting:
        """Name a meeting that is to be arranged."""
        number = f"R-{self.next_number:05}"
        return NewMeeting(uuid5(_NAMES, number), number, self.floor.kind_of(request, hosts, guests))


@dataclass(frozen=True, slots=True)
class Step:
    """What came of a decision: the day after it, and who had to be told."""

    day: FloorDay
    told: tuple[UUID, ...]


class Hand(Protocol):
    """How lost meetings are replaced."""

    def __call__(self, sight: Sight, about: DayMeeting) -> Step | None:
        """Do something about a meeting, or nothing.

        Raises:
            CannotMove: What it would have done is not possible.
        """
        ...


@dataclass(frozen=True, slots=True)
class Course:
    """A day that was played. ``agreed``: when new meetings and moved ones were agreed upon.

    ``waited``: minutes that people sat at tables that they were sent away from. ``looked_at``: how
    often something was decided, ``refused`` how often that was not possible.
    """

    day: FloorDay
    agreed: Mapping[UUID, datetime]
    waited: tuple[float, ...]
    told: int
    looked_at: int
    refused: int


def play(
    turnout: Turnout, floor: Floor, hand: Hand | None, step: Callable[[], None] = lambda: None
) -> Course:
    """Play a day to its end.

    Args:
        turnout: What will happen.
        floor: What it is played with.
        hand: Who replaces what is lost; nobody, if there is none.
        step: Called once a slot.
    """
    table = _Table(turnout, floor, hand)
    for slot in turnout.day.slots:
        step()
        if hand is not None:
            table.plays(slot)
    return table.course()


class _Table:
    """A day in play."""

    def __init__(self, turnout: Turnout, floor: Floor, hand: Hand | None) -> None:
        self._day, self._floor, self._hand = turnout.day, floor, hand
        self._agreed: dict[UUID, datetime] = {}
        self._waited: list[float] = []
        self._in_vain: set[UUID] = set()
        self._told = self._looked_at = self._refused = 0
        self._last = turnout.day.slots[0].starts_at - timedelta(minutes=_LONGEST)

    def plays(self, slot: DaySlot) -> None:
        for minutes in MINUTES:
            now = slot.starts_at + timedelta(minutes=minutes)
            if now < slot.ends_at:
                self._marks(now)
                self._decides(now)

    def course(self) -> Course:
        return Course(
            self._day,
            self._agreed,
            tuple(self._waited),
            self._told,
            self._looked_at,
            self._refused,
        )

    def _marks(self, now: datetime) -> None:
        """Say who did not come, and take it back of those who came after all."""
        marked: dict[UUID, DayMeeting] = {}
        for meeting in self._day.meetings:
            if meeting.starts_at <= now < meeting.ends_at and not meeting.cancelled:
                if meeting.said == Word.NO_SHOW:
                    if self._can_be_held_after_all(meeting, now):
                        marked[meeting.id] = replace(meeting, said="", missing="")
                elif now - meeting.starts_at >= _PATIENCE and self._is_no_show(meeting, now):
                    side = standing(self._day, meeting, now).missing
                    marked[meeting.id] = replace(meeting, said=str(Word.NO_SHOW), missing=str(side))
        if marked:
            meetings = tuple(marked.get(each.id, each) for each in self._day.meetings)
            self._day = with_meetings(self._day, meetings)

    def _can_be_held_after_all(self, meeting: DayMeeting, now: datetime) -> bool:
        if standing(self._day, replace(meeting, said="", missing=""), now).missing:
            return False
        others = [other for each in meeting.people for other in self._others(each, meeting)]
        return not others and not self._others_at_table(meeting)

    def _others_at_table(self, meeting: DayMeeting) -> list[DayMeeting]:
        return [
            other
            for place in meeting.places
            for other in self._day.at.get((meeting.table, place), ())
            if other.id != meeting.id and not other.cancelled and other.said != Word.NO_SHOW
        ]

    def _is_no_show(self, meeting: DayMeeting, now: datetime) -> bool:
        stands = standing(self._day, meeting, now)
        if stands.state is not MeetingState.LATE:
            return False
        said = [self._day.people[each].comes_at for each in people_of(meeting, stands.missing)]
        coming = [each for each in said if each is not None and each > now]
        return not coming or not enough_left(meeting, min(coming))

    def _decides(self, now: datetime) -> None:
        minutes = (now - self._last).total_seconds() / 60
        self._last = now
        left = int(min(minutes, _LONGEST) * self._floor.per_minute)
        items = attention(self._day, now, self._floor.rules)
        self._in_vain.clear()
        for about in chain(self._to_decide(items, now), self._idle(now)):
            if not left:
                break
            left -= 1
            if not self._decides_on(about, now):
                self._in_vain.add(about.id)

    def _to_decide(self, items: tuple[Item, ...], now: datetime) -> Iterator[DayMeeting]:
        """Yield what needs a decision, if those before have not settled it."""
        seen = self._day
        for item in items:
            if item.need in _ACTED_ON:
                meeting = self._day.meeting[item.meetings[0]]
                comes_at = item.comes_at if item.need is Need.COMES_LATE else None
                is_open = meeting == seen.meeting[meeting.id]
                is_late = comes_at is None or not enough_left(meeting, comes_at)
                if is_open and is_late and self._concerns_somebody(meeting, now):
                    yield meeting

    def _idle(self, now: datetime) -> Iterator[DayMeeting]:
        """Yield those that somebody did not come to, and whose table nobody uses after all that.

        Whoever is sent to one of these tables may leave another, so it is looked again each time.
        """
        while found := next(filter(partial(self._is_idle, now), self._day.meetings), None):
            yield found

    def _is_idle(self, now: datetime, meeting: DayMeeting) -> bool:
        return (
            meeting.said == Word.NO_SHOW
            and meeting.starts_at <= now < meeting.ends_at
            and meeting.id not in self._in_vain
            and not self._others_at_table(meeting)
        )

    def _concerns_somebody(self, meeting: DayMeeting, now: datetime) -> bool:
        """Tell whether one who is left waiting is not yet sent elsewhere."""
        if meeting.said != Word.NO_SHOW:
            return True
        missing = people_of(meeting, standing(self._day, meeting, now).missing)
        return any(
            each not in missing
            and self._day.people[each].is_here(now)
            and not self._others(each, meeting)
            for each in meeting.people
        )

    def _decides_on(self, about: DayMeeting, now: datetime) -> bool:
        """Let the hand decide, and tell whether it did something."""
        assert self._hand is not None  # noqa: S101 - plays() is called with a hand only
        self._looked_at += 1
        sight = Sight(self._day, now, self._floor, len(self._day.meetings))
        try:
            step = self._hand(sight, about)
        except CannotMove:
            self._refused += 1
            return False
        if step is None:
            return False
        before, self._day = self._day, step.day
        self._told += len(step.told)
        for meeting in step.day.meetings:
            was = before.meeting.get(meeting.id)
            if was is None or (was.place, was.table) != (meeting.place, meeting.table):
                self._agreed[meeting.id] = now
        self._notes_waiting(about, now)
        return True

    def _notes_waiting(self, about: DayMeeting, now: datetime) -> None:
        """Note how long people sat where a meeting was that is elsewhere now."""
        there = self._day.meeting[about.id]
        if about.starts_at < now and there.place != about.place:
            since = [self._day.people[each].here_since(now) for each in about.people]
            waited = [now - max(about.starts_at, each) for each in since if each is not None]
            self._waited += [each.total_seconds() / 60 for each in waited]

    def _others(self, person: UUID, meeting: DayMeeting) -> list[DayMeeting]:
        return [
            other
            for other in self._day.of_person.get(person, ())
            if other.id != meeting.id
            and other.said != Word.NO_SHOW
            and not set(other.places).isdisjoint(meeting.places)
        ]


def enough_left(meeting: DayMeeting, begins: datetime) -> bool:
    """Tell whether so much of a meeting is left from an instant on that it is worth having."""
    return is_enough(meeting.ends_at - begins, meeting.ends_at - meeting.starts_at)


def is_enough(together: timedelta, of: timedelta) -> bool:
    """Tell whether it is worth meeting for a part of the time."""
    return together * _ENOUGH >= of
