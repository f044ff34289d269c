"""Stories of two entries that may be one: looked at side by side, merged, or kept apart."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.checkin.scanning import Scanning
from app.delegates.doubts import Doubts
from app.delegates.organisations import Organisations
from app.delegates.roster import everybody
from app.desks import OpenEvent
from app.journal.undo import undo
from tests.building import EventBuilder
from tests.ui.delegates.robots import OfficeRobot
from tests.ui.delegates.test_one import raise_doubt


@pytest.fixture
def ada(event: EventBuilder) -> UUID:
    return event.delegate(
        "Ada", "King", organisation="Analytical", email="ada@example.org", country="GB"
    )


@pytest.fixture
def twin(event: EventBuilder, open_event: OpenEvent, ada: UUID) -> UUID:
    """Another entry of her, which an import was in doubt about."""
    twin = event.delegate(
        "Ada", "Kingh", organisation="Analytical", email="ak@example.org", phone="+44 1"
    )
    raise_doubt(open_event, "same_person", twin, ada, why="spelling")
    return twin


def numbers(event: OpenEvent) -> dict[UUID, str]:
    return {each.id: each.badge_number for each in everybody(event.journal)}


def test_two_entries_are_looked_at_side_by_side(office: OfficeRobot, ada: UUID, twin: UUID) -> None:
    office.arrives()
    office.presses("1 to decide")

    dialog = office.compares()

    dialog.reads(
        "Ada King", "Ada Kingh", "ada@example.org", "ak@example.org", "+44 1", "Analytical"
    )
    differing = dialog.differing()
    assert {"Name", "E-mail", "Phone", "Country"} <= set(differing)
    assert "Organisation" not in differing


def test_the_dialog_says_who_is_kept_and_what_comes_along(
    office: OfficeRobot, ada: UUID, twin: UUID, open_event: OpenEvent
) -> None:
    number = numbers(open_event)
    office.arrives()
    office.opens("Ada King")

    dialog = office.compares()

    dialog.reads(
        f"Comes along from {number[twin]}: phone. Its badge stays good.",
        f"Not kept of {number[twin]}: name, e-mail, its number.",
    )
    dialog.presses(f"Keep {number[twin]} instead")
    dialog.reads(f"Comes along from {number[ada]}: country. Its badge stays good.")
    assert len(everybody(open_event.journal)) == 2


def test_a_merge_does_what_was_said_and_one_undo_takes_it_back(
    office: OfficeRobot, ada: UUID, twin: UUID, open_event: OpenEvent
) -> None:
    number = numbers(open_event)
    office.arrives()
    office.opens("Ada King")
    dialog = office.compares()

    dialog.presses(f"Merge into {number[ada]}")

    office.is_told(f"Ada King: {number[twin]} is merged into {number[ada]}.")
    office.sees_names("Ada King")
    office.reads_not("Perhaps the same as")
    (person,) = everybody(open_event.journal)
    assert (person.id, person.phone, person.email) == (ada, "+44 1", "ada@example.org")
    undo(open_event.journal)
    assert set(numbers(open_event)) == {ada, twin}
    assert len(Doubts(open_event.journal).open()) == 1


def test_whoever_is_looked_at_may_be_the_one_who_goes(
    office: OfficeRobot, ada: UUID, twin: UUID, open_event: OpenEvent
) -> None:
    number = numbers(open_event)
    office.arrives()
    office.opens("Ada King")
    dialog = office.compares()

    dialog.presses_keys("Right" if dialog.dialog.keeps[0].isChecked() else "Left")
    dialog.presses(f"Merge into {number[twin]}")

    office.sees_names("Ada Kingh")
    office.sees_open("Ada Kingh")
    assert office.chosen() == ["Ada Kingh"]


def test_enter_decides_nothing(
    office: OfficeRobot, ada: UUID, twin: UUID, open_event: OpenEvent
) -> None:
    office.arrives()
    office.presses("1 to decide")
    dialog = office.compares()

    for button in (*dialog.dialog.keeps, dialog.dialog.merge, dialog.dialog.both):
        button.setFocus()
        dialog.presses_keys("Return")

    assert dialog.dialog.isVisible()
    assert set(numbers(open_event)) == {ada, twin}


def test_two_people_stay_two(
    office: OfficeRobot, ada: UUID, twin: UUID, open_event: OpenEvent
) -> None:
    office.arrives()
    office.presses("1 to decide")
    office.reads("They are spelt nearly alike.")

    office.compares().presses("Keep both")

    office.reads("Nothing to decide")
    assert Doubts(open_event.journal).open() == ()
    assert set(numbers(open_event)) == {ada, twin}


def test_the_card_alone_keeps_both_as_well(
    office: OfficeRobot, ada: UUID, twin: UUID, open_event: OpenEvent
) -> None:
    office.arrives()
    office.opens("Ada King")

    office.presses("Keep both")

    office.reads_not("Perhaps the same as")
    assert Doubts(open_event.journal).open() == ()


def test_two_who_were_both_let_in_are_not_offered_to_be_merged(
    office: OfficeRobot, ada: UUID, twin: UUID, open_event: OpenEvent
) -> None:
    for each in (ada, twin):
        Scanning(open_event.journal).check_in(each)
    office.arrives()
    office.presses("1 to decide")

    dialog = office.compares()

    dialog.reads("Both were let in on Tue 16 March, so they look like two people.")
    assert not dialog.dialog.merge.isEnabled()


def test_one_of_two_spellings_of_an_organisation_is_kept(
    office: OfficeRobot, event: EventBuilder, open_event: OpenEvent
) -> None:
    event.delegate("Ada", "King", organisation="Harz Sensorik")
    event.delegate("Ben", "Nowak", organisation="Harz Sensorik GmbH")
    one, other = (each.id for each in Organisations(open_event.journal).all())
    raise_doubt(open_event, "same_organisation", one, other, why="legal_form")
    office.arrives()
    office.presses("1 to decide")

    office.presses("Keep “Harz Sensorik GmbH”")

    office.is_told("“Harz Sensorik” is now “Harz Sensorik GmbH”.")
    office.sees_cell("Ada King", "Organisation", "Harz Sensorik GmbH")
