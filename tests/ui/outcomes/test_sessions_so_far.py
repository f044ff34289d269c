"""The side of the page says who came to sessions, beside who had booked."""

from __future__ import annotations

from app.desks import OpenEvent
from tests.app.floor.running import RunningDay
from tests.app.programme.holding import Holding
from tests.building import EventBuilder
from tests.ui.outcomes.robot import OutcomeRobot


def test_sessions_that_have_begun_say_who_came_and_what_share_that_is(
    desk: OutcomeRobot, day: RunningDay, opened: OpenEvent
) -> None:
    holding = Holding(day.floor, EventBuilder(opened))
    holding.comes("Ada", "Bo", "Cy")
    holding.holds("Green talk", "10:00", "11:00")
    holding.holds("Coffee", "11:00", "11:15")
    holding.holds("Late", "16:00", "17:00")
    holding.books("Green talk", "Ada", "Bo", "Cy")
    holding.books("Late", "Ada")
    day.is_now("11:20")
    desk.comes()
    desk.reads(
        "0 of 3 who had booked came (0 %), 0 came in all.",
        "Green talk: 0 of 3, 0 % of the booked",
        "1 session more, without bookings or check-in.",
    )
    desk.reads_not("Late")

    holding.comes("Di")
    for name in ("Ada", "Bo", "Di"):
        holding.comes_to("Green talk", name)

    desk.reads(
        "2 of 3 who had booked came (66 %), 3 came in all.",
        "Green talk: 2 of 3, 66 % of the booked, 1 more walked in",
    )


def test_a_day_without_sessions_says_nothing_of_them(desk: OutcomeRobot, day: RunningDay) -> None:
    day.meets("Ada", "Bo", "10:15", "1")
    day.is_now("11:00")
    desk.comes()
    desk.reads("0 of 1")

    assert not desk.page.side.sessions.isVisible()
