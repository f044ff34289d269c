from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from app.checkin.badges import Badges
from app.checkin.boxes import BoxPlace
from app.checkin.reception import BadgeStanding, Reception
from app.checkin.scanning import NotAdmitted, Scan
from app.desks import OpenEvent
from app.printing.badge_maker import SMALLEST_BOXED_RUN
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from tests.building import FIRST_DAY, EventBuilder, MovableClock


@pytest.fixture
def reception(open_event: OpenEvent) -> Reception:
    return Reception(open_event.journal, open_event.letters)


def test_a_badge_of_a_large_run_is_found_by_box_and_place(
    event: EventBuilder, reception: Reception, tmp_path: Path
) -> None:
    names = [("Anna", f"Family{n:02}") for n in range(SMALLEST_BOXED_RUN)]
    ids = event.delegates(*names)

    PrintOffice(reception.journal).run(Wish(), tmp_path / "badges.pdf")

    standing = reception.about(ids[4]).badge
    assert standing.lies == BoxPlace("A", 1, 5)
    assert standing.printed_at is not None


def test_the_second_box_begins_after_a_hundred(
    event: EventBuilder, reception: Reception, tmp_path: Path
) -> None:
    ids = event.delegates(*[("Anna", f"Family{n:03}") for n in range(101)])

    PrintOffice(reception.journal).run(Wish(), tmp_path / "badges.pdf")

    last, hundredth = reception.about(ids[100]).badge, reception.about(ids[99]).badge
    assert (last.lies, hundredth.lies) == (BoxPlace("A", 2, 1), BoxPlace("A", 1, 100))


def test_a_badge_that_was_printed_alone_lies_in_no_box(
    event: EventBuilder, reception: Reception, tmp_path: Path
) -> None:
    anna = event.delegate("Anna")

    PrintOffice(reception.journal).run(Wish(delegates=(anna,)), tmp_path / "one.pdf")

    standing = reception.about(anna).badge
    assert standing.printed_at is not None
    assert standing.lies is None


def test_a_badge_never_printed_has_no_place(event: EventBuilder, reception: Reception) -> None:
    assert reception.about(event.delegate("Anna")).badge == BadgeStanding()


def test_a_print_from_before_the_code_was_replaced_is_old(
    event: EventBuilder, reception: Reception, tmp_path: Path
) -> None:
    anna = event.delegate("Anna")
    PrintOffice(reception.journal).run(Wish(delegates=(anna,)), tmp_path / "one.pdf")

    Badges(reception.journal).replace(anna, "lost")

    assert reception.about(anna).badge.is_old


def test_what_happened_is_told_newest_first_with_its_desk(
    event: EventBuilder, reception: Reception, clock: MovableClock
) -> None:
    anna, ben = event.delegate("Anna"), event.delegate("Ben")
    reception.scan(Scan(event.badge_of(anna), uuid4()))
    clock.passes(minutes=1)
    reception.check_in(ben, uuid4())
    clock.passes(minutes=1)
    with pytest.raises(NotAdmitted):
        reception.scan(Scan(event.badge_of(anna), uuid4()))

    recent = reception.overview(FIRST_DAY).recent

    assert [(each.verdict, each.name, each.desk) for each in recent] == [
        ("already_in", "Anna", "Desk 1"),
        ("checked_in", "Ben", "Desk 1"),
        ("checked_in", "Anna", "Desk 1"),
    ]


def test_the_refusals_of_another_day_are_not_told(
    event: EventBuilder, reception: Reception, clock: MovableClock
) -> None:
    anna = event.delegate("Anna", status="withdrawn")
    with pytest.raises(NotAdmitted):
        reception.check_in(anna, uuid4())
    clock.passes(days=1)

    assert not reception.overview(date(2027, 3, 17)).recent
    assert reception.overview(FIRST_DAY).recent


def test_arrivals_know_the_colour_of_a_delegation(
    event: EventBuilder, reception: Reception
) -> None:
    event.delegate("Anna", delegation="Baltic")

    (baltic,) = reception.overview(FIRST_DAY).arrivals

    assert baltic.delegation == "Baltic"
    assert baltic.colour.startswith("#")


def test_the_desk_accepts_somebody_and_lets_them_in(
    event: EventBuilder, reception: Reception
) -> None:
    anna = event.delegate("Anna", status="received")

    admitted = reception.accept_and_check_in(anna, uuid4())

    assert admitted.decision == "checked_in"
    assert reception.about(anna).state == "here"


def test_the_desk_admits_today_somebody_who_booked_another_day(
    event: EventBuilder, reception: Reception
) -> None:
    anna = event.delegate("Anna", days=["2027-03-17"])

    admitted = reception.admit_today_and_check_in(anna, uuid4())

    assert admitted.day == FIRST_DAY
    assert reception.about(anna).person.days == ("2027-03-16", "2027-03-17")


def test_taking_back_a_check_in_leaves_them_expected(
    event: EventBuilder, reception: Reception
) -> None:
    anna, deed = event.delegate("Anna"), uuid4()
    reception.check_in(anna, deed)

    reception.take_back(deed)

    assert reception.about(anna).state == "expected"
