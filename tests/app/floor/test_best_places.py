from __future__ import annotations

from uuid import UUID

from app.floor.best_places import best_places
from app.floor.rules import FloorRules
from app.floor.targets import Latitude, Targets
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import VILNIUS, at


def best(day: RunningDay, meeting: UUID) -> list[tuple[str, str]]:
    """Give the best places as when and which table."""
    read, rules, now = day.read(), FloorRules(), day.clock.now
    found = read.meeting[meeting]
    targets = Targets(read, found, now, rules, Latitude(anyway=True))
    return [
        (
            f"{read.slot[each.place].starts_at.astimezone(VILNIUS):%H:%M}",
            read.table[each.table].label,
        )
        for each in best_places(read, found, targets, now, rules)
    ]


def test_the_same_time_comes_first_then_what_is_near_in_time(day: RunningDay) -> None:
    day.is_now("10:00")
    meeting = day.meets("Ada", "Bo", "11:30", "5")

    assert best(day, meeting) == [("11:30", "4"), ("11:05", "5"), ("11:55", "5")]


def test_whoever_is_missing_gets_the_next_slots_to_arrive_and_not_the_end_of_the_day(
    day: RunningDay,
) -> None:
    day.is_now("10:50")
    day.comes("Ada")
    meeting = day.meets("Ada", "Bo", "11:05", "5")

    assert best(day, meeting) == [("11:30", "5"), ("11:55", "5"), ("12:20", "5")]


def test_whoever_is_missing_is_given_no_other_table_before_any_later_slot_nor_an_earlier_one(
    day: RunningDay,
) -> None:
    day.is_now("10:25")
    day.comes("Ada")
    meeting = day.meets("Ada", "Bo", "10:40", "5")
    for clock, other in (("11:05", "Cleo"), ("11:30", "Dov"), ("11:55", "Eve")):
        day.meets("Ada", other, clock, "1")

    assert best(day, meeting) == [("12:20", "5"), ("10:40", "4"), ("12:20", "4")]


def test_whoever_said_when_they_come_is_waited_for_no_longer(day: RunningDay) -> None:
    day.is_now("11:00")
    day.comes("Ada")
    meeting = day.meets("Ada", "Bo", "11:05", "5")
    day.acts.comes_at(day.floor.who("Bo"), at("11:40"))

    assert best(day, meeting) == [("11:55", "5"), ("12:20", "5"), ("11:05", "4")]


def test_whoever_comes_in_time_may_have_another_table_then(day: RunningDay) -> None:
    day.is_now("11:00")
    day.comes("Ada")
    meeting = day.meets("Ada", "Bo", "11:05", "5")
    day.acts.comes_at(day.floor.who("Bo"), at("11:04"))

    assert best(day, meeting)[0] == ("11:05", "4")


def test_a_slot_in_which_somebody_is_busy_is_passed_by(day: RunningDay) -> None:
    day.is_now("10:00")
    meeting = day.meets("Ada", "Bo", "11:30", "5")
    day.meets("Ada", "Cleo", "11:05", "1")

    assert best(day, meeting) == [("11:30", "4"), ("11:55", "5"), ("10:40", "5")]


def test_other_tables_follow_where_only_one_slot_is_left(day: RunningDay) -> None:
    day.is_now("12:10")
    meeting = day.meets("Ada", "Bo", "12:20", "5")
    day.closes("4", "12:00")

    assert best(day, meeting) == [("12:20", "6"), ("12:20", "3"), ("12:20", "7")]


def test_what_starts_too_soon_comes_after_what_is_farther(day: RunningDay) -> None:
    day.is_now("10:35")
    meeting = day.meets("Ada", "Bo", "11:05", "5")

    assert best(day, meeting) == [("11:05", "4"), ("11:30", "5"), ("11:55", "5")]
