"""A day with other meetings, for which what was sorted already is not sorted again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeVar

from app.floor.day import DayMeeting, FloorDay, by_person, by_place

_FEW = 10
"""Of so many times as many meetings it takes less to sort the new ones in."""

K = TypeVar("K", bound=Hashable)
_Sorted = Mapping[K, tuple[DayMeeting, ...]]


def with_meetings(day: FloorDay, meetings: tuple[DayMeeting, ...], **others: Any) -> FloorDay:
    """Give a day with other meetings, and what else of it is another."""
    return with_changed(day, meetings, unlike(day.meetings, meetings), **others)


def with_changed(
    day: FloorDay,
    meetings: tuple[DayMeeting, ...],
    changes: tuple[Sequence[DayMeeting], Sequence[DayMeeting]],
    **others: Any,
) -> FloorDay:
    """Do the same where it is known which meetings are not there any more, and which are new."""
    after = replace(day, meetings=meetings, **others)
    gone, new = changes
    if _FEW * (len(gone) + len(new)) < len(meetings):
        put = _Putting(meetings, [*gone, *new])
        known = day.__dict__
        if "at" in known:
            after.__dict__["at"] = put.into(day.at, _where, by_place)
        if "of_person" in known:
            after.__dict__["of_person"] = put.into(day.of_person, _WHOSE, by_person)
    return after


def unlike(
    before: Sequence[DayMeeting], now: Sequence[DayMeeting]
) -> tuple[list[DayMeeting], list[DayMeeting]]:
    """Give the meetings that are not there any more, and those that are new."""
    were, are = set(map(id, before)), set(map(id, now))
    return [e for e in before if id(e) not in are], [e for e in now if id(e) not in were]


class _Putting:
    """Puts what changed into what was sorted."""

    def __init__(self, meetings: Sequence[DayMeeting], changed: Sequence[DayMeeting]) -> None:
        self._order = {id(meeting): at for at, meeting in enumerate(meetings)}
        self._changed = changed

    def into(
        self,
        known: _Sorted[K],
        keys_of: Callable[[DayMeeting], Iterable[K]],
        by_key: Callable[[Iterable[DayMeeting]], _Sorted[K]],
    ) -> _Sorted[K]:
        keys = {key for meeting in self._changed for key in keys_of(meeting)}
        near = {id(each): each for key in keys for each in known.get(key, ())}
        near |= {id(each): each for each in self._changed}
        there = sorted(near.keys() & self._order.keys(), key=self._order.__getitem__)
        found = by_key(near[each] for each in there)
        after = dict(known)
        for key in keys:
            after.pop(key, None)
            if key in found:
                after[key] = found[key]
        return after


_WHOSE = attrgetter("people")


def _where(meeting: DayMeeting) -> list[tuple[Any, int]]:
    return [(meeting.table, place) for place in meeting.places]
