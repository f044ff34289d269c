from __future__ import annotations

from datetime import datetime

import pytest

from tests.building import MORNING, MovableClock
from tests.ui.scanner.desk import BADGE, TICKET
from ui.scanner.standing import ScannerWatch, Seen, Standing, standing_of


@pytest.mark.parametrize("scanned", [BADGE, BADGE.lower(), TICKET, "https://example.org/menu"])
def test_what_arrived_as_it_was_sent_shows_a_scanner_that_is_ready(scanned: str) -> None:
    assert standing_of(scanned) is Standing.READY


@pytest.mark.parametrize(
    ("scanned", "why"),
    [
        (BADGE[:-3], "letters are lost"),
        (BADGE[:20] + "a" + BADGE[21:], "a letter is another"),
        ("ΒΔΓΒΨΝΨΙΛΨΒΔΕΦΓΗ", "the keyboard is Greek"),
        ("k7hj2m\u00e9w9qxz4", "the keyboard is French"),
    ],
)
def test_what_lost_letters_on_its_way_shows_a_garbled_scanner(scanned: str, why: str) -> None:
    assert standing_of(scanned) is Standing.GARBLED, why


def test_what_was_seen_is_told_whenever_it_turns() -> None:
    clock = MovableClock()
    told: list[str] = []
    watch = ScannerWatch(Seen(), clock)
    watch.turned.connect(told.append)

    for scanned in (BADGE, BADGE, BADGE[:-1], BADGE):
        clock.passes(minutes=1)
        watch.look_at(scanned)

    assert [Seen.stored(each).standing for each in told] == ["ready", "garbled", "ready"]
    assert Seen.stored(told[-1]) == watch.seen == Seen(Standing.READY, clock.now)


@pytest.mark.parametrize("text", ["", "ready", "ready yesterday", "well 2027-03-16T10:00+00:00"])
def test_of_settings_that_make_no_sense_nothing_is_known(text: str) -> None:
    assert Seen.stored(text) == Seen()


def test_a_time_of_no_zone_makes_no_sense() -> None:
    assert Seen.stored(f"ready {datetime(2027, 3, 16, 10):%Y-%m-%dT%H:%M}") == Seen()  # noqa: DTZ001


def test_what_was_seen_reads_back() -> None:
    seen = Seen(Standing.GARBLED, MORNING)

    assert Seen.stored(seen.text()) == seen
