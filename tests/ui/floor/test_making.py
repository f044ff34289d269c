"""Sheets that are made from the one before are as if they were made anew."""

from __future__ import annotations

import random

import pytest

from app.desks import OpenEvent
from app.floor.rules import FloorRules
from app.floor.states import Missing, Word
from app.meetings.deeds import MeetingRestored
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder, MovableClock
from ui.floor.making import make_sheet
from ui.floor.sheet import Sheet, Tone


@pytest.fixture
def day(open_event: OpenEvent, event: EventBuilder, clock: MovableClock) -> RunningDay:
    """A day with slots at 10:15, 10:40, 11:05, … that the test lets run."""
    return RunningDay(Floor(open_event, event), clock)


def sheet_of(day: RunningDay, before: Sheet | None = None) -> Sheet:
    return make_sheet(day.read(), day.clock.now, FloorRules(), before)


def test_after_each_deed_a_sheet_is_as_if_made_anew(day: RunningDay) -> None:
    day.is_now("10:30")
    one, other = day.meets("Ada", "Bo", "10:40", "1"), day.meets("Cleo", "Dov", "11:05", "2")
    clash = day.meets("Eva", "Flo", "11:30", "2")
    sheet = sheet_of(day)

    deeds = (
        lambda: day.comes("Ada"),
        lambda: day.comes("Bo", "Dov"),
        lambda: day.acts.call([one]),
        lambda: day.moves(other, "11:30", "4"),
        lambda: day.acts.cancel(clash),
        lambda: day.meets("Gil", "Hana", "11:30", "2"),
        lambda: day.floor.does(MeetingRestored(clash)),
        lambda: day.acts.lock(other, locked=True),
        lambda: day.closes("4", "11:00"),
        lambda: day.is_now("10:50"),
        lambda: day.leaves("Bo"),
        lambda: day.acts.say(one, Word.NO_SHOW, Missing.HOST),
        lambda: day.is_now("12:50"),
    )
    for deed in deeds:
        deed()
        sheet = sheet_of(day, sheet)
        assert sheet.rows == sheet_of(day).rows


def test_rows_that_nothing_concerned_are_taken_over(day: RunningDay) -> None:
    day.is_now("10:30")
    meeting = day.meets("Ada", "Bo", "10:40", "1")
    day.meets("Cleo", "Dov", "11:05", "2")
    before = sheet_of(day)

    day.moves(meeting, "11:30", "4")

    after = sheet_of(day, before)
    changed = [at for at, row in enumerate(after.rows) if row is not before.rows[at]]
    assert changed == [0, 3]


def test_a_check_in_by_a_clock_that_is_ahead_counts_once_it_is_past(day: RunningDay) -> None:
    day.is_now("10:20")
    day.comes("Ada")
    day.meets("Ada", "Bo", "11:05", "1")
    day.is_now("10:21")
    day.comes("Bo")
    day.is_now("10:20")
    sheet = sheet_of(day)
    assert sheet.rows[0][2].face.tone is Tone.PLANNED

    day.is_now("10:22")

    assert sheet_of(day, sheet).rows[0][2].face.tone is Tone.BOTH_HERE


def test_no_time_of_day_leaves_what_was_so_before(day: RunningDay) -> None:
    day.is_now("10:00")
    day.comes("Ada", "Bo", "Cleo")
    day.meets("Ada", "Bo", "10:40", "1")
    day.meets("Cleo", "Dov", "11:05", "2", length=2)
    read, minutes = day.read(), random.Random(1).choices(range(10 * 60, 13 * 60), k=60)

    sheet = None
    for each in minutes:
        day.is_now(f"{each // 60:02}:{each % 60:02}")
        sheet = make_sheet(read, day.clock.now, FloorRules(), sheet)
        assert sheet.rows == make_sheet(read, day.clock.now, FloorRules()).rows
