"""Counts of meetings. Each belongs to one of the states, so that they add up to all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from app.floor.states import MeetingState, Missing
from app.outcomes.results import Result


@dataclass(frozen=True, slots=True)
class Tally:
    """So many meetings.

    ``held``, ``running``, ``ahead``, those lost by side, and ``cancelled`` add up to ``arranged``.
    Of the others a meeting may be several: ``moved`` by the running day, ``recovered`` is held
    though the running day had moved or arranged it, ``recorded`` has an outcome or a reason, and
    ``not_recorded`` has begun and has neither.
    """

    arranged: int = 0
    held: int = 0
    running: int = 0
    ahead: int = 0
    lost_by_host: int = 0
    lost_by_guest: int = 0
    lost_by_both: int = 0
    cancelled: int = 0
    moved: int = 0
    recovered: int = 0
    recorded: int = 0
    not_recorded: int = 0

    @property
    def lost(self) -> int:
        """Give how many were lost, whoever did not come."""
        return self.lost_by_host + self.lost_by_guest + self.lost_by_both

    @property
    def wanted(self) -> int:
        """Give how many were to take place: all that are not cancelled."""
        return self.arranged - self.cancelled


COUNTS: Final = tuple(field.name for field in fields(Tally))
"""The counts of a tally by name, in their order."""
_BIT: Final[Mapping[str, int]] = {name: 1 << place for place, name in enumerate(COUNTS)}
_STATES: Final = {
    MeetingState.HELD: _BIT["held"],
    MeetingState.RUNNING: _BIT["running"],
    MeetingState.LATE: _BIT["running"],
    MeetingState.PLANNED: _BIT["ahead"],
    MeetingState.CALLED: _BIT["ahead"],
}
_LOST: Final = {
    Missing.HOST: _BIT["lost_by_host"],
    Missing.GUEST: _BIT["lost_by_guest"],
    Missing.BOTH: _BIT["lost_by_both"],
}


def marks_of(result: Result, *, is_new: bool, is_due: bool) -> int:
    """Say what a meeting counts as: bit ``n`` for the count of place ``n`` in ``COUNTS``.

    Args:
        result: What became of it.
        is_new: It was arranged on the running day.
        is_due: Its people can be asked what came of it, and nobody has told yet.
    """
    stands, marks = result.stands, _BIT["arranged"]
    if stands.state is MeetingState.CANCELLED:
        return marks | _BIT["cancelled"]
    if stands.state is MeetingState.NO_SHOW:
        marks |= _LOST[stands.missing or Missing.BOTH]
    else:
        marks |= _STATES[stands.state]
    has_moved = result.meeting.has_moved
    if has_moved:
        marks |= _BIT["moved"]
    if stands.state is MeetingState.HELD and (has_moved or is_new):
        marks |= _BIT["recovered"]
    if result.is_recorded:
        marks |= _BIT["recorded"]
    if is_due:
        marks |= _BIT["not_recorded"]
    return marks


def tally(alike: Mapping[int, int]) -> Tally:
    """Count meetings of which so many count as the same (``marks_of``)."""
    return Tally(
        *(
            sum(number for marks, number in alike.items() if marks & bit)
            for bit in map(_BIT.__getitem__, COUNTS)
        )
    )


def is_marked(marks: int, count: str) -> bool:
    """Tell whether a meeting counts as this (``marks_of``); ``count`` is a field of ``Tally``."""
    return bool(marks & _BIT[count])
