"""R3: a full disk is told of, and nothing is half done."""

from __future__ import annotations

from itertools import count
from uuid import uuid4

import pytest
from sqlalchemy import text

from app.checkin.scanning import Scan, Scanning
from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.journal.verify import verify
from app.storage import StorageRefused
from tests.building import EventBuilder


def fill(event: EventBuilder) -> None:
    """Let no connection make the file any bigger; SQLite then says that the disk is full."""
    database = event.event.database
    # Each connection has its own limit. The pool hands out the one that was given back last.
    with database.writing() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar()
        session.execute(text(f"PRAGMA max_page_count={pages}"))


def until_full(event: EventBuilder) -> StorageRefused:
    with pytest.raises(StorageRefused) as refused:
        register_without_end(Roster(event.event.journal, event.event.letters))
    return refused.value


def register_without_end(roster: Roster) -> None:
    for number in count(1):
        roster.register(PersonOrder(f"Given{number}", note="x" * 2_000))


def test_a_full_disk_is_named(event: EventBuilder) -> None:
    fill(event)

    refused = until_full(event)

    assert refused.kind == "StorageFailed"
    assert refused.problem["reason"] == "full"


def test_on_a_full_disk_nothing_is_half_done(event: EventBuilder) -> None:
    fill(event)
    until_full(event)

    assert verify(event.event.journal).ok


def test_when_there_is_room_again_work_goes_on(event: EventBuilder) -> None:
    badge = event.badge_of(event.delegate("Ada"))
    fill(event)
    until_full(event)
    with event.event.database.writing() as session:
        session.execute(text("PRAGMA max_page_count=1000000"))

    admitted = Scanning(event.event.journal).scan(Scan(badge, uuid4()))

    assert admitted.decision == "checked_in"
