"""What a desk says of a request, and what it means for the rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import DeskError
from app.event.tables import UnknownTable
from app.meetings.attendees import Attendees, MeetingKind, Someone
from app.meetings.deeds import Values
from app.meetings.hall import Hall
from app.meetings.setting import Setting
from app.meetings.worth import HIGHEST, LOWEST
from db.models import Request

_COLUMNS: Final = {"slot": "slot_id", "table": "table_id"}
LONGEST: Final = 8
"""A meeting takes so many slots at most."""


@dataclass(frozen=True, slots=True)
class RequestOrder:
    """What is said of a request. Nothing means: not said.

    ``slot`` and ``forbidden`` are when slots start; a blank ``table``, ``kind`` or ``note`` clears
    it. ``table`` is a label, ``needs`` are names of resources, ``after`` numbers of requests.
    ``any_slot`` takes back that it was fixed to one.
    """

    mutual: bool | None = None
    priority: int | None = None
    kind: str | None = None
    length: int | None = None
    slot: datetime | None = None
    any_slot: bool = False
    table: str | None = None
    forbidden: tuple[datetime, ...] | None = None
    needs: tuple[str, ...] | None = None
    after: tuple[str, ...] | None = None
    note: str | None = None


@dataclass(eq=False)
class RequestNotPossible(DeskError):
    """A request makes no sense.

    ``reason``: ``nobody`` (a side is blank), ``priority``, ``length``, ``meeting_kind``,
    ``after_itself``.
    """

    reason: str
    value: str


@dataclass(eq=False)
class WithThemselves(DeskError):
    """Somebody would be on both sides of a meeting."""

    delegate: Someone


@dataclass(eq=False)
class UnknownSlot(DeskError):
    """No slot of the event starts then. ``known`` are the starts on that day, at the venue."""

    slot: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownResource(DeskError):
    """Nothing scarce has this name."""

    resource: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownRequest(DeskError):
    """No request has this number or id."""

    request: str


def values_of(order: RequestOrder, around: Setting, session: Session) -> Values:
    """Turn what a desk said into columns of the request, as JSON says them; not its note.

    Raises:
        RequestNotPossible, UnknownSlot, UnknownTable, UnknownResource, UnknownRequest: What is
            said is of no use.
    """
    hall = around.hall
    readers: Mapping[str, Callable[[Any], Any]] = {
        "mutual": bool,
        "priority": lambda said: _between("priority", said, (HIGHEST, LOWEST)),
        "kind": _kind,
        "length": lambda said: _between("length", said, (1, LONGEST)),
        "slot": lambda said: str(slot_at(hall, said)),
        "table": lambda said: str(_table(hall, said)) if said else None,
        "forbidden": lambda said: sorted(str(slot_at(hall, each)) for each in said),
        "needs": lambda said: sorted(_resource(around, each) for each in said),
        "after": lambda said: sorted(str(request_named(session, each)) for each in said),
    }
    values: Values = {"slot_id": None} if order.any_slot else {}
    for name, read in readers.items():
        said = getattr(order, name)
        if said is not None:
            values[_COLUMNS.get(name, name)] = read(said)
    return values


def check_sides(attendees: Attendees, hosts: tuple[UUID, ...], guests: tuple[UUID, ...]) -> None:
    """Refuse sides that can't meet.

    Raises:
        RequestNotPossible: ``nobody``: a side is blank.
        WithThemselves: Somebody is on both.
    """
    if not hosts or not guests:
        raise RequestNotPossible("nobody", "")
    for each in hosts:
        if each in guests:
            raise WithThemselves(attendees.named([each])[0])


def slot_at(hall: Hall, starts_at: datetime) -> UUID:
    """Find the slot that starts at an instant.

    Raises:
        UnknownSlot: There is none.
    """
    for slot in hall.slots:
        if slot.starts_at == starts_at:
            return slot.id
    local = starts_at.astimezone(hall.zone)
    starts = [slot.starts_at.astimezone(hall.zone) for slot in hall.slots]
    on_day = tuple(f"{each:%H:%M}" for each in starts if each.date() == local.date())
    wanted = f"{local:%Y-%m-%dT%H:%M}"
    raise UnknownSlot(wanted, on_day)


def request_named(session: Session, named: str) -> UUID:
    """Find the request that somebody named by number or id.

    Raises:
        UnknownRequest: There is none.
    """
    text = named.strip()
    where = Request.number == text.upper()
    with suppress(ValueError):
        where = Request.id == UUID(text)
    found = session.scalar(select(Request.id).where(where, Request.alive).limit(1))
    if found is None:
        raise UnknownRequest(named)
    return found


def _between(name: str, value: int, bounds: tuple[int, int]) -> int:
    if not bounds[0] <= value <= bounds[1]:
        raise RequestNotPossible(name, str(value))
    return value


def _kind(text: str) -> str:
    if text and text not in set(MeetingKind):
        raise RequestNotPossible("meeting_kind", text)
    return text


def _table(hall: Hall, label: str) -> UUID:
    for table in hall.tables:
        if table.label == label:
            return table.id
    raise UnknownTable(label)


def _resource(around: Setting, named: str) -> str:
    names = tuple(resource.name for resource in around.resources)
    if named not in names:
        raise UnknownResource(named, names)
    return named


def as_said(value: Any) -> Any:
    """Give a column's value as JSON says it."""
    return str(value) if isinstance(value, UUID) else value
