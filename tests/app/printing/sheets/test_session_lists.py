"""Lists of sessions, read back from the PDF."""

from __future__ import annotations

import pytest

from app.printing.programme_sheets import NobodyBooked, session_list_prints
from app.printing.sheets import SheetWish
from app.programme.orders import SessionOrder
from app.programme.session import UnknownSession
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of, stands_within
from tests.app.programme.holding import Holding
from tests.building import SECOND_DAY, EventBuilder

LONG = "How photonics firms of the macro-region find pilot customers in ports and shipyards"


@pytest.fixture
def holding(floor: Floor, event: EventBuilder) -> Holding:
    """Ada speaks in a talk that three have booked; a bookable one has nobody; one is for all."""
    holding = Holding(floor, event)
    for name in ("Ada", "Bo", "Cy", "Di"):
        floor.who(name, organisation=f"Cluster of {name}")
    holding.holds("Opening", "09:00", "09:30", everybody=True, speakers="Bo")
    holding.holds(LONG, "09:30", "10:00", room="Blue room", places=20, speakers="Ada")
    holding.holds("Clinic", "11:00", "11:30", booking=True)
    holding.books(LONG, "Bo", "Cy", "Di")
    return holding


def test_each_session_that_is_booked_has_a_list_of_its_own(holding: Holding) -> None:
    drawn = session_list_prints(holding.journal).draw(SheetWish())

    talk, clinic = pages_of(drawn.pdf)
    for words in (LONG, "Tuesday 16 March, 09:30–10:00, Blue room", "3 of 20 places booked"):
        assert words in talk
    assert (
        talk.index("Of, Ada") < talk.index("Speaks") < talk.index("Of, Bo") < talk.index("Of, Di")
    )
    assert "Cluster of Cy" in talk
    assert ("Clinic" in clinic, "Nobody is booked yet." in clinic) == (True, True)
    assert drawn.items == 2
    assert stands_within(drawn.pdf, 8)


def test_whoever_waits_stands_below_the_others_in_line(holding: Holding) -> None:
    holding.sessions.change(holding.sessions.named(LONG), SessionOrder(places=3))
    for name in ("Zoe", "Abe"):
        holding.floor.who(name)
    holding.books(LONG, "Zoe", "Abe")

    talk, _clinic = pages_of(session_list_prints(holding.journal).draw(SheetWish()).pdf)

    assert "3 of 3 places booked" in talk
    places = [talk.index(words) for words in ("Of, Di", "Of, Zoe", "Waits, 1", "Of, Abe")]
    assert places == sorted(places)
    assert talk.index("Of, Abe") < talk.index("Waits, 2")


def test_one_session_can_be_printed_alone(holding: Holding) -> None:
    (page,) = pages_of(session_list_prints(holding.journal).draw(SheetWish(session="opening")).pdf)

    assert ("Opening" in page, "Of, Bo" in page, "Speaks" in page) == (True, True, True)
    with pytest.raises(UnknownSession):
        session_list_prints(holding.journal).draw(SheetWish(session="Nothing"))


def test_a_day_on_which_nobody_books_anything_has_no_lists(holding: Holding) -> None:
    with pytest.raises(NobodyBooked):
        session_list_prints(holding.journal).draw(SheetWish(day=SECOND_DAY))
