"""Stories of the cards of those whom a name may mean."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from app.checkin.scanning import Scanning
from tests.building import EventBuilder, MovableClock
from tests.ui.desk.robot import DeskRobot
from tests.ui.desk.test_desk_page import is_in
from ui.desk.result_card import ResultCard

ALT = Qt.KeyboardModifier.AltModifier


def test_a_card_says_since_when_somebody_is_here(
    event: EventBuilder, desk: DeskRobot, clock: MovableClock
) -> None:
    anna, berta = event.delegate("Anna", "Berg"), event.delegate("Berta", "Berg")
    Scanning(event.event.journal).check_in(anna)
    Scanning(event.event.journal).check_in(berta)
    clock.passes(minutes=12)
    Scanning(event.event.journal).check_out(berta)

    desk.types("berg")

    desk.reads("Status: Here since 10:30", "Status: Left at 10:42")


def test_two_of_one_name_and_country_are_asked_for_the_organisation_alone(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Jan", "Novák", organisation="Haná Agri", country="CZ")
    event.delegate("Jan", "Novák", organisation="Vysočina Tooling", country="CZ")

    desk.types("jan novak")

    desk.reads("2 people are called Jan Novák. Ask for the organisation.")


def test_two_colleagues_of_one_name_are_asked_for_what_else_differs(
    event: EventBuilder, desk: DeskRobot
) -> None:
    event.delegate("Jan", "Novák", organisation="Haná Agri", email="jan@hana.example")
    event.delegate("Jan", "Novák", organisation="Haná Agri", email="jan.n@hana.example")

    desk.types("jan novak")

    desk.reads("2 people are called Jan Novák. Ask for the e-mail.")


def test_two_entries_that_say_the_same_are_said_to(event: EventBuilder, desk: DeskRobot) -> None:
    event.delegates(("Jan", "Novák"), ("Jan", "Novák"))

    desk.types("jan novak")

    desk.reads("Their entries say the same. Open one to see more.")


def in_sight(card: ResultCard, area: QScrollArea) -> bool:
    return card.visibleRegion().boundingRect().height() == card.height()


def test_a_key_acts_on_nobody_who_is_out_of_sight(event: EventBuilder, desk: DeskRobot) -> None:
    people = event.delegates(*((f"Anna{letter}", "Berg") for letter in "abcdefghi"))
    desk.types("berg")
    desk.reads("9 fit “berg”")
    cards, area = desk.page.card.results._cards, desk.page.card.results._area
    desk.waits(lambda: bool(cards[0].button.key) and not cards[8].button.key)
    assert not in_sight(cards[8], area)
    assert all(bool(card.button.key) == in_sight(card, area) for card in cards)

    desk.presses_keys(Qt.Key.Key_9, ALT)

    desk.waits(lambda: in_sight(cards[8], area) and cards[8].button.key == "Alt+9")
    assert not any(is_in(event.event, each) for each in people)
    desk.presses_keys(Qt.Key.Key_9, ALT)
    desk.reads("Checked in. Annai Berg")
