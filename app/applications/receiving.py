"""What an import says of applications: when they were received, and what becomes of late ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.applications.places import room
from app.applications.terms import Terms, as_received, received_at, terms_of
from app.delegates.registration import Registration, Status
from app.event.facts import event_facts

_IN_DOUBT = frozenset({Status.ACCEPTED, Status.RECEIVED, Status.WAITING})
"""What a list may say of a late application without being believed."""


@dataclass(frozen=True, slots=True)
class Receiving:
    """How the rows of a list are understood. ``now`` is when those came that say nothing of it.

    ``decides``: the event has places or a deadline, so that a row without a status is an
    application; else everybody on a list is to come.
    """

    zone: ZoneInfo
    now: datetime
    terms: Terms
    decides: bool

    def received(self, said: Registration) -> str:
        """Give when a row was received, as ``Delegate.received`` holds it; blank if it says not."""
        if not said.received:
            return ""
        read = datetime.fromisoformat(said.received)
        return as_received(read if read.tzinfo is not None else read.replace(tzinfo=self.zone))

    def received_if_new(self, said: Registration) -> str:
        """Give when a row of somebody new was received: now, if it does not say."""
        return self.received(said) or as_received(self.now)

    def is_late(self, received: str) -> bool:
        """Tell whether what was received then is late."""
        return self.terms.is_late(received_at(received))

    def status_if_new(self, said: Registration, otherwise: Status) -> Status:
        """Give the status of somebody new; ``otherwise`` is that of a row that says none."""
        if self.decides and otherwise is Status.ACCEPTED:
            otherwise = Status.RECEIVED
        status = said.status or otherwise
        if status in _IN_DOUBT and self.is_late(self.received_if_new(said)):
            return self.terms.late
        return status

    def counts(self, said: Registration) -> bool:
        """Tell whether what a row says of the status of somebody known counts.

        Of a late application a list may only say that it was withdrawn or declined.
        """
        return said.status not in _IN_DOUBT or not self.is_late(self.received(said))


def receiving(session: Session, now: datetime) -> Receiving:
    """Give how rows are understood that are read now."""
    terms = terms_of(session)
    decides = room(session).is_limited or terms.apply_until is not None
    return Receiving(event_facts(session).zone, now, terms, decides)
