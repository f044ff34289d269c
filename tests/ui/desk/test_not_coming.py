"""People who are not to come, and who comes instead."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from app.checkin.presence import presence
from app.checkin.scanning import Scanning
from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from tests.ui.desk.robot import DeskRobot

ALT = Qt.KeyboardModifier.AltModifier
BEN = PersonOrder("Ben", "Okoye")


@pytest.fixture
def roster(open_event: OpenEvent) -> Roster:
    return Roster(open_event.journal, open_event.letters)


@pytest.fixture
def anna(event: EventBuilder) -> UUID:
    return event.delegate("Anna", "Berg", organisation="Uppsala Robotics", phone="+46 1")


@pytest.fixture
def ben(roster: Roster, anna: UUID) -> Person:
    """He comes instead of Anna."""
    return roster.substitute(anna, BEN)


def is_in(event: EventBuilder, delegate: UUID) -> bool:
    with event.event.journal.reading() as session:
        found = presence(session, delegate, FIRST_DAY)
    return found is not None and found.here


def test_it_is_said_when_somebody_cancelled_why_and_who_wrote_it_down(
    event: EventBuilder, roster: Roster, anna: UUID, desk: DeskRobot, clock: MovableClock
) -> None:
    clock.passes(days=-5)
    roster.set_status(anna, Status.WITHDRAWN, "by e-mail")
    clock.passes(days=5)

    desk.scans(event.badge_of(anna))

    desk.reads("Registration cancelled. Anna Berg", "Cancelled: 11 Mar, by e-mail, by Rasa")
    desk.reads_not("Phone: +46 1")


def test_it_is_said_that_the_list_cancelled_somebody(
    event: EventBuilder, open_event: OpenEvent, desk: DeskRobot, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("First name,Last name,E-mail,Status\nJo,Lind,jo@example.org,cancelled\n")
    Imports(open_event.journal, open_event.letters).run(file, ImportOrder())
    desk.types("jo lind")

    desk.presses("Open: Jo Lind")

    desk.reads("Registration cancelled. Jo Lind", "Cancelled: 10:30, in the registration list")


def test_whose_application_was_declined_is_told_by_whom(
    event: EventBuilder, roster: Roster, anna: UUID, desk: DeskRobot
) -> None:
    roster.set_status(anna, Status.DECLINED)

    desk.scans(event.badge_of(anna))

    desk.reads("Declined: 10:30, by Rasa")


def test_the_cell_is_the_badges_again_for_the_next(
    event: EventBuilder, roster: Roster, anna: UUID, desk: DeskRobot
) -> None:
    roster.set_status(anna, Status.WITHDRAWN)
    desk.scans(event.badge_of(anna))
    desk.reads("Cancelled: 10:30")

    desk.presses_keys(Qt.Key.Key_R, ALT)

    desk.reads("Checked in. Anna Berg", "Badge: Not printed yet", "Phone: +46 1")
    desk.reads_not("Cancelled: ")


def test_who_comes_instead_is_named_and_let_in_by_a_key(
    event: EventBuilder, anna: UUID, ben: Person, desk: DeskRobot
) -> None:
    desk.scans(event.badge_of(anna))
    desk.reads("Ben Okoye has this place. Anna Berg", "Comes instead", "Taken over: 10:30, by Rasa")

    desk.presses_keys(Qt.Key.Key_1, ALT)

    desk.reads("Checked in. Ben Okoye")
    assert is_in(event, ben.id)
    assert not is_in(event, anna)


def test_of_who_comes_instead_is_told_where_they_have_to_be_next(
    event: EventBuilder, open_event: OpenEvent, anna: UUID, roster: Roster, desk: DeskRobot
) -> None:
    floor = Floor(open_event, event)
    floor.knows("Anna", anna)
    floor.meets("Anna", "Cleo", "10:40", "7")
    floor.meets("Anna", "Dov", "11:30", "3")
    roster.substitute(anna, BEN)

    desk.scans(event.badge_of(anna))

    desk.reads("Ben Okoye, Uppsala Robotics. Meetings: 2 today. Next: 10:40, table 7. Status: ")


def test_who_comes_instead_and_is_here_is_opened(
    event: EventBuilder, open_event: OpenEvent, anna: UUID, ben: Person, desk: DeskRobot
) -> None:
    Scanning(open_event.journal).check_in(ben.id)
    desk.scans(event.badge_of(anna))

    desk.presses("Open: Ben Okoye, Uppsala Robotics")

    desk.reads("Here. Ben Okoye")
    desk.reads_not("Comes instead")


@pytest.mark.usefixtures("ben")
def test_somebody_who_is_looked_up_names_who_has_their_place(desk: DeskRobot) -> None:
    desk.types("anna")
    desk.presses("Open: Anna Berg, Uppsala Robotics")

    desk.reads("Ben Okoye has this place. Anna Berg", "Comes instead")
    desk.may_press("Check in: Ben Okoye, Uppsala Robotics")


def test_both_may_come_in_the_end(
    event: EventBuilder, anna: UUID, ben: Person, desk: DeskRobot
) -> None:
    desk.scans(event.badge_of(anna))
    desk.reads("If Anna came after all")

    desk.presses_keys(Qt.Key.Key_R, ALT)

    desk.reads("Checked in. Anna Berg")
    desk.scans(event.badge_of(ben.id))
    desk.reads("Checked in. Ben Okoye")


def test_a_colleague_comes_for_somebody_who_cancelled(
    event: EventBuilder, roster: Roster, anna: UUID, desk: DeskRobot
) -> None:
    roster.set_status(anna, Status.WITHDRAWN)
    desk.scans(event.badge_of(anna))
    desk.presses("Somebody else comes")
    desk.fills("Given name", "Ben")

    desk.presses("Register and check in")

    desk.reads("Checked in. Ben. Uppsala Robotics")
    desk.types("berg")
    desk.presses("Open: Anna Berg, Uppsala Robotics")
    desk.reads("Ben has this place. Anna Berg", "Comes instead", "Cancelled: 10:30")
