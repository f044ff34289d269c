"""What whoever is scanned has to be at now and next, below the verdict."""

from __future__ import annotations

import pytest

from app.desks import OpenEvent
from app.journal.journal import Changes
from app.visits.signing_up import SigningUp
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.meetings.asking import Floor, at
from tests.app.programme.holding import Holding
from tests.building import EventBuilder, MovableClock
from tests.ui.desk.robot import DeskRobot


@pytest.fixture
def holding(open_event: OpenEvent, event: EventBuilder) -> Holding:
    """A talk that Ada is booked for and a visit she has a place on; Ben has neither."""
    holding = Holding(Floor(open_event, event), event)
    holding.comes("Ada", "Ben")
    holding.holds("Green talk", "10:00", "11:00", room="Blue room")
    holding.books("Green talk", "Ada")
    visits = Visits(holding.journal)
    visits.add(VisitOrder("Wind park", at("11:10"), at("13:00"), 9, "", "Main door"))
    SigningUp(holding.journal).give(holding.floor.who("Ada"), "Wind park")
    return holding


def badge(holding: Holding, event: EventBuilder, name: str) -> str:
    return event.badge_of(holding.floor.who(name))


def test_a_scan_tells_what_they_are_at_now_and_next(
    holding: Holding, event: EventBuilder, desk: DeskRobot
) -> None:
    desk.scans(badge(holding, event, "Ada"))

    desk.reads(
        "Checked in. Ada Of",
        "Now: Blue room, until 11:00: Green talk",
        "Next: 11:10, in 40 min, meet at Main door: Wind park",
    )


def test_whoever_is_booked_for_nothing_is_free(
    holding: Holding, event: EventBuilder, desk: DeskRobot
) -> None:
    desk.scans(badge(holding, event, "Ben"))

    desk.reads("Checked in. Ben Of", "Now: Free", "Next: Nothing is booked")


def test_it_counts_on_by_the_clock(
    holding: Holding, event: EventBuilder, desk: DeskRobot, clock: MovableClock
) -> None:
    desk.scans(badge(holding, event, "Ada"))
    desk.reads("Now: Blue room")

    clock.passes(minutes=45)

    desk.reads("Now: Back 13:00: Wind park", "Next: Nothing more is booked")


def test_a_room_that_changes_while_somebody_stands_there_is_told(
    holding: Holding, event: EventBuilder, desk: DeskRobot
) -> None:
    desk.scans(badge(holding, event, "Ada"))
    desk.reads("Blue room")

    holding.sessions.cancel(holding.sessions.named("Green talk"))
    desk.page.learn(Changes(frozenset({"ProgrammeSession"})))

    desk.reads("Now: Free")
    desk.reads_not("Blue room")


def test_whoever_speaks_is_told_when_and_where_until_it_is_over(
    holding: Holding, event: EventBuilder, desk: DeskRobot, clock: MovableClock
) -> None:
    holding.holds("Funding", "12:00", "12:30", room="Red room", speakers="Ada")
    holding.holds("Late panel", "15:00", "16:00", moderators="Ben")

    desk.scans(badge(holding, event, "Ben"))
    desk.reads("On stage next, 15:00–16:00: “Late panel”")
    desk.scans(badge(holding, event, "Ada"))
    desk.reads("On stage next, 12:00–12:30: Red room, “Funding”")
    clock.now = at("12:10")
    desk.scans(badge(holding, event, "Ada"))
    desk.reads("On stage now, until 12:30: Red room, “Funding”")
    clock.now = at("12:31")
    desk.scans(badge(holding, event, "Ada"))
    desk.reads_not("On stage")


def test_all_of_it_has_its_place_on_a_small_screen(
    holding: Holding, event: EventBuilder, desk: DeskRobot
) -> None:
    holding.floor.knows("Zoe", event.delegate("Zoe", "Of", attention="Needs a step-free way"))
    holding.holds("A panel of which nobody says in few words what it is", "12:00", "12:30",
                  room="Conference room Vilija", speakers="Zoe")  # fmt: skip
    for clock in ("10:40", "11:05", "11:30"):
        holding.floor.meets("Zoe", "Ben", clock, "7")
    code = badge(holding, event, "Zoe")
    desk.page.resize(1204, 744)
    for _time in range(2):
        desk.scans(code)
        desk.reads("On stage next", "Needs a step-free way", "3 in all")

    assert (desk.page.width(), desk.page.height()) == (1204, 744)


def test_nothing_is_said_of_it_where_the_event_has_only_meetings(
    desk: DeskRobot, open_event: OpenEvent, event: EventBuilder
) -> None:
    floor = Floor(open_event, event)
    floor.knows("Ada", event.delegate("Ada", "Of"))
    floor.meets("Ada", "Ben", "10:40", "7")

    desk.scans(event.badge_of(floor.who("Ada")))

    desk.reads("10:40, in 10 min, table 7")
    desk.reads_not("Now:")
