"""Stories of somebody without a mouse: where the focus is when a deed is done."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.delegates.roster import everybody
from app.desks import OpenEvent
from tests.building import EventBuilder
from tests.ui.delegates.robots import OfficeRobot
from tests.ui.delegates.test_one import raise_doubt


@pytest.fixture
def ada(event: EventBuilder) -> UUID:
    return event.delegate("Ada", "King", email="ada@example.org")


def test_letting_somebody_in_leads_back_to_the_table(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.opens("Ada King")

    office.presses_by_keyboard("Check in")

    office.sees_cell("Ada King", "State", "Here, 10:30")
    office.is_in_the_table()
    assert office.chosen() == ["Ada King"]


def test_what_others_write_leaves_the_focus_at_its_button(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.opens("Ada King")
    button = office._button("Edit")
    assert button is not None
    button.setFocus()

    office.hears_that_something_was_written()

    office.qtbot.waitUntil(lambda: office._button("Edit") is not button)
    office.is_at_button("Edit")


def test_saving_leads_back_to_the_row(
    office: OfficeRobot, ada: UUID, event: EventBuilder, open_event: OpenEvent
) -> None:
    event.delegate("Ben", "Nowak")
    office.arrives()
    office.opens("Ada King")
    office.presses_by_keyboard("Edit")
    office.fills("Family name", "Zorn")

    office.presses_keys("Ctrl+Return")

    office.sees_names("Ben Nowak", "Ada Zorn")
    office.is_in_the_table()
    assert office.chosen() == ["Ada Zorn"]
    assert office.page.table.currentIndex().row() == 1
    assert {each.name for each in everybody(open_event.journal)} == {"Ada Zorn", "Ben Nowak"}


def test_a_form_that_is_given_up_leads_back_to_the_row(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses_by_keyboard("Edit")

    office.presses_keys("Esc")

    office.has_no_form()
    office.is_in_the_table()


def test_what_is_refused_leads_back_to_the_field(office: OfficeRobot, ada: UUID) -> None:
    office.arrives()
    office.opens("Ada King")
    office.presses_by_keyboard("Edit")
    field = office._form().inputs["phone"]
    field.setFocus()

    office.presses_keys("Ctrl+S")

    office.reads("the entry says this already")
    office.qtbot.waitUntil(lambda: office.page.focusWidget() is field)


def test_the_buttons_of_a_long_form_are_in_sight(office: OfficeRobot, ada: UUID) -> None:
    office.page.resize(1204, 744)
    office.arrives()
    office.opens("Ada King")

    office.presses("Edit")

    office.qtbot.waitUntil(lambda: office._button("Save") is not None)
    for words in ("Save", "Cancel"):
        button = office._button(words)
        assert button is not None
        assert not button.visibleRegion().isEmpty()


def test_deciding_leads_to_the_next_doubt_and_then_to_the_table(
    office: OfficeRobot, ada: UUID, event: EventBuilder, open_event: OpenEvent
) -> None:
    ben, carl = event.delegate("Ben", "Nowak"), event.delegate("Carl", "Ek")
    raise_doubt(open_event, "desk_value", ada, field="email", value="a@x.example", stands="a")
    raise_doubt(open_event, "desk_value", ben, field="email", value="b@x.example", stands="b")
    raise_doubt(open_event, "desk_value", carl, field="email", value="c@x.example", stands="c")
    office.arrives()
    office.presses_by_keyboard("3 to decide")
    office.reads("“a@x.example”")

    button = office._button_named("Keep ours: The file says e-mail “b@x.example”.")
    button.setFocus()
    office.presses_keys("Space")
    office.reads_not("“b@x.example”")

    office.is_at_button("Take it", "c@x.example")
    office.presses_keys("Space")
    office.is_at_button("Take it", "a@x.example")
    office.presses_keys("Space")
    office.reads("Nothing to decide")
    office.is_in_the_table()


def test_many_are_let_in_and_the_table_has_the_focus(
    office: OfficeRobot, ada: UUID, event: EventBuilder
) -> None:
    event.delegate("Ben", "Nowak")
    office.arrives()
    office.chooses_all()
    office.presses_by_keyboard("Check in…")
    office.is_at_button("Cancel")

    office.presses_by_keyboard("Check in 2")

    office.is_told("2 delegates checked in.")
    office.is_in_the_table()
