"""Speeches as papers show them: those who speak, in their order, without who is skipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.speeches.known import known, told
from app.speeches.running import NoSpeeches, Speech, Speeches


@dataclass(frozen=True, slots=True)
class DayOfSpeeches:
    """The speeches of a day."""

    speeches: Speeches
    speaking: tuple[Speech, ...]

    def at(self, number: int) -> datetime:
        """Give when the speaker of this number speaks, from 1: as planned, until any has begun."""
        if any(each.slot.began for each in self.speaking):
            return self.speaking[number - 1].starts_at
        return self.speeches.starts_at + (number - 1) * self.speeches.turn

    @property
    def ends_at(self) -> datetime:
        """When the last one is to end."""
        return self.at(len(self.speaking)) + self.speeches.turn


def speeches_wished(
    session: Session, days: Sequence[date], now: datetime
) -> tuple[DayOfSpeeches, ...]:
    """Give the speeches of these days.

    Raises:
        NoSpeeches: There are none.
    """
    found = tuple(_of_days(session, days, now))
    if not found:
        raise NoSpeeches(days[0])
    return found


def _of_days(session: Session, days: Sequence[date], now: datetime) -> Iterator[DayOfSpeeches]:
    for day in days:
        kept = known(session, day)
        if kept is None:
            continue
        each_of = told(session, kept.speeches, now)
        speaking = tuple(each for each in each_of if not each.slot.skipped)
        if speaking:
            yield DayOfSpeeches(kept.speeches, speaking)
