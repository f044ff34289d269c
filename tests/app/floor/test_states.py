"""What a meeting is, by the clock and by what people say."""

from __future__ import annotations

import pytest

from app.floor.acts import MeetingIsCancelled, NotBegun, UnknownMeeting
from app.floor.states import Attendance, MeetingState, Missing, Standing, Word, attendance
from app.journal.undo import undo
from db.ids import new_id
from tests.app.floor.running import RunningDay
from tests.building import FIRST_DAY


def test_a_meeting_starts_and_ends_by_the_clock(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")

    day.is_now("10:39")
    assert day.state(meeting) is MeetingState.PLANNED
    day.is_now("10:40")
    assert day.state(meeting) is MeetingState.RUNNING
    day.is_now("11:00")
    assert day.state(meeting) is MeetingState.HELD


@pytest.mark.parametrize(
    ("here", "missing"),
    [("Ada", Missing.HOST), ("Bo", Missing.GUEST), ("", Missing.BOTH)],
)
def test_who_has_not_checked_in_is_late_and_then_did_not_come(
    day: RunningDay, here: str, missing: Missing
) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes(*here.split())

    day.is_now("10:42")
    assert day.standing(meeting).state is MeetingState.LATE
    assert day.standing(meeting).missing is missing
    day.is_now("11:00")
    assert day.standing(meeting).state is MeetingState.NO_SHOW
    assert (day.standing(meeting).missing, day.standing(meeting).is_said) == (missing, False)


def test_a_latecomer_lets_it_run_after_all(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada")
    day.is_now("10:50")
    day.comes("Bo")

    assert day.state(meeting) is MeetingState.RUNNING
    day.is_now("11:30")
    assert day.state(meeting) is MeetingState.HELD


def test_whoever_came_only_afterwards_missed_it(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada")
    day.is_now("11:20")
    day.comes("Bo")

    assert day.standing(meeting).missing is Missing.HOST


def test_whoever_left_before_is_missing(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:30")
    day.leaves("Bo")

    day.is_now("10:41")
    assert day.standing(meeting).missing is Missing.HOST


def test_one_of_a_side_is_enough(day: RunningDay) -> None:
    meeting = day.meets("Ada Cy", "Bo", "10:40", "4")
    day.comes("Cy", "Bo")
    day.is_now("10:41")

    assert day.state(meeting) is MeetingState.RUNNING
    read = day.read()
    ada = day.floor.who("Ada")
    assert attendance(read, read.meeting[meeting], ada, day.clock.now) is Attendance.LATE


def test_what_a_person_says_wins_over_the_clock(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.is_now("10:41")

    day.acts.say(meeting, Word.RUNNING)
    assert day.state(meeting) is MeetingState.RUNNING
    day.is_now("11:30")
    assert day.state(meeting) is MeetingState.HELD
    day.acts.say(meeting, Word.NO_SHOW, Missing.GUEST)
    assert day.standing(meeting).missing is Missing.GUEST
    day.acts.say(meeting, Word.NOTHING)
    assert day.standing(meeting).missing is Missing.BOTH


def test_one_in_the_house_may_be_late_at_the_table(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:45")
    day.acts.say(meeting, Word.LATE, Missing.HOST)
    read = day.read()
    dots = [
        attendance(read, read.meeting[meeting], day.floor.who(name), day.clock.now)
        for name in ("Ada", "Bo")
    ]

    assert day.standing(meeting) == Standing(MeetingState.LATE, Missing.HOST, is_said=True)
    assert dots == [Attendance.HERE, Attendance.LATE]
    day.is_now("11:00")
    assert day.state(meeting) is MeetingState.HELD


def test_a_no_show_is_taken_back(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:42")
    day.acts.say(meeting, Word.NO_SHOW, Missing.HOST)
    before = day.meeting(meeting)

    undo(day.journal)

    assert day.state(meeting) is MeetingState.RUNNING
    assert day.meeting(meeting) != before


def test_what_is_said_already_is_not_said_again(day: RunningDay) -> None:
    first = day.meets("Ada", "Bo", "10:40", "4")
    day.is_now("10:42")
    day.acts.say(first, Word.NO_SHOW, Missing.HOST)
    day.acts.say(first, Word.NO_SHOW, Missing.HOST)

    undo(day.journal)

    assert day.meeting(first).said == ""


def test_calling_is_noted_and_taken_back(day: RunningDay) -> None:
    one, other = day.meets("Ada", "Bo", "10:40", "4"), day.meets("Cy", "Di", "10:40", "5")
    day.is_now("10:35")
    day.acts.call([one, other])
    assert day.state(one) is day.state(other) is MeetingState.CALLED

    day.is_now("10:38")
    day.acts.call([one])
    undo(day.journal)
    assert day.meeting(one).called_at == day.meeting(other).called_at

    undo(day.journal)
    assert day.state(one) is day.state(other) is MeetingState.PLANNED


def test_a_meeting_is_cancelled_restored_and_locked(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")

    day.acts.cancel(meeting)
    assert day.state(meeting) is MeetingState.CANCELLED
    with pytest.raises(MeetingIsCancelled):
        day.acts.lock(meeting, locked=True)
    day.moving.restore(FIRST_DAY, meeting)
    day.acts.lock(meeting, locked=True)
    assert day.meeting(meeting).locked
    day.acts.lock(meeting, locked=False)
    assert not day.meeting(meeting).locked


def test_what_makes_no_sense_is_refused_and_changes_nothing(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.is_now("10:20")
    before = day.read()

    with pytest.raises(NotBegun) as refused:
        day.acts.say(meeting, Word.NO_SHOW, Missing.HOST)
    assert refused.value.number == day.meeting(meeting).number
    with pytest.raises(UnknownMeeting):
        day.acts.call([meeting, new_id()])
    assert day.read() == before


def test_dots_before_names(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada")
    dots: list[list[Attendance]] = []
    for clock in ("10:30", "10:41", "11:00"):
        day.is_now(clock)
        read = day.read()
        of = read.meeting[meeting]
        dots.append([attendance(read, of, each, day.clock.now) for each in of.people])

    assert dots == [
        [Attendance.EXPECTED, Attendance.HERE],
        [Attendance.LATE, Attendance.HERE],
        [Attendance.ABSENT, Attendance.HERE],
    ]
    assert read.date == FIRST_DAY
