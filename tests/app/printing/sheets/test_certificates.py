"""Certificates, read back from the PDF."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from app.checkin.scanning import Scanning
from app.printing.certificates.maker import days_words
from app.printing.sheet_prints import certificate_prints
from app.printing.sheets import NobodyCame, SheetWish
from tests.app.meetings.asking import Floor
from tests.app.printing.sheets.reading import pages_of, sizes_of, stands_within
from tests.building import MovableClock


def test_only_who_was_checked_in_has_one_with_the_days_they_came(
    floor: Floor, clock: MovableClock
) -> None:
    ada = floor.who("Ada", organisation="Baltic Photonics", country="LT")
    floor.who("Ben")
    Scanning(floor.journal).check_in(ada, deed_id=uuid4())
    clock.passes(days=1)
    Scanning(floor.journal).check_in(ada, deed_id=uuid4())

    drawn = certificate_prints(floor.journal).draw(SheetWish())

    (page,) = pages_of(drawn.pdf)
    for words in (
        *("Cluster days", "Ada Of", "Baltic Photonics, Lithuania", "on 16–17 March 2027."),
        *("Name and signature", "17 March 2027", "Certificate ", "Printed 17 Mar"),
    ):
        assert words in page
    assert sizes_of(drawn.pdf) == {(297, 210)}
    assert stands_within(drawn.pdf, 5)


def test_no_two_have_the_same_number(floor: Floor) -> None:
    for name in ("Ada", "Ben"):
        Scanning(floor.journal).check_in(floor.who(name), deed_id=uuid4())

    pages = pages_of(certificate_prints(floor.journal).draw(SheetWish()).pdf)

    assert len({page.rpartition("Certificate ")[2].split()[0] for page in pages}) == 2


def test_who_did_not_come_gets_none(floor: Floor) -> None:
    with pytest.raises(NobodyCame) as refused:
        certificate_prints(floor.journal).draw(SheetWish(delegates=(floor.who("Ben"),)))

    assert [each.given_name for each in refused.value.delegates] == ["Ben"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((16,), "16 March 2027"),
        ((15, 16, 17), "15–17 March 2027"),
        ((15, 17), "15 and 17 March 2027"),
    ],
)
def test_days_are_named_as_people_write_them(days: tuple[int, ...], words: str) -> None:
    assert days_words([date(2027, 3, day) for day in days]) == words


def test_days_of_two_months_are_named_apart() -> None:
    days = [date(2027, 3, 31), date(2027, 4, 1)]

    assert days_words(days) == "31 March 2027 and 1 April 2027"
