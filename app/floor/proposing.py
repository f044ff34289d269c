"""What to do about a meeting that can't be held as planned: ranked, each with what it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum, auto
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay
from app.floor.day_problem import DayProblem, ProblemOfDay
from app.floor.moving import Pairing, Spot
from app.floor.profiles import Common
from app.floor.rules import FloorRules
from app.floor.states import MeetingState, people_of, standing
from app.floor.unasked import Partner, Strangers

if TYPE_CHECKING:
    from app.planning import proposals as planner

MOST = 6


class Kind(StrEnum):
    """What is proposed; all but ``CALL`` and ``UNASKED`` as the planner calls it."""

    CALL = "call"
    """Whoever is missing is in the house: call them to the table."""
    OTHER_TABLE = "other_table"
    SAME_PAIR_LATER = "same_pair_later"
    SAME_PAIR_EARLIER = "same_pair_earlier"
    NEW_PARTNER_NOW = "new_partner_now"
    NEW_PARTNER_LATER = "new_partner_later"
    IDLE_TABLE = "idle_table"
    """Others who wish to meet use the place."""
    UNASKED = "unasked"
    """Nobody asked for it; ``common`` says why the one who waits and somebody free should meet."""


class _Help(IntEnum):
    """Whom a proposal helps, best first."""

    SURE = auto()
    HOPED_FOR = auto()
    UNASKED = auto()
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
    must be told, ``waiting`` those who go on waiting. ``common`` is what two have in common who
    never asked for each other.
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
    common: Common | None = None


def proposed(
    problem: ProblemOfDay,
    day: FloorDay,
    meeting: DayMeeting,
    now: datetime,
    strangers: Strangers | None = None,
) -> tuple[Proposal, ...]:
    """Give what could be done about a meeting of a day, best first.

    If nobody who asked, or was asked, is free now, some of the ``strangers`` may be.
    """
    called = tuple(_call(day, meeting, now))
    if problem.is_over:
        return called
    put = problem.of(meeting)
    # It takes numpy, which few commands need.
    from app.planning.proposals import proposals  # noqa: PLC0415

    found = proposals(put.problem, put.meetings, put.disruption, put.lost[0], put.times_moved)
    told = [_told(put, meeting, day, each) for each in found]
    told = [each for each in told if _has_time(problem.rules, day, each, now)]
    if day.is_lost(meeting):
        # There is no place that others could use, and nobody waits at it.
        told = [each for each in told if each.kind in SAME_PEOPLE]
    if strangers is not None and all(each.kind is not Kind.NEW_PARTNER_NOW for each in told):
        told += [_unasked(meeting, day, each) for each in strangers.partners(day, meeting, now)]
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
    if proposal.kind is Kind.UNASKED:
        return _Help.UNASKED
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


def _has_time(rules: FloorRules, day: FloorDay, proposal: Proposal, now: datetime) -> bool:
    """Tell whether it is not too late in its slot for people to come together anew."""
    slot = next(each for each in day.slots if each.id == proposal.to.slot)
    return proposal.kind in SAME_PEOPLE or rules.allow_new_in(slot, now)


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


def _unasked(about: DayMeeting, day: FloorDay, partner: Partner) -> Proposal:
    meeting = partner.meeting
    return Proposal(
        id=_id(Kind.UNASKED, about.id, meeting.people, meeting.table, partner.why),
        kind=Kind.UNASKED,
        about=about.id,
        pairing=Pairing(meeting.hosts, meeting.guests),
        to=Spot(day.slot[meeting.place].id, meeting.table),
        is_mutual=False,
        worth=0,
        moves=(),
        told=meeting.people,
        waiting=partner.waiting,
        common=partner.why,
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
