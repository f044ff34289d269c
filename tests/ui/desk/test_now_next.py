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


def test_nothing_is_said_of_it_where_the_event_has_only_meetings(
    desk: DeskRobot, open_event: OpenEvent, event: EventBuilder
) -> None:
    floor = Floor(open_event, event)
    floor.knows("Ada", event.delegate("Ada", "Of"))
    floor.meets("Ada", "Ben", "10:40", "7")

    desk.scans(event.badge_of(floor.who("Ada")))

    desk.reads("10:40, in 10 min, table 7")
    desk.reads_not("Now:")
