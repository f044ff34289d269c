"""Letters on what became of applications, on the Print page."""

from __future__ import annotations

import pytest

from app.applications.letters.told import to_be_told
from app.desks import OpenEvent
from tests.building import EventBuilder
from tests.ui.papers.conftest import Arrives


@pytest.mark.usefixtures("service")
def test_letters_go_to_those_who_were_not_told_yet_or_by_decision(
    open_event: OpenEvent, event: EventBuilder, arrives: Arrives
) -> None:
    event.delegates(("Ada", "A"), ("Ben", "B"))
    event.delegate("Cleo", "C", status="declined", language="de")
    event.delegate("Dov", "D", status="received")
    robot = arrives()
    robot.chooses("Letters")
    robot.reads("3 letters on 3 pages")
    robot.chooses("Refusals")
    robot.reads("1 letter on 1 page")
    robot.takes_printer("laser")

    robot.presses("Print 1 letter")

    robot.waits(lambda: len(to_be_told(open_event.journal)[1]) == 2)
    robot.chooses("Not told yet")
    robot.reads("2 letters on 2 pages")


def test_where_nothing_is_decided_it_is_said_what_to_do(
    event: EventBuilder, arrives: Arrives
) -> None:
    event.delegate("Dov", "D", status="received")
    robot = arrives()

    robot.chooses("Letters")

    robot.reads("No application is decided on yet.")
