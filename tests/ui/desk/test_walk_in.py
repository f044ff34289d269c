"""Stories of the form for a walk-in: what it offers, and what it asks before it adds anybody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.delegates.roster import everybody
from tests.building import EventBuilder
from tests.ui.desk.robot import DeskRobot
from ui.common.completing import Completing

NO = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def begins(desk: DeskRobot, given: str = "Eva", family: str = "Roth") -> None:
    desk.presses_keys(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    desk.waits(lambda: desk.page.card.asks)
    desk.waits(lambda: any(known._help for known in desk.page.card.form._known.values()))
    desk.fills("Given name", given)
    desk.fills("Family name", family)


def entry(desk: DeskRobot, label: str) -> QLineEdit:
    form = desk.page.card.form
    return next(each for each in form.findChildren(QLineEdit) if each.accessibleName() == label)


def offered(desk: DeskRobot, label: str) -> tuple[str, ...]:
    completing = entry(desk, label).findChild(Completing)
    assert completing is not None
    return completing.offered


def types(desk: DeskRobot, label: str, text: str) -> None:
    entry(desk, label).setFocus()
    QTest.keyClicks(entry(desk, label), text)


def test_an_organisation_is_offered_and_taken_by_the_keyboard(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Jan", "Novák", organisation="Łódź Öko-Technik")
    begins(desk)

    types(desk, "Organisation", "lodz")
    assert offered(desk, "Organisation") == ("Łódź Öko-Technik",)
    desk.presses_keys(Qt.Key.Key_Down, NO)
    assert entry(desk, "Organisation").text() == "lodz"
    desk.presses_keys(Qt.Key.Key_Return, NO)

    assert entry(desk, "Organisation").text() == "Łódź Öko-Technik"
    assert offered(desk, "Organisation") == ()
    desk.presses_keys(Qt.Key.Key_Return, CTRL)
    desk.reads("Checked in. Eva Roth. Łódź Öko-Technik")


def test_what_was_typed_stays_unless_something_is_chosen(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Jan", "Novák", organisation="Technical Works")
    begins(desk)

    types(desk, "Organisation", "Tech")
    assert offered(desk, "Organisation") == ("Technical Works",)
    desk.reads("New organisation")
    desk.presses_keys(Qt.Key.Key_Return, NO)
    desk.presses_keys(Qt.Key.Key_Return, CTRL)

    desk.reads("Checked in. Eva Roth. Tech")
    assert {each.organisation for each in everybody(event.event.journal)} == {
        "Technical Works",
        "Tech",
    }


def test_escape_takes_the_offers_away_and_not_the_form(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Jan", "Novák", organisation="Technical Works")
    begins(desk)
    types(desk, "Organisation", "Tech")

    desk.presses_keys(Qt.Key.Key_Escape, NO)

    assert offered(desk, "Organisation") == ()
    assert desk.page.card.asks
    assert entry(desk, "Organisation").text() == "Tech"


def test_a_country_is_found_by_its_code_and_said_in_words(
    event: EventBuilder, desk: DeskRobot
) -> None:
    begins(desk)

    types(desk, "Country", "cz")
    desk.reads("Czechia")
    assert offered(desk, "Country") == ("Czechia",)
    desk.presses_keys(Qt.Key.Key_Down, NO)
    desk.presses_keys(Qt.Key.Key_Tab, NO)

    assert entry(desk, "Country").text() == "Czechia"
    assert entry(desk, "E-mail").hasFocus()


def test_a_damaged_country_is_offered_and_not_taken(event: EventBuilder, desk: DeskRobot) -> None:
    begins(desk)

    types(desk, "Country", "Germny")

    assert offered(desk, "Country") == ("Germany",)
    desk.presses_keys(Qt.Key.Key_Return, CTRL)
    desk.reads("“Germny” is not a country we know.")


def test_a_badge_type_and_a_delegation_are_completed_and_kept(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Jan", "Novák", badge_type="Speaker", delegation="Baltic")
    begins(desk)

    types(desk, "Badge type", "sp")
    desk.presses_keys(Qt.Key.Key_Down, NO)
    desk.presses_keys(Qt.Key.Key_Return, NO)
    entry(desk, "Delegation").setFocus()
    desk.presses_keys(Qt.Key.Key_Down, NO)
    desk.presses_keys(Qt.Key.Key_Return, NO)
    desk.presses_keys(Qt.Key.Key_Return, CTRL)

    desk.reads("Checked in. Eva Roth")
    eva = next(each for each in everybody(event.event.journal) if each.name == "Eva Roth")
    assert (eva.badge_type, eva.delegation) == ("Speaker", "Baltic")


def test_country_and_delegation_are_those_of_the_organisation(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Jan", "Novák", organisation="Hana Agri", country="CZ", delegation="Moravia")
    event.delegate("Ida", "Malá", organisation="Hana Agri")
    begins(desk)

    types(desk, "Organisation", "hana agri")
    assert entry(desk, "Country").text() == "Czechia"
    assert entry(desk, "Delegation").text() == "Moravia"
    desk.reads("As others of the organisation")
    QTest.keyClicks(entry(desk, "Organisation"), " II")
    assert entry(desk, "Country").text() == ""
    QTest.keyClicks(entry(desk, "Country"), "Poland")
    entry(desk, "Organisation").clear()
    types(desk, "Organisation", "Hana Agri")
    assert entry(desk, "Country").text() == "Poland"
    desk.presses_keys(Qt.Key.Key_Return, CTRL)

    desk.reads("Checked in. Eva Roth. Hana Agri")
    (eva,) = (each for each in everybody(event.event.journal) if each.family_name == "Roth")
    assert (eva.country, eva.delegation) == ("PL", "Moravia")


def test_whoever_may_be_known_is_in_sight_and_the_safe_way_has_the_focus(
    event: EventBuilder, desk: DeskRobot
) -> None:
    for at in range(6):
        event.delegate("Jan", "Novák", organisation=f"Haná Agri {at}")
    begins(desk, "Jan", "Novak")
    desk.presses_keys(Qt.Key.Key_Return, CTRL)
    desk.reads("Perhaps registered already.", "2 more: look the name up to see them.")

    words = "None of them: register another person"
    risky = desk.page.card.form.findChildren(QPushButton)
    button = next(each for each in risky if each.text() == words and each.isVisible())

    desk.waits(lambda: button.visibleRegion().boundingRect().size() == button.size())
    focused = desk.page.focusWidget()
    assert focused.accessibleName().startswith("Open Jan Novák")
    desk.presses_keys(Qt.Key.Key_Return, NO)
    assert len(everybody(event.event.journal)) == 6


def test_one_word_that_nobody_is_called_is_the_family_name_to_begin_with(desk: DeskRobot) -> None:
    desk.types("Lindqvist")
    desk.reads("No one is called “Lindqvist” here.")

    desk.presses("Register on site")

    assert (entry(desk, "Family name").text(), entry(desk, "Given name").text()) == (
        "Lindqvist",
        "",
    )
    assert entry(desk, "Given name").hasFocus()
