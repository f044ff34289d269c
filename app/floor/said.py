"""Whether papers say what is so, as they are stored: for a whole day at once, and so in a hurry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.floor.day import DayMeeting, FloorDay

Stored = Sequence[Mapping[str, Any]]
"""Lines as ``Schedule.lines`` has them."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A meeting as papers have it. Of ``told`` are those whom a paper names as partners."""

    starts: str
    table: str
    guests: tuple[UUID, ...]
    hosts_told: list[str]
    guests_told: list[str]


class Said:
    """Compares texts, for reading them takes longer than all else.

    Where it says no, the paper may still be right: it may name somebody as they were called
    before a merge.
    """

    def __init__(self, day: FloorDay) -> None:
        self._day = day
        self._names = {each: str(each) for each, who in day.people.items() if who.who.badge_number}
        self._places = dict(self._place(each) for each in day.meetings if not each.cancelled)
        self._of_day: dict[str, bool] = {}

    def is_so(self, delegate: UUID, stored: Stored) -> bool:
        """Tell whether stored lines lead somebody where the day does."""
        known = 0
        for line in stored:
            # Sessions, visits and rounds are compared for themselves.
            if "title" in line or not self._is_today(line["starts_at"]):
                continue
            place = self._places.get(line["meeting"])
            if place is None or (place.starts, place.table) != (line["starts_at"], line["table"]):
                return False
            told = place.hosts_told if delegate in place.guests else place.guests_told
            if told != line["partners"]:
                return False
            known += 1
        return known == len(self._day.of_person.get(delegate, ()))

    def _place(self, meeting: DayMeeting) -> tuple[str, _Place]:
        table = self._day.table.get(meeting.table)
        hosts, guests = map(self._told, (meeting.hosts, meeting.guests))
        starts = meeting.starts_at.isoformat()
        label = table.label if table is not None else ""
        return str(meeting.id), _Place(starts, label, meeting.guests, hosts, guests)

    def _told(self, side: Sequence[UUID]) -> list[str]:
        return [self._names[each] for each in side if each in self._names]

    def _is_today(self, starts: str) -> bool:
        if starts not in self._of_day:
            at = datetime.fromisoformat(starts).astimezone(self._day.zone)
            self._of_day[starts] = at.date() == self._day.date
        return self._of_day[starts]
