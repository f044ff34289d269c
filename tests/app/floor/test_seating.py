"""Badges that are scanned at a table: who sits there, and who sits at the wrong one."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.delegates.person import UnknownDelegate
from app.desks import OpenEvent
from app.floor.moving import CannotMove, UnknownPlace
from app.floor.seating import NoBadge, NotCheckedIn, NotTheirTable, Seated, Seating
from app.floor.states import MeetingState, Missing, Word
from app.floor.targets import Bar
from app.journal.undo import redo, undo
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.building import FIRST_DAY, EventBuilder


def sits(day: RunningDay, table: str, name: str) -> object:
    return Seating(day.journal).sits(FIRST_DAY, table, str(day.floor.who(name)))


def test_a_meeting_runs_once_both_sides_sit_at_its_table(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:34")
    before = day.read()

    assert sits(day, "4", "Ada") == meeting
    assert day.state(meeting) is MeetingState.PLANNED
    sits(day, "4", "Bo")

    assert day.state(meeting) is MeetingState.RUNNING
    assert day.needs() == []
    seated = day.read()
    sits(day, "4", "Bo")
    assert day.read() == seated
    undo(day.journal)
    assert day.state(meeting) is MeetingState.PLANNED
    redo(day.journal)
    assert day.read() == seated
    undo(day.journal)
    undo(day.journal)
    assert day.read() == before


def test_it_was_held_if_both_sat_there_whoever_left_since(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:34")
    sits(day, "4", "Ada")
    sits(day, "4", "Bo")
    day.leaves("Bo")
    assert day.standing(meeting).missing is Missing.HOST

    day.is_now("11:01")

    assert day.state(meeting) is MeetingState.HELD


def test_who_sits_at_the_wrong_table_is_told_which_is_theirs(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:40", "4")
    day.meets("Cy", "Di", "10:40", "5")
    day.meets("Ada", "Cy", "11:05", "5")
    day.comes("Ada", "Flo")
    day.is_now("10:38")
    before = day.read()

    def refused(name: str) -> tuple[str, str, str]:
        with pytest.raises(NotTheirTable) as refusal:
            sits(day, "5", name)
        return refusal.value.table, refusal.value.theirs, refusal.value.clock

    assert refused("Ada") == ("5", "4", "10:40")
    assert refused("Flo") == ("5", "", "")
    assert day.read() == before
    day.is_now("11:00")
    sits(day, "5", "Ada")


def test_who_was_never_checked_in_is_sent_to_the_desk_first(day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:40", "4")
    day.floor.who("Cy")
    day.comes("Bo")
    day.leaves("Bo")
    day.is_now("10:45")

    for name in ("Ada", "Bo", "Cy"):
        with pytest.raises(NotCheckedIn) as refusal:
            sits(day, "4", name)
        assert refusal.value.badge_number


def test_what_is_no_badge_or_no_table_is_refused(
    day: RunningDay, open_event: OpenEvent, event: EventBuilder
) -> None:
    day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada")
    day.is_now("10:45")
    seating = Seating(open_event.journal)

    with pytest.raises(UnknownPlace):
        seating.sits(FIRST_DAY, "99", str(day.floor.who("Ada")))
    with pytest.raises(UnknownDelegate):
        seating.sits(FIRST_DAY, "4", "A-99")
    with pytest.raises(NoBadge) as refusal:
        seating.sits(FIRST_DAY, "4", "BDGBC")
    assert refusal.value.reason == "incomplete"


def test_who_was_waited_for_and_sits_there_at_last_is_no_longer_missing(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:45")
    for word in (Word.LATE, Word.NO_SHOW):
        day.acts.say(meeting, word, Missing.HOST)
        before = day.read()

        sits(day, "4", "Ada")
        assert day.meeting(meeting).said == word
        sits(day, "4", "Bo")

        assert day.state(meeting) is MeetingState.RUNNING
        undo(day.journal)
        undo(day.journal)
        assert day.read() == before


def test_who_comes_to_a_partner_that_meets_others_instead_is_refused(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo", "Cy")
    day.is_now("10:45")
    day.acts.say(meeting, Word.NO_SHOW, Missing.HOST)
    day.meets("Ada", "Cy", "10:40", "5")
    before = day.read()

    with pytest.raises(CannotMove) as refusal:
        sits(day, "4", "Bo")

    assert (refusal.value.bar, day.read()) == (Bar.BUSY, before)


def test_a_meeting_that_is_moved_has_nobody_at_its_new_table_yet(day: RunningDay) -> None:
    meeting = day.meets("Ada", "Bo", "10:40", "4")
    day.comes("Ada", "Bo")
    day.is_now("10:45")
    sits(day, "4", "Ada")
    day.acts.say(meeting, Word.LATE, Missing.HOST)
    before = day.read()

    day.moves(meeting, "11:30", "5", anyway=True)

    assert day.meeting(meeting).guests_seated_at is None
    undo(day.journal)
    assert day.read() == before


def test_nobody_is_moved_who_sits_at_the_table_already(day: RunningDay) -> None:
    for number in (1, 2, 3, *range(6, 11)):
        day.closes(str(number), "08:00")
    lost = day.meets("Ada", "Bo", "10:15", "4")
    early = day.meets("Cy", "Di", "10:40", "5")
    day.asks("Ada", "Cy")
    day.is_now("10:20")
    day.comes("Ada", "Cy", "Di")
    moved = {move.meeting for each in day.proposed(lost) for move in each.moves}
    assert moved == {early}

    for name in ("Cy", "Di"):
        sits(day, "5", name)

    assert [each for each in day.proposed(lost) if each.moves] == []


def _have_badges(day: RunningDay, event: EventBuilder, *names: str) -> None:
    for name in names:
        day.floor.knows(name, event.delegate(name, "Of"))


def test_a_badge_of_an_open_meeting_says_that_its_side_sits_there_and_no_other_does(
    day: RunningDay, event: EventBuilder
) -> None:
    _have_badges(day, event, "Ada", "Bo", "Cy")
    meeting, elsewhere = day.meets("Ada", "Bo", "10:40", "4"), day.meets("Cy", "Di", "10:40", "5")
    later = day.meets("Ada", "Eve", "12:20", "4")
    day.comes("Ada", "Cy")
    day.is_now("10:34")

    def scans(name: str, open_: UUID) -> Seated | None:
        return Seating(day.journal).sits_at(FIRST_DAY, open_, event.badge_of(day.floor.who(name)))

    before = day.read()
    assert scans("Bo", meeting) is None, "not in the house"
    assert scans("Cy", meeting) is None, "of another meeting"
    assert scans("Ada", elsewhere) is None, "of another meeting"
    assert scans("Ada", later) is None, "hours ahead"
    assert Seating(day.journal).sits_at(FIRST_DAY, meeting, "no badge at all") is None
    assert day.read() == before

    day.comes("Bo")
    name = day.read().people[day.floor.who("Bo")].who.name
    assert scans("Bo", meeting) == Seated(name, "4", is_new=True)
    assert scans("Bo", meeting) == Seated(name, "4", is_new=False)
    assert day.meeting(meeting).hosts_seated_at == at("10:34")
    assert day.meeting(meeting).guests_seated_at is None


def test_nobody_sits_by_badge_where_another_meeting_of_theirs_comes_first(
    day: RunningDay, event: EventBuilder
) -> None:
    _have_badges(day, event, "Ada")
    day.meets("Ada", "Bo", "10:40", "4")
    second = day.meets("Ada", "Cy", "10:40", "4")
    third = day.meets("Ada", "Di", "11:05", "4")
    day.comes("Ada")
    day.is_now("10:55")
    badge = event.badge_of(day.floor.who("Ada"))

    assert Seating(day.journal).sits_at(FIRST_DAY, third, badge) is None
    day.acts.cancel(second)
    assert Seating(day.journal).sits_at(FIRST_DAY, second, badge) is None
