"""Applications as a test says them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from app.applications.reading import Applications
from app.applications.terms import as_received
from app.delegates.registration import Status
from app.desks import OpenEvent
from tests.building import EventBuilder

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
"""When the first application is received; the next ones a minute later each."""


class Applicants:
    """Lets people apply, one a minute, and says how it stands by their first names."""

    def __init__(self, open_event: OpenEvent, event: EventBuilder) -> None:
        self.journal = open_event.journal
        self.ids: dict[str, UUID] = {}
        self._event = event

    def apply(
        self, *names: str, status: Status = Status.RECEIVED, at: datetime | None = None, **of: Any
    ) -> None:
        """Note applications in this order."""
        for name in names:
            received = at or NOON + timedelta(minutes=len(self.ids))
            self.ids[name] = self._event.delegate(
                name, status=status, received=as_received(received), badge=False, **of
            )

    def stand(self, status: Status) -> list[str]:
        """Give the names of those in a status, by their turns."""
        listed = Applications(self.journal).listed(status)
        return [each.person.given_name for each in listed]
