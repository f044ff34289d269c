"""What a person says of a change before it is made: another place, or none. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.floor.applying import moved
from app.floor.best_places import ranked_places
from app.floor.changes import Changed
from app.floor.day import DayMeeting, FloorDay
from app.floor.day_problem import DayProblem
from app.floor.moving import CannotMove, Spot, UnknownPlace
from app.floor.rules import FloorRules
from app.floor.targets import Latitude, Targets

MOST_PLACES = 8


class Instead(StrEnum):
    """What becomes of a meeting that is given no other place."""

    CANCEL = "cancel"
    LEAVE = "leave"
    """It stays where nobody can meet, and goes on needing somebody."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Of a meeting that loses its place: where it goes, or what becomes of it instead.

    ``about`` may also be the wish of a new meeting, which is then not arranged.
    """

    about: UUID
    to: Spot | Instead


@dataclass(frozen=True, slots=True)
class Settled:
    """A day as it would be with all that was answered; ``open`` are the lost nobody spoke of."""

    day: FloorDay
    open: tuple[DayMeeting, ...]
    answers: tuple[Answer, ...]


def settled(would: Changed, answers: Sequence[Answer], now: datetime, rules: FloorRules) -> Settled:
    """Give the day with the answers that still mean something.

    Raises:
        UnknownPlace, CannotMove: A meeting can't go where it was said to.
    """
    lost = {each.id: each for each in would.lost}
    meant = tuple(each for each in answers if each.about in lost or each.to == Instead.CANCEL)
    said = {each.about: each.to for each in meant}
    for answer in meant:
        if isinstance(answer.to, Spot):
            _check(_with(would.day, lost, said, but=answer.about), lost, answer, (now, rules))
    left = tuple(each for each in would.lost if each.id not in said)
    return Settled(_with(would.day, lost, said), left, meant)


def other_places(
    would: Changed,
    spots: dict[UUID, Spot | Instead],
    meeting: UUID,
    now: datetime,
    rules: FloorRules,
) -> tuple[Spot, ...]:
    """Give where a lost meeting could go besides, best first; ``spots`` are those of all lost."""
    lost = {each.id: each for each in would.lost}
    day = _with(would.day, lost, spots, but=meeting)
    about = _unlocked(lost[meeting])
    targets = Targets(day, about, now, rules, Latitude(anyway=True))
    found = ranked_places(day, about, targets, now, rules)
    places = [Spot(day.slot[each.place].id, each.table) for each in found]
    return tuple(each for each in places if each != spots.get(meeting))[:MOST_PLACES]


def without_wishes(put: DayProblem, refused: Collection[UUID]) -> DayProblem:
    """Leave wishes out that are not to become meetings now."""
    gone = {name for name, wish in put.wishes.items() if wish.id in refused}
    requests = tuple(
        replace(each, after=each.after - gone) if each.after else each
        for each in put.problem.requests
        if each.name not in gone
    )
    return replace(
        put,
        wishes={name: wish for name, wish in put.wishes.items() if name not in gone},
        problem=replace(put.problem, requests=requests),
    )


def _check(
    day: FloorDay,
    lost: dict[UUID, DayMeeting],
    answer: Answer,
    how: tuple[datetime, FloorRules],
) -> None:
    """Refuse a place that the meeting can't have; the others that are lost make way."""
    to, meeting = answer.to, _unlocked(lost[answer.about])
    assert isinstance(to, Spot)  # noqa: S101 - asked of places only
    place = next((slot.place for slot in day.slots if slot.id == to.slot), None)
    if place is None or to.table not in day.table:
        raise UnknownPlace(str(to.slot), str(to.table))
    leaving = tuple(_still_lost(day, lost))
    target = Targets(day, meeting, *how, Latitude(anyway=True, leaving=leaving)).at(place, to.table)
    if target.bar is not None:
        who = tuple(day.people[each].who.name for each in target.who)
        other = day.meeting.get(target.other) if target.other is not None else None
        raise CannotMove(meeting.number, target.bar, who, other.number if other else "")


def _still_lost(day: FloorDay, lost: dict[UUID, DayMeeting]) -> Iterator[UUID]:
    for each, meeting in lost.items():
        if (day.meeting[each].place, day.meeting[each].table) == (meeting.place, meeting.table):
            yield each


def _with(
    day: FloorDay,
    lost: dict[UUID, DayMeeting],
    said: dict[UUID, Spot | Instead],
    but: UUID | None = None,
) -> FloorDay:
    """Put the lost where they were said to go, all but one."""
    new: dict[UUID, DayMeeting] = {}
    slots = {slot.id for slot in day.slots}
    for each, to in said.items():
        if each == but or each not in lost:
            continue
        if isinstance(to, Spot):
            if to.slot in slots:
                new[each] = moved(day, lost[each], to)
        elif to is Instead.CANCEL:
            new[each] = replace(lost[each], cancelled=True)
    if not new:
        return day
    found = [new[each.id] for each in day.lost if each.id in new and new[each.id].has_slot]
    return replace(
        day,
        meetings=(*(new.get(each.id, each) for each in day.meetings), *found),
        lost=tuple(each for each in day.lost if each.id not in new),
    )


def _unlocked(meeting: DayMeeting) -> DayMeeting:
    """Whatever loses its place has to leave, locked or not."""
    return replace(meeting, locked=False)
