"""What somebody has to be at, as values: what it is, when and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from app.meetings.upcoming import DelegateMeeting


class Part(StrEnum):
    """Of which part of the programme something is."""

    SESSION = "session"
    VISIT = "visit"
    ROUND = "round"
    SPEECH = "speech"
    MEETING = "meeting"


_RUNS: Final = frozenset({Part.ROUND, Part.SPEECH})
_SPEAKS, _EVERYBODY = "speaks", "everybody"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that somebody has to be at.

    ``id`` is that of the session, visit or meeting, or of the day's rounds or speeches, of which it
    is the one with this ``number``. ``place`` is a room, a meeting point or the label of a table.
    ``how`` tells of a session why they have to be there, as ``app.programme.engaged.How`` has it.
    ``since``: they came to the session, or were there as the visit set out.
    """

    part: Part
    id: UUID
    starts_at: datetime
    ends_at: datetime
    place: str
    title: str = ""
    number: int = 0
    how: str = ""
    since: datetime | None = None
    meeting: DelegateMeeting | None = None

    @property
    def is_on_stage(self) -> bool:
        """Tell whether they speak there, or moderate."""
        return self.part is Part.SPEECH or self.how == _SPEAKS

    def is_told_by(self, other: Item) -> bool:
        """Tell whether it is rounds or speeches, and the other the session that tells of them."""
        return self.part in _RUNS and other.part is Part.SESSION and other.how == _EVERYBODY

    def meets(self, other: Item) -> bool:
        """Tell whether nobody can be at both from beginning to end."""
        return (
            self.starts_at < other.ends_at
            and other.starts_at < self.ends_at
            and not (self.is_told_by(other) or other.is_told_by(self))
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is at now, what they are to be at next, and when they are free until then.

    Of those that start next all that do so together are ``next``. ``over`` and ``left`` count
    what of the day is over, and what is not.
    """

    now: tuple[Item, ...]
    next: tuple[Item, ...]
    over: int
    left: int


@dataclass(frozen=True, slots=True)
class Itinerary:
    """All that a delegate has to be at, on all days, in the order of time.

    ``has_programme`` tells whether the event has anything but meetings, for anybody.
    """

    items: tuple[Item, ...]
    zone: ZoneInfo
    has_programme: bool

    def day(self, day: date) -> tuple[Item, ...]:
        """Give what starts on a day at the venue."""
        return tuple(each for each in self.items if self._day_of(each.starts_at) == day)

    def standing(self, now: datetime) -> Standing:
        """See it from an instant."""
        today = self.day(self._day_of(now))
        ahead = [each for each in self.items if each.starts_at > now]
        over = sum(each.ends_at <= now for each in today)
        return Standing(
            _without_tellers(each for each in self.items if each.starts_at <= now < each.ends_at),
            _without_tellers(each for each in ahead if each.starts_at == ahead[0].starts_at),
            over,
            len(today) - over,
        )

    def on_stage(self, now: datetime) -> tuple[Item, ...]:
        """Give where they speak or moderate, now or next; several, if they start together."""
        ahead = [each for each in self.items if each.is_on_stage and each.ends_at > now]
        return tuple(each for each in ahead if each.starts_at == ahead[0].starts_at)

    def clashing(self) -> frozenset[Item]:
        """Give those that they can't be at because of another one."""
        found: set[Item] = set()
        for place, one in enumerate(self.items):
            for other in self.items[place + 1 :]:
                if other.starts_at >= one.ends_at:
                    break
                if one.meets(other):
                    found |= {one, other}
        return frozenset(found)

    def _day_of(self, instant: datetime) -> date:
        return instant.astimezone(self.zone).date()


def _without_tellers(items: Iterable[Item]) -> tuple[Item, ...]:
    """Leave out sessions that only tell of the rounds or speeches among these."""
    those = tuple(items)
    return tuple(one for one in those if not any(each.is_told_by(one) for each in those))
