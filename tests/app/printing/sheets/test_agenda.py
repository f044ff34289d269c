"""The agenda, read back from the PDF."""

from __future__ import annotations

import pytest

from app.icebreaking.keeping import Icebreaking
from app.icebreaking.mixing import RoundsOrder
from app.icebreaking.rounds import Timetable
from app.printing.sheet_prints import agenda_prints
from app.printing.sheets import SheetWish
from app.programme.session import SessionKind
from app.speeches.known import SpeechOrder
from app.speeches.speaking import Speaking
from app.visits.visit import VisitOrder
from app.visits.visits import Visits
from tests.app.meetings.asking import Floor, at
from tests.app.printing.sheets.reading import pages_of, stands_within
from tests.app.programme.holding import Holding
from tests.building import FIRST_DAY, SECOND_DAY, EventBuilder


@pytest.fixture
def holding(floor: Floor, event: EventBuilder) -> Holding:
    """A programme beside the meetings."""
    return Holding(floor, event)


def test_the_agenda_says_what_happens_when(floor: Floor) -> None:
    drawn = agenda_prints(floor.journal).draw(SheetWish())

    (page,) = pages_of(drawn.pdf)
    for words in ("Cluster days", "Tuesday 16 March", "Wednesday 17 March", "10:15–12:40"):
        assert words in page
    assert "20 minutes each, at 10:15, 10:40" in page
    assert "Printed 16 Mar 10:30" in page
    assert stands_within(drawn.pdf, 5)


def test_one_day_can_be_printed_alone(floor: Floor) -> None:
    (page,) = pages_of(agenda_prints(floor.journal).draw(SheetWish(day=SECOND_DAY)).pdf)

    assert "Tuesday" not in page


def test_what_begins_together_shares_a_time_and_says_where_and_until_when(
    holding: Holding,
) -> None:
    holding.holds("Ports", "09:00", "09:45", room="Blue room", track="Sea", speakers="Ada")
    holding.holds("Mills", "09:00", "10:00", room="Mill", track="Land")

    (page,) = pages_of(agenda_prints(holding.journal).draw(SheetWish(day=FIRST_DAY)).pdf)

    assert page.count("09:00") == 1
    assert "Sea · Blue room · until 09:45" in page
    assert "Land · Mill · until 10:00" in page
    assert page.index("Land") < page.index("Sea")
    assert page.index("Ports") < page.index("Ada Of")


def test_visits_rounds_and_speeches_stand_among_the_sessions(holding: Holding) -> None:
    journal = holding.journal
    for name in ("Ada", "Bo", "Cy", "Di", "Eli", "Fay", "Gus", "Hal"):
        holding.floor.who(name)
    order = VisitOrder("Wind park", at("14:00"), at("16:00"), 12, "Energy", "Main door")
    Visits(journal).add(order)
    Icebreaking(journal).keep(
        FIRST_DAY, RoundsOrder(rounds=2, size=4), Timetable(at("16:30"), minutes=10, pause=5)
    )
    Speaking(journal).set(FIRST_DAY, SpeechOrder(at("17:00"), 5, 5))

    (page,) = pages_of(agenda_prints(journal).draw(SheetWish(day=FIRST_DAY)).pdf)

    for words in (
        *("14:00–16:00 Energy Visit: Wind park Meeting point: Main door · 12 places",),
        *("16:30–16:55 Ice-breaking at mixed tables 2 rounds of 10 minutes",),
        *("17:00–18:20 Speed presentations 8 speakers, 5 minutes each and 5 for questions",),
    ):
        assert words in page


def test_a_session_in_which_people_meet_says_when_meetings_begin(holding: Holding) -> None:
    holding.holds("Matchmaking", "10:00", "13:00", room="Hall", kind=SessionKind.MATCHMAKING)

    (page,) = pages_of(agenda_prints(holding.journal).draw(SheetWish(day=FIRST_DAY)).pdf)

    assert "Matchmaking 20 minutes each, at 10:15" in page
    assert "10:15–12:40" not in page


def test_a_long_programme_goes_on_over_pages_under_the_name_of_its_day(holding: Holding) -> None:
    for hour in range(8, 20):
        for room in "ABCDE":
            title = f"Talk {hour} of room {room} on what regions and clusters do together"
            holding.holds(title, f"{hour:02}:00", f"{hour:02}:50", room=f"Room {room}")

    drawn = agenda_prints(holding.journal).draw(SheetWish(day=FIRST_DAY))

    pages = pages_of(drawn.pdf)
    assert len(pages) > 2
    assert all(page.count("Tuesday 16 March") == 1 for page in pages)
    assert sum(page.count("Talk ") for page in pages) == 60
    assert stands_within(drawn.pdf, 8)
