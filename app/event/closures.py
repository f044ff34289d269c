"""Closing tables and zones for a while or for the event, and opening them again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.event.making import EventNotPossible
from app.event.overview import ClosureFacts, TableFacts, all_closures, all_tables
from app.event.place_deeds import TableClosed, TableReopened
from app.event.planned import Planned, check_losing
from app.event.slots import standing_slots
from app.event.tables import named_tables
from app.event.zones import check_zone
from app.journal.journal import Journal, Unit


@dataclass(frozen=True, slots=True)
class Places:
    """Tables by their labels, or all of a zone."""

    tables: tuple[str, ...] = ()
    zone: str = ""


@dataclass(frozen=True, slots=True)
class ClosureOrder:
    """What shall be closed, and when. Nothing for an instant means: without that end."""

    places: Places
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    reason: str = ""


@dataclass(eq=False)
class ClosedAlready(DeskError):
    """All of these tables, or this zone, are closed in all of that time."""

    tables: tuple[str, ...]
    zone: str


@dataclass(eq=False)
class NotClosed(DeskError):
    """None of these tables, or not this zone, is closed by itself.

    ``zones`` are closed ones that the tables stand in.
    """

    tables: tuple[str, ...]
    zone: str
    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Closures:
    """Closes and reopens. Each call is one transaction, and one undo."""

    journal: Journal
    planned: Planned

    def all(self) -> tuple[ClosureFacts, ...]:
        """Give what is closed."""
        with self.journal.reading() as session:
            return all_closures(session)

    def close(self, order: ClosureOrder, losing: int = 0) -> tuple[ClosureFacts, ...]:
        """Close tables or a zone; give all that is closed after.

        Raises:
            UnknownTable, UnknownZone: There is no such place.
            EventNotPossible: ``closure_times``: it would end before it starts.
            ClosedAlready: That changes nothing.
            MeetingsLosePlace: More than ``losing`` meetings are there at that time.
        """
        _check_times(order)
        with self.journal.writing(Unit(uuid4())) as pen:
            session = pen.session
            tables = _tables(session, order.places)
            deeds = _new_closures(session, tables, order)
            if not deeds:
                raise ClosedAlready(order.places.tables, order.places.zone)
            check_losing(self._losing(session, tables, order), losing)
            pen.write_all(deeds)
            return all_closures(session)

    def losing(self, order: ClosureOrder) -> int:
        """Count the meetings that would lose their place.

        Raises:
            UnknownTable, UnknownZone, EventNotPossible: As for ``close``.
        """
        _check_times(order)
        with self.journal.reading() as session:
            return self._losing(session, _tables(session, order.places), order)

    def reopen(self, places: Places) -> tuple[ClosureFacts, ...]:
        """Open tables or a zone again, whenever they are closed; give what is still closed.

        Raises:
            UnknownTable, UnknownZone: There is no such place.
            NotClosed: They are open, or closed only with their zone.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            closures = all_closures(pen.session)
            ids = {each.id for each in named_tables(pen.session, places.tables)}
            theirs = [
                closure
                for closure in closures
                if closure.table_id in ids
                or (places.zone and closure.table_id is None and closure.zone == places.zone)
            ]
            if not theirs:
                _refuse_open(pen.session, places, closures)
            pen.write_all([TableReopened(closure.id) for closure in theirs])
            return all_closures(pen.session)

    def lift(self, closures: Sequence[UUID]) -> None:
        """End these closures; nothing happens to one that somebody has ended already."""
        with self.journal.writing(Unit(uuid4())) as pen:
            standing = [each.id for each in all_closures(pen.session)]
            pen.write_all([TableReopened(each) for each in standing if each in closures])

    def _losing(self, session: Session, tables: Sequence[TableFacts], order: ClosureOrder) -> int:
        slots = [
            slot.id
            for slot in standing_slots(session)
            if slot.meets(order.starts_at, order.ends_at)
        ]
        return self.planned.meetings_at(session, slots, [table.id for table in tables])


def _check_times(order: ClosureOrder) -> None:
    starts, ends = order.starts_at, order.ends_at
    if starts is not None and ends is not None and ends <= starts:
        raise EventNotPossible("closure_times", f"{starts:%H:%M}-{ends:%H:%M}")


def _tables(session: Session, places: Places) -> Sequence[TableFacts]:
    if not places.zone:
        return named_tables(session, places.tables)
    check_zone(session, places.zone)
    return [table for table in all_tables(session) if table.zone == places.zone]


def _new_closures(
    session: Session, tables: Sequence[TableFacts], order: ClosureOrder
) -> list[TableClosed]:
    closures = all_closures(session)
    when = (order.starts_at, order.ends_at, " ".join(order.reason.split()))
    if order.places.zone:
        mine = [each for each in closures if each.table_id is None]
        stands = any(each.zone == order.places.zone and _covers(each, order) for each in mine)
        return [] if stands else [TableClosed(uuid4(), None, order.places.zone, *when)]
    closed = {each.table_id for each in closures if _covers(each, order)}
    return [TableClosed(uuid4(), table.id, "", *when) for table in tables if table.id not in closed]


def _covers(closure: ClosureFacts, order: ClosureOrder) -> bool:
    from_then = closure.starts_at is None or (
        order.starts_at is not None and closure.starts_at <= order.starts_at
    )
    until_then = closure.ends_at is None or (
        order.ends_at is not None and order.ends_at <= closure.ends_at
    )
    return from_then and until_then


def _refuse_open(session: Session, places: Places, closures: Sequence[ClosureFacts]) -> None:
    if places.zone:
        check_zone(session, places.zone)
    closed = {each.zone for each in closures if each.table_id is None}
    zones = {table.zone for table in named_tables(session, places.tables)} & closed
    raise NotClosed(places.tables, places.zone, tuple(sorted(zones)))
