from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from app.checkin.scanning import NotHere, Scan, Scanning
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.desks import Desks
from app.journal.undo import undo
from db.backup import copy_event
from db.models import LogRow
from tests.app.checkin.scans import refusal, scan
from tests.building import (
    DESK_1,
    DESK_2,
    FIRST_DAY,
    MORNING,
    SECOND_DAY,
    EventBuilder,
    MovableClock,
)


def test_a_badge_lets_its_delegate_in(event: EventBuilder, scanning: Scanning) -> None:
    ada = event.delegate("Ada", "Byron", organisation="Engines", country="LT")

    admitted = scanning.scan(scan(event.badge_of(ada)))

    assert admitted.decision == "checked_in"
    assert admitted.delegate.id == ada
    assert admitted.delegate.name == "Ada Byron"
    assert admitted.delegate.organisation == "Engines"
    assert (admitted.day, admitted.at, admitted.desk) == (FIRST_DAY, MORNING, DESK_1.desk_name)


def test_a_delegate_found_by_name_is_let_in(event: EventBuilder, scanning: Scanning) -> None:
    assert scanning.check_in(event.delegate("Ada")).decision == "checked_in"


def test_a_second_scan_says_when_and_where_the_first_was(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    ada = event.delegate("Ada")
    scanning.scan(scan(event.badge_of(ada)))
    clock.passes(minutes=5)

    refused = refusal(scanning, scan(event.badge_of(ada)))

    assert (refused.reason, refused.since) == ("already_in", MORNING)
    assert refused.delegate is not None
    assert refused.delegate.id == ada
    assert refused.desk == DESK_1.desk_name


def test_another_desk_is_told_where_the_delegate_was_let_in(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    ada = event.delegate("Ada")
    other = Desks(DESK_2, clock=clock).open(event.event.database.file)
    Scanning(other.journal).scan(scan(event.badge_of(ada)))

    refused = refusal(scanning, scan(event.badge_of(ada)))
    other.close()

    assert (refused.reason, refused.desk) == ("already_in", DESK_2.desk_name)


def test_every_day_has_its_own_check_in(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    badge = event.badge_of(event.delegate("Ada"))
    scanning.scan(scan(badge))
    clock.passes(days=1)

    admitted = scanning.scan(scan(badge))

    assert (admitted.decision, admitted.day) == ("checked_in", SECOND_DAY)


def test_the_day_is_that_of_the_venue(event: EventBuilder, scanning: Scanning) -> None:
    just_past_midnight = MORNING.replace(hour=22, minute=1)

    admitted = scanning.check_in(event.delegate("Ada"), at=just_past_midnight)

    assert admitted.day == SECOND_DAY


def test_who_left_may_come_back(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    ada = event.delegate("Ada")
    scanning.check_in(ada)
    clock.passes(hours=1)
    left = scanning.check_out(ada)
    clock.passes(hours=1)

    back = scanning.scan(scan(event.badge_of(ada)))

    assert left.at == MORNING + timedelta(hours=1)
    assert (back.decision, back.at) == ("back_in", MORNING + timedelta(hours=2))


def test_who_came_back_is_in_since_then(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    ada = event.delegate("Ada")
    scanning.check_in(ada)
    scanning.check_out(ada)
    clock.passes(hours=2)
    scanning.check_in(ada)

    refused = refusal(scanning, scan(event.badge_of(ada)))

    assert (refused.reason, refused.since) == ("already_in", MORNING + timedelta(hours=2))


@pytest.mark.parametrize("before", ["never came", "left already"])
def test_who_is_not_here_cannot_leave(event: EventBuilder, scanning: Scanning, before: str) -> None:
    ada = event.delegate("Ada")
    if before == "left already":
        scanning.check_in(ada)
        scanning.check_out(ada)

    with pytest.raises(NotHere) as refused:
        scanning.check_out(ada)

    assert refused.value.delegate.id == ada


def test_the_ticket_of_a_taken_place_admits_the_substitute(
    event: EventBuilder, scanning: Scanning, roster: Roster
) -> None:
    ada = event.delegate("Ada", ticket="s3cret")
    ben = roster.substitute(ada, PersonOrder("Ben"))

    assert scanning.scan(scan("s3cret")).delegate == ben


def test_badges_of_merged_entries_let_the_same_person_in_once(
    event: EventBuilder, scanning: Scanning, roster: Roster
) -> None:
    ada, twin = event.delegate("Ada"), event.delegate("A.")
    badges = event.badges_of([ada, twin])
    roster.merge(ada, twin)

    admitted = scanning.scan(scan(badges[1]))
    refused = refusal(scanning, scan(badges[0]))

    assert admitted.delegate.id == ada
    assert refused.reason == "already_in"


@pytest.mark.parametrize("typed", ["k7ab3", "K7AB3", " k7ab3\n"])
def test_a_ticket_of_the_registration_lets_in_also_with_caps_lock(
    event: EventBuilder, scanning: Scanning, typed: str
) -> None:
    ada = event.delegate("Ada", ticket="k7ab3", badge=False)

    assert scanning.scan(scan(typed)).delegate.id == ada


def test_a_ticket_of_mixed_case_reads_with_caps_lock(
    event: EventBuilder, scanning: Scanning
) -> None:
    ada = event.delegate("Ada", ticket="xYz9")

    assert scanning.scan(scan("XyZ9")).delegate.id == ada


def test_of_tickets_that_differ_in_case_the_exact_one_counts(
    event: EventBuilder, scanning: Scanning
) -> None:
    tickets = ("aB1", "Ab1", "ab1")
    holders = {ticket: event.delegate(ticket, ticket=ticket) for ticket in tickets}

    for ticket, holder in holders.items():
        assert scanning.scan(scan(ticket)).delegate.id == holder


def test_a_scan_may_tell_when_it_happened_without_changing_the_order_of_deeds(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    earlier, deed = MORNING - timedelta(hours=1), uuid4()

    admitted = scanning.scan(Scan(event.badge_of(event.delegate("Ada")), deed, at=earlier))

    with event.event.journal.reading() as session:
        row = session.get_one(LogRow, deed)
    assert admitted.at == row.at == earlier
    assert row.hlc >> 16 == int(clock().timestamp() * 1000)


def test_an_undone_check_in_may_be_made_again(event: EventBuilder, scanning: Scanning) -> None:
    badge = event.badge_of(event.delegate("Ada"))
    scanning.scan(scan(badge))
    undo(event.event.journal)

    assert scanning.scan(scan(badge)).decision == "checked_in"


def test_a_copy_of_the_event_knows_the_same_badges(
    event: EventBuilder, tmp_path: Path, clock: MovableClock
) -> None:
    badge = event.badge_of(event.delegate("Ada"))
    copy_event(event.event.database, tmp_path / "copy.matchdesk")

    copy = Desks(DESK_2, clock=clock).open(tmp_path / "copy.matchdesk")
    admitted = Scanning(copy.journal).scan(scan(badge))
    copy.close()

    assert admitted.decision == "checked_in"
