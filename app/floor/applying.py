"""The day as it is once a proposal was accepted. Pure: it says what accepting writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from uuid import UUID

from app.floor.carrying import with_meetings
from app.floor.day import DayMeeting, FloorDay
from app.floor.moving import CannotMove, Spot
from app.floor.proposing import SAME_PEOPLE, Kind, Proposal
from app.floor.rules import FloorRules
from app.floor.states import MeetingState, Missing, Word, standing
from app.floor.targets import Latitude, Targets
from app.meetings.attendees import MeetingKind


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """What a meeting gets that is not arranged yet."""

    id: UUID
    number: str
    kind: MeetingKind


def applied(
    day: FloorDay, proposal: Proposal, now: datetime, rules: FloorRules, new: NewMeeting
) -> FloorDay:
    """Give the day after a proposal for it was accepted.

    Args:
        day: It was proposed for this one.
        proposal: What was proposed.
        now: When it is accepted.
        rules: Of the floor.
        new: For the meeting that is arranged, if one is.

    Raises:
        CannotMove: Accepting refuses it.
    """
    about = day.meeting[proposal.about]
    if proposal.kind is Kind.CALL:
        return _with(day, replace(about, called_at=now))
    leaving = (about.id, *(move.meeting for move in proposal.moves))
    changed: list[DayMeeting] = []
    for move in proposal.moves:
        there = moved(day, day.meeting[move.meeting], move.to)
        _refuse(day, day.meeting[move.meeting], there, now, (rules, Latitude(leaving=leaving)))
        changed.append(there)
    if proposal.kind in SAME_PEOPLE:
        there = moved(day, about, proposal.to)
        _refuse(day, about, there, now, (rules, Latitude(anyway=True, leaving=leaving)))
        return _with(day, *changed, there)
    added = arranged(day, proposal, new)
    _refuse(day, added, added, now, (rules, Latitude(leaving=leaving, is_new=True)))
    return _with(day, *changed, given_up(day, about, (added, *changed), now), added)


def moved(day: FloorDay, meeting: DayMeeting, to: Spot) -> DayMeeting:
    """Give a meeting at another place; what was said of it where it was does not count any more."""
    place = _place(day, to)
    return replace(
        meeting,
        place=place,
        table=to.table,
        starts_at=day.slot[place].starts_at,
        ends_at=day.slot[place + meeting.length - 1].ends_at,
        said="",
        missing="",
        gone_slot=None,
        hosts_seated_at=None,
        guests_seated_at=None,
    )


def given_up(
    day: FloorDay, about: DayMeeting, others: Iterable[DayMeeting], now: datetime
) -> DayMeeting:
    """Give a meeting as it stands once others, new or moved, take its table or somebody of it.

    Nobody waits there any more. What has not begun can't have been missed: it does not take place.
    """
    stands = standing(day, about, now)
    if not any(_is_in_the_way(each, about) for each in others):
        return about
    if stands.state in {MeetingState.PLANNED, MeetingState.CALLED}:
        return replace(about, cancelled=True)
    if stands.state is not MeetingState.LATE:
        return about
    return replace(about, said=str(Word.NO_SHOW), missing=str(stands.missing or Missing.BOTH))


def _is_in_the_way(other: DayMeeting, about: DayMeeting) -> bool:
    takes = other.table == about.table or not set(other.people).isdisjoint(about.people)
    return takes and not set(other.places).isdisjoint(about.places)


def arranged(day: FloorDay, proposal: Proposal, new: NewMeeting) -> DayMeeting:
    """Give the new meeting of a proposal."""
    pairing, place = proposal.pairing, _place(day, proposal.to)
    return DayMeeting(
        id=new.id,
        number=new.number,
        request=pairing.request,
        hosts=pairing.hosts,
        guests=pairing.guests,
        place=place,
        length=pairing.length,
        table=proposal.to.table,
        kind=new.kind,
        starts_at=day.slot[place].starts_at,
        ends_at=day.slot[place + pairing.length - 1].ends_at,
        planned_place=place,
        planned_table=proposal.to.table,
    )


def _place(day: FloorDay, to: Spot) -> int:
    return next(slot.place for slot in day.slots if slot.id == to.slot)


def _refuse(
    day: FloorDay,
    meeting: DayMeeting,
    there: DayMeeting,
    now: datetime,
    how: tuple[FloorRules, Latitude],
) -> None:
    target = Targets(day, meeting, now, *how).at(there.place, there.table)
    if target.bar is not None:
        raise CannotMove(meeting.number, target.bar)


def _with(day: FloorDay, *changed: DayMeeting) -> FloorDay:
    new = {each.id: each for each in changed}
    found = {each.id: each for each in day.meetings} | new
    return with_meetings(
        day,
        tuple(sorted(found.values(), key=attrgetter("place", "number"))),
        lost=tuple(each for each in day.lost if each.id not in new),
    )
