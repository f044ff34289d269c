"""Stories of the edit form's lines that are completed from what the event knows."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.delegates.roster import everybody
from app.desks import OpenEvent
from tests.building import EventBuilder
from tests.ui.delegates.robots import OfficeRobot
from ui.common.completing import Completing


def line(office: OfficeRobot, name: str) -> QLineEdit:
    """Wait until it can be completed, and go there."""
    form = office._form()
    office.qtbot.waitUntil(lambda: form._known[name]._help is not None)
    made = form.inputs[name]
    assert isinstance(made, QLineEdit)
    office.page.activateWindow()
    made.setFocus()
    office.qtbot.waitUntil(made.hasFocus)
    made.selectAll()
    return made


def completing_of(made: QLineEdit) -> Completing:
    found = made.findChild(Completing)
    assert found is not None
    return found


def test_lines_of_the_edit_form_are_completed(
    office: OfficeRobot, event: EventBuilder, open_event: OpenEvent
) -> None:
    event.delegate("Ada", "King", organisation="Analytical")
    event.delegate("Ben", "Nowak", organisation="Łódź Öko-Technik", delegation="Poland–Czechia")
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")

    for name, typed in (("organisation", "oko"), ("delegation", "cz"), ("country", "fr")):
        QTest.keyClicks(line(office, name), typed)
        office.presses_keys("Down")
        office.presses_keys("Return")
    office.presses_keys("Ctrl+S")

    office.is_told("the entry is corrected")
    ada = next(each for each in everybody(open_event.journal) if each.name == "Ada King")
    assert (ada.organisation, ada.delegation, ada.country) == (
        "Łódź Öko-Technik",
        "Poland–Czechia",
        "FR",
    )


def test_an_organisation_that_nobody_knows_is_said_to_be_new(
    office: OfficeRobot, event: EventBuilder
) -> None:
    event.delegate("Ada", "King", organisation="Analytical")
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")
    made = line(office, "organisation")
    office.reads_not("New organisation")

    QTest.keyClicks(made, "Analytical Engines")

    office.reads("New organisation")
    assert completing_of(made).offered == ()


def test_an_offer_is_taken_with_the_mouse(office: OfficeRobot, event: EventBuilder) -> None:
    event.delegate("Ada", "King", organisation="Analytical")
    office.arrives()
    office.opens("Ada King")
    office.presses("Edit")
    made = line(office, "country")
    QTest.keyClicks(made, "sw")
    completing = completing_of(made)
    assert completing.offered[:2] == ("Sweden", "Switzerland")
    shown = completing._list
    assert shown is not None

    place = shown.visualRect(shown.model().index(1, 0)).center()
    office.clicks_at(shown.viewport(), place)

    assert made.text() == "Switzerland"
    assert completing.offered == ()
