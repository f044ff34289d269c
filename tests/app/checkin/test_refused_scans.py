from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.checkin.badges import Badges
from app.checkin.scanning import NotAdmitted, Scanning
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.journal.undo import undo
from db.models import LogRow, ScanRefusal
from tests.app.checkin.scans import UNKNOWN, deeds, forged, key_of, refusal, scan
from tests.building import (
    DESK_1,
    FIRST_DAY,
    MORNING,
    SECOND_DAY,
    EventBuilder,
    MovableClock,
)


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("received", "not_accepted"),
        ("waiting", "waiting_list"),
        ("declined", "declined"),
        ("withdrawn", "withdrawn"),
    ],
)
def test_who_was_not_accepted_is_refused(
    event: EventBuilder, scanning: Scanning, status: str, reason: str
) -> None:
    ada = event.delegate("Ada", status=status)

    refused = refusal(scanning, scan(event.badge_of(ada)))

    assert refused.reason == reason
    assert refused.delegate is not None
    assert refused.delegate.id == ada


def test_a_delegate_of_another_day_is_told_which(event: EventBuilder, scanning: Scanning) -> None:
    ada = event.delegate("Ada", days=[SECOND_DAY.isoformat()])

    refused = refusal(scanning, scan(event.badge_of(ada)))

    assert (refused.reason, refused.days) == ("wrong_day", (SECOND_DAY,))


def test_nobody_is_let_in_before_the_event(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    clock.passes(days=-1)

    refused = refusal(scanning, scan(event.badge_of(event.delegate("Ada"))))

    assert (refused.reason, refused.days) == ("wrong_day", (FIRST_DAY, SECOND_DAY))


def test_a_replaced_badge_is_told_where_and_when(
    event: EventBuilder, scanning: Scanning, clock: MovableClock
) -> None:
    ada = event.delegate("Ada")
    old = event.badge_of(ada)
    clock.passes(minutes=7)
    Badges(event.event.journal).replace(ada, "lost")

    refused = refusal(scanning, scan(old))

    assert (refused.reason, refused.desk) == ("replaced", DESK_1.desk_name)
    assert refused.since == MORNING + timedelta(minutes=7)
    assert scanning.scan(scan(event.badge_of(ada))).delegate.id == ada


def test_a_delegate_who_was_taken_away_is_refused(
    event: EventBuilder, scanning: Scanning, roster: Roster
) -> None:
    walk_in = roster.register(PersonOrder("Ada"))
    badge = event.badge_of(walk_in.id)
    undo(event.event.journal)

    refused = refusal(scanning, scan(badge))

    assert (refused.reason, refused.delegate) == ("removed", None)


def test_whose_place_was_taken_is_told_by_whom(
    event: EventBuilder, scanning: Scanning, roster: Roster
) -> None:
    ada = event.delegate("Ada")
    ben = roster.substitute(ada, PersonOrder("Ben"))

    refused = refusal(scanning, scan(event.badge_of(ada)))

    assert (refused.reason, refused.substitute) == ("place_taken", ben)


def test_a_place_stays_taken_when_the_substitute_is_merged_away(
    event: EventBuilder, scanning: Scanning, roster: Roster
) -> None:
    ada = event.delegate("Ada")
    ben = roster.substitute(ada, PersonOrder("Ben"))
    roster.merge(event.delegate("Benjamin"), ben.id)

    refused = refusal(scanning, scan(event.badge_of(ada)))

    assert (refused.reason, refused.substitute) == ("place_taken", None)


@pytest.mark.parametrize("reason", UNKNOWN)
def test_a_code_that_names_nobody_lets_nobody_in(
    event: EventBuilder, scanning: Scanning, reason: str
) -> None:
    refused = refusal(scanning, scan(UNKNOWN[reason](key_of(event))))

    assert (refused.reason, refused.code, refused.delegate) == (reason, reason, None)


@pytest.mark.parametrize("reason", ["not_ours", "incomplete", "damaged"])
def test_what_says_nothing_of_the_event_leaves_no_trace(
    event: EventBuilder, scanning: Scanning, reason: str
) -> None:
    before = deeds(event.event)

    refusal(scanning, scan(UNKNOWN[reason](key_of(event))))

    assert deeds(event.event) == before


def test_a_refusal_is_kept_without_what_the_code_said(
    event: EventBuilder, scanning: Scanning
) -> None:
    code = forged(key_of(event))

    refusal(scanning, scan(code))

    with event.event.journal.reading() as session:
        (kept,) = session.scalars(select(ScanRefusal))
        rows = session.scalars(select(LogRow.facts)).all()
    assert kept.reason == "forged_or_damaged"
    assert not any(code.lower() in facts.lower() for facts in rows)


def test_nobody_who_is_unknown_is_let_in(scanning: Scanning) -> None:
    with pytest.raises(NotAdmitted) as refused:
        scanning.check_in(UUID(int=1))

    assert refused.value.reason == "removed"
