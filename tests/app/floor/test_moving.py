"""Moving meetings: where they may go, why not elsewhere, and back again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.floor.acts import UnknownMeeting
from app.floor.moving import CannotMove, CannotRestore, Pairing, Spot, UnknownPlace
from app.floor.states import MeetingState, Missing, Word
from app.floor.targets import Bar
from app.journal.undo import undo
from db.ids import new_id
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.building import FIRST_DAY


def test_a_meeting_is_moved_and_keeps_where_it_was(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")

    day.moves(meeting, "11:30", "7")

    assert day.place(meeting) == (at("11:30"), "7")
    moved = day.meeting(meeting)
    assert moved.has_moved
    read = day.read()
    assert moved.planned_place is not None
    assert read.slot[moved.planned_place].starts_at == at("11:05")
    assert moved.planned_table == day.table("4")


def test_undo_puts_it_back_exactly(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    before = day.read()
    day.moves(meeting, "11:30", "7")

    undo(day.journal)

    assert day.read() == before


def test_a_no_show_that_is_moved_later_is_planned_again(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada")
    day.is_now("10:45")
    day.acts.say(meeting, Word.NO_SHOW, Missing.HOST)

    day.moves(meeting, "11:55", "4")
    assert day.state(meeting) is MeetingState.PLANNED

    undo(day.journal)
    assert day.standing(meeting).missing is Missing.HOST
    assert day.place(meeting) == (at("10:40"), "4")


def test_each_bar_is_named(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    busy = day.meets("Cy", "Bo", "11:30", "5")
    taken = day.meets("Di", "Ed", "11:55", "6")
    day.floor.is_elsewhere("Ada", "12:00", "13:00")
    day.closes("7", "10:00")
    day.is_now("10:20")

    def bar(clock: str, table: str) -> Bar | None:
        spot = day.spot(clock, table)
        read = day.read()
        place = next(slot.place for slot in read.slots if slot.id == spot.slot)
        return day.targets(meeting).at(place, spot.table).bar

    assert bar("10:15", "4") is Bar.OVER
    assert bar("10:40", "4") is None
    assert bar("11:30", "4") is Bar.BUSY
    assert bar("11:55", "6") is Bar.ELSEWHERE
    assert bar("11:05", "7") is Bar.TABLE_CLOSED
    assert bar("11:05", "8") is None
    undo(day.journal)
    with pytest.raises(CannotMove) as refused:
        day.moves(meeting, "11:30", "4")
    assert (refused.value.bar, refused.value.who) == (Bar.BUSY, ("Bo Of",))
    assert refused.value.other == day.meeting(busy).number
    assert day.meeting(taken).number


def test_a_table_that_is_taken_is_named_and_can_be_swapped(day: RunningDay) -> None:
    one, other = day.meets("Ada", "Bo", "11:05", "4"), day.meets("Cy", "Di", "11:05", "5")
    with pytest.raises(CannotMove) as refused:
        day.moves(one, "11:05", "5")
    assert (refused.value.bar, refused.value.other) == (
        Bar.TABLE_TAKEN,
        day.meeting(other).number,
    )

    day.moving.swap(FIRST_DAY, one, other)

    assert (day.place(one)[1], day.place(other)[1]) == ("5", "4")
    undo(day.journal)
    assert (day.place(one)[1], day.place(other)[1]) == ("4", "5")


def test_a_swap_that_would_double_somebody_is_refused(day: RunningDay) -> None:
    one = day.meets("Ada", "Bo", "11:05", "4")
    other = day.meets("Cy", "Di", "11:30", "5")
    day.meets("Ada", "Ed", "11:30", "6")
    before = day.read()

    with pytest.raises(CannotMove) as refused:
        day.moving.swap(FIRST_DAY, one, other)

    assert refused.value.who == ("Ada Of",)
    assert day.read() == before


def test_what_starts_soon_is_moved_only_if_somebody_says_so(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    day.is_now("10:57")

    with pytest.raises(CannotMove) as refused:
        day.moves(meeting, "11:30", "4")
    assert refused.value.bar is Bar.FROZEN

    day.moves(meeting, "11:30", "4", anyway=True)
    assert day.place(meeting) == (at("11:30"), "4")


@pytest.mark.parametrize("now", ["10:41", "11:20"])
def test_what_runs_or_was_held_stays(day: RunningDay, now: str) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now(now)

    with pytest.raises(CannotMove) as refused:
        day.moves(meeting, "11:55", "4", anyway=True)
    assert refused.value.bar is Bar.UNDER_WAY


def test_a_locked_meeting_stays(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    day.acts.lock(meeting, locked=True)

    with pytest.raises(CannotMove) as refused:
        day.moves(meeting, "11:30", "4")
    assert refused.value.bar is Bar.LOCKED


def test_a_long_meeting_needs_room_in_its_block(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4", length=2)

    with pytest.raises(CannotMove) as refused:
        day.moves(meeting, "12:20", "4")
    assert refused.value.bar is Bar.NO_ROOM


def test_one_left_waiting_meets_somebody_else_at_once(day: RunningDay) -> None:
    lost = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Cy")
    day.is_now("10:43")
    day.acts.say(lost, Word.NO_SHOW, Missing.HOST)
    ada, cy = day.floor.who("Ada"), day.floor.who("Cy")

    with pytest.raises(CannotMove) as refused:
        day.moving.meet(FIRST_DAY, Pairing((cy,), (ada,)), day.spot("10:15", "5"))
    assert refused.value.bar is Bar.OVER
    told = day.moving.meet(FIRST_DAY, Pairing((cy,), (ada,)), day.spot("10:40", "5"))

    assert set(told.people) == {ada, cy}
    new = next(each for each in day.read().meetings if each.hosts == (cy,))
    assert day.state(new.id) is MeetingState.RUNNING
    assert not new.has_moved
    undo(day.journal)
    assert new.id not in day.read().meeting


def test_what_is_not_there_is_refused(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    before = day.read()

    with pytest.raises(UnknownMeeting):
        day.moves(new_id(), "11:30", "4")
    with pytest.raises(UnknownPlace):
        day.moving.move(FIRST_DAY, meeting, Spot(new_id(), day.table("4")))
    assert day.read() == before


def test_a_cancelled_meeting_comes_back_where_it_was(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    before = day.read()
    day.acts.cancel(meeting)

    told = day.moving.restore(FIRST_DAY, meeting)

    assert day.read() == before
    assert set(told.people) == {day.floor.who("Ada"), day.floor.who("Bo")}
    assert day.moving.restore(FIRST_DAY, meeting).people == ()
    undo(day.journal)
    assert day.state(meeting) is MeetingState.CANCELLED


@pytest.mark.parametrize(
    ("since", "bar"),
    [
        (lambda day: day.meets("Cy", "Di", "11:05", "4"), Bar.TABLE_TAKEN),
        (lambda day: day.meets("Ada", "Di", "11:05", "5"), Bar.BUSY),
        (lambda day: day.closes("4", "10:00"), Bar.TABLE_CLOSED),
        (lambda day: day.floor.is_elsewhere("Ada", "11:00", "12:00"), Bar.ELSEWHERE),
        (lambda day: day.withdraws("Ada"), Bar.NOT_COMING),
        (lambda day: day.is_now("11:30"), Bar.OVER),
    ],
)
def test_a_cancelled_meeting_does_not_come_back_to_a_place_that_is_gone(
    day: RunningDay, since: Callable[[RunningDay], object], bar: Bar
) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    day.acts.cancel(meeting)
    since(day)
    before = day.read()

    with pytest.raises(CannotRestore) as refused:
        day.moving.restore(FIRST_DAY, meeting)

    assert (refused.value.bar, day.read()) == (bar, before)


def test_a_cancelled_meeting_whose_place_is_gone_is_moved_to_another(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "4")
    day.acts.cancel(meeting)
    other = day.meets("Cy", "Di", "11:05", "4")
    before = day.read()
    with pytest.raises(CannotMove) as refused:
        day.moving.swap(FIRST_DAY, meeting, other)
    assert (refused.value.bar, day.read()) == (Bar.CANCELLED, before)

    day.moves(meeting, "11:05", "5")

    assert (day.place(meeting), day.state(meeting)) == ((at("11:05"), "5"), MeetingState.PLANNED)
    undo(day.journal)
    assert day.read() == before
