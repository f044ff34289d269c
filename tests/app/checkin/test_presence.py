from __future__ import annotations

from app.checkin.presence import arrivals, checked_in, presence
from app.checkin.scanning import Scanning
from app.desks import OpenEvent
from app.journal.undo import undo
from tests.building import DESK_1, FIRST_DAY, MORNING, SECOND_DAY, EventBuilder, MovableClock


def counted(event: OpenEvent) -> tuple[tuple[str, int, int], ...]:
    with event.journal.reading() as session:
        found = arrivals(session, FIRST_DAY)
    return tuple((each.delegation, each.checked_in, each.expected) for each in found)


def test_nobody_is_here_who_never_came(event: EventBuilder) -> None:
    ada = event.delegate("Ada")

    with event.event.journal.reading() as session:
        assert presence(session, ada, FIRST_DAY) is None


def test_who_left_is_not_here_but_came(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    ada = event.delegate("Ada")
    scanning.check_in(ada)
    clock.passes(hours=1)
    scanning.check_out(ada)

    with event.event.journal.reading() as session:
        found = presence(session, ada, FIRST_DAY)

    assert found is not None
    assert (found.here, found.way, found.since) == (False, "out", clock())
    assert (found.checked_in_at, found.desk) == (MORNING, DESK_1.desk_name)


def test_those_who_came_are_counted_by_day(event: EventBuilder, scanning: Scanning) -> None:
    ada, ben, cleo = event.delegates(("Ada", ""), ("Ben", ""), ("Cleo", ""))
    scanning.check_in(ada)
    scanning.check_in(ben)
    scanning.check_in(cleo, at=MORNING.replace(day=17))

    with event.event.journal.reading() as session:
        assert checked_in(session, FIRST_DAY) == {ada, ben}
        assert checked_in(session, SECOND_DAY) == {cleo}
        assert checked_in(session, FIRST_DAY, among=[ben, cleo]) == {ben}


def test_arrivals_are_counted_by_delegation_in_the_order_of_names(
    event: EventBuilder, scanning: Scanning
) -> None:
    latvian = event.delegates(("Anna", ""), ("Janis", ""), delegation="Latvia")
    event.delegate("Eeva", delegation="Estonia")
    alone = event.delegate("Ada")
    scanning.check_in(latvian[0])
    scanning.check_in(alone)

    assert counted(event.event) == (
        ("", 1, 1),
        ("Estonia", 0, 1),
        ("Latvia", 1, 2),
    )


def test_who_is_not_accepted_is_not_expected(event: EventBuilder) -> None:
    event.delegate("Ada", status="declined")

    assert counted(event.event) == ()


def test_who_came_and_left_and_came_back_is_counted_once(
    event: EventBuilder, scanning: Scanning
) -> None:
    ada = event.delegate("Ada")
    scanning.check_in(ada)
    scanning.check_out(ada)
    scanning.check_in(ada)

    assert counted(event.event) == (("", 1, 1),)


def test_a_check_in_that_was_taken_back_is_not_counted(
    event: EventBuilder, scanning: Scanning
) -> None:
    scanning.check_in(event.delegate("Ada"))
    undo(event.event.journal)

    assert counted(event.event) == (("", 0, 1),)


def test_counting_takes_no_longer_for_each_of_more_who_came(
    event: EventBuilder, scanning: Scanning
) -> None:
    per_head = []
    for _ in range(2):
        for delegate in event.crowd(200):
            scanning.check_in(delegate)
        per_head.append(steps_of_counting(event.event) / counted(event.event)[0][2])

    assert per_head[1] < 1.3 * per_head[0]


def steps_of_counting(event: OpenEvent) -> int:
    """Count the instructions that the database takes to count the arrivals."""
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    with event.journal.reading() as session:
        driver = session.connection().connection.driver_connection
        assert driver is not None
        driver.set_progress_handler(step, 1)
        try:
            arrivals(session, FIRST_DAY)
        finally:
            driver.set_progress_handler(None, 1)
    return steps
