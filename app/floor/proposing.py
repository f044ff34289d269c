"""What to do about a meeting that can't be held as planned: ranked, each with what it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum, auto
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from app.errors import DeskError
from app.floor.acts import UnknownMeeting
from app.floor.attention import OpenWish
from app.floor.day import DayMeeting, FloorDay
from app.floor.day_problem import DayProblem, ProblemOfDay
from app.floor.moving import Pairing, Spot
from app.floor.rules import FloorRules, floor_rules
from app.floor.states import MeetingState, people_of, standing
from app.floor.translating import Beside
from app.floor.watching import DayReader, Watched
from app.journal.journal import Journal
from app.meetings.setting import Setting
from app.meetings.wishes import Wishes

if TYPE_CHECKING:
    from app.planning import proposals as planner

MOST = 6

_SETTLED = frozenset({MeetingState.CANCELLED, MeetingState.HELD, MeetingState.RUNNING})


class Kind(StrEnum):
    """What is proposed; all but the first as the planner calls it."""

    CALL = "call"
    """Whoever is missing is in the house: call them to the table."""
    OTHER_TABLE = "other_table"
    SAME_PAIR_LATER = "same_pair_later"
    SAME_PAIR_EARLIER = "same_pair_earlier"
    NEW_PARTNER_NOW = "new_partner_now"
    NEW_PARTNER_LATER = "new_partner_later"
    IDLE_TABLE = "idle_table"
    """Others who wish to meet use the place."""


class _Help(IntEnum):
    """Whom a proposal helps, best first."""

    SURE = auto()
    HOPED_FOR = auto()
    OF_OTHERS = auto()
    OF_NOBODY = auto()


SAME_PEOPLE = frozenset({Kind.OTHER_TABLE, Kind.SAME_PAIR_EARLIER, Kind.SAME_PAIR_LATER})


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A meeting that makes room: where it goes."""

    meeting: UUID
    to: Spot


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing to do about the meeting ``about``; ``id`` is made of all that it says.

    ``pairing`` and ``to``: who meets whom then, and where; for ``CALL`` that is the meeting as it
    is. ``is_mutual``: both sides asked for it. ``moves`` make room. ``told`` are the people who
    must be told, ``waiting`` those who go on waiting.
    """

    id: str
    kind: Kind
    about: UUID
    pairing: Pairing
    to: Spot
    is_mutual: bool
    worth: int
    moves: tuple[Elsewhere, ...]
    told: tuple[UUID, ...]
    waiting: tuple[UUID, ...]


@dataclass(eq=False)
class NothingToPropose(DeskError):
    """The meeting runs, was held or is cancelled, so nothing has to be done about it."""

    number: str
    state: str


class Proposals:
    """Proposes; what does not change from one meeting to the next is read once."""

    def __init__(self, journal: Journal, reader: DayReader) -> None:
        self._journal = journal
        self._reader = reader
        self._read: tuple[Setting, Wishes] | None = None
        self._put: tuple[FloorDay, FloorRules, ProblemOfDay] | None = None
        self._lock = Lock()

    def open_wishes(self, day: date) -> tuple[OpenWish, ...]:
        """Give the wishes that people who are here could have fulfilled.

        With that, what proposals need is read and put together, so that the next come at once.

        Raises:
            StorageRefused: The file can't be read.
        """
        return self._problem(self._reader.watched(day)).open_wishes()

    def about(self, day: date, meeting: UUID) -> tuple[Proposal, ...]:
        """Give what could be done about a meeting, best first.

        Raises:
            UnknownMeeting: The day has no such meeting.
            NothingToPropose: It runs, was held, or is cancelled.
        """
        now = self._journal.said_at or self._journal.clock()
        watched = self._reader.watched(day)
        found = watched.day.meeting.get(meeting)
        if found is None:
            raise UnknownMeeting(str(meeting))
        state = standing(watched.day, found, now).state
        is_settled = state in _SETTLED
        if state is MeetingState.RUNNING and not watched.day.has_table(found):
            is_settled = False
        if is_settled:
            raise NothingToPropose(found.number, state)
        return proposed(self._problem(watched), watched.day, found, now)

    def beside(self, watched: Watched) -> tuple[Beside, FloorRules]:
        """Give what the planner knows beside a day, and the rules of the floor."""
        with self._lock, self._journal.reading() as session:
            if self._read is None or self._read[0] is not watched.around:
                self._read = watched.around, Wishes(session, watched.around.attendees)
            return Beside(*self._read), floor_rules(session)

    def _problem(self, watched: Watched) -> ProblemOfDay:
        now = self._journal.said_at or self._journal.clock()
        beside, rules = self.beside(watched)
        with self._lock:
            put = self._put
            is_same = put is not None and put[0] is watched.day and put[1] == rules
            if put is None or not is_same or not put[2].holds_at(now):
                problem = ProblemOfDay(watched.day, beside, now, rules)
                put = self._put = watched.day, rules, problem
            return put[2]


def proposed(
    problem: ProblemOfDay, day: FloorDay, meeting: DayMeeting, now: datetime
) -> tuple[Proposal, ...]:
    """Give what could be done about a meeting of a day, best first."""
    called = tuple(_call(day, meeting, now))
    if problem.is_over:
        return called
    put = problem.of(meeting)
    # It takes numpy, which few commands need.
    from app.planning.proposals import proposals  # noqa: PLC0415

    found = proposals(put.problem, put.meetings, put.disruption, put.lost[0], put.times_moved)
    told = [_told(put, meeting, day, each) for each in found]
    if day.is_lost(meeting):
        # There is no place that others could use, and nobody waits at it.
        told = [each for each in told if each.kind in SAME_PEOPLE]
    # The planner has put fair shares and short ways first. Of what is worth as much and concerns as
    # many, nobody has to come at another time.
    told.sort(
        key=lambda each: (
            _help(day, meeting, each, now),
            -each.worth,
            len(each.told),
            each.kind is not Kind.OTHER_TABLE,
        )
    )
    return (*called, *_varied(told))[:MOST]


def _help(day: FloorDay, about: DayMeeting, proposal: Proposal, now: datetime) -> _Help:
    """Tell whether a proposal helps those who wait: whoever may never come is not counted on."""
    if proposal.kind is Kind.IDLE_TABLE:
        return _Help.OF_OTHERS
    if not is_hope(day, about, proposal, now):
        return _Help.SURE
    return _Help.HOPED_FOR if proposal.waiting else _Help.OF_NOBODY


def is_hope(day: FloorDay, about: DayMeeting, proposal: Proposal, now: datetime) -> bool:
    """Tell whether it rests on somebody who is not here and did not say when they come."""
    if proposal.kind not in {Kind.SAME_PAIR_LATER, Kind.SAME_PAIR_EARLIER}:
        return False
    missing = [day.people[each] for each in people_of(about, standing(day, about, now).missing)]
    return any(each.comes_at is None and not each.is_here(now) for each in missing)


def _varied(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Put the best for each two sides first, so that there is a choice among the first few."""
    seen: set[tuple[UUID, ...]] = set()
    others: list[Proposal] = []
    for each in proposals:
        people = (*each.pairing.hosts, *each.pairing.guests)
        if people in seen:
            others.append(each)
        else:
            seen.add(people)
            yield each
    yield from others


def _call(day: FloorDay, meeting: DayMeeting, now: datetime) -> Sequence[Proposal]:
    stands = standing(day, meeting, now)
    if stands.state is not MeetingState.LATE or not day.has_table(meeting):
        return ()
    missing = people_of(meeting, stands.missing)
    there = tuple(each for each in missing if day.people[each].is_here(now))
    if not there:
        return ()
    pairing = Pairing(meeting.hosts, meeting.guests, meeting.request, meeting.length)
    spot = Spot(day.slot[meeting.place].id, meeting.table)
    proposal = Proposal(
        id=_id(Kind.CALL, meeting.id, there),
        kind=Kind.CALL,
        about=meeting.id,
        pairing=pairing,
        to=spot,
        is_mutual=False,
        worth=0,
        moves=(),
        told=there,
        waiting=tuple(each for each in meeting.people if each not in there),
    )
    return (proposal,)


def _told(put: DayProblem, about: DayMeeting, day: FloorDay, found: planner.Proposal) -> Proposal:
    name = found.meeting.request
    wish = put.wishes.get(name)
    same = put.of_meeting.get(name)
    sides = wish or same
    assert sides is not None  # noqa: S101 - the planner names what it was given
    pairing = Pairing(
        sides.hosts, sides.guests, wish.id if wish else same.request if same else None, sides.length
    )
    moves = tuple(
        Elsewhere(
            put.of_meeting[move.after.request].id,
            Spot(day.slots[move.after.slot].id, UUID(move.after.table)),
        )
        for move in found.moves
    )
    return Proposal(
        id=_id(found.id, about.id),
        kind=_kind(about, day, found),
        about=about.id,
        pairing=pairing,
        to=Spot(day.slots[found.meeting.slot].id, UUID(found.meeting.table)),
        is_mutual=wish is not None and wish.mutual,
        worth=found.worth,
        moves=moves,
        told=tuple(UUID(each) for each in found.told),
        waiting=tuple(UUID(each) for each in found.facts["waiting"]),
    )


def _kind(about: DayMeeting, day: FloorDay, found: planner.Proposal) -> Kind:
    kind = Kind(found.why.value)
    if about.has_slot or kind not in SAME_PEOPLE:
        return kind
    # The planner knows of no slot that was taken out.
    starts_at = day.slots[found.meeting.slot].starts_at
    if starts_at == about.starts_at:
        return Kind.OTHER_TABLE
    is_later = starts_at > about.starts_at
    return Kind.SAME_PAIR_LATER if is_later else Kind.SAME_PAIR_EARLIER


def _id(*said: object) -> str:
    return sha256(repr(said).encode()).hexdigest()[:12]
