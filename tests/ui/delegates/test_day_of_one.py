"""All that one delegate has to be at, in the pane, and what is booked from there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.journal.undo import undo
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.meetings.asking import Floor, at
from tests.app.programme.holding import Holding
from tests.building import EventBuilder
from tests.ui.delegates.robots import OfficeRobot


@pytest.fixture
def holding(open_event: OpenEvent, event: EventBuilder) -> Holding:
    """Ada has a meeting and is booked for a talk; a panel and a visit can be booked."""
    holding = Holding(Floor(open_event, event), event)
    holding.floor.meets("Ada", "Ben", "11:05", "7")
    holding.holds("Green talk", "12:00", "13:00", room="Blue room")
    holding.holds("Panel", "11:00", "11:45", room="Hall A", places=1)
    holding.books("Green talk", "Ada")
    visits = Visits(holding.journal)
    visits.add(VisitOrder("Wind park", at("14:00"), at("16:00"), 5, "", "Main door"))
    return holding


class Booking:
    """The form that books, and who fills it in."""

    def __init__(self, office: OfficeRobot, qtbot: QtBot) -> None:
        self._office, self._qtbot = office, qtbot

    def choices(self) -> list[str]:
        """Open the form, and give what it offers."""
        asking = self._office.page.pane.asking
        if asking.form is None:
            self._office.presses("Book session or visit…")
        self._qtbot.waitUntil(lambda: asking.form is not None)
        what = self._input("what")
        return [what.itemText(at) for at in range(what.count())]

    def books(self, words: str, *, anyway: bool = False) -> None:
        """Choose one of them, and send the form."""
        (found,) = (at for at, label in enumerate(self.choices()) if words in label)
        self._input("what").setCurrentIndex(found)
        self._input("anyway").setCurrentIndex(int(anyway))
        self._office.presses("Book")

    def _input(self, name: str) -> QComboBox:
        form = self._office.page.pane.asking.form
        assert form is not None
        found = form.inputs[name]
        assert isinstance(found, QComboBox)
        return found


@pytest.fixture
def booking(office: OfficeRobot, qtbot: QtBot) -> Booking:
    return Booking(office, qtbot)


def test_a_day_stands_in_one_list_by_time(office: OfficeRobot, holding: Holding) -> None:
    del holding
    office.arrives()

    office.opens("Ada Of")

    office.reads("Programme and meetings")
    office.reads("11:05–11:25 · Ben Of")
    office.reads("Meeting · table 7 · B2B · Not here yet")
    office.reads("12:00–13:00 · Green talk")
    office.reads("Session · Blue room")


def test_a_visit_is_booked_and_taken_back_from_there(
    office: OfficeRobot, holding: Holding, booking: Booking
) -> None:
    office.arrives()
    office.opens("Ada Of")

    booking.books("Wind park")
    office.reads("14:00–16:00 · Wind park")
    office.reads("Visit · meet at Main door")
    assert Visits(holding.journal).all()[0].taken == 1

    office.presses("Unbook")
    office.reads_not("14:00–16:00 · Wind park")
    undo(holding.journal)
    assert Visits(holding.journal).all()[0].taken == 1


def test_what_it_collides_with_is_said_and_a_meeting_asks_for_a_decision(
    office: OfficeRobot, holding: Holding, booking: Booking
) -> None:
    office.arrives()
    office.opens("Ada Of")

    assert "collides" in booking.choices()[0]
    booking.books("Panel")
    office.reads("In a meeting then: Ben Of, table 7.")
    assert holding.session("Panel").figures.booked == 0

    booking.books("Panel", anyway=True)
    office.reads("At the same time as something else.")
    assert holding.session("Panel").figures.booked == 1


def test_a_session_for_everybody_is_not_to_be_taken_back_but_excused_from(
    office: OfficeRobot, holding: Holding, booking: Booking
) -> None:
    holding.holds("Opening", "14:00", "14:30", room="Hall A", everybody=True)
    office.arrives()
    office.opens("Ada Of")

    booking.books("Wind park")

    office.reads("It is for everybody. Excuse them from it on the Programme page first.")
    assert Visits(holding.journal).all()[0].taken == 0


def test_a_full_session_says_so_and_puts_whoever_is_booked_in_line(
    office: OfficeRobot, holding: Holding, booking: Booking
) -> None:
    holding.books("Panel", "Cy")
    office.arrives()
    office.opens("Ada Of")

    assert "full" in booking.choices()[0]
    booking.books("Panel", anyway=True)

    office.is_told("Panel is full. Ada Of waits, number 1 in line.")
    figures = holding.session("Panel").figures
    assert (figures.booked, figures.waiting) == (1, 1)


def test_a_booking_elsewhere_is_seen_while_one_looks(office: OfficeRobot, holding: Holding) -> None:
    office.arrives()
    office.opens("Ben Of")
    office.reads("Meeting · table 7")

    holding.books("Green talk", "Ben")
    office.hears_that_something_was_written("Booking")

    office.reads("12:00–13:00 · Green talk")
