"""Check-ins as pretix knows tickets, and those that it can't know.

Source: the resource “Check-in” of pretix's REST API, docs.pretix.eu/en/latest/api/resources/
checkin.html. pretix reads no file of check-ins; a script sends each to ``checkinrpc/redeem``. What
came from a scanner that was offline is sent with ``force``, for it has happened, and with a
``nonce`` of its own, so that what is sent again counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.event.facts import event_facts
from app.meetings.attendees import Attendees
from app.outcomes.export.arranged import local
from app.outcomes.export.passing import Passing, passings
from app.spreadsheets.columns import Column, Holds, Sheet, filled
from db.models import SourceKey

_TICKET, _POSITION = "pretix-ticket:", "pretix:"


@dataclass(frozen=True, slots=True)
class Ticket:
    """What pretix calls a ticket. ``position`` is its number in the order."""

    secret: str = ""
    order: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Redeemed:
    """A check-in, or a check-out, with the ticket it was for; ``at`` the clock at the venue."""

    passing: Passing
    ticket: Ticket
    at: datetime | None

    @property
    def type(self) -> str:
        """Say it in pretix's words."""
        return "exit" if self.passing.way == "out" else "entry"


def _known_by(row: Redeemed) -> str:
    if row.passing.is_walk_in:
        return "registered at the desk"
    known = row.ticket.order or row.ticket.position
    return "no ticket secret was imported" if known else "not from pretix"


TELLING: Final[tuple[Column[Redeemed], ...]] = (
    Column("Order code", lambda row: row.ticket.order, "The order in pretix."),
    Column("Position ID", lambda row: row.ticket.position, "The number of the position in it."),
    Column("Secret", lambda row: row.ticket.secret, "What the code of the ticket holds."),
    Column("Attendee name", lambda row: row.passing.who.name, "Who it is."),
    Column("Scan type", lambda row: row.type, "Which way.", words=("entry", "exit")),
    Column("Date and time", lambda row: row.at, "When it was, at the venue.", Holds.MOMENT),
    Column("Instant", lambda row: _instant(row.passing), "The same in UTC, as the API wants it."),
    Column("Nonce", lambda row: row.passing.id.hex, "Names it: what is sent again counts once."),
)
APART: Final[tuple[Column[Redeemed], ...]] = (
    Column("Badge number", lambda row: row.passing.who.badge_number, "What is on the badge."),
    Column("Name", lambda row: row.passing.who.name, "Who it is."),
    Column("Organisation", lambda row: row.passing.who.organisation, "Whom they stand for."),
    Column("Scan type", lambda row: row.type, "Which way.", words=("entry", "exit")),
    Column("Date and time", lambda row: row.at, "When it was, at the venue.", Holds.MOMENT),
    Column("Order code", lambda row: row.ticket.order, "The order in pretix, if it is known."),
    Column("Why", _known_by, "Why pretix can’t take it."),
)


@dataclass(frozen=True, slots=True)
class ForPretix:
    """What pretix can take, as a table and as bodies of requests, and what it can’t."""

    known: Sheet
    bodies: Sequence[Mapping[str, Any]]
    apart: Sheet


def for_pretix(session: Session, lists: Sequence[int]) -> ForPretix:
    """Part the check-ins of an event into those with a ticket of pretix and the others.

    Args:
        session: Of the event.
        lists: The ids of the check-in lists that they go to.
    """
    attendees = Attendees(session)
    rows = list(_redeemed(session, attendees, event_facts(session).zone))
    known = [row for row in rows if row.ticket.secret]
    return ForPretix(
        filled("check-ins", TELLING, known),
        [_body(row, lists) for row in known],
        filled("apart", APART, [row for row in rows if not row.ticket.secret]),
    )


def as_lines(bodies: Iterable[Mapping[str, Any]]) -> bytes:
    """Give bodies of requests as JSON, one a line."""
    return b"".join(msgspec.json.encode(body) + b"\n" for body in bodies)


def _redeemed(session: Session, attendees: Attendees, zone: ZoneInfo) -> Iterator[Redeemed]:
    tickets = _tickets(session, attendees)
    for each in passings(session, attendees):
        yield Redeemed(each, tickets.get(each.who.id, Ticket()), local(each.at, zone))


def _tickets(session: Session, attendees: Attendees) -> Mapping[UUID, Ticket]:
    """Give everybody's ticket in pretix; of several, what came in last."""
    query = (
        select(SourceKey.delegate_id, SourceKey.key)
        .where(SourceKey.key.startswith("pretix"), SourceKey.alive)
        .order_by(SourceKey.stamp, SourceKey.key)
    )
    found: dict[UUID, Ticket] = {}
    for entry, key in session.execute(query):
        if entry is None:
            continue
        delegate = attendees.standing(entry)
        ticket = found.get(delegate, Ticket())
        if key.startswith(_TICKET):
            found[delegate] = Ticket(key.removeprefix(_TICKET), ticket.order, ticket.position)
        elif key.startswith(_POSITION):
            order, _, position = key.removeprefix(_POSITION).rpartition("-")
            found[delegate] = Ticket(ticket.secret, order, position)
    return found


def _body(row: Redeemed, lists: Sequence[int]) -> Mapping[str, Any]:
    return {
        "secret": row.ticket.secret,
        "source_type": "barcode",
        "lists": list(lists),
        "type": row.type,
        "datetime": _instant(row.passing),
        "force": True,
        "nonce": row.passing.id.hex,
    }


def _instant(passing: Passing) -> str:
    return f"{passing.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
