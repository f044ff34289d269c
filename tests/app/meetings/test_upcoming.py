from __future__ import annotations

import pytest

from app.checkin.scanning import Scanning
from app.delegates.orders import PersonOrder
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.event.editing import Editing
from app.meetings import deeds as d
from app.meetings.standing import StandingMeetings
from app.meetings.upcoming import DelegateMeeting, DelegateMeetings, Upcoming, meetings_of
from tests.app.meetings.asking import Floor, at, slot, table_of
from tests.building import FIRST_DAY, MovableClock


class Desk:
    """Asks what somebody has before them, now."""

    def __init__(self, floor: Floor, clock: MovableClock) -> None:
        self.floor = floor
        self.clock = clock

    def all_of(self, name: str) -> DelegateMeetings:
        return meetings_of(self.floor.journal, self.floor.who(name))

    def upcoming(self, name: str) -> Upcoming:
        return self.all_of(name).upcoming(self.clock.now)

    def next_of(self, name: str) -> DelegateMeeting:
        return self.upcoming(name).meetings[0]

    def partners(self, name: str) -> list[tuple[str, str]]:
        """Whom they meet next, and how those stand."""
        return [(each.who.name, each.state) for each in self.next_of(name).partners]


@pytest.fixture
def desk(floor: Floor, clock: MovableClock) -> Desk:
    return Desk(floor, clock)


def test_meetings_of_today_come_in_order_and_one_of_another_day_after(
    desk: Desk, floor: Floor
) -> None:
    floor.meets("Ada", "Dov", "10:15", "4", day=17)
    floor.meets("Ada", "Ben", "11:30", "2")
    floor.meets("Cleo", "Ada", "10:40", "7")
    floor.meets("Ben", "Cleo", "12:20", "1")

    upcoming = desk.upcoming("Ada")

    assert [(each.starts_at, each.table) for each in upcoming.meetings] == [
        (at("10:40"), "7"),
        (at("11:30"), "2"),
    ]
    assert [[who.who.name for who in each.partners] for each in upcoming.meetings] == [
        ["Cleo Of"],
        ["Ben Of"],
    ]
    assert upcoming.in_all == 2
    assert upcoming.later is not None
    assert (upcoming.later.starts_at, upcoming.later.table) == (at("10:15", 17), "4")


@pytest.mark.parametrize(
    ("now", "left"), [("10:40", 2), ("10:59", 2), ("11:00", 1), ("11:50", 0), ("23:59", 0)]
)
def test_a_meeting_is_upcoming_until_it_is_over(
    desk: Desk, floor: Floor, clock: MovableClock, now: str, left: int
) -> None:
    floor.meets("Ada", "Ben", "10:40", "1")
    floor.meets("Ada", "Cleo", "11:30", "1")

    upcoming = desk.all_of("Ada").upcoming(at(now))

    assert (len(upcoming.meetings), upcoming.in_all) == (left, 2)


def test_a_meeting_of_several_slots_lasts_until_the_last_ends(desk: Desk, floor: Floor) -> None:
    floor.meets("Ada", "Ben", "10:40", "1", length=2)

    meeting = desk.next_of("Ada")

    assert (meeting.starts_at, meeting.ends_at) == (at("10:40"), at("11:25"))


def test_the_next_day_begins_at_midnight_of_the_venue(desk: Desk, floor: Floor) -> None:
    floor.meets("Ada", "Ben", "10:15", "1", day=17)
    meetings = desk.all_of("Ada")

    before, after = (meetings.upcoming(each) for each in (at("23:59"), at("00:00", 17)))

    assert (before.in_all, before.later is None) == (0, False)
    assert (after.in_all, after.later) == (1, None)


def test_cancelled_meetings_are_left_out(desk: Desk, floor: Floor) -> None:
    meeting = floor.meets("Ada", "Ben", "10:40", "1")
    floor.does(d.MeetingCancelled(meeting))

    assert desk.upcoming("Ada") == Upcoming((), (), None)
    assert not desk.all_of("Ada").event_has_meetings


def test_meetings_taken_out_of_a_plan_are_left_out(desk: Desk, floor: Floor) -> None:
    meeting = floor.meets("Ada", "Ben", "10:40", "1")
    floor.does(d.MeetingTakenOut(meeting))

    assert desk.upcoming("Ada").in_all == 0


def test_a_moved_meeting_is_where_it_was_moved_to(desk: Desk, floor: Floor) -> None:
    meeting = floor.meets("Ada", "Ben", "10:40", "1")
    hall = floor.hall()
    before = (slot(hall, "10:40"), table_of(hall, "1"))
    floor.does(d.MeetingMoved(meeting, slot(hall, "11:05"), table_of(hall, "9"), *before))

    moved = desk.next_of("Ada")

    assert (moved.starts_at, moved.table) == (at("11:05"), "9")


def test_a_meeting_whose_slot_was_taken_out_is_counted_and_has_no_time(
    desk: Desk, floor: Floor
) -> None:
    floor.meets("Ada", "Ben", "10:40", "1")
    editing = Editing(floor.journal, StandingMeetings())
    editing.remove_day(FIRST_DAY, losing=1)

    meetings = desk.all_of("Ada")

    assert (meetings.meetings, meetings.without_slot) == ((), 1)


def test_whoever_has_none_hears_whether_the_event_has_any(desk: Desk, floor: Floor) -> None:
    floor.who("Ada")
    assert not desk.all_of("Ada").event_has_meetings

    floor.meets("Ben", "Cleo", "10:40", "1")

    assert desk.all_of("Ada").event_has_meetings


def test_partners_stand_as_the_desk_has_seen_them_today(
    desk: Desk, floor: Floor, clock: MovableClock
) -> None:
    floor.meets("Ada", "Ben", "12:20", "1")
    scanning = Scanning(floor.journal)
    assert desk.partners("Ada") == [("Ben Of", "expected")]

    scanning.check_in(floor.who("Ben"))
    came = clock.now
    (here,) = desk.next_of("Ada").partners
    assert (here.state, here.since) == ("here", came)

    clock.passes(minutes=30)
    scanning.check_out(floor.who("Ben"))
    (left,) = desk.next_of("Ada").partners
    assert (left.state, left.since) == ("left", clock.now)

    clock.passes(minutes=5)
    scanning.check_in(floor.who("Ben"))
    (back,) = desk.next_of("Ada").partners
    assert (back.state, back.since) == ("here", clock.now)


def test_another_day_asked_for_tells_who_came_on_that_day(
    desk: Desk, floor: Floor, clock: MovableClock
) -> None:
    floor.meets("Ada", "Ben", "10:15", "1", day=17)
    Scanning(floor.journal).check_in(floor.who("Ben"))
    clock.passes(days=1)

    (today,) = desk.next_of("Ada").partners
    (before,) = meetings_of(floor.journal, floor.who("Ada"), FIRST_DAY).meetings[0].partners

    assert (today.state, before.state) == ("expected", "here")


def test_several_on_a_side_are_all_named_and_each_is_seen(desk: Desk, floor: Floor) -> None:
    floor.meets("Ada Ann", "Ben Bea Bob", "10:40", "1")
    Scanning(floor.journal).check_in(floor.who("Bea"))

    for guest in ("Ada", "Ann"):
        assert desk.partners(guest) == [
            ("Ben Of", "expected"),
            ("Bea Of", "here"),
            ("Bob Of", "expected"),
        ]
    for host in ("Ben", "Bea", "Bob"):
        assert [name for name, _ in desk.partners(host)] == ["Ada Of", "Ann Of"]


def test_a_substitute_has_the_meetings_of_whom_they_stand_for(desk: Desk, floor: Floor) -> None:
    floor.meets("Ada", "Ben", "10:40", "1")
    substitute = Roster(floor.journal, "A").substitute(floor.who("Ben"), PersonOrder("Bea", "New"))

    meetings = meetings_of(floor.journal, substitute.id)

    assert len(meetings.meetings) == 1
    assert desk.upcoming("Ben").in_all == 0
    assert desk.partners("Ada") == [("Bea New", "expected")]


def test_merged_entries_are_one_person_with_the_meetings_of_both(desk: Desk, floor: Floor) -> None:
    floor.meets("Ada", "Ben", "10:40", "1")
    floor.meets("Adda", "Cleo", "11:05", "2")
    Roster(floor.journal, "A").merge(floor.who("Ada"), floor.who("Adda"))

    assert [each.table for each in desk.upcoming("Ada").meetings] == ["1", "2"]
    assert [name for name, _ in desk.partners("Ben")] == ["Ada Of"]


def test_a_partner_who_does_not_come_is_said_to_be(desk: Desk, floor: Floor) -> None:
    floor.meets("Ada", "Ben", "10:40", "1")
    Roster(floor.journal, "A").set_status(floor.who("Ben"), Status.WITHDRAWN)

    assert desk.partners("Ada") == [("Ben Of", "withdrawn")]


def test_the_kind_follows_from_the_organisations_unless_somebody_said_it(
    desk: Desk, floor: Floor
) -> None:
    floor.who("Ada", kind="cluster")
    floor.who("Cleo", kind="cluster")
    floor.meets("Ada", "Cleo", "10:15", "1")
    floor.meets("Ada", "Ben", "10:40", "1")
    floor.meets("Ben", "Dov", "11:05", "1")
    asked = floor.asks("Ada", "Eve", kind="c2c")
    floor.meets("Ada", "Eve", "11:30", "1", request_id=str(asked.id))

    assert [each.kind for each in desk.upcoming("Ada").meetings] == ["c2c", "b2c", "c2c"]
    assert [each.kind for each in desk.upcoming("Dov").meetings] == ["b2b"]


def test_what_is_told_here_agrees_with_what_is_told_of_all(desk: Desk, floor: Floor) -> None:
    asked = floor.asks("Ada", "Ben", kind="b2c")
    floor.meets("Ada", "Ben", "10:40", "1", request_id=str(asked.id))
    floor.meets("Cleo", "Ada Ann", "11:05", "2", length=2)

    of_all = {each.number: each for each in floor.meetings()}

    for told in desk.upcoming("Ada").meetings:
        same = of_all[told.number]
        assert (told.starts_at, told.ends_at) == (same.starts_at, same.ends_at)
        assert (told.table, told.kind) == (same.table, same.kind)
