"""What was done with a meeting or a table, whoever did it."""

from __future__ import annotations

from uuid import UUID

from app.event.closures import ClosureOrder, Closures, Places
from app.event.tables import Tables
from app.floor.history import history_of
from app.meetings.standing import StandingMeetings
from tests.app.floor.running import RunningDay


def kinds(day: RunningDay, thing: UUID) -> list[str]:
    return [line.kind for line in history_of(day.journal, thing)]


def test_a_meeting_has_its_own_deeds_newest_first(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "9")
    day.meets("Cy", "Di", "11:05", "8")
    day.is_now("10:20")
    day.moves(meeting, "11:30", "7")
    day.acts.cancel(meeting)

    assert kinds(day, meeting) == ["MeetingCancelled", "MeetingMoved", "MeetingAdded"]


def test_to_a_table_belong_closures_and_the_meetings_that_came_and_went(day: RunningDay) -> None:
    table = day.table("9")
    meeting = day.meets("Ada", "Bo", "11:05", "9")
    day.meets("Cy", "Di", "11:05", "8")
    day.is_now("10:20")
    day.moves(meeting, "11:30", "7")
    day.acts.cancel(meeting)
    Tables(day.journal, StandingMeetings()).set_zone(("9",), "Gallery")
    closures = Closures(day.journal, StandingMeetings())
    for places in (Places(("9",)), Places(zone="Gallery")):
        closures.close(ClosureOrder(places), losing=9)
        closures.reopen(places)

    told = kinds(day, table)

    assert told[:4] == ["TableReopened", "TableClosed", "TableReopened", "TableClosed"]
    assert told[4:7] == ["TableChanged", "MeetingMoved", "MeetingAdded"]
