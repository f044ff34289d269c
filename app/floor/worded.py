"""A day in the planner's words, as far as it is the same whichever meeting is to be helped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from app.floor.asking import Asking
from app.floor.attention import OpenWish
from app.floor.day import DayMeeting, FloorDay
from app.floor.translating import Beside
from app.meetings.wishes import Wish
from app.planning import problem as p


@dataclass(frozen=True, slots=True)
class Words:
    """What stands, and what could be had, by the name of the request.

    ``groups``: the meetings that fulfil one wish, of which the first has its name. ``fulfilled``
    counts the meetings of the day that leave nothing to wish, ``elsewhere`` are wishes that others
    leave so. ``met`` and ``used`` are slots of the day. ``here`` are people who come and are there.
    """

    day: FloorDay
    beside: Beside
    here: frozenset[UUID]
    asking: Asking
    groups: Mapping[str, tuple[DayMeeting, ...]] = field(default_factory=dict)
    stand: Mapping[str, DayMeeting] = field(default_factory=dict)
    name_of: Mapping[UUID, str] = field(default_factory=dict)
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    open: Mapping[str, OpenWish] = field(default_factory=dict)
    requests: Mapping[str, p.Request] = field(default_factory=dict)
    placed: Mapping[str, p.Meeting] = field(default_factory=dict)
    fulfilled: Mapping[str, int] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()
    met: Mapping[UUID, int] = field(default_factory=dict)
    used: Mapping[UUID, int] = field(default_factory=dict)
    people: Mapping[UUID, p.Person] = field(default_factory=dict)
    times_moved: Mapping[str, int] = field(default_factory=dict)
