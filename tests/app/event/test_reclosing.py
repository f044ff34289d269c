"""A table that was reopened is not closed again behind the backs of those who meet there since."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.desks import OpenEvent
from app.event.closures import ClosureOrder, Closures, Places
from app.event.tables import Tables
from app.journal.deeds import BuiltOn
from app.journal.undo import redo, take_back, undo
from app.journal.units import units_of
from app.meetings import deeds as d
from app.meetings.standing import StandingMeetings
from tests.app.meetings.asking import Floor, at, slot, table_of
from tests.building import EventBuilder


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    return Floor(open_event, event)


@pytest.fixture
def closures(open_event: OpenEvent) -> Closures:
    return Closures(open_event.journal, StandingMeetings())


def reopened(closures: Closures, places: Places) -> UUID:
    """Close from eleven to twelve and open again; give what takes that back."""
    closures.close(ClosureOrder(places, at("11:00"), at("12:00")))
    closures.reopen(places)
    journal = closures.journal
    with journal.reading() as session:
        unit, _ = next(iter(units_of(session, journal.kinds, journal.author.desk)))
    return unit


def place(floor: Floor, clock: str, table: str) -> tuple[UUID, UUID]:
    where = floor.hall()
    return slot(where, clock), table_of(where, table)


@pytest.mark.parametrize("places", [Places(("4",)), Places(zone="North")])
def test_who_was_placed_there_since_is_not_left_without_a_table(
    closures: Closures, floor: Floor, places: Places
) -> None:
    Tables(floor.journal, StandingMeetings()).set_zone(["4"], "North")
    reopening = reopened(closures, places)
    floor.meets("Ada", "Ben", "11:05", "4")

    with pytest.raises(BuiltOn) as refused:
        take_back(floor.journal, reopening)

    assert (refused.value.kind, refused.value.what) == ("TableReopened", "table_id")
    assert closures.all() == ()


def test_a_meeting_that_runs_into_that_time_counts(closures: Closures, floor: Floor) -> None:
    reopening = reopened(closures, Places(("4",)))
    floor.meets("Ada", "Ben", "10:40", "4", length=2)

    with pytest.raises(BuiltOn):
        take_back(floor.journal, reopening)


def test_a_meeting_that_is_moved_there_counts(closures: Closures, floor: Floor) -> None:
    meeting = floor.meets("Ada", "Ben", "11:05", "3")
    reopening = reopened(closures, Places(("4",)))
    there, here = (place(floor, "11:05", table) for table in ("4", "3"))
    floor.does(d.MeetingMoved(meeting, *there, *here))

    with pytest.raises(BuiltOn):
        take_back(floor.journal, reopening)


def test_meetings_elsewhere_at_another_time_or_cancelled_are_no_matter(
    closures: Closures, floor: Floor
) -> None:
    reopening = reopened(closures, Places(("4",)))
    floor.meets("Ada", "Ben", "11:05", "3")
    floor.meets("Ada", "Ben", "10:15", "4")
    gone = floor.meets("Cleo", "Dov", "11:05", "4")
    floor.does(d.MeetingCancelled(gone))

    take_back(floor.journal, reopening)

    assert [each.table for each in closures.all()] == ["4"]


def test_who_stood_there_before_it_was_closed_stands_there_after(
    closures: Closures, floor: Floor
) -> None:
    floor.meets("Ada", "Ben", "11:05", "4")
    closures.close(ClosureOrder(Places(("4",)), at("11:00"), at("12:00")), losing=1)
    undo(floor.journal)

    redo(floor.journal)

    assert [each.table for each in closures.all()] == ["4"]
