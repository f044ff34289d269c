"""Meetings as an export tells them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from app.floor.day import DayMeeting, DaySlot, DayTable
from app.floor.states import MeetingState
from app.meetings.attendees import Someone
from app.outcomes.results import DayResults, Result
from app.outcomes.tally import marks_of

if TYPE_CHECKING:
    from app.outcomes.counting import Facts


class Recorded(StrEnum):
    """Whether it is known what came of a meeting."""

    RECORDED = "recorded"
    NOT_HELD = "not held"
    NOT_RECORDED = "not recorded"
    AHEAD = "ahead"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class OfMeeting:
    """A meeting as it stands. Without a slot it has no times; a table that is gone has no label.

    ``planned`` and ``planned_table`` are where it was before the running day moved it.
    """

    day: date
    result: Result
    recorded: Recorded
    marks: int
    starts: datetime | None
    ends: datetime | None
    table: str
    zone: str
    hosts: tuple[Someone, ...]
    guests: tuple[Someone, ...]
    request: str
    planned: datetime | None
    planned_table: str

    @property
    def meeting(self) -> DayMeeting:
        """Give the meeting of the day."""
        return self.result.meeting


def of_meetings(facts: Facts, requests: Mapping[UUID, str]) -> Mapping[UUID, OfMeeting]:
    """Give every meeting by its id, by time and number; ``requests`` are their numbers."""
    slots = {slot.place: slot for day in facts.days for slot in day.day.slots}
    return {
        each.meeting.id: each for day in facts.days for each in _of_day(day, facts, requests, slots)
    }


def _of_day(
    day: DayResults, facts: Facts, requests: Mapping[UUID, str], slots: Mapping[int, DaySlot]
) -> Iterator[OfMeeting]:
    gone, people = DayTable(UUID(int=0), "", ""), day.day.people
    for result in day.results:
        meeting = result.meeting
        table = day.day.table.get(meeting.table, gone)
        planned, planned_table = _before(meeting, day, slots)
        zone, times = day.day.zone, meeting.has_slot
        is_new, is_due = meeting.id in facts.new, result.is_due(day.now)
        yield OfMeeting(
            day=day.day.date,
            result=result,
            recorded=_recorded(result, is_due=is_due),
            marks=marks_of(result, is_new=is_new, is_due=is_due),
            starts=local(meeting.starts_at if times else None, zone),
            ends=local(meeting.ends_at if times else None, zone),
            table=table.label,
            zone=table.zone,
            hosts=tuple(people[each].who for each in meeting.hosts),
            guests=tuple(people[each].who for each in meeting.guests),
            request=requests.get(meeting.request or meeting.id, ""),
            planned=planned,
            planned_table=planned_table,
        )


def _before(
    meeting: DayMeeting, day: DayResults, slots: Mapping[int, DaySlot]
) -> tuple[datetime | None, str]:
    """Give when and where it was before it was moved; nothing if it was not."""
    if not meeting.has_moved:
        return None, ""
    slot = None if meeting.planned_place is None else slots.get(meeting.planned_place)
    table = None if meeting.planned_table is None else day.day.table.get(meeting.planned_table)
    starts = None if slot is None else local(slot.starts_at, day.day.zone)
    return starts, "" if table is None else table.label


def _recorded(result: Result, *, is_due: bool) -> Recorded:
    if result.stands.state is MeetingState.CANCELLED:
        return Recorded.CANCELLED
    if result.told:
        return Recorded.RECORDED
    if result.is_recorded:
        return Recorded.NOT_HELD
    return Recorded.NOT_RECORDED if is_due else Recorded.AHEAD


def local(instant: datetime | None, zone: ZoneInfo) -> datetime | None:
    """Give an instant by the clock at the venue."""
    return None if instant is None else instant.astimezone(zone)
