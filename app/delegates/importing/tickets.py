"""Which tickets a source has replaced by newer ones.

A ticket that was once replaced never comes back: systems make each secret anew, so a row that
still has it is from an older export.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from uuid import UUID

from app.checkin.identify import TICKET
from app.delegates.import_kinds import REPLACED
from app.delegates.importing.keys import Keys, is_counted, system_of
from app.delegates.importing.row import Row


class Tickets:
    """The tickets of one list, against those that are known."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._listed: set[str] = set()

    def expect(self, rows: Iterable[Row]) -> None:
        """Take in which tickets the list has: whatever else happens, those are good."""
        self._listed = {TICKET + row.said.ticket_secret for row in rows if row.said.ticket_secret}

    def is_outdated(self, row: Row) -> bool:
        """Tell whether a row's ticket was replaced since the row was written."""
        ticket = TICKET + row.said.ticket_secret
        return ticket not in self._keys.holders and REPLACED + ticket in self._keys.holders

    def replaced_by(self, row: Row, delegates: Iterable[UUID]) -> tuple[str, ...]:
        """Give the keys of tickets of these delegates in whose place the row's ticket came."""
        ticket = TICKET + row.said.ticket_secret
        if not row.said.ticket_secret or ticket in self._keys.holders or is_counted(row.own[0]):
            return ()
        return tuple(
            held
            for delegate in delegates
            for held in self._keys.tickets(delegate, row.said.order_code)
            if held not in self._listed
        )

    def only_secret_differs(self, row: Row, delegate: UUID, systems: Set[str]) -> bool:
        """Tell whether these systems, which know a delegate by other keys, know only a ticket."""
        secret = row.said.ticket_secret
        of_secret = {system_of(key) for key in row.own if secret and key.endswith(f":{secret}")}
        return of_secret.issuperset(systems) and bool(self.replaced_by(row, [delegate]))
