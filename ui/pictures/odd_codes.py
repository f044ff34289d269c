"""Codes that let nobody in: what a scanner, a forger, a colleague or an old ticket may bring."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from secrets import token_bytes

from app.checkin.badges import active_badges
from app.checkin.codes import DELEGATE, MODHEX, TABLE
from app.checkin.identify import signing_keys
from app.delegates.importing.imports import ImportOrder, Imports
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import undo

_OLD, _NEW = "33awerqr57yp8whxzafb6e9e57fpx8v1", "uf2d46nb2x375wh8r6yyyab9f7a57d2t"


def odd_codes(event: OpenEvent, good: str, changed: Person, folder: Path) -> Mapping[str, str]:
    """Give a code for each reason that is one of the code itself, by the reason.

    Args:
        event: Where they are scanned.
        good: A badge of the event.
        changed: Whose ticket was replaced by a newer one.
        folder: Where the lists go that say so.
    """
    with event.journal.reading() as session:
        key = next(iter(signing_keys(session).values()))
    other = MODHEX[(MODHEX.index(good[-1].lower()) + 1) % len(MODHEX)].upper()
    for secret in (_OLD, _NEW):
        _import_ticket(event, changed, secret, folder)
    return {
        "incomplete": good[:21],
        "damaged": good[:21] + "Q1" + good[23:],
        "newer_version": good[:3] + "C" + good[4:],
        "forged_or_damaged": good[:-1] + other,
        "wrong_kind": key.code(TABLE, token_bytes(6)),
        "unknown": key.code(DELEGATE, token_bytes(6)),
        "ticket_replaced": _OLD,
        "removed": _badge_of_nobody(event),
    }


def _import_ticket(event: OpenEvent, whose: Person, secret: str, folder: Path) -> None:
    row = {
        "Order code": "A15C8",
        "Position ID": "1",
        "Status": "paid",
        "Attendee name": whose.name,
        "Attendee email": whose.email,
        "Pseudonymization ID": "",
        "Ticket secret": secret,
    }
    file = folder / "tickets.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, row)
        writer.writeheader()
        writer.writerow(row)
    Imports(event.journal, event.letters).run(file, ImportOrder())


def _badge_of_nobody(event: OpenEvent) -> str:
    """Give the badge of somebody whose registration was taken back."""
    order = PersonOrder(given_name="Lumi", family_name="Kettunen")
    registered = Roster(event.journal, event.letters).register(order)
    with event.journal.reading() as session:
        code = active_badges(session, [registered.id])[registered.id].code
    undo(event.journal)
    return code
