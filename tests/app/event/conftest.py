from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from app.desks import OpenEvent
from app.event.slots import standing_slots
from app.event.tables import named_tables
from app.journal.journal import Unit
from app.meetings.deeds import MeetingAdded, RequestAdded, RequestWithdrawn
from tests.building import EventBuilder


class MeetingBuilder:
    """Says who wants to meet, and which meetings stand where."""

    def __init__(self, event: EventBuilder) -> None:
        self._journal = event.event.journal
        self._event = event

    def request(self, guest: UUID, host: UUID, *, length: int = 1, wanted: bool = True) -> None:
        """Note that two people want to meet for so many slots, or no longer want to."""
        values = {"hosts": [str(host)], "guests": [str(guest)], "length": length}
        request = uuid4()
        with self._journal.writing(Unit(uuid4())) as pen:
            pen.write(RequestAdded(request, "R-1", values))
            if not wanted:
                pen.write(RequestWithdrawn(request))

    def meeting(self, table: str, slot: int, *, length: int = 1) -> None:
        """Put two new people at a table, in the event's slots from this one, counted from 0."""
        host, guest = self._event.delegates(("Host", ""), ("Guest", ""))
        with self._journal.writing(Unit(uuid4())) as pen:
            at = standing_slots(pen.session)[slot].id
            (where,) = named_tables(pen.session, [table])
            values = {
                "hosts": [str(host)],
                "guests": [str(guest)],
                "slot_id": str(at),
                "table_id": str(where.id),
                "length": length,
            }
            pen.write(MeetingAdded(uuid4(), "M-1", values))


@pytest.fixture
def meetings(open_event: OpenEvent, event: EventBuilder) -> MeetingBuilder:
    return MeetingBuilder(event)
