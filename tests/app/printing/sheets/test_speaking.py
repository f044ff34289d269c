"""Cards of speakers and their running order, read back from the PDF."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.desks import OpenEvent
from app.printing.programme_sheets import running_order_prints, speaker_card_prints
from app.printing.sheets import A4, A5, SheetWish, UnknownPaper
from app.speeches.known import SpeechOrder
from app.speeches.ordering import Order
from app.speeches.running import NoSpeeches
from app.speeches.speaking import Speaking
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import FIRST_DAY, MORNING, SECOND_DAY, EventBuilder, MovableClock

LONG = "Maximilian Freiherr von Hohenstein-Rautenberg zu Oberkirchheim"
UNION = "Vereinigung der Unternehmensverbände für Luft- und Raumfahrt in Niederbayern e. V."


@pytest.fixture
def speaking(open_event: OpenEvent, event: EventBuilder) -> Speaking:
    """Three speak on the first day, one of them of a long name and one of another script."""
    event.delegate("Ada", "Byron", organisation="Engines", delegation="Nordic")
    event.delegate(LONG, organisation=UNION, delegation="Nordic")
    event.delegate("Ελένη", "Θαλασσινού", organisation="Κέντρο", delegation="US")
    speaking = Speaking(open_event.journal)
    speaking.set(FIRST_DAY, SpeechOrder(MORNING, 5, 5, Order.DELEGATION))
    return speaking


def test_a_card_says_who_it_is_and_behind_it_when_they_speak(speaking: Speaking) -> None:
    drawn = speaker_card_prints(speaking.journal).draw(SheetWish())

    first, second, third = pages_of(drawn.pdf)
    for words in ("Ada Byron", "Engines", "Nordic", "no. 1 of 3", "10:30", "Nobody speaks before"):
        assert words in first
    assert ("5 minutes to speak, then 5 for questions" in first, f"Then {LONG}" in first) == (
        True,
        True,
    )
    assert "10:40" in second
    assert "After Ada Byron, Engines" in second
    assert ("You are the last one." in third, "Ελένη Θαλασσινού" in third) == (True, True)
    assert drawn.items == 3
    assert stands_within(drawn.pdf, 8)
    assert sizes_of(drawn.pdf) == {(210, 297)}


def test_cards_of_a5_have_two_sides_and_some_can_be_printed_alone(speaking: Speaking) -> None:
    ada = speaking.of_day(FIRST_DAY)[1][0].who.id
    drawn = speaker_card_prints(speaking.journal).draw(SheetWish(A5, delegates=(ada,)))

    front, back = pages_of(drawn.pdf)
    assert ("Ada Byron" in front, "10:30" in front) == (True, False)
    assert ("10:30" in back, "no. 1 of 3" in back) == (True, True)
    assert sizes_of(drawn.pdf) == {(210, 148)}


def test_who_is_skipped_gets_no_card_and_the_others_move_up(speaking: Speaking) -> None:
    speaking.skip(FIRST_DAY, speaking.of_day(FIRST_DAY)[1][0].who.id)

    first, second = pages_of(speaker_card_prints(speaking.journal).draw(SheetWish()).pdf)
    assert ("no. 1 of 2" in first, "10:30" in first, "10:40" in second) == (True, True, True)


def test_the_running_order_lists_who_speaks_when(speaking: Speaking) -> None:
    drawn = running_order_prints(speaking.journal).draw(SheetWish())

    (page,) = pages_of(drawn.pdf)
    for words in (
        *("Running order, Tuesday 16 March", "3 speakers, 10:30–11:00."),
        *("1 10:30 Ada Byron Engines Nordic", "3 10:50 Ελένη Θαλασσινού Κέντρο US"),
    ):
        assert words in page
    assert drawn.items == 3
    assert stands_within(drawn.pdf, 8)


def test_once_they_have_begun_the_times_are_those_that_are_expected(
    speaking: Speaking, clock: MovableClock
) -> None:
    clock.now = MORNING + timedelta(minutes=4)
    speaking.go_on(FIRST_DAY)

    (page,) = pages_of(running_order_prints(speaking.journal).draw(SheetWish()).pdf)

    for words in ("10:34–11:04", "1 10:34 Ada Byron", "3 10:54 Ελένη"):
        assert words in page


def test_a_long_list_goes_on_with_its_columns_named_again(
    speaking: Speaking, event: EventBuilder
) -> None:
    event.delegates(*((f"Given {n}", f"Family {n}") for n in range(97)))
    speaking.set(FIRST_DAY, SpeechOrder(MORNING - timedelta(hours=8), 3, 2))

    drawn = running_order_prints(speaking.journal).draw(SheetWish())

    pages = pages_of(drawn.pdf)
    assert [page.count("Organisation") for page in pages] == [1] * 4
    assert sum(page.count("Family ") for page in pages) == 97
    assert len(drawn.pdf) / len(pages) < 12_000


def test_what_there_is_not_is_refused(speaking: Speaking) -> None:
    for prints in (speaker_card_prints, running_order_prints):
        with pytest.raises(NoSpeeches):
            prints(speaking.journal).draw(SheetWish(A4, SECOND_DAY))
        with pytest.raises(UnknownPaper):
            prints(speaking.journal).draw(SheetWish("a3"))
