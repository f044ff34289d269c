"""Which meetings can't both be, and who of a meeting has to be in a session then. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay
from app.programme.engaged import Engagement


@dataclass(frozen=True, slots=True)
class Torn:
    """A meeting, with those of its people who have to be in ``sessions`` then, by their titles."""

    meeting: DayMeeting
    people: tuple[UUID, ...]
    sessions: tuple[str, ...]


def clashing(day: FloorDay, ahead: Collection[UUID]) -> list[tuple[DayMeeting, DayMeeting]]:
    """Give the pairs that are at one table, or of one person, at one time."""
    pairs: dict[frozenset[UUID], tuple[DayMeeting, DayMeeting]] = {}
    for meetings in day.at.values():
        if len(meetings) == 1:
            continue
        for one, other in pairwise(each for each in meetings if each.id in ahead):
            pairs[frozenset({one.id, other.id})] = one, other
    for meetings in filter(_overlap, day.of_person.values()):
        for one, other in pairwise(each for each in meetings if each.id in ahead):
            if other.place in one.places:
                pairs[frozenset({one.id, other.id})] = one, other
    return list(pairs.values())


def torn(day: FloorDay, meetings: Iterable[DayMeeting]) -> Iterator[Torn]:
    """Yield the meetings of people who have to be in a session at that time."""
    engaged = {each: someone.engaged for each, someone in day.people.items() if someone.engaged}
    if not engaged:
        return
    first = min(each.starts_at for theirs in engaged.values() for each in theirs)
    last = max(each.ends_at for theirs in engaged.values() for each in theirs)
    for meeting in meetings:
        # Rounds take an hour of the day: most meetings need no closer look.
        if meeting.ends_at <= first or last <= meeting.starts_at:
            continue
        people = tuple(
            person
            for person in meeting.people
            if person in engaged and any(_then(engaged[person], meeting))
        )
        if people:
            titles = dict.fromkeys(
                each.title for person in people for each in _then(engaged[person], meeting)
            )
            yield Torn(meeting, people, tuple(titles))


def _then(theirs: Iterable[Engagement], meeting: DayMeeting) -> Iterator[Engagement]:
    starts_at, ends_at = meeting.starts_at, meeting.ends_at
    return (each for each in theirs if each.starts_at < ends_at and starts_at < each.ends_at)


def _overlap(meetings: Sequence[DayMeeting]) -> bool:
    """Tell whether one of these, in the order of their slots, begins before another ends."""
    return any(other.place < one.place + one.length for one, other in pairwise(meetings))
